// RUN: mlr-opt %s --verify-diagnostics --split-input-file

func.func @count(%a: i32) {
  // expected-error@+1 {{branch has 0 operands for successor #0, but target block has 1}}
  cf.br ^next
// expected-note@+1 {{the target block's arguments are here}}
^next(%b: i32):
  return
}

// -----

func.func @type(%c: i1, %x: f32) {
  // expected-error@+1 {{type mismatch for bb argument #0 of successor #1: 'f32' is passed for 'i32'}}
  cf.cond_br %c, ^one, ^two(%x : f32)
^one:
  return
// expected-note@+1 {{the argument is here}}
^two(%b: i32):
  return
}

// -----

func.func @segments(%c: i1) {
  // expected-error@+1 {{requires dense i32 array attribute 'operandSegmentSizes'}}
  "cf.cond_br"(%c)[^next, ^next] : (i1) -> ()
^next:
  return
}

// -----

func.func @flag(%flag: i64) {
  // expected-error@+1 {{'flag' type ('i64') should match case value type ('i32')}}
  "cf.switch"(%flag)[^next, ^next] <{case_operand_segments = array<i32: 0>, case_values = dense<1> : vector<1xi32>, operandSegmentSizes = array<i32: 1, 0, 0>}> : (i64) -> ()
^next:
  return
}
