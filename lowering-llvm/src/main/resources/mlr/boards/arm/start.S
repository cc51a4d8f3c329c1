/* Start-up for Cortex-M with a floating-point unit; everything that must not be compiled stands here. */
  .syntax unified
  .thumb

  .section .vectors, "a", %progbits
  .word main_stack_top
  .word start
  .rept 14
  .word fault
  .endr

  .text
  .balign 4
  .globl start
  .type start, %function
start:
  ldr r0, =0xE000ED88           /* CPACR: the unit on, before any compiled code */
  ldr r1, [r0]
  orr r1, r1, #(0xF << 20)
  str r1, [r0]
  dsb
  isb
  ldr r0, =data_begin
  ldr r1, =data_load
  ldr r2, =data_end
  subs r2, r2, r0
  bl memcpy
  ldr r0, =bss_begin
  ldr r2, =bss_end
  subs r2, r2, r0
  movs r1, #0
  bl memset
  bl run_frames
  .ltorg

  .type fault, %function
fault:
  ldr r0, =fault_message
  bl fail
  .ltorg

  .globl semihosting
  .type semihosting, %function
semihosting:
  bkpt 0xAB
  bx lr

  .globl call_on_stack
  .type call_on_stack, %function
call_on_stack:
  push {r4, lr}
  mov r4, sp
  ldr r12, [sp, #8]
  mov sp, r12
  mov r12, r0
  mov r0, r1
  mov r1, r2
  mov r2, r3
  blx r12
  .globl returned_on_stack
returned_on_stack:
  mov sp, r4
  pop {r4, pc}

  .section .rodata
fault_message:
  .asciz "fault"
