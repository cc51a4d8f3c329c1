"""A bidirectional Elman network as two loops, one from each end. Weights are read from the program's constants."""
import json
import math
import pathlib
import re

from arithmetic import dot32, f32

source = (pathlib.Path(__file__).parents[4] / "examples" / "birnn.mlr").read_text()
FRAMES = 7
STRETCHES = 3


def constant(name):
    def rounded(v):
        return [rounded(e) for e in v] if isinstance(v, list) else f32(v)
    return rounded(json.loads(re.search(rf"const {name} : .*?=\s*(\[.*?\])\n(?:\n|const)", source, re.S)[1]))


def cell(direction, x, h):
    w, u, b = (constant(m + direction) for m in "WUB")
    return [f32(math.tanh(f32(f32(dot32(w[i], x) + dot32(u[i], h)) + b[i]))) for i in range(len(b))]


def both_directions(frames):
    forward, backward = [], []
    h = [0.0] * 4
    for x in frames:
        h = cell("F", x, h)
        forward.append(h)
    h = [0.0] * 4
    for x in reversed(frames):
        h = cell("B", x, h)
        backward.insert(0, h)
    return [f + b for f, b in zip(forward, backward)]


frames = [[f32(((t * 31 + i * 17) % 29 - 14) / 10) for i in range(3)] for t in range(FRAMES * STRETCHES)]
stretches = [frames[s:s + FRAMES] for s in range(0, len(frames), FRAMES)]
results = [both_directions(s) for s in stretches]
traces = {
    "time": ([{"x": x} for x in frames],
             [{"complete": (t + 1) % FRAMES == 0, "y": results[t // FRAMES] if (t + 1) % FRAMES == 0 else None}
              for t in range(len(frames))]),
    "space": ([{"frames": s} for s in stretches], [{"y": r} for r in results]),
}
