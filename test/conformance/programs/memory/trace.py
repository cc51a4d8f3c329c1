"""Histories of the inputs, by index into the past."""
xs = [5, -3, 8, 8, 2147483647, -7, 0, 1]
cs = [True, False, True, True, False, False, True, False]
fib = [1, 1, 2, 3, 5, 8, 13, 21]


def change(t):
    return (xs[t] - (xs[t - 1] if t else 0) + 2**31) % 2**32 - 2**31


inputs = [{"x": x, "c": c} for x, c in zip(xs, cs)]
outputs = [{"count": t, "before": xs[max(t - 1, 0)], "third": [10, 20, *xs][t], "change": change(t), "fib": fib[t],
            "old": [-1, -2, *xs][t], "edge": t > 0 and cs[t] and not cs[t - 1]} for t in range(len(xs))]
traces = {"trace": (inputs, outputs)}
