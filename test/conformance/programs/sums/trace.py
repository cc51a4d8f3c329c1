"""Fused multiply-adds by exact fractions; other operations rounded one by one."""
import random

from arithmetic import dot32, f32, unfused32


def number():
    return f32(random.uniform(-2, 2))


def add(values):
    total = 0.0
    for v in values:
        total = f32(total + v)
    return total


def given(t):
    w, x = [[number() for _ in range(9)] for _ in range(2)], [number() for _ in range(9)]
    a, b, c = number(), number(), number()
    # where c = -(a*b), a fused a*b + c would leave the rounding error of the product, and not 0
    return {"w": w, "x": x, "a": a, "b": b, "c": f32(-f32(a * b)) if t % 3 == 0 else c}


def sums(dot, w, x, a, b, c):
    fused = [dot(row, x) for row in w]
    return {"fused": fused, "biased": [f32(fused[0] + a), f32(fused[1] + b)],
            "plain": add(f32(p * q) for p, q in zip(w[0], x)), "total": add(x), "squares": dot(x, x),
            "separate": f32(f32(a * b) + c), "ratio": f32(f32(f32(a + b) + c) / f32(f32(a * b) * c))}


random.seed(3)
inputs = [given(t) for t in range(12)]
traces = {name: (inputs, [sums(dot, **row) for row in inputs]) for name, dot in (("fused", dot32), ("unfused", unfused32))}
