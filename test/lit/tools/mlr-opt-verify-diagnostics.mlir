// Diagnostics that are expected but missing, or there but unexpected, are errors themselves.

// RUN: mlr-opt %S/Inputs/expected.mlir --verify-diagnostics --split-input-file
// RUN: not mlr-opt %S/Inputs/unexpected.mlir --verify-diagnostics --split-input-file 2>&1 | FileCheck %s

// CHECK: unexpected.mlir:1:24: error: unexpected error: redefinition of symbol named 'f'
// CHECK: unexpected.mlir:5:{{[0-9]+}}: error: expected error "no such thing" was not produced
// CHECK: unexpected.mlir:9:4: error: invalid regex: {{.*}} in 'no {{[{][{]}}({{[}][}]}} thing'
