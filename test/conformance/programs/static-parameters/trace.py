"""The last values by slicing the history; the averages in binary32, in the program's order of operations."""
from arithmetic import f32

xs = [3, -1, 4, 1, -5, 9]
vs = [[f32(((t * 5 + k * 3) % 7) / 3) for k in range(3)] for t in range(len(xs))]
ws = [[f32(t / 7), f32(-t / 3)] for t in range(len(xs))]
ys, zs, outputs = None, None, []


def average(alpha, x, y):
    return x if y is None else [f32(f32(alpha * a) + f32((1.0 - alpha) * b)) for a, b in zip(x, y)]


for t, (v, w) in enumerate(zip(vs, ws)):
    past = [0, 0, 0, *xs[:t + 1]]
    ys, zs = average(0.25, v, ys), average(0.5, w, zs)
    outputs.append({"h4": past[-4:], "h2": past[-2:], "tripled": 3 * xs[t], "smooth": ys, "fast": zs})
traces = {"trace": ([{"x": x, "v": v, "w": w} for x, v, w in zip(xs, vs, ws)], outputs)}
