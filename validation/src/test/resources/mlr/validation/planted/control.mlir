// MISTAKE: a loop that ends too early
// CHANGE: constant 5 ==> constant 4
// SHOWS: function @f computes something else: result 0 is
func.func @f(%x: tensor<5xi32>) -> i32 {
  %zero = arith.constant 0 : i32
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c5 = arith.constant 5 : index
  %s = loop.for %i = %c0 to %c5 step %c1 iter_args(%a = %zero) -> (i32) {
    %v = tensor.extract %x[%i] : tensor<5xi32>
    %b = arith.addi %a, %v : i32
    loop.yield %b : i32
  }
  return %s : i32
}
// -----
// MISTAKE: a loop unrolled by two whatever its number of iterations
// SHOWS: function @f computes something else: the memory of argument 0[
func.func @f(%m: memref<10xi32>, %n: index, %x: i32) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  loop.for %i = %c0 to %n step %c1 {
    memref.store %x, %m[%i] : memref<10xi32>
  }
  return
}
// BECOMES
func.func @f(%m: memref<10xi32>, %n: index, %x: i32) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c2 = arith.constant 2 : index
  loop.for %i = %c0 to %n step %c2 {
    memref.store %x, %m[%i] : memref<10xi32>
    %k = arith.addi %i, %c1 : index
    memref.store %x, %m[%k] : memref<10xi32>
  }
  return
}
// -----
// MISTAKE: a step of two for one
// CHANGE: step %c1 ==> step %c2
// SHOWS: function @f computes something else: result 0 is
func.func @f(%n: index) -> index {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c2 = arith.constant 2 : index
  %s = loop.for %i = %c0 to %n step %c1 iter_args(%a = %c0) -> (index) {
    %b = arith.addi %a, %i : index
    loop.yield %b : index
  }
  return %s : index
}
// -----
// MISTAKE: carried values in the other order
// CHANGE: loop.yield %q, %p ==> loop.yield %p, %q
// SHOWS: function @f computes something else: result 0 is
func.func @f(%n: index, %x: i32, %y: i32) -> i32 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %s:2 = loop.for %i = %c0 to %n step %c1 iter_args(%p = %x, %q = %y) -> (i32, i32) {
    loop.yield %q, %p : i32, i32
  }
  return %s#0 : i32
}
// -----
// MISTAKE: a division hoisted above the test that guards it
// SHOWS: function @f has undefined behaviour after the pass, but not before
// SHOWS: argument 1 = 0
func.func @f(%x: i32, %y: i32) -> i32 {
  %zero = arith.constant 0 : i32
  %c = arith.cmpi ne, %y, %zero : i32
  %r = loop.if %c -> (i32) {
    %q = arith.divsi %x, %y : i32
    loop.yield %q : i32
  } else {
    loop.yield %zero : i32
  }
  return %r : i32
}
// BECOMES
func.func @f(%x: i32, %y: i32) -> i32 {
  %zero = arith.constant 0 : i32
  %c = arith.cmpi ne, %y, %zero : i32
  %q = arith.divsi %x, %y : i32
  %r = arith.select %c, %q, %zero : i32
  return %r : i32
}
// -----
// MISTAKE: branches swapped
// CHANGE: cf.cond_br %c, ^a, ^b ==> cf.cond_br %c, ^b, ^a
// SHOWS: function @f computes something else: result 0 is
func.func @f(%c: i1, %x: i32, %y: i32) -> i32 {
  cf.cond_br %c, ^a, ^b
^a:
  return %x : i32
^b:
  return %y : i32
}
// -----
// MISTAKE: a selection by the wrong condition
// CHANGE: select %c ==> select %d
// SHOWS: function @f computes something else: result 0 is
func.func @f(%c: i1, %d: i1, %x: i32, %y: i32) -> i32 {
  %z = arith.select %c, %x, %y : i32
  return %z : i32
}
// -----
// MISTAKE: a case of a switch that leads elsewhere
// CHANGE: 7: ^a ==> 8: ^a
// SHOWS: function @f computes something else: result 0 is
func.func @f(%k: i32, %x: i32, %y: i32) -> i32 {
  cf.switch %k : i32, [
    default: ^b,
    7: ^a
  ]
^a:
  return %x : i32
^b:
  return %y : i32
}
// -----
// MISTAKE: a conjunction of what may be poison for a selection
// CHANGE: select %a, %b, %false ==> andi %a, %b
// SHOWS: function @f computes something else: result 0 is 0 before and poison after
func.func @f(%x: i8) -> i1 {
  %false = arith.constant false
  %c = arith.constant 100 : i8
  %a = arith.cmpi slt, %x, %c : i8
  %y = arith.addi %x, %c overflow<nsw> : i8
  %b = arith.cmpi slt, %y, %x : i8
  %z = arith.select %a, %b, %false : i1
  return %z : i1
}
// -----
// MISTAKE: a loop that never ends
// CHANGE: arith.subi %k, %one ==> arith.subi %k, %zero
// SHOWS: function @f does not end after the pass
func.func @f(%n: i8) {
  %zero = arith.constant 0 : i8
  %one = arith.constant 1 : i8
  loop.while (%k = %n) : (i8) -> i8 {
    %c = arith.cmpi sgt, %k, %zero : i8
    loop.condition(%c) %k : i8
  } do {
  ^bb0(%k: i8):
    %l = arith.subi %k, %one : i8
    loop.yield %l : i8
  }
  return
}
// -----
// MISTAKE: a removed assertion
// CHANGE: cf.assert %c, "x is positive" ==>
// SHOWS: function @f goes on where it stopped before the pass: assertion failed: x is positive
func.func @f(%x: i32) -> i32 {
  %zero = arith.constant 0 : i32
  %c = arith.cmpi sgt, %x, %zero : i32
  cf.assert %c, "x is positive"
  return %x : i32
}
