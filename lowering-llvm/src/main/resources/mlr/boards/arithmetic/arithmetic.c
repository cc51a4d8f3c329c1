/* The routines of libgcc and of Arm's run-time ABI that objects may ask for, by their names: board images are linked without GCC.
 * Floats are taken as bits where the base procedure-call standard passes them in integer registers (all of Arm's, all doubles). */
#include "board.h"

typedef __INT64_TYPE__ int64_t;
typedef __INT32_TYPE__ int32_t;

#define FLOAT_BITS 32
#include "soft_float.h"
#include "undefine.h"
#define FLOAT_BITS 64
#include "soft_float.h"
#include "undefine.h"

static uint64_t widen(uint32_t a) {
  uint64_t sign = (uint64_t)(a >> 31) << 63;
  uint32_t magnitude = a << 1 >> 1;
  if (magnitude > 0x7F800000) return 0x7FF8000000000000;
  if (magnitude == 0x7F800000) return sign | 0x7FF0000000000000;
  if (!magnitude) return sign;
  uint32_t significand;
  int exponent = f32_unpack(a, &significand);
  return f64_round(sign, exponent - 127 + 1023, (uint64_t)significand << (52 - 23 + 3));
}

static uint32_t narrow(uint64_t a) {
  uint32_t sign = (uint32_t)(a >> 63) << 31;
  uint64_t magnitude = a << 1 >> 1;
  if (magnitude > 0x7FF0000000000000) return 0x7FC00000;
  if (magnitude == 0x7FF0000000000000) return sign | 0x7F800000;
  if (!magnitude) return sign;
  uint64_t significand;
  int exponent = f64_unpack(a, &significand);
  return f32_round(sign, exponent - 1023 + 127, (uint32_t)f64_shift_sticky(significand, 52 - 23 - 3));
}

/* Restoring division, a bit at a time from the dividend's leading one. */
static uint64_t divide(uint64_t dividend, uint64_t divisor, uint64_t *rest) {
  uint64_t quotient = 0;
  if (divisor == 0 || divisor > dividend) {
    *rest = dividend;
    return 0;
  }
  int shift = __builtin_clzll(divisor) - __builtin_clzll(dividend);
  divisor <<= shift;
  for (; shift >= 0; shift--, divisor >>= 1) {
    quotient <<= 1;
    if (dividend >= divisor) {
      dividend -= divisor;
      quotient |= 1;
    }
  }
  *rest = dividend;
  return quotient;
}

static int64_t divide_signed(int64_t dividend, int64_t divisor, int64_t *rest) {
  uint64_t magnitude;
  uint64_t quotient = divide(dividend < 0 ? -(uint64_t)dividend : (uint64_t)dividend,
                             divisor < 0 ? -(uint64_t)divisor : (uint64_t)divisor, &magnitude);
  *rest = (int64_t)(dividend < 0 ? -magnitude : magnitude);
  return (int64_t)((dividend < 0) != (divisor < 0) ? -quotient : quotient);
}

#if defined(__arm__)

#define BASE __attribute__((pcs("aapcs")))

