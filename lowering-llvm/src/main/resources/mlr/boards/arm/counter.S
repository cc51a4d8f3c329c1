/* Counts instructions exactly with SysTick, which ticks once in 40 of them under -icount shift=0.
 *
 * The counter is read every 39 instructions until two readings agree. Two readings 39 apart agree only if the first was at
 * the first instruction of a tick and the second at the last, so the second reading's place is known exactly; the first
 * reading of the series was 39 * rounds before it. A measurement may last 2^24 ticks, 671 million instructions. */
  .syntax unified
  .thumb

  .equ SYST_CSR, 0xE000E010
  .equ SYST_CVR, 0xE000E018

  .text
  .balign 4

/* r0 = tick at the last reading, r1 = rounds of 39 since the first */
edge:
  ldr r3, =SYST_CVR
  movs r1, #0
  ldr r2, [r3]
  nop
  nop
  nop
1:
  adds r1, #1
  .rept 34
  nop
  .endr
  ldr r0, [r3]
  cmp r0, r2
  mov r2, r0
  bne 1b
  bx lr
  .ltorg

  .globl counter_start
  .type counter_start, %function
counter_start:
  ldr r3, =SYST_CSR
  mvn r2, #0xFF000000
  str r2, [r3, #4]
  movs r2, #0
  str r2, [r3, #8]
  movs r2, #5                   /* on, processor clock, no interrupt */
  str r2, [r3]
  bx lr

  .globl counter_begin
  .type counter_begin, %function
counter_begin:
  push {r4, lr}
  bl edge
  ldr r1, =begin_tick
  str r0, [r1]
  pop {r4, pc}

  .globl counter_end
  .type counter_end, %function
counter_end:
  push {r4, lr}
  bl edge
  ldr r3, =begin_tick
  ldr r3, [r3]
  subs r0, r3, r0
  bic r0, r0, #0xFF000000
  movs r2, #40
  muls r0, r2, r0
  movs r2, #39
  mls r0, r1, r2, r0
  movs r1, #0
  pop {r4, pc}
  .ltorg

  .bss
  .balign 4
begin_tick:
  .space 4
