"""Saturation on Python integers; nearest binary32 by exact fractions, so that no value is rounded twice."""
import math

from arithmetic import f32, fma32, saturate

WIDTHS = {f"to_{letter}{bits}": (bits, letter == "i") for letter in "iu" for bits in (8, 16, 32, 64)}
quotients = [(1.0, 1.0), (-1.0, 2.0), (2.75, 1.0), (-2.75, 1.0), (127.9, 1.0), (128.0, 1.0), (-128.9, 1.0), (-129.0, 1.0),
             (255.5, 1.0), (256.0, 1.0), (70000.0, 1.0), (-40000.0, 1.0), (2147483520.0, 1.0), (2147483648.0, 1.0),
             (-2147483648.0, 1.0), (-3e9, 1.0), (4294967040.0, 1.0), (4294967296.0, 1.0), (9.2233715e18, 1.0),
             (9.223372e18, 1.0), (1.8446743e19, 1.0), (1.8446744e19, 1.0), (-1e30, 1.0), (1.0, 0.0), (-1.0, 0.0), (0.0, 0.0),
             (-0.0, 1.0), (1e-45, 1.0)]


def quotient(a, b):
    return f32(a / b) if b else math.nan if a == 0 else math.copysign(math.inf, a)


singles = [(f32(a), f32(b)) for a, b in quotients]
from_f32 = ([{"a": a, "b": b} for a, b in singles],
            [{k: saturate(quotient(a, b), *w) for k, w in WIDTHS.items()} | {"wide": not math.isnan(quotient(a, b))}
             for a, b in singles])

doubles = [0.1, -0.9999999999999999, 2147483647.9, 2147483648.0, -2147483648.9, -2147483649.0, 4294967295.9, 4294967296.0,
           9223372036854774784.0, 9223372036854775808.0, -9223372036854775808.0, -1e19, 18446744073709549568.0,
           18446744073709551616.0, 1.0000000596046448, 1.0000000596046447, 1.0000001788139343, 3.5e38, 1e-46]
from_f64 = ([{"x": x} for x in doubles],
            [{k: saturate(x, *WIDTHS[k]) for k in ("to_i32", "to_i64", "to_u32", "to_u64")} | {"narrow": f32(x)} for x in doubles])

names = "abcdef"
integers = [(-128, 0, -2147483648, 0, -9223372036854775808, 0), (127, 255, 2147483647, 4294967295, 9223372036854775807, 18446744073709551615),
            (-1, 1, 16777217, 16777219, 4611686293305294849, 9223372586610589697),      # the last two would round wrongly through binary64
            (5, 200, -16777219, 2147483775, -4611686293305294849, 1)]
to_float = ([dict(zip(names, row)) for row in integers],
            [dict(zip("pqrstu", (fma32(v, 1, 0) if v else 0.0 for v in row))) for row in integers])
traces = {"from-f32": from_f32, "from-f64": from_f64, "to-float": to_float}
