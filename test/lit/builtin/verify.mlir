// RUN: mlr-opt %s --verify-diagnostics --split-input-file --allow-unregistered-dialect

// Several errors of one run: types, attributes, counts.

func.func @several(%a: i32, %x: f32) {
  // expected-error@+1 {{'arith.addi' op operand #1 must be signless-integer-like, but got 'f32'}}
  %0 = "arith.addi"(%a, %x) : (i32, f32) -> i32
  // expected-error@+1 {{'arith.addi' op expected 2 operands, but found 1}}
  %1 = "arith.addi"(%a) : (i32) -> i32
  // expected-error@+1 {{'arith.constant' op requires attribute 'value'}}
  %2 = "arith.constant"() : () -> i32
  return
}

// -----

func.func @order(%a: i32) {
  // expected-error@+1 {{operand #1 does not dominate this use}}
  %0 = "arith.addi"(%a, %1) : (i32, i32) -> i32
  // expected-note@+1 {{operand defined here (op in the same block)}}
  %1 = arith.addi %a, %a : i32
  return
}

// -----

func.func @paths(%p: i1, %a: i32) -> i32 {
  cf.cond_br %p, ^left, ^right
^left:
  // expected-note@+1 {{operand defined here (op in the same region)}}
  %0 = arith.addi %a, %a : i32
  cf.br ^end
^right:
  cf.br ^end
^end:
  // expected-error@+1 {{operand #0 does not dominate this use}}
  return %0 : i32
}

// -----

func.func @handover(%a: i32) {
  // expected-error@+1 {{'cf.br' op type mismatch for bb argument #0 of successor #0}}
  "cf.br"(%a)[^next] : (i32) -> ()
// expected-note@+2 {{the argument is here}}
// expected-note@+1 {{the target block's arguments are here}}
^next(%x: i64):
  // expected-error@+1 {{'cf.br' op branch has 0 operands for successor #0, but target block has 1}}
  "cf.br"()[^next] : () -> ()
}

// -----

func.func @middle() {
  // expected-error@+1 {{'func.return' op must be the last operation in the parent block}}
  "func.return"() : () -> ()
  %0 = arith.constant 1 : i32
  return
}

// -----

func.func @open() {
  // expected-error@+1 {{block with no terminator, has 'arith.constant' at its end}}
  %0 = arith.constant 1 : i32
}

// -----

// expected-note@+1 {{see existing symbol definition here}}
func.func private @twice()
// expected-error@+1 {{redefinition of symbol named 'twice'}}
func.func private @twice()

// -----

// expected-note@+1 {{see existing symbol definition here}}
"t.t"() <{sym_name = "twice"}> : () -> ()
// expected-error@+1 {{redefinition of symbol named 'twice'}}
"t.t"() {sym_name = "twice"} : () -> ()

// -----

// In regions of unknown operations order does not count.

"other.graph"() ({
  %0 = "other.use"(%1) : (i32) -> i32
  %1 = "other.use"(%0) : (i32) -> i32
}) : () -> ()

// -----

// expected-error@+1 {{'builtin.module' op can only contain attributes with dialect-prefixed names, found: 'a'}}
module attributes {a = 1 : i32, test.b} {
}

// -----

// expected-error@+1 {{'builtin.module' op region should have no arguments}}
"builtin.module"() ({
^bb0(%a: i32):
}) : () -> ()
