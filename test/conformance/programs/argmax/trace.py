"""The first index of the maximum; -0.0 and 0.0 are equal."""
from arithmetic import f32

xs = [[1.0, 3.0, 3.0, 2.0], [5.0, 5.0, 5.0, 5.0], [-1.0, -2.0, -0.5, -0.5], [-0.25, -0.0, 0.0, -0.0], [1e-45, 0.0, 1e38, -1e38]]
ns = [[0, 0, 0, 0], [-5, -1, -1, -9], [2147483647, -2147483648, 2147483647, 0], [1, 2, 3, 4], [-1, -2, -3, -1]]
xs = [[f32(v) for v in x] for x in xs]
outputs = [{"a": x.index(max(x)), "b": n.index(max(n)), "larger": max(x[:2]), "smaller": min(x[:2])} for x, n in zip(xs, ns)]
traces = {"trace": ([{"x": x, "n": n} for x, n in zip(xs, ns)], outputs)}
