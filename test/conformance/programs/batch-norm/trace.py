"""The same sums in binary32, in the same order; every operation here is correctly rounded, so the bits are defined."""
import math

from arithmetic import f32

xs = [f32(x) for x in (0.3, -1.7, 2.25, 0.9, 4.1, -0.2, -0.4, -0.1, 0.7, 1.3, 8.0)]
outputs = []
for t in range(len(xs)):
    if t % 5 < 4:
        outputs.append({"e": False, "y": None, "mean": None})
        continue
    batch = xs[t - 4:t + 1]
    s1 = s2 = 0.0
    for x in batch:
        s1, s2 = f32(x + s1), f32(f32(x * x) + s2)
    mu = f32(s1 / 5.0)
    sq = f32(f32(s2 / 5.0) - f32(mu * mu))
    root = f32(math.sqrt(f32(sq + f32(0.001))))
    outputs.append({"e": True, "y": [f32(f32(x - mu) / root) for x in batch], "mean": mu})
traces = {"trace": ([{"x": x} for x in xs], outputs)}
