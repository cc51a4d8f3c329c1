/* Files and exit by semihosting (Arm, "Semihosting for AArch32 and AArch64", 2.0; RISC-V takes over its operations). */
#include "board.h"

enum { SYS_OPEN = 0x01, SYS_CLOSE = 0x02, SYS_WRITE0 = 0x04, SYS_WRITE = 0x05, SYS_READ = 0x06, SYS_EXIT_EXTENDED = 0x20 };
enum { APPLICATION_EXIT = 0x20026, MODE_READ_BINARY = 1, MODE_WRITE_BINARY = 5 };

static uintptr_t length(const char *text) {
  uintptr_t count = 0;
  while (text[count]) count++;
  return count;
}

int file_open(const char *name, int writable) {
  uintptr_t argument[3] = {(uintptr_t)name, writable ? MODE_WRITE_BINARY : MODE_READ_BINARY, length(name)};
  int file = semihosting(SYS_OPEN, argument);
  if (file < 0) fail("cannot open a frame file");
  return file;
}

void file_read(int file, void *bytes, size_t count) {
  uintptr_t argument[3] = {(uintptr_t)file, (uintptr_t)bytes, count};
  if (count && semihosting(SYS_READ, argument) != 0) fail("the input file is too short");
}

void file_write(int file, const void *bytes, size_t count) {
  uintptr_t argument[3] = {(uintptr_t)file, (uintptr_t)bytes, count};
  if (count && semihosting(SYS_WRITE, argument) != 0) fail("cannot write the output file");
}

void file_close(int file) {
  uintptr_t argument[1] = {(uintptr_t)file};
  semihosting(SYS_CLOSE, argument);
}

void stop(int code) {
  uintptr_t argument[2] = {APPLICATION_EXIT, (uintptr_t)code};
  for (;;) semihosting(SYS_EXIT_EXTENDED, argument);
}

void fail(const char *message) {
  semihosting(SYS_WRITE0, "board: ");
  semihosting(SYS_WRITE0, message);
  semihosting(SYS_WRITE0, "\n");
  stop(99);
}
