// The bidirectional network of the examples at each of its levels, from the source file to the llvm dialect. The passes are validated in full one level
// after the other; that they do the same as a pipeline of one name is seen by two traces.

// RUN: mlr-opt %{examples}/birnn.mlr | FileCheck %s --check-prefix=REACTIVE
// RUN: mlr-opt %{examples}/birnn.mlr --pass-pipeline='builtin.module(normalize-reactive,convert-reactive-to-sched,canonicalize,cse)' -o %t.sched
// RUN: FileCheck %s --check-prefix=SCHED < %t.sched
// RUN: mlr-opt %t.sched --pass-pipeline='builtin.module(pack-weights,plan-memory)' -o %t.plan
// RUN: FileCheck %s --check-prefix=PLAN < %t.plan
// RUN: mlr-opt %t.plan --pass-pipeline='builtin.module(convert-tensor-to-loops,convert-sched-to-loop,canonicalize,cse)' -o %t.loop
// RUN: FileCheck %s --check-prefix=LOOP < %t.loop
// RUN: mlr-opt %t.loop --pass-pipeline='builtin.module(expand-math,convert-loop-to-llvm,canonicalize,cse)' -o %t.llvm
// RUN: FileCheck %s --check-prefix=LLVM < %t.llvm
// RUN: mlr-opt %{examples}/birnn.mlr --mlr-to-llvm --validate-passes=2 | FileCheck %s --check-prefix=LLVM
// RUN: mlr-opt %{examples}/birnn.mlr --pass-pipeline='builtin.module(mlr-to-llvm{index-bitwidth=32})' --validate-passes=1 | FileCheck %s --check-prefix=NARROW

// In time and in space the two equations stand as they were written.
// REACTIVE-LABEL: reactive.node @over_time(
// REACTIVE:         reactive.segment every 7
// REACTIVE:           reactive.fby
// REACTIVE:           reactive.post
// REACTIVE:           reactive.then
// REACTIVE:             reactive.all
// REACTIVE-LABEL: reactive.node @over_space(
// REACTIVE:         reactive.segment over 7 elements(
// REACTIVE:           reactive.fby
// REACTIVE:           reactive.post

// In time the first direction is computed as frames come and the second in a burst at the last; in space both are sweeps.
// SCHED-NOT:   reactive.
// SCHED-LABEL: sched.machine @over_time
// SCHED:         sched.buffer {{.*}} "stack" : !sched.buffer<7, tensor<4xf32>>
// SCHED-NOT:     sched.sweep forward
// SCHED:         sched.guard
// SCHED:           sched.sweep backward
// SCHED-LABEL: sched.machine @over_space
// SCHED:         sched.sweep forward
// SCHED:         sched.sweep backward

// PLAN: sched.machine @over_time attributes {{.*}}scratch_bytes = {{[1-9][0-9]*}} : i64

// LOOP-NOT:   {{reactive|sched|tensor}}.{{[a-z]}}
// LOOP-LABEL: func.func @over_time_reset(
// LOOP-LABEL: func.func @over_time_step(
// LOOP:         loop.if
// LOOP:           loop.for
// LOOP-LABEL: func.func @over_space_step(

// LLVM-LABEL:  llvm.func @over_time_reset(
// LLVM-LABEL:  llvm.func @over_time_step(
// LLVM:          llvm.cond_br
// LLVM:          llvm.call @mlr_tanhf(
// LLVM-LABEL:  llvm.func @over_space_step(
// LLVM:        llvm.func {{.*}}@mlr_tanhf(

// NARROW-LABEL: llvm.func @over_time_step(
// NARROW:         llvm.getelementptr {{.*}} (!llvm.ptr, i32) -> !llvm.ptr
