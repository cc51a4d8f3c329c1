/* What a board offers to the program that runs a node on it. Freestanding: no header but this one. */
#ifndef MLR_BOARD_H
#define MLR_BOARD_H

typedef __UINT8_TYPE__ uint8_t;
typedef __UINT32_TYPE__ uint32_t;
typedef __UINT64_TYPE__ uint64_t;
typedef __UINTPTR_TYPE__ uintptr_t;
typedef __SIZE_TYPE__ size_t;

/* The node on this board; made for each image. */
typedef struct {
  void (*reset)(void *state);
  void (*step)(void *state, const void *in, void *out);
  uint32_t state_bytes, in_bytes, out_bytes;
} binding;
extern const binding node;

/* Semihosting, for every board. */
int file_open(const char *name, int writable);
void file_read(int file, void *bytes, size_t count);
void file_write(int file, const void *bytes, size_t count);
void file_close(int file);
_Noreturn void stop(int code);
_Noreturn void fail(const char *message);

/* Each board has its own of these. */
int semihosting(int operation, const void *argument);
void call_on_stack(void *function, const void *first, const void *second, const void *third, void *stack);
void counter_start(void);
/* Begins a measurement; ends it, giving the instructions in between and a constant. Exact under -icount shift=0. */
void counter_begin(void);
uint64_t counter_end(void);

void *memcpy(void *to, const void *from, size_t count);
void *memmove(void *to, const void *from, size_t count);
void *memset(void *to, int value, size_t count);

#endif
