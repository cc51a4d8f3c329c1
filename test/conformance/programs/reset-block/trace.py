"""The block's memory written out as variables, cleared where c (the inner one also where d)."""
cs = [False, False, False, False, True, False, False, False, True, True, False, False]
ds = [False, False, True, False, False, False, True, False, True, False, False, True]
xs = [4, 8, 15, 16, 23, 42, 5, 6, 7, 9, 10, 11]
n = 0
outputs = []
for t, (c, d, x) in enumerate(zip(cs, ds, xs)):
    if c or t == 0:
        n, first, held, total, inner = 0, x, -1, 0, 0
    if d:
        inner = 0
    held = x if n >= 2 and n % 2 == 0 else held           # the word 0 01 01 ... at position n
    n, total, inner = n + 1, total + x, inner + x
    outputs.append({"n": n, "first": first, "held": held, "sum": total, "inner": inner, "outside": t + 1})
traces = {"trace": ([{"c": c, "d": d, "x": x} for c, d, x in zip(cs, ds, xs)], outputs)}
