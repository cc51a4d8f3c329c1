// The AOT cache of mlr-opt is made from a run over this module: what most modules are full of.
func.func @clamp(%x: i32, %low: i32) -> i32 {
  %zero = arith.constant 0 : i32
  %one = arith.constant 1 : i32
  %sum = arith.addi %x, %zero : i32
  %two = arith.addi %one, %one : i32
  %below = arith.cmpi slt, %sum, %low : i32
  cf.cond_br %below, ^bb1(%low : i32), ^bb1(%two : i32)
^bb1(%result: i32):
  func.return %result : i32
}
func.func @straight(%a: i32, %b: i32, %c: i32) -> i32 {
  %v0 = arith.constant 611653 : i32
  %v1 = arith.addi %a, %b : i32
  %v2 = arith.muli %v1, %c : i32
  %v3 = arith.xori %v2, %v0 : i32
  %v4 = arith.addi %a, %b : i32
  %v5 = arith.subi %v4, %v3 : i32
  %v6 = arith.andi %v5, %v2 : i32
  %v7 = arith.muli %v1, %c : i32
  %v8 = arith.subi %v6, %v7 : i32
  %v9 = arith.xori %v8, %v6 : i32
  %v10 = arith.addi %v9, %v8 : i32
  %v11 = arith.muli %v10, %v9 : i32
  %v12 = arith.addi %v9, %v8 : i32
  %v13 = arith.andi %v12, %v11 : i32
  %v14 = arith.xori %v1, %v12 : i32
  return %v13 : i32
}
func.func @foldable(%a: i32, %b: i32) -> i32 {
  %z = arith.constant 0 : i32
  %o = arith.constant 1 : i32
  %k = arith.constant 7 : i32
  %v0 = arith.addi %a, %z : i32
  %v1 = arith.muli %v0, %o : i32
  %v2 = arith.addi %k, %k : i32
  %v3 = arith.xori %v1, %v2 : i32
  %v4 = arith.subi %b, %v3 : i32
  %v5 = arith.addi %v3, %z : i32
  %v6 = arith.muli %v5, %o : i32
  %v7 = arith.addi %v2, %k : i32
  %v8 = arith.xori %v6, %v7 : i32
  %v9 = arith.subi %b, %v8 : i32
  return %v9 : i32
}
func.func @nest(%n: index, %x: f64) -> f64 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %r0 = loop.for %i0 = %c0 to %n step %c1 iter_args(%a0 = %x) -> (f64) {
    %r1 = loop.for %i1 = %c0 to %n step %c1 iter_args(%a1 = %a0) -> (f64) {
      %r2 = loop.for %i2 = %c0 to %n step %c1 iter_args(%a2 = %a1) -> (f64) {
        %s = arith.addf %a2, %x : f64
        %p = arith.mulf %s, %x : f64
        loop.yield %p : f64
      }
      loop.yield %r2 : f64
    }
    loop.yield %r1 : f64
  }
  return %r0 : f64
}
func.func @diamonds(%p: i1, %a: i32) -> i32 {
  cf.cond_br %p, ^t0, ^f0
^t0:
  %t = arith.addi %a, %a : i32
  cf.br ^j0(%t : i32)
^f0:
  %f = arith.muli %a, %a : i32
  cf.br ^j0(%f : i32)
^j0(%x0: i32):
  cf.cond_br %p, ^t1, ^f1
^t1:
  %u = arith.addi %x0, %a : i32
  cf.br ^j1(%u : i32)
^f1:
  %g = arith.muli %x0, %a : i32
  cf.br ^j1(%g : i32)
^j1(%x1: i32):
  return %x1 : i32
}
// -----
module {
  func.func private @declared(memref<4xf32>) -> i32
}
// -----
