"""One weight, updated after each four steps; every value is a short binary fraction, so nothing rounds."""
xs = [1.0, 0.5, -2.0, 1.5, 0.25, 1.0, 1.0, -0.5, 2.0, 0.0, 1.0, -1.0, 0.5, 0.5]
w0 = [2.0] + [99.0] * (len(xs) - 1)                     # read at the first instant only
w, n, past, outputs = w0[0], 1, 0.0, []
for t, x in enumerate(xs):
    past = w * x + (past if t % 4 else 0.0)
    ends = t % 4 == 3
    outputs.append({"e": ends, "y": w * x, "turn": n, "loss": past if ends else None, "used": w if ends else None})
    if ends:
        w, n = w - 0.25 * past, n * 2
traces = {"trace": ([{"w0": a, "x": x} for a, x in zip(w0, xs)], outputs)}
