"""Looking ahead by index into the segment."""
xs = [3, 9, 4, 1, -5, -2, -7, -4, 6, 6, 2, 8]
ds = [50 + t for t in range(len(xs))]
outputs = []
for t in range(len(xs)):
    row = {"e": t % 4 == 3, "following": None, "left": None, "largest": None, "second": None, "shifted": None, "mixed": None}
    if t % 4 == 3:
        x = xs[t - 3:t + 1]
        row = {"e": True, "following": x[1:] + [ds[t]], "left": [4, 3, 2, 1], "largest": [max(x[i:]) for i in range(4)],
               # post binds to the left: (x post 100) post 200
               "second": [x[2], x[3], 100, 200], "shifted": [ds[t - 3]] + x[1:],
               "mixed": [2 * a + b for a, b in zip([0] + x[:3], x[1:] + [0])]}
    outputs.append(row)
traces = {"trace": ([{"x": x, "d": d} for x, d in zip(xs, ds)], outputs)}
