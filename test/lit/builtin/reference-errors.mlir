// RUN: mlr-opt --verify-diagnostics --split-input-file --allow-unregistered-dialect %s

// What refers to something that does not fit points to it; what refers to nothing names the nearest.

// expected-note@+1 2 {{@signature has type (i32, f32) -> i32}}
func.func @signature(%a: i32, %b: f32) -> i32 {
  return %a : i32
}
// expected-note@+1 {{@caller has type (i32) -> ()}}
func.func @caller(%value: i32) {
  // expected-error@+1 {{incorrect number of operands for callee: @signature takes 2, but 1 are given}}
  %0 = call @signature(%value) : (i32) -> i32
  // expected-error@+1 {{operand type mismatch: expected operand type 'f32', but provided 'i32' for operand number 1}}
  %1 = call @signature(%value, %value) : (i32, i32) -> i32
  // expected-error@+1 {{'signatur' does not reference a valid function; did you mean '@signature'?}}
  %2 = call @signatur(%value) : (i32) -> i32
  // expected-error@+1 {{has 1 operands, but enclosing function (@caller) returns 0}}
  return %0 : i32
}

// -----

func.func @branches(%value: i32, %cond: i1) {
  // expected-error@+1 {{type mismatch for bb argument #0 of successor #0: 'i32' is passed for 'f32'}}
  cf.cond_br %cond, ^bb1(%value : i32), ^bb2
// expected-note@+1 {{the argument is here}}
^bb1(%x: f32):
  // expected-error@+1 {{branch has 1 operands for successor #0, but target block has 0}}
  cf.br ^bb2(%x : f32)
^bb2:
  // expected-note@+1 {{the target block starts here}}
  return
}

// -----

// expected-note@+1 {{see existing symbol definition here}}
func.func @a() { return }
// expected-error@+1 {{redefinition of symbol named 'a'}}
func.func @a() { return }

// -----

memref.global @table : memref<4xf32>
func.func @missing() {
  // expected-error@+1 {{requires attribute 'value'; is 'valeu' meant?}}
  %0 = "arith.constant"() {valeu = 1 : i32} : () -> i32
  // expected-error@+1 {{'tabel' does not reference a valid global memref; did you mean '@table'?}}
  %1 = memref.get_global @tabel : memref<4xf32>
  // expected-error@+1 {{reference to undefined function 'mising'; did you mean '@missing'?}}
  %2 = constant @mising : () -> ()
  return
}

// -----

llvm.mlir.global internal @table(0 : i32) : i32
// expected-note@+1 {{the callee is here}}
llvm.func @f(%a: i32) {
  // expected-error@+1 {{'tabel' is none; did you mean '@table'?}}
  %0 = llvm.mlir.addressof @tabel : !llvm.ptr
  // expected-error@+1 {{operands of types [] do not match the callee's type}}
  llvm.call @f() : () -> ()
  llvm.return
}

// -----

func.func @dominance(%c: i1) {
  cf.cond_br %c, ^bb1, ^bb2
^bb1:
  // expected-note@+1 {{operand defined here}}
  %0 = arith.constant 1 : i32
  cf.br ^bb2
^bb2:
  // expected-error@+1 {{operand #0 does not dominate this use}}
  %1 = arith.index_cast %0 : i32 to index
  return
}

// -----

// expected-error@+1 {{an attribute name cannot be empty}}
"x.y"() {"" = 1 : i32} : () -> ()
