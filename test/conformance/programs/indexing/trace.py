"""Lists cut and joined."""
def clamp(i, n):
    return max(0, min(n - 1, i))


inputs, outputs = [], []
for t, (i, j) in enumerate([(0, 0), (4, 3), (2, -1), (5, 7), (-1, 1), (2147483647, -2147483648), (3, 2)]):
    a = [10 * t + k for k in range(5)]
    m = [[100 * r + c - t for c in range(4)] for r in range(3)]
    inputs.append({"a": a, "m": m, "i": i, "j": j})
    outputs.append({"third": a[2], "clamped": a[clamp(i, 5)], "defaulted": a[i] if 0 <= i < 5 else -1, "corner": m[2][3],
                    "picked": m[clamp(i, 3)][clamp(j, 4)], "middle": a[1:4], "row": m[1], "joined": a + a[1:4],
                    "updated": [*a[:2], 99, *a[3:]], "block": [m[1][:2], m[2][:2]], "copies": [j] * 3,
                    "stacked": [*m, m[1]], "chosen": m[clamp(j, 3)],
                    "literal": [[i, j, 0], [1, 2, (i + j + 2**31) % 2**32 - 2**31]]})
traces = {"trace": (inputs, outputs)}
