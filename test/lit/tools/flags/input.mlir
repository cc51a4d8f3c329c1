// What is read, and in which parts.

// RUN: mlr-opt %S/Inputs/three.mlir --split-input-file | FileCheck %s --check-prefix=SPLIT
// RUN: mlr-opt %S/Inputs/three.mlir --split-input-file='// ##' --output-split-marker='// @@' | FileCheck %s --check-prefix=MARKER
// RUN: mlr-opt %S/Inputs/three.mlir | FileCheck %s --check-prefix=WHOLE
// RUN: mlr-opt %S/Inputs/one.mlir --no-implicit-module --cse | FileCheck %s --check-prefix=ONE
// RUN: mlr-opt %S/Inputs/one.mlir --no-implicit-module --pass-pipeline='func.func(cse)' | FileCheck %s --check-prefix=ONE
// RUN: not mlr-opt %S/Inputs/three.mlir --no-implicit-module 2>&1 | FileCheck %s --check-prefix=SEVERAL
// RUN: not mlr-opt %S/Inputs/three.mlir --split-input-file --emit-bytecode 2>&1 | FileCheck %s --check-prefix=PARTS
// RUN: mlr-opt %S/Inputs/three.mlir --emit-bytecode -o %t && mlr-opt %t | FileCheck %s --check-prefix=WHOLE
// RUN: mlr-opt %S/Inputs/three.mlir --verify-roundtrip | FileCheck %s --check-prefix=WHOLE
// RUN: not mlr-opt %S/Inputs/one.mlir --no-implicit-module --emit-bytecode 2>&1 | FileCheck %s --check-prefix=FORM

// SPLIT:       module {
// SPLIT-NEXT:    func.func @f() {
// SPLIT:       {{^}}}
// SPLIT-EMPTY:
// SPLIT-NEXT:  // -----
// SPLIT-NEXT:  module {
// SPLIT-NEXT:    func.func @g
// SPLIT-NOT:   // -----
// SPLIT:         func.func @h

// MARKER:      func.func @f
// MARKER-NOT:  // @@
// MARKER:      func.func @g
// MARKER:      // @@
// MARKER-NEXT: module {
// MARKER-NEXT:   func.func @h

// WHOLE:      module {
// WHOLE-NEXT:   func.func @f() {
// WHOLE:        func.func @g
// WHOLE:        func.func @h

// ONE-NOT:   module
// ONE:       {{^}}func.func @f() {
// ONE-NEXT:  {{^}}  return

// SEVERAL: three.mlir:1:1: error: source must contain a single top-level operation, found: 3
// PARTS:   mlr-opt: --emit-bytecode writes one result, the input has 2 parts
// FORM:    error: only a module has a binary form; leave out --no-implicit-module
