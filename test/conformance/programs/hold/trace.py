"""The last present value is looked for backward through the whole history."""
cs = [False, False, True, False, True, False, True, False, True]
ks = [True, False, False, True, True, True, False, True, True]
xs = [10, 11, 12, 13, 14, 15, 16, 17, 18]
ds = [70, 71, 72, 73, 74, 75, 76, 77, 78]


def last(present, values, t, default):
    return next((values[i] for i in range(t, -1, -1) if present[i]), default)


on_c = [t for t in range(len(cs)) if cs[t]]
held_on_c = {t: last([cs[i] and ks[i] for i in range(len(cs))], xs, t, -1) for t in on_c}
outputs = [{"y": last(cs, xs, t, ds[t]), "z": last(cs, [held_on_c.get(i) for i in range(len(cs))], t, ds[t]),
            "t": [1.5, 2.5] if any(cs[:t + 1]) else [0.0, 0.25]} for t in range(len(cs))]
traces = {"trace": ([{"c": c, "k": k, "x": x, "d": d} for c, k, x, d in zip(cs, ks, xs, ds)], outputs)}
