/* Start-up for QEMU's riscv32 virt machine in machine mode; everything that must not be compiled stands here. */
  .section .text.start, "ax"
  .globl start
start:
  la sp, main_stack_top
  li t0, 0x2000                 /* mstatus.FS = initial: the floating-point unit on, where there is one */
  csrs mstatus, t0
  la t0, trap
  csrw mtvec, t0
  la a0, bss_begin
  la a2, bss_end
  sub a2, a2, a0
  li a1, 0
  call memset
  call run_frames

  .balign 4
trap:
  la a0, trap_message
  la sp, main_stack_top
  call fail

  .text
/* The debugger knows a semihosting call by these three instructions, uncompressed and within one 16-byte block. */
  .balign 16
  .globl semihosting
  .option push
  .option norvc
semihosting:
  slli x0, x0, 0x1f
  ebreak
  srai x0, x0, 7
  ret
  .option pop

  .globl call_on_stack
call_on_stack:
  addi sp, sp, -16
  sw ra, 12(sp)
  sw s0, 8(sp)
  mv s0, sp
  mv sp, a4
  mv t0, a0
  mv a0, a1
  mv a1, a2
  mv a2, a3
  jalr t0
  .globl returned_on_stack
returned_on_stack:
  mv sp, s0
  lw ra, 12(sp)
  lw s0, 8(sp)
  addi sp, sp, 16
  ret

  .section .rodata
trap_message:
  .asciz "trap"
