// MISTAKE: a constant off by one
// CHANGE: constant 3 ==> constant 4
// SHOWS: function @f computes something else: result 0 is 3 before and 4 after
// SHOWS: argument 0 = 1
func.func @f(%x: i32) -> i32 {
  %c = arith.constant 3 : i32
  %y = arith.muli %x, %c : i32
  return %y : i32
}
// -----
// MISTAKE: swapped operands of a subtraction
// CHANGE: subi %x, %y ==> subi %y, %x
// SHOWS: function @f computes something else: result 1 is
func.func @f(%x: i8, %y: i8) -> (i8, i8) {
  %d = arith.subi %x, %y : i8
  return %x, %d : i8, i8
}
// -----
// MISTAKE: a wrong operand
// CHANGE: addi %p, %z ==> addi %p, %y
// SHOWS: function @f computes something else: result 0 is
func.func @f(%x: i32, %y: i32, %z: i32) -> i32 {
  %p = arith.muli %x, %y : i32
  %s = arith.addi %p, %z : i32
  return %s : i32
}
// -----
// MISTAKE: x + 1 > x is always true
// CHANGE: return %z ==> %t = arith.constant true return %t
// SHOWS: function @f computes something else: result 0 is 0 before and 1 after
// SHOWS: argument 0 = 127
func.func @f(%x: i8) -> i1 {
  %c = arith.constant 1 : i8
  %y = arith.addi %x, %c : i8
  %z = arith.cmpi sgt, %y, %x : i8
  return %z : i1
}
// -----
// MISTAKE: overflow flags invented
// CHANGE: addi %x, %y ==> addi %x, %y overflow<nsw>
// SHOWS: function @f computes something else: result 0 is
// SHOWS: poison after
func.func @f(%x: i16, %y: i16) -> i16 {
  %z = arith.addi %x, %y : i16
  return %z : i16
}
// -----
// MISTAKE: a sum computed in a narrower type
// CHANGE: extsi %x : i8 to i32 ==> extsi %s : i8 to i32
// CHANGE: %b = arith.extsi %y : i8 to i32 ==>
// CHANGE: arith.addi %a, %b : i32 ==> arith.addi %a, %zero : i32
// CHANGE: %a = ==> %zero = arith.constant 0 : i32 %s = arith.addi %x, %y : i8 %a =
// SHOWS: function @f computes something else: result 0 is
func.func @f(%x: i8, %y: i8) -> i32 {
  %a = arith.extsi %x : i8 to i32
  %b = arith.extsi %y : i8 to i32
  %z = arith.addi %a, %b : i32
  return %z : i32
}
// -----
// MISTAKE: sign extension for zero extension
// CHANGE: extui ==> extsi
// SHOWS: function @f computes something else: result 0 is
func.func @f(%x: i8) -> i32 {
  %y = arith.extui %x : i8 to i32
  return %y : i32
}
// -----
// MISTAKE: a signed division by four as a shift
// CHANGE: %q = arith.divsi %x, %c ==> %two = arith.constant 2 : i32 %q = arith.shrsi %x, %two
// SHOWS: function @f computes something else: result 0 is 0 before and -1 after
// SHOWS: argument 0 = -1
func.func @f(%x: i32) -> i32 {
  %c = arith.constant 4 : i32
  %q = arith.divsi %x, %c : i32
  return %q : i32
}
// -----
// MISTAKE: division that rounds down for one that rounds towards zero
// CHANGE: divsi ==> floordivsi
// SHOWS: function @f computes something else: result 0 is
func.func @f(%x: i32, %y: i32) -> i32 {
  %q = arith.divsi %x, %y : i32
  return %q : i32
}
// -----
// MISTAKE: a remainder as a mask, for negative numbers too
// CHANGE: %r = arith.remsi %x, %c ==> %m = arith.constant 7 : i32 %r = arith.andi %x, %m
// SHOWS: function @f computes something else: result 0 is -1 before and 7 after
func.func @f(%x: i32) -> i32 {
  %c = arith.constant 8 : i32
  %r = arith.remsi %x, %c : i32
  return %r : i32
}
// -----
// MISTAKE: a predicate of the other signedness
// CHANGE: slt ==> ult
// SHOWS: function @f computes something else: result 0 is
func.func @f(%x: i32, %y: i32) -> i1 {
  %z = arith.cmpi slt, %x, %y : i32
  return %z : i1
}
// -----
// MISTAKE: a logical shift for an arithmetic one
// CHANGE: shrsi ==> shrui
// SHOWS: function @f computes something else: result 0 is
func.func @f(%x: i32) -> i32 {
  %c = arith.constant 3 : i32
  %y = arith.shrsi %x, %c : i32
  return %y : i32
}
// -----
// MISTAKE: two shifts made one that is too far
// CHANGE: %z = arith.shli %y, %c ==> %d = arith.constant 40 : i32 %z = arith.shli %x, %d
// SHOWS: function @f computes something else: result 0 is 0 before and poison after
func.func @f(%x: i32) -> i32 {
  %c = arith.constant 20 : i32
  %y = arith.shli %x, %c : i32
  %z = arith.shli %y, %c : i32
  return %z : i32
}
// -----
// MISTAKE: a threshold that is met too early
// CHANGE: sgt ==> sge
// SHOWS: function @f computes something else: result 0 is 0 before and 1 after
// SHOWS: argument 0 = 123456
func.func @f(%x: i32) -> i1 {
  %c = arith.constant 123456 : i32
  %z = arith.cmpi sgt, %x, %c : i32
  return %z : i1
}
// -----
// MISTAKE: a comparison of two arguments that are seldom equal
// CHANGE: eq ==> ugt
// SHOWS: function @f computes something else: result 0 is 1 before and 0 after
func.func @f(%x: i64, %y: i64) -> i1 {
  %c = arith.constant 0 : i64
  %d = arith.subi %x, %y : i64
  %z = arith.cmpi eq, %d, %c : i64
  return %z : i1
}
