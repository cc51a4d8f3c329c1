// All translations, one after the other: text to Protocol Buffers and back, source to text, the llvm dialect to LLVM IR and to objects.

// RUN: mlr-translate --mlir-to-proto %s -o %t.pb
// RUN: mlr-translate --proto-to-mlir %t.pb | FileCheck %s
// RUN: mlr-translate --import-mlr %{examples}/birnn.mlr --node over_time | FileCheck %s --check-prefix=IMPORT
// RUN: mlr-translate --mlir-to-llvmir %s | FileCheck %s --check-prefix=LLVMIR
// RUN: mlr-translate --mlir-to-llvmir --target=cortex-m7 %s | FileCheck %s --check-prefix=M7
// RUN: mlr-translate --mlir-to-object --target=cortex-m7 %s -o %t.o
// RUN: llvm-readelf -h -s %t.o | FileCheck %s --check-prefix=OBJECT
// RUN: mlr-translate --mlir-to-proto %s | mlr-translate --proto-to-mlir - | mlr-translate --mlir-to-llvmir - | FileCheck %s --check-prefix=LLVMIR

// IMPORT:     reactive.node @over_time(
// IMPORT-NOT: reactive.node @over_space(

// LLVMIR: target triple = "{{.+}}"
// LLVMIR: define float @twice(float %{{.*}})
// LLVMIR: fadd float

// M7: target triple = "thumbv7em-

// OBJECT-DAG: Class: ELF32
// OBJECT-DAG: Machine: ARM
// OBJECT-DAG: FUNC GLOBAL DEFAULT {{.*}} twice

// CHECK:      llvm.func @twice(%{{.*}}: f32) -> f32 {
// CHECK-NEXT:   llvm.fadd
llvm.func @twice(%x: f32) -> f32 {
  %0 = llvm.fadd %x, %x : f32
  llvm.return %0 : f32
}
