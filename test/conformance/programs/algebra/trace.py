"""Loops over indices in binary32."""
from arithmetic import dot32, f32, unfused32


def algebra(t, dot):
    a = [[f32(((t * 7 + r * 5 + k * 3) % 11 - 5) / 3) for k in range(3)] for r in range(2)]
    b = [f32(((t * 3 + k * 4) % 7 - 3) / 7) for k in range(3)]
    c = [[f32(0.1 + t)], [f32(-1.3 * t)]]
    s = f32(0.05 * t)
    turned = [[a[r][k] for r in range(2)] for k in range(3)]
    flat = [*a[0], *a[1]]
    given = {"a": a, "b": b, "c": c, "s": s}
    return given, {"by_row": [[f32(a[r][k] + b[k]) for k in range(3)] for r in range(2)],
                    "by_column": [[f32(a[r][k] * c[r][0]) for k in range(3)] for r in range(2)],
                    "scaled": [[f32(s - a[r][k] / 2) for k in range(3)] for r in range(2)],
                    "low": [[min(-a[r][k], 0.5) for k in range(3)] for r in range(2)],
                    "outer": [[f32(c[r][0] + b[k]) for k in range(3)] for r in range(2)],
                    "product": [dot(a[r], b) for r in range(2)], "gram": [[dot(p, q) for q in a] for p in a],
                    "turned": turned, "flat": flat, "other": [flat[0:2], flat[2:4], flat[4:6]], "dot": dot(b, b),
                    "larger": [v > s for v in b]}


def trace(dot):
    return tuple(map(list, zip(*(algebra(t, dot) for t in range(4)))))


traces = {"fused": trace(dot32), "unfused": trace(unfused32)}
