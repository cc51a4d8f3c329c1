"""Suffix sums of four; the segment's own d closes them, read at the last instant."""
xs = [1, 5, 2, 8, -3, 6, 4, 4, 7, 0, 9, 1, 2, 2]
ds = [100 + t for t in range(len(xs))]
outputs, before = [], None
for t in range(len(xs)):
    begin, ends = t - t % 4, t % 4 == 3
    now = xs[begin:begin + 4]
    back = [sum(now[i:]) + ds[t] for i in range(4)] if ends else None
    outputs.append({"e": ends, "seen": before[t % 4] if before else -ds[t],
                    "first": back[0] if ends else None, "last_one": back[3] if ends else None,
                    "x_first": now[0] if ends else None, "x_last": now[3] if ends else None,
                    "ahead": back, "xs": now if ends else None, "segments": t // 4 + 1 if ends else None})
    before = back or before
traces = {"trace": ([{"x": x, "d": d} for x, d in zip(xs, ds)], outputs)}
