// Columns of tensor elements may be quoted, as commas in a table are, or written as they are called.

// RUN: mlr run %s --node last --input %S/Inputs/quoted.csv | FileCheck %s
// RUN: mlr run %s --node last --input %S/Inputs/plain.csv | FileCheck %s

// CHECK:      y
// CHECK-NEXT: 24
// CHECK-NEXT: 240
module attributes {mlr.interface = {last = {exported,
    inputs = [{clock = ".", name = "k", ssa = i32, type = "i32"}, {clock = ".", name = "x", ssa = tensor<2x2xi32>, type = "i32[2,2]"}],
    outputs = [{clock = ".", name = "y", ssa = i32, type = "i32"}]}}} {
  reactive.node @last(%k: i32, %x: tensor<2x2xi32>) -> (i32) {
    %one = arith.constant 1 : index
    %e = tensor.extract %x[%one, %one] : tensor<2x2xi32>
    %y = arith.muli %e, %k : i32
    reactive.return %y : i32
  }
}
