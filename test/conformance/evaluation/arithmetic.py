"""The language's arithmetic in plain Python, written from its definition and from nothing in the compiler.

A binary32 number is a Python float that binary32 can hold. `+ - * /` and square root of two such numbers, formed in
binary64 and then rounded to binary32, are rounded correctly (binary64 has more than twice the digits).
"""
import math
import struct
from fractions import Fraction


def f32(x):
    """x rounded to binary32, nearest even."""
    try:
        return struct.unpack("<f", struct.pack("<f", x))[0]
    except OverflowError:
        return math.copysign(math.inf, x)


def fma32(a, b, c):
    """a*b + c rounded once to binary32."""
    exact = Fraction(a) * Fraction(b) + Fraction(c)
    if exact == 0:
        return a * b + c                                     # the sign of zero
    exponent = max(-126, math.floor(math.log2(abs(exact))) - 1)
    while abs(exact) >= Fraction(2) ** (exponent + 1):
        exponent += 1
    unit = Fraction(2) ** (exponent - 23)
    return f32(float(round(exact / unit) * unit))            # round() on a Fraction: to nearest, ties to even


def dot32(a, b):
    """A contraction: fused multiply-adds from +0.0 in index order."""
    total = 0.0
    for x, y in zip(a, b, strict=True):
        total = fma32(x, y, total)
    return total


def unfused32(a, b):
    """The contraction of a target that has no fused instruction: multiply, then add."""
    total = 0.0
    for x, y in zip(a, b, strict=True):
        total = f32(f32(x * y) + total)
    return total


def wrap(x, bits, signed):
    """An integer brought into range by dropping high bits."""
    x &= (1 << bits) - 1
    return x - (1 << bits) if signed and x >> (bits - 1) else x


def divide(x, y):
    """Quotient truncated toward zero; 0 by a zero divisor."""
    return 0 if y == 0 else abs(x) // abs(y) * (1 if (x < 0) == (y < 0) else -1)


def remainder(x, y):
    """Remainder with the dividend's sign; 0 by a zero divisor."""
    return 0 if y == 0 else x - y * divide(x, y)


def saturate(x, bits, signed):
    """A float converted to an integer: truncated, saturated, 0 for NaN."""
    low, high = (-(1 << (bits - 1)), (1 << (bits - 1)) - 1) if signed else (0, (1 << bits) - 1)
    if math.isnan(x):
        return 0
    if math.isinf(x):
        return low if x < 0 else high
    return max(low, min(high, math.trunc(x)))
