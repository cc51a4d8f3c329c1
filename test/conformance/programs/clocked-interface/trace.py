"""Sums over the present instants only."""
cs = [True, False, True, True, False, True, False, True]
ks = [False, None, True, True, None, False, None, True]
ms = ["Manual", "Auto", "Auto", "Manual", "Manual", "Auto", "Manual", "Auto"]
inputs, outputs = [], []
s, u, p = 0, 0.0, [0, 0]
for t, (c, k, m) in enumerate(zip(cs, ks, ms)):
    x, y, a = 10 + t, t + 0.5, [t, -2 * t]
    s += x if c else 0
    u += y if k else 0.0
    if m == "Auto":
        p = [p[0] + a[0], p[1] + a[1]]
    odd = t % 2 == 0
    inputs.append({"c": c, "x": x if c else None, "k": k, "y": y if k else None, "m": m, "a": a if m == "Auto" else None})
    outputs.append({"s": s if c else None, "u": u if k else None, "odd": odd, "w": t + 1 if odd else None,
                    "v": None if c else -(t + 1), "p": p if m == "Auto" else None, "q": m if odd else None})
traces = {"trace": (inputs, outputs)}
