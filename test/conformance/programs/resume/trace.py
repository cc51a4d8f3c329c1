"""Resumed sums run over the whole history, fresh ones over the segment; what flows backward never crosses a border."""
xs = [1, 2, 4, 8, 16, 32, 64, 128]
outputs = []
for t in range(len(xs)):
    begin = t - t % 3
    ends = t % 3 == 2
    outputs.append({"e": ends, "f": ends, "fresh": t % 3 + 1, "kept": t + 1, "fresh_total": sum(xs[begin:t + 1]),
                    "kept_total": sum(xs[:t + 1]),
                    "back": [sum(range(i + 1, t + 2)) for i in range(begin, t + 1)] if ends else None})
traces = {"trace": ([{"x": x} for x in xs], outputs)}
