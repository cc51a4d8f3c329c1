"""Python's binary64 functions rounded to binary32; the language's own may differ by a unit in the last place."""
import math

from arithmetic import f32

xs = [f32(x) for x in (0.0, 1e-30, -0.001, 0.3, -0.75, 1.0, -2.5, 5.0, -9.5, 20.0, -60.0, 88.5, 3.1415927, -100.0)]
inputs = [{"x": x, "v": [f32(x / 3), f32(-x), f32(0.1)]} for x in xs]
outputs = [{"t": f32(math.tanh(x)), "e": f32(math.exp(x)), "s": f32(math.sin(x)), "c": f32(math.cos(x)),
            "r": f32(math.sqrt(abs(x))), "a": abs(x), "tv": [f32(math.tanh(v)) for v in row["v"]],
            "ev": [f32(math.exp(v)) for v in row["v"]]} for x, row in zip(xs, inputs)]
traces = {"trace": (inputs, outputs)}
