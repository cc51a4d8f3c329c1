"""Prefix and suffix sums of each instant's tensors; the resumed sum runs on from instant to instant."""
xs = [[1, 2, 3, 4], [10, -20, 30, -40], [0, 7, 0, 7]]
ys = [[[1, 10], [2, 20], [3, 30], [4, 40]], [[5, -5], [0, 0], [1, 1], [-6, 6]], [[9, 8], [7, 6], [5, 4], [3, 2]]]
scales = [2, -3, 100]
outputs, carried = [], 0
for x, y, scale in zip(xs, ys, scales):
    running = []
    for v in x:
        carried += v
        running.append(carried)
    outputs.append({"sums": [sum(x[:i + 1]) for i in range(4)], "scaled": [scale * v for v in x], "places": [1, 2, 3, 4],
                    "running": running, "below": [[sum(r[c] for r in y[i:]) for c in range(2)] for i in range(4)],
                    "total": sum(x), "last_flags": [False, False, False, True]})
traces = {"trace": ([{"xs": x, "ys": y, "scale": s} for x, y, s in zip(xs, ys, scales)], outputs)}
