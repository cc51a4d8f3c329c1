// RUN: mlr-opt %s --verify-diagnostics --split-input-file

// expected-note@+1 {{@count has type (i32) -> (i32, i32)}}
func.func @count(%a: i32) -> (i32, i32) {
  // expected-error@+1 {{has 1 operands, but enclosing function (@count) returns 2}}
  return %a : i32
}

// -----

// expected-note@+1 {{@type has type (i32) -> f32}}
func.func @type(%a: i32) -> f32 {
  // expected-error@+1 {{type of return operand 0 ('i32') doesn't match function result type ('f32') in function @type}}
  return %a : i32
}

// -----

// expected-note@+1 2 {{@callee has type (f32) -> f32}}
func.func private @callee(f32) -> f32

func.func @caller(%a: i32, %x: f32) {
  // expected-error@+1 {{operand type mismatch: expected operand type 'f32', but provided 'i32' for operand number 0}}
  %0 = call @callee(%a) : (i32) -> f32
  // expected-error@+1 {{incorrect number of operands for callee}}
  %1 = call @callee(%x, %x) : (f32, f32) -> f32
  // expected-error@+1 {{'nobody' does not reference a valid function}}
  %2 = call @nobody(%x) : (f32) -> f32
  return
}

// -----

// expected-error@+1 {{symbol declaration cannot have public visibility}}
func.func @elsewhere(i32)
