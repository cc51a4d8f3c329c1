"""A counter for each colour, advanced only at that colour's instants."""
cs = ["Red", "Red", "Green", "Amber", "Green", "Red", "Amber", "Green", "Red"]
bs = [True, False, False, True, True, False, True, False, True]
xs = [4, 7, 1, -6, 20, 9, 3, -30, 2]
after = {"Red": "Green", "Green": "Amber", "Amber": "Red"}
reds = greens = 0
outputs = []
for t, (c, b, x) in enumerate(zip(cs, bs, xs)):
    reds += c == "Red"
    greens += x if c == "Green" else 0
    outputs.append({"y": {"Red": reds, "Green": greens, "Amber": -x}[c], "z": x if b else (xs[t - 1] if t else 100),
                    "visits": {"Red": 1, "Amber": 2, "Green": 3}[c], "next_colour": after[c],
                    "same": t == 0 or c == cs[t - 1]})
traces = {"trace": ([{"c": c, "b": b, "x": x} for c, b, x in zip(cs, bs, xs)], outputs)}
