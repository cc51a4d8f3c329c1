"""Fully parenthesised, in Python's operators."""
from itertools import product

from arithmetic import remainder

logic_in = [dict(zip("abc", row)) for row in product((False, True), repeat=3)]
logic_out = [{"p": a or (b and c), "q": (not a) or ((not b) or c), "r": (not a) and b, "s": (a or b) != c, "t": (a == b) or c,
              "u": (not a) == b, "v": b if a else (c or a)} for a, b, c in (row.values() for row in logic_in)]
pairs = [(1, 2), (5, -3), (-4, 7), (3, 3), (0, 1), (-7, -7)]
numbers_out = [{"a": x + (y * 3) - 1, "b": (x << 1) + y, "c": remainder(-x, 3), "d": (pairs[t - 1][0] if t else 7) + y,
                "e": (x - y) - 2, "f": x * (y & 3), "g": pairs[t - 1][0] + 1 if t else y,
                "less": (x + 1 < y * 2) and x != 3, "j": [x + 1, y + 2]} for t, (x, y) in enumerate(pairs)]
traces = {"logic": (logic_in, logic_out), "numbers": ([{"x": x, "y": y} for x, y in pairs], numbers_out)}