BASE uint64_t __aeabi_dadd(uint64_t a, uint64_t b) { return f64_add(a, b); }
BASE uint64_t __aeabi_dsub(uint64_t a, uint64_t b) { return f64_subtract(a, b); }
BASE uint64_t __aeabi_dmul(uint64_t a, uint64_t b) { return f64_multiply(a, b); }
BASE uint64_t __aeabi_ddiv(uint64_t a, uint64_t b) { return f64_divide(a, b); }
BASE int __aeabi_dcmpeq(uint64_t a, uint64_t b) { return f64_compare(a, b, 1) == 0; }
BASE int __aeabi_dcmplt(uint64_t a, uint64_t b) { return f64_compare(a, b, 1) < 0; }
BASE int __aeabi_dcmple(uint64_t a, uint64_t b) { return f64_compare(a, b, 1) <= 0; }
BASE int __aeabi_dcmpge(uint64_t a, uint64_t b) { return f64_compare(a, b, -1) >= 0; }
BASE int __aeabi_dcmpgt(uint64_t a, uint64_t b) { return f64_compare(a, b, -1) > 0; }
BASE int __aeabi_dcmpun(uint64_t a, uint64_t b) { return f64_compare(a, b, 2) == 2; }
BASE int32_t __aeabi_d2iz(uint64_t a) { return (int32_t)f64_to_signed(a, 32); }
BASE uint32_t __aeabi_d2uiz(uint64_t a) { return (uint32_t)f64_to_unsigned(a, 32); }
BASE int64_t __aeabi_d2lz(uint64_t a) { return f64_to_signed(a, 64); }
BASE uint64_t __aeabi_d2ulz(uint64_t a) { return f64_to_unsigned(a, 64); }
BASE int64_t __aeabi_f2lz(uint32_t a) { return f32_to_signed(a, 64); }
BASE uint64_t __aeabi_f2ulz(uint32_t a) { return f32_to_unsigned(a, 64); }
BASE uint64_t __aeabi_i2d(int32_t a) { return f64_from_signed(a); }
BASE uint64_t __aeabi_ui2d(uint32_t a) { return f64_from_unsigned(a, 0); }
BASE uint64_t __aeabi_l2d(int64_t a) { return f64_from_signed(a); }
BASE uint64_t __aeabi_ul2d(uint64_t a) { return f64_from_unsigned(a, 0); }
BASE uint32_t __aeabi_l2f(int64_t a) { return f32_from_signed(a); }
BASE uint32_t __aeabi_ul2f(uint64_t a) { return f32_from_unsigned(a, 0); }
BASE uint64_t __aeabi_f2d(uint32_t a) { return widen(a); }
BASE uint32_t __aeabi_d2f(uint64_t a) { return narrow(a); }

/* Quotient in r0:r1, remainder in r2:r3: no C function returns that. */
__attribute__((used)) static uint64_t division(uint64_t a, uint64_t b, uint64_t *rest) { return divide(a, b, rest); }
__attribute__((used)) static int64_t signed_division(int64_t a, int64_t b, int64_t *rest) { return divide_signed(a, b, rest); }
#define QUOTIENT_AND_REST(name, function)                                                                                    \
  __attribute__((naked)) void name(void) {                                                                                   \
    __asm__("push {r7, lr}\n sub sp, #16\n add r7, sp, #8\n str r7, [sp]\n bl " #function                                    \
            "\n ldrd r2, r3, [sp, #8]\n add sp, #16\n pop {r7, pc}");                                                        \
  }
QUOTIENT_AND_REST(__aeabi_uldivmod, division)
QUOTIENT_AND_REST(__aeabi_ldivmod, signed_division)

/* The alignment that the names promise is not made use of. */
#define FORMS(name, parameters, call)                                                                                        \
  BASE void name parameters { call; }                                                                                        \
  BASE void name##4 parameters { call; }                                                                                     \
  BASE void name##8 parameters { call; }
FORMS(__aeabi_memcpy, (void *to, const void *from, size_t count), memcpy(to, from, count))
FORMS(__aeabi_memmove, (void *to, const void *from, size_t count), memmove(to, from, count))
FORMS(__aeabi_memset, (void *to, size_t count, int value), memset(to, value, count))
FORMS(__aeabi_memclr, (void *to, size_t count), memset(to, 0, count))

#else

/* With an F unit a float comes in a float register, without one in an integer register: its own type says both. */
typedef union {
  float value;
  uint32_t bits;
} single;
#define BITS(x) ((single){.value = (x)}.bits)
#define VALUE(x) ((single){.bits = (x)}.value)

float __addsf3(float a, float b) { return VALUE(f32_add(BITS(a), BITS(b))); }
float __subsf3(float a, float b) { return VALUE(f32_subtract(BITS(a), BITS(b))); }
float __mulsf3(float a, float b) { return VALUE(f32_multiply(BITS(a), BITS(b))); }
float __divsf3(float a, float b) { return VALUE(f32_divide(BITS(a), BITS(b))); }
uint64_t __adddf3(uint64_t a, uint64_t b) { return f64_add(a, b); }
uint64_t __subdf3(uint64_t a, uint64_t b) { return f64_subtract(a, b); }
uint64_t __muldf3(uint64_t a, uint64_t b) { return f64_multiply(a, b); }
uint64_t __divdf3(uint64_t a, uint64_t b) { return f64_divide(a, b); }

