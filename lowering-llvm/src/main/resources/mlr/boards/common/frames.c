/* Runs a node over the frames of a file and writes what it gives to another.
 *
 * in.bin:  steps (u32), whether to count instructions (u32), then an input frame a step.
 * out.bin: a record a step, its output frame followed by its instructions (u64) when counted; at the end the bytes of stack
 *          that reset and steps touched (u32). */
#include "board.h"

enum { BLOCK_BYTES = 65536, ALIGNMENT = 16, FRESH = 0xA5A5A5A5u };

extern char heap_begin[], heap_end[];
extern uint32_t step_stack_limit[], step_stack_top[];

static uint8_t *heap = (uint8_t *)heap_begin;

static void *take(uint32_t bytes) {
  uint8_t *taken = heap;
  uint32_t rounded = (bytes + ALIGNMENT - 1) & ~(ALIGNMENT - 1u);
  if (rounded < bytes || rounded > (uint32_t)((uint8_t *)heap_end - heap)) fail("state and frames do not fit into memory");
  heap += rounded;
  return taken;
}

static void call(void *function, const void *first, const void *second, const void *third) {
  call_on_stack(function, first, second, third, step_stack_top);
}

static void nothing(void *state, const void *in, void *out) {
  (void)state, (void)in, (void)out;
}

/* The instructions of one call, from the first of the function to its return; not inlined, so that the overhead is always the same. */
__attribute__((noinline)) static uint64_t counted(void *function, const void *state, const void *in, const void *out) {
  counter_begin();
  call(function, state, in, out);
  return counter_end();
}

static uint32_t stack_touched(void) {
  uint32_t *word = step_stack_limit;
  while (word < step_stack_top && *word == FRESH) word++;
  return (uint32_t)((uintptr_t)step_stack_top - (uintptr_t)word);
}

void run_frames(void) {
  uint32_t header[2];
  int input = file_open("in.bin", 0), output = file_open("out.bin", 1);
  file_read(input, header, sizeof header);
  uint32_t steps = header[0], counting = header[1];
  uint32_t record = node.out_bytes + (counting ? sizeof(uint64_t) : 0);
  uint32_t widest = node.in_bytes > record ? node.in_bytes : record;
  uint32_t block = widest && BLOCK_BYTES / widest ? BLOCK_BYTES / widest : 1;
  if (widest == 0) block = steps ? steps : 1;

  void *state = take(node.state_bytes), *in = take(node.in_bytes), *out = take(node.out_bytes);
  uint8_t *inputs = take(block * node.in_bytes), *records = take(block * record);
  for (uint32_t *word = step_stack_limit; word < step_stack_top; word++) *word = FRESH;
  memset(state, 0, node.state_bytes);
  counter_start();
  uint64_t overhead = counting ? counted((void *)nothing, state, in, out) : 0;

  call((void *)node.reset, state, 0, 0);
  for (uint32_t done = 0; done < steps;) {
    uint32_t round = steps - done < block ? steps - done : block;
    file_read(input, inputs, round * node.in_bytes);
    uint8_t *next = records;
    for (uint32_t i = 0; i < round; i++) {
      memcpy(in, inputs + i * node.in_bytes, node.in_bytes);
      memset(out, 0, node.out_bytes);
      uint64_t instructions = 0;
      if (counting) instructions = counted((void *)node.step, state, in, out) - overhead + 1; /* nothing is one return */
      else call((void *)node.step, state, in, out);
      memcpy(next, out, node.out_bytes);
      next += node.out_bytes;
      if (counting) {
        memcpy(next, &instructions, sizeof instructions);
        next += sizeof instructions;
      }
    }
    file_write(output, records, round * record);
    done += round;
  }
  uint32_t touched = stack_touched();
  file_write(output, &touched, sizeof touched);
  file_close(input);
  file_close(output);
  stop(0);
}
