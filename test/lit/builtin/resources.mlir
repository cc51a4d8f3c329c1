// RUN: mlr-opt --allow-unregistered-dialect %s | FileCheck %s
// RUN: mlr-opt --allow-unregistered-dialect %s | mlir-opt --allow-unregistered-dialect | FileCheck %s
// RUN: mlr-opt --allow-unregistered-dialect --mlir-elide-resource-strings-if-larger=20 %s | FileCheck %s --check-prefix=ELIDED
// RUN: mlr-opt --allow-unregistered-dialect --run-reproducer %s | FileCheck %s --check-prefix=REPRODUCED

// Resources are printed when something refers to them, in order of their first use; what tools keep in a file is, too.

"x.y"() {a = dense_resource<blob3> : tensor<2xi32>, b = dense_resource<blob1> : tensor<2xi32>, c = dense_resource<none> : tensor<1xf32>} : () -> ()
"x.z"() {a = dense_resource<blob1> : tensor<2xi32>} : () -> ()
{-#
  dialect_resources: {
    builtin: {
      blob1: "0x08000000010000000000000002000000",
      blob2: "0x0400000001000000",
      blob3: "0x0400000001000000ABCDEF01"
    }
  },
  external_resources: {
    mlir_reproducer: { pipeline: "builtin.module(cse)", disable_threading: true, verify_each: true },
    other: { a: "0x0400000001000000", quoted: "\"\\" },
    none: {}
  }
#-}

// CHECK: a = dense_resource<blob3> : tensor<2xi32>
// CHECK: {-#
// CHECK-NEXT: dialect_resources: {
// CHECK-NEXT: builtin: {
// CHECK-NEXT: blob3: "0x0400000001000000ABCDEF01",
// CHECK-NEXT: blob1: "0x08000000010000000000000002000000"
// CHECK-NEXT: }
// CHECK-NEXT: },
// CHECK-NEXT: external_resources: {
// CHECK-NEXT: mlir_reproducer: {
// CHECK-NEXT: pipeline: "builtin.module(cse)",
// CHECK-NEXT: disable_threading: true,
// CHECK-NEXT: verify_each: true
// CHECK-NEXT: },
// CHECK-NEXT: other: {
// CHECK-NEXT: a: "0x0400000001000000",
// CHECK-NEXT: quoted: "\22\{{.*}}"
// CHECK-NEXT: }
// CHECK-NEXT: }
// CHECK-NEXT: #-}

// ELIDED:      {-#
// ELIDED-NEXT: external_resources: {
// ELIDED-NEXT: mlir_reproducer: {
// ELIDED-NEXT: disable_threading: true,
// ELIDED:      other: {

// REPRODUCED:     external_resources: {
// REPRODUCED-NOT: mlir_reproducer
