// A run over this module is what the AOT cache of mlr-opt is made from.
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
