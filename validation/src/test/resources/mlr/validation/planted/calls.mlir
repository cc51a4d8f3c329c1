// MISTAKE: a call to the outside made once instead of twice
// SHOWS: function @f makes fewer calls: @tick(
func.func private @tick(i32) -> i32
func.func @f(%x: i32) -> i32 {
  %a = func.call @tick(%x) : (i32) -> i32
  %b = func.call @tick(%x) : (i32) -> i32
  %c = arith.subi %a, %b : i32
  return %c : i32
}
// BECOMES
func.func private @tick(i32) -> i32
func.func @f(%x: i32) -> i32 {
  %a = func.call @tick(%x) : (i32) -> i32
  %c = arith.subi %a, %a : i32
  return %c : i32
}
// -----
// MISTAKE: a call to the outside made twice
// CHANGE: func.call @log(%x) : (i32) -> () ==> func.call @log(%x) : (i32) -> () func.call @log(%x) : (i32) -> ()
// SHOWS: function @f makes more calls: @log(0) is made after the pass only
func.func private @log(i32)
func.func @f(%x: i32) {
  func.call @log(%x) : (i32) -> ()
  return
}
// -----
// MISTAKE: calls in the other order
// CHANGE: call @a ==> call @c
// CHANGE: call @b ==> call @a
// CHANGE: call @c ==> call @b
// SHOWS: function @f makes other calls: call 1 to the outside, is @a() before and @b() after
func.func private @a()
func.func private @b()
func.func @f() {
  func.call @a() : () -> ()
  func.call @b() : () -> ()
  return
}
// -----
// MISTAKE: a call with another argument
// CHANGE: @log(%x) ==> @log(%y)
// SHOWS: function @f makes other calls: call 1 to the outside, @log, argument 0 is
func.func private @log(i32)
func.func @f(%x: i32, %y: i32) {
  func.call @log(%x) : (i32) -> ()
  return
}
// -----
// MISTAKE: a load forwarded across a call that may write
// CHANGE: return %v ==> return %x
// SHOWS: function @f computes something else: result 0 is
func.func private @outside()
func.func @f(%m: memref<1xi32>, %x: i32) -> i32 {
  %i = arith.constant 0 : index
  memref.store %x, %m[%i] : memref<1xi32>
  func.call @outside() : () -> ()
  %v = memref.load %m[%i] : memref<1xi32>
  return %v : i32
}
// -----
// MISTAKE: a store dropped that a call may read
// CHANGE: memref.store %x, %m[%i] : memref<1xi32> ==>
// SHOWS: function @f leaves something else in memory 0 in call 1 to the outside, @outside
func.func private @outside()
func.func @f(%m: memref<1xi32>, %x: i32, %y: i32) {
  %i = arith.constant 0 : index
  memref.store %x, %m[%i] : memref<1xi32>
  func.call @outside() : () -> ()
  memref.store %y, %m[%i] : memref<1xi32>
  return
}
// -----
// MISTAKE: a callee that computes something else
// CHANGE: addi %x, %x ==> muli %x, %x
// SHOWS: function @inner computes something else: result 0 is
func.func @outer(%x: i32) -> i32 {
  %y = func.call @inner(%x) : (i32) -> i32
  return %y : i32
}
func.func private @inner(%x: i32) -> i32 {
  %y = arith.addi %x, %x : i32
  return %y : i32
}
// -----
// MISTAKE: inlined with the arguments in the other order
// SHOWS: function @outer computes something else: result 0 is
func.func @outer(%x: i32, %y: i32) -> i32 {
  %z = func.call @inner(%y, %x) : (i32, i32) -> i32
  return %z : i32
}
func.func private @inner(%x: i32, %y: i32) -> i32 {
  %z = arith.subi %x, %y : i32
  return %z : i32
}
// BECOMES
func.func @outer(%x: i32, %y: i32) -> i32 {
  %z = arith.subi %x, %y : i32
  return %z : i32
}
// -----
// MISTAKE: a public function removed
// SHOWS: function @f is gone
func.func @f(%x: i32) -> i32 {
  return %x : i32
}
func.func @g() {
  return
}
// BECOMES
func.func @g() {
  return
}
// -----
// MISTAKE: a function of a nested module that computes something else
// CHANGE: addi %x, %x ==> muli %x, %x
// SHOWS: function @inner computes something else: result 0 is
module @part {
  func.func @inner(%x: i32) -> i32 {
    %y = arith.addi %x, %x : i32
    return %y : i32
  }
}
// -----
// MISTAKE: a call to the outside that a node makes with another argument
// CHANGE: @gain(%y) ==> @gain(%x)
// SHOWS: node @f makes other calls: call
func.func private @gain(i32) -> i32
reactive.node @f(%x: i32, %y: i32) -> (i32) {
  %a = reactive.call @gain(%x) : (i32) -> i32
  %c = reactive.call @gain(%y) : (i32) -> i32
  %b = arith.subi %a, %c : i32
  reactive.return %b : i32
}