/* A comparison with a NaN is to fail, so what is unordered is on the far side of each. */
int __eqsf2(float a, float b) { return f32_compare(BITS(a), BITS(b), 1); }
int __nesf2(float a, float b) { return f32_compare(BITS(a), BITS(b), 1); }
int __ltsf2(float a, float b) { return f32_compare(BITS(a), BITS(b), 1); }
int __lesf2(float a, float b) { return f32_compare(BITS(a), BITS(b), 1); }
int __gtsf2(float a, float b) { return f32_compare(BITS(a), BITS(b), -1); }
int __gesf2(float a, float b) { return f32_compare(BITS(a), BITS(b), -1); }
int __unordsf2(float a, float b) { return f32_compare(BITS(a), BITS(b), 2) == 2; }
int __eqdf2(uint64_t a, uint64_t b) { return f64_compare(a, b, 1); }
int __nedf2(uint64_t a, uint64_t b) { return f64_compare(a, b, 1); }
int __ltdf2(uint64_t a, uint64_t b) { return f64_compare(a, b, 1); }
int __ledf2(uint64_t a, uint64_t b) { return f64_compare(a, b, 1); }
int __gtdf2(uint64_t a, uint64_t b) { return f64_compare(a, b, -1); }
int __gedf2(uint64_t a, uint64_t b) { return f64_compare(a, b, -1); }
int __unorddf2(uint64_t a, uint64_t b) { return f64_compare(a, b, 2) == 2; }

int32_t __fixsfsi(float a) { return (int32_t)f32_to_signed(BITS(a), 32); }
uint32_t __fixunssfsi(float a) { return (uint32_t)f32_to_unsigned(BITS(a), 32); }
int64_t __fixsfdi(float a) { return f32_to_signed(BITS(a), 64); }
uint64_t __fixunssfdi(float a) { return f32_to_unsigned(BITS(a), 64); }
int32_t __fixdfsi(uint64_t a) { return (int32_t)f64_to_signed(a, 32); }
uint32_t __fixunsdfsi(uint64_t a) { return (uint32_t)f64_to_unsigned(a, 32); }
int64_t __fixdfdi(uint64_t a) { return f64_to_signed(a, 64); }
uint64_t __fixunsdfdi(uint64_t a) { return f64_to_unsigned(a, 64); }
float __floatsisf(int32_t a) { return VALUE(f32_from_signed(a)); }
float __floatunsisf(uint32_t a) { return VALUE(f32_from_unsigned(a, 0)); }
float __floatdisf(int64_t a) { return VALUE(f32_from_signed(a)); }
float __floatundisf(uint64_t a) { return VALUE(f32_from_unsigned(a, 0)); }
uint64_t __floatsidf(int32_t a) { return f64_from_signed(a); }
uint64_t __floatunsidf(uint32_t a) { return f64_from_unsigned(a, 0); }
uint64_t __floatdidf(int64_t a) { return f64_from_signed(a); }
uint64_t __floatundidf(uint64_t a) { return f64_from_unsigned(a, 0); }
uint64_t __extendsfdf2(float a) { return widen(BITS(a)); }
float __truncdfsf2(uint64_t a) { return VALUE(narrow(a)); }

uint64_t __udivdi3(uint64_t a, uint64_t b) {
  uint64_t rest;
  return divide(a, b, &rest);
}
uint64_t __umoddi3(uint64_t a, uint64_t b) {
  uint64_t rest;
  divide(a, b, &rest);
  return rest;
}
int64_t __divdi3(int64_t a, int64_t b) {
  int64_t rest;
  return divide_signed(a, b, &rest);
}
int64_t __moddi3(int64_t a, int64_t b) {
  int64_t rest;
  divide_signed(a, b, &rest);
  return rest;
}

#endif
