/* IEEE 754 arithmetic in integers, round to nearest even, for the format that FLOAT_BITS names (32 or 64). Included once for each.
 * Every NaN result is the one quiet NaN. A significand in work has three low bits more than the format: guard, round, sticky. */
#if FLOAT_BITS == 32
#define NAME(operation) f32_##operation
#define REP uint32_t
#define MANTISSA 23
#define EXPONENT_MAX 255
#define LEADING_ZEROS(x) __builtin_clz(x)
#else
#define NAME(operation) f64_##operation
#define REP uint64_t
#define MANTISSA 52
#define EXPONENT_MAX 2047
#define LEADING_ZEROS(x) __builtin_clzll(x)
#endif
#define BIAS (EXPONENT_MAX / 2)
#define IMPLICIT ((REP)1 << MANTISSA)
#define SIGN ((REP)1 << (FLOAT_BITS - 1))
#define INFINITE ((REP)EXPONENT_MAX << MANTISSA)
#define QUIET_NAN (INFINITE | IMPLICIT >> 1)
#define MAGNITUDE(x) ((x) & ~SIGN)
#define IS_NAN(x) (MAGNITUDE(x) > INFINITE)

static REP NAME(shift_sticky)(REP x, int count) {
  if (count == 0) return x;
  if (count >= FLOAT_BITS) return x != 0;
  return x >> count | ((x << (FLOAT_BITS - count)) != 0);
}

/* The value significand * 2^(exponent - BIAS - MANTISSA - 3), whose leading bit is bit MANTISSA + 3. */
static REP NAME(round)(REP sign, int exponent, REP significand) {
  if (exponent >= EXPONENT_MAX) return sign | INFINITE;
  if (exponent <= 0) {
    significand = NAME(shift_sticky)(significand, 1 - exponent);
    exponent = 0;
  }
  int low = significand & 7;
  REP result = ((REP)exponent << MANTISSA) + (significand >> 3 & (IMPLICIT - 1));
  /* A carry out of the mantissa goes on into the exponent, up to infinity: that is right. */
  return sign | (result + (low > 4 || (low == 4 && (result & 1))));
}

/* Splits a finite number other than zero so that the significand has its implicit bit. */
static int NAME(unpack)(REP x, REP *significand) {
  int exponent = (int)(MAGNITUDE(x) >> MANTISSA);
  *significand = x & (IMPLICIT - 1);
  if (exponent) {
    *significand |= IMPLICIT;
    return exponent;
  }
  int shift = LEADING_ZEROS(*significand) - (FLOAT_BITS - 1 - MANTISSA);
  *significand <<= shift;
  return 1 - shift;
}

static REP NAME(add)(REP a, REP b) {
  if (MAGNITUDE(a) < MAGNITUDE(b)) {
    REP swapped = a;
    a = b;
    b = swapped;
  }
  if (MAGNITUDE(a) >= INFINITE) return IS_NAN(a) || (MAGNITUDE(b) == INFINITE && a != b) ? QUIET_NAN : a;
  if (MAGNITUDE(b) == 0) return MAGNITUDE(a) ? a : a & b;
  REP large, small;
  int exponent = NAME(unpack)(a, &large), below = exponent - NAME(unpack)(b, &small);
  REP sum = large << 3;
  small = NAME(shift_sticky)(small << 3, below);
  if ((a ^ b) & SIGN) {
    sum -= small;
    if (sum == 0) return 0;
    int shift = LEADING_ZEROS(sum) - (FLOAT_BITS - 4 - MANTISSA);
    sum <<= shift;
    exponent -= shift;
  } else {
    sum += small;
    if (sum >> (MANTISSA + 4)) {
      sum = NAME(shift_sticky)(sum, 1);
      exponent++;
    }
  }
  return NAME(round)(a & SIGN, exponent, sum);
}

static REP NAME(subtract)(REP a, REP b) { return NAME(add)(a, IS_NAN(b) ? b : b ^ SIGN); }

/* The product of two significands, cut to FLOAT_BITS with a sticky bit; its leading bit is bit MANTISSA + 3 or the next. */
static REP NAME(product)(REP a, REP b) {
#if FLOAT_BITS == 32
  uint64_t all = (uint64_t)a * b;
  return (uint32_t)(all >> (MANTISSA - 3)) | ((all & (((uint32_t)1 << (MANTISSA - 3)) - 1)) != 0);
#else
  uint64_t low = (uint64_t)(uint32_t)a * (uint32_t)b;
  uint64_t left = (a >> 32) * (uint32_t)b + (low >> 32);
  uint64_t right = (uint64_t)(uint32_t)a * (b >> 32) + (uint32_t)left;
  uint64_t high = (a >> 32) * (b >> 32) + (left >> 32) + (right >> 32);
  low = (uint32_t)low | right << 32;
  return high << (67 - MANTISSA) | low >> (MANTISSA - 3) | ((low << (67 - MANTISSA)) != 0);
#endif
}

