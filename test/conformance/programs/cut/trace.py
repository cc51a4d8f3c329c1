"""Segments of three as explicit positions."""
cs = [t in (4, 5, 11, 12) for t in range(18)]
awake = [t % 3 != 1 for t in range(18)]
xs = [(t * 7) % 10 - 3 for t in range(18)]


class Threes:
    def __init__(self):
        self.w, self.seen = 10, []

    def step(self, x):
        w = self.w
        self.seen.append(x)
        total = sum(self.seen)
        ends = len(self.seen) == 3
        if ends:
            self.w, self.seen = w + total, []
        return ends, w, total, total if ends else None, total if ends else None


fast, slow, outputs = Threes(), Threes(), []
for c, a, x in zip(cs, awake, xs):
    fast = Threes() if c else fast
    row = dict(zip(("e", "n", "sum_now", "total", "back"), fast.step(x)))
    row |= dict(zip(("f", "m", "slow_sum", "slow_total", "slow_back"), slow.step(x) if a else [None] * 5))
    outputs.append(row)
traces = {"instance": ([{"c": c, "awake": a, "x": x} for c, a, x in zip(cs, awake, xs)], outputs),
          "block": ([{"c": c, "x": x} for c, x in zip(cs, xs)],
                    [{k: r[k] for k in ("e", "n", "sum_now", "total", "back")} for r in outputs])}
