/* Block copies and fills, a word at a time where both ends are aligned. */
#include "board.h"

enum { WORD = sizeof(uint32_t) };

static int aligned(const void *first, const void *second) { return (((uintptr_t)first | (uintptr_t)second) & (WORD - 1)) == 0; }

void *memcpy(void *restrict to, const void *restrict from, size_t count) {
  uint8_t *target = to;
  const uint8_t *source = from;
  if (aligned(to, from))
    for (; count >= WORD; count -= WORD, target += WORD, source += WORD) *(uint32_t *)target = *(const uint32_t *)source;
  while (count--) *target++ = *source++;
  return to;
}

void *memmove(void *to, const void *from, size_t count) {
  if ((uintptr_t)to - (uintptr_t)from >= count) return memcpy(to, from, count);
  uint8_t *target = (uint8_t *)to + count;
  const uint8_t *source = (const uint8_t *)from + count;
  while (count--) *--target = *--source;
  return to;
}

void *memset(void *to, int value, size_t count) {
  uint8_t *target = to;
  if (aligned(to, to))
    for (uint32_t word = 0x01010101u * (uint8_t)value; count >= WORD; count -= WORD, target += WORD) *(uint32_t *)target = word;
  while (count--) *target++ = (uint8_t)value;
  return to;
}