static REP NAME(multiply)(REP a, REP b) {
  REP sign = (a ^ b) & SIGN;
  if (IS_NAN(a) || IS_NAN(b)) return QUIET_NAN;
  if (MAGNITUDE(a) == INFINITE || MAGNITUDE(b) == INFINITE) return MAGNITUDE(a) && MAGNITUDE(b) ? sign | INFINITE : QUIET_NAN;
  if (!MAGNITUDE(a) || !MAGNITUDE(b)) return sign;
  REP left, right;
  int exponent = NAME(unpack)(a, &left) - BIAS;
  exponent += NAME(unpack)(b, &right);
  REP product = NAME(product)(left, right);
  if (product >> (MANTISSA + 4)) {
    product = NAME(shift_sticky)(product, 1);
    exponent++;
  }
  return NAME(round)(sign, exponent, product);
}

static REP NAME(divide)(REP a, REP b) {
  REP sign = (a ^ b) & SIGN;
  if (IS_NAN(a) || IS_NAN(b)) return QUIET_NAN;
  if (MAGNITUDE(a) == INFINITE) return MAGNITUDE(b) == INFINITE ? QUIET_NAN : sign | INFINITE;
  if (MAGNITUDE(b) == INFINITE) return sign;
  if (!MAGNITUDE(b)) return MAGNITUDE(a) ? sign | INFINITE : QUIET_NAN;
  if (!MAGNITUDE(a)) return sign;
  REP rest, divisor, quotient = 0;
  int exponent = NAME(unpack)(a, &rest) + BIAS;
  exponent -= NAME(unpack)(b, &divisor);
  if (rest < divisor) {
    rest <<= 1;
    exponent--;
  }
  for (int bit = 0; bit < MANTISSA + 4; bit++) {
    quotient <<= 1;
    if (rest >= divisor) {
      rest -= divisor;
      quotient |= 1;
    }
    rest <<= 1;
  }
  return NAME(round)(sign, exponent, quotient | (rest != 0));
}

/* -1, 0 or 1 as a is less than, equal to or greater than b; unordered where either is a NaN. */
static int NAME(compare)(REP a, REP b, int unordered) {
  if (IS_NAN(a) || IS_NAN(b)) return unordered;
  if (a == b || !MAGNITUDE(a | b)) return 0;
  if ((a ^ b) & SIGN) return a & SIGN ? -1 : 1;
  return (a < b) == !(a & SIGN) ? -1 : 1;
}

/* The magnitude of the integer part, at most `limit`; 0 for a NaN. */
static uint64_t NAME(integer_part)(REP a, uint64_t limit) {
  if (IS_NAN(a)) return 0;
  int shift = (int)(MAGNITUDE(a) >> MANTISSA) - BIAS - MANTISSA;
  if (shift < -MANTISSA) return 0;
  if (shift >= 64 - MANTISSA) return limit;
  uint64_t significand = (a & (IMPLICIT - 1)) | IMPLICIT;
  uint64_t value = shift < 0 ? significand >> -shift : significand << shift;
  return value > limit ? limit : value;
}

static int64_t NAME(to_signed)(REP a, int bits) {
  uint64_t edge = (uint64_t)1 << (bits - 1);
  return a & SIGN ? (int64_t)-NAME(integer_part)(a, edge) : (int64_t)NAME(integer_part)(a, edge - 1);
}

static uint64_t NAME(to_unsigned)(REP a, int bits) {
  return a & SIGN ? 0 : NAME(integer_part)(a, ~(uint64_t)0 >> (64 - bits));
}

static REP NAME(from_unsigned)(uint64_t magnitude, REP sign) {
  if (!magnitude) return 0;
  int leading = 63 - __builtin_clzll(magnitude), shift = leading - MANTISSA - 3;
  if (shift <= 0) return NAME(round)(sign, BIAS + leading, (REP)(magnitude << -shift));
  return NAME(round)(sign, BIAS + leading, (REP)(magnitude >> shift) | ((magnitude << (64 - shift)) != 0));
}

static REP NAME(from_signed)(int64_t value) {
  return value < 0 ? NAME(from_unsigned)(-(uint64_t)value, SIGN) : NAME(from_unsigned)((uint64_t)value, 0);
}
