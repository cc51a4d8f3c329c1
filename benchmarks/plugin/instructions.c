/* A QEMU 7.2 TCG plugin that counts executed instructions exactly.
 *
 *   gcc -O2 -shared -fPIC -fvisibility=hidden instructions.c -o libinstructions.so
 *   qemu-system-arm … -plugin ./libinstructions.so,begin=ADDRESS,end=ADDRESS,counts=FILE[,blocks=FILE]
 *
 * A region goes from each execution of the instruction at `begin` up to that of the one at `end`, which does not count. `counts`
 * gets a line a region; `blocks` a line for each block executed inside regions, its address, instructions and executions, which
 * is what llvm-mca needs to be weighted with. Addresses are hexadecimal.
 *
 * Debian ships no qemu-plugin.h; what is used of its interface (version 1) is declared here. */
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef uint64_t qemu_plugin_id_t;
struct qemu_plugin_tb;
struct qemu_plugin_insn;
typedef void (*block_translated)(qemu_plugin_id_t, struct qemu_plugin_tb *);
typedef void (*instruction_executed)(unsigned int, void *);
typedef void (*plugin_ended)(qemu_plugin_id_t, void *);

enum { NO_REGISTERS = 0, ADD_U64 = 0 };

void qemu_plugin_register_vcpu_tb_trans_cb(qemu_plugin_id_t, block_translated);
void qemu_plugin_register_vcpu_insn_exec_cb(struct qemu_plugin_insn *, instruction_executed, int, void *);
void qemu_plugin_register_vcpu_insn_exec_inline(struct qemu_plugin_insn *, int, void *, uint64_t);
void qemu_plugin_register_atexit_cb(qemu_plugin_id_t, plugin_ended, void *);
size_t qemu_plugin_tb_n_insns(const struct qemu_plugin_tb *);
struct qemu_plugin_insn *qemu_plugin_tb_get_insn(const struct qemu_plugin_tb *, size_t);
uint64_t qemu_plugin_insn_vaddr(const struct qemu_plugin_insn *);

#define EXPORTED __attribute__((visibility("default")))
EXPORTED int qemu_plugin_version = 1;

typedef struct block {
  struct block *next;
  uint64_t address, instructions, executions, before, inside;
} block;

static uint64_t begin_address, end_address, executed, begun_at;
static bool inside;
static FILE *counts;
static const char *blocks_file;
static block *blocks;

static void begin(unsigned int cpu, void *data) {
  (void)cpu, (void)data;
  inside = true;
  begun_at = executed;
  for (block *b = blocks; b; b = b->next) b->before = b->executions;
}

static void end(unsigned int cpu, void *data) {
  (void)cpu, (void)data;
  if (!inside) return;
  inside = false;
  if (counts) fprintf(counts, "%" PRIu64 "\n", executed - begun_at);
  for (block *b = blocks; b; b = b->next) b->inside += b->executions - b->before;
}

static block *block_at(uint64_t address, uint64_t instructions) {
  for (block *b = blocks; b; b = b->next)
    if (b->address == address && b->instructions == instructions) return b;
  block *fresh = calloc(1, sizeof *fresh);
  if (!fresh) abort();
  fresh->address = address;
  fresh->instructions = instructions;
  fresh->next = blocks;
  return blocks = fresh;
}

/* Callbacks of an instruction run in the order of their registration: a region begins and ends before its instruction counts. */
static void translated(qemu_plugin_id_t id, struct qemu_plugin_tb *tb) {
  (void)id;
  size_t count = qemu_plugin_tb_n_insns(tb);
  for (size_t i = 0; i < count; i++) {
    struct qemu_plugin_insn *instruction = qemu_plugin_tb_get_insn(tb, i);
    uint64_t address = qemu_plugin_insn_vaddr(instruction);
    if (address == begin_address) qemu_plugin_register_vcpu_insn_exec_cb(instruction, begin, NO_REGISTERS, NULL);
    if (address == end_address) qemu_plugin_register_vcpu_insn_exec_cb(instruction, end, NO_REGISTERS, NULL);
    if (i == 0 && blocks_file)
      qemu_plugin_register_vcpu_insn_exec_inline(instruction, ADD_U64, &block_at(address, count)->executions, 1);
    qemu_plugin_register_vcpu_insn_exec_inline(instruction, ADD_U64, &executed, 1);
  }
}

static void ended(qemu_plugin_id_t id, void *data) {
  (void)id, (void)data;
  if (counts) fclose(counts);
  FILE *file = blocks_file ? fopen(blocks_file, "w") : NULL;
  if (!file) return;
  for (block *b = blocks; b; b = b->next)
    if (b->inside) fprintf(file, "%" PRIx64 " %" PRIu64 " %" PRIu64 "\n", b->address, b->instructions, b->inside);
  fclose(file);
}

EXPORTED int qemu_plugin_install(qemu_plugin_id_t id, const void *info, int argc, char **argv) {
  (void)info;
  for (int i = 0; i < argc; i++) {
    if (!strncmp(argv[i], "begin=", 6)) begin_address = strtoull(argv[i] + 6, NULL, 16) & ~(uint64_t)1;
    else if (!strncmp(argv[i], "end=", 4)) end_address = strtoull(argv[i] + 4, NULL, 16) & ~(uint64_t)1;
    else if (!strncmp(argv[i], "counts=", 7)) counts = fopen(argv[i] + 7, "w");
    else if (!strncmp(argv[i], "blocks=", 7)) blocks_file = argv[i] + 7;
    else return 1;
  }
  qemu_plugin_register_vcpu_tb_trans_cb(id, translated);
  qemu_plugin_register_atexit_cb(id, ended, NULL);
  return 0;
}
