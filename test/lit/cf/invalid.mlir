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
