"""Present instants listed first, then looked ahead in that list."""
cs = [False, True, False, True, True, False,   True, False, False, True, False, True]
xs = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
outputs = []
for t in range(len(xs)):
    if t % 6 < 5:
        outputs.append({"e": False, "next_there": None, "still": None})
        continue
    there = [i for i in range(t - 5, t + 1) if cs[i]]
    following = {i: xs[j] for i, j in zip(there, there[1:])} | {there[-1]: -1}
    n, m, held, left = [], [], -2, 0
    for i in range(t - 5, t + 1):
        if cs[i]:
            held, left = following[i], len([j for j in there if j >= i])
        n.append(held)
        m.append(left)
    outputs.append({"e": True, "next_there": n, "still": m})
traces = {"trace": ([{"c": c, "x": x} for c, x in zip(cs, xs)], outputs)}
