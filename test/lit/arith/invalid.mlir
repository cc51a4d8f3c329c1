// RUN: mlr-opt %s --verify-diagnostics --split-input-file

func.func @widths(%a: i32, %x: f32, %i: index) {
  // expected-error@+1 {{operand type 'i32' and result type 'i16' are cast incompatible}}
  %0 = arith.extsi %a : i32 to i16
  // expected-error@+1 {{operand type 'f32' and result type 'f64' are cast incompatible}}
  %1 = arith.truncf %x : f32 to f64
  // expected-error@+1 {{operand type 'f32' and result type 'i64' are cast incompatible}}
  %2 = arith.bitcast %x : f32 to i64
  // expected-error@+1 {{operand type 'index' and result type 'index' are cast incompatible}}
  %3 = arith.index_cast %i : index to index
  return
}

// -----

func.func @selection(%m: vector<3xi1>, %v: vector<4xf32>) {
  // expected-error@+1 {{expected condition type to have the same shape as the result type, expected 'vector<4xi1>', but got 'vector<3xi1>'}}
  %0 = arith.select %m, %v, %v : vector<3xi1>, vector<4xf32>
  return
}

// -----

func.func @flag(%a: i32) {
  // expected-error@+1 {{unknown overflow flag 'wrap', expected none or one of nsw, nuw}}
  %0 = arith.addi %a, %a overflow<wrap> : i32
  return
}

// -----

func.func @predicate(%a: i32) {
  // expected-error@+1 {{expected one of eq, ne, slt, sle, sgt, sge, ult, ule, ugt, uge, found 'lt'; did you mean 'slt'?}}
  %0 = arith.cmpi lt, %a, %a : i32
  return
}

// -----

func.func @constant() {
  // expected-error@+1 {{value 1 : i32 is not a constant of type 'i64'}}
  %0 = "arith.constant"() <{value = 1 : i32}> : () -> i64
  return
}

// -----

func.func @overflow(%a: i32, %v: vector<4xi32>) {
  // expected-error@+1 {{'arith.addui_extended' op result #1 must be bool-like, but got 'i32'}}
  %0:2 = arith.addui_extended %a, %a : i32, i32
  // expected-error@+1 {{'arith.addui_extended' op failed to verify that 'overflow' has the type that 'sum' implies: expected 'vector<4xi1>', but got 'i1'}}
  %1:2 = "arith.addui_extended"(%v, %v) : (vector<4xi32>, vector<4xi32>) -> (vector<4xi32>, i1)
  return
}
