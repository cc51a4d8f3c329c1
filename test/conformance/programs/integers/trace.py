"""Exact integers brought into range."""
from arithmetic import divide, remainder, wrap


def trace(bits, signed):
    low, high = (-(1 << bits - 1), (1 << bits - 1) - 1) if signed else (0, (1 << bits) - 1)
    pairs = [(low, -1 if signed else 1), (high, 1), (high, high), (low, low), (7, 0), (low, 0), (high, 2), (low, 3), (7, 2), (7, 3)]
    if signed:
        pairs += [(-7, 2), (7, -2), (-7, -2), (-1, low), (-1, 1), (-high, high)]
    shifts = [0, 1, bits - 1, bits, bits + 1, 2, min(high, 100), 3]
    inputs, outputs = [], []
    for t, (a, b) in enumerate(pairs):
        n = shifts[t % len(shifts)]
        row = {"sum": a + b, "difference": a - b, "product": a * b, "quotient": divide(a, b), "rest": remainder(a, b),
               "left": a << n, "right": (a & (1 << bits) - 1) >> n, "both": a & b, "either": a | b, "one": a ^ b,
               "low": min(a, b), "high": max(a, b)}
        row = {k: wrap(v, bits, signed) for k, v in row.items()} | {"less": a < b, "same": True}
        if signed:
            row |= {"arithmetic": a >> n, "minus": wrap(-a, bits, signed)}
        inputs.append({"a": a, "b": b, "n": n})
        outputs.append(row)
    return inputs, outputs


traces = {f"{letter}{bits}": trace(bits, letter == "i") for letter in "iu" for bits in (8, 16, 32, 64)}
