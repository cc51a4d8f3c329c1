// RUN: mlr-opt %s --print-int-ranges --verify-diagnostics

func.func @arithmetic(%x: i32, %b: i8) -> (i32, i32, i32, i32, i32, i32) {
  %c3 = arith.constant 3 : i32
  %c7 = arith.constant 7 : i32
  %c10 = arith.constant 10 : i32
  // expected-remark@+1 {{result #0 is in [0, 7]}}
  %0 = arith.andi %x, %c7 : i32
  // expected-remark@+1 {{result #0 is in [10, 17]}}
  %1 = arith.addi %0, %c10 : i32
  // expected-remark@+1 {{result #0 is in [30, 51]}}
  %2 = arith.muli %1, %c3 : i32
  // expected-remark@+1 {{result #0 is in [-2, 2]}}
  %3 = arith.remsi %x, %c3 : i32
  // expected-remark@+1 {{result #0 is in [-128, 127]}}
  %4 = arith.extsi %b : i8 to i32
  // expected-remark@+1 {{result #0 is in [0, 255]}}
  %5 = arith.extui %b : i8 to i32
  // It may wrap around.
  %6 = arith.addi %x, %c3 : i32
  // expected-remark@+1 {{result #0 is in [3, 2147483647]}}
  %7 = arith.maxsi %6, %c3 : i32
  return %2, %3, %4, %5, %6, %7 : i32, i32, i32, i32, i32, i32
}

// What the ranges decide.
func.func @comparisons(%x: i32) -> (i1, i1) {
  %c7 = arith.constant 7 : i32
  %c8 = arith.constant 8 : i32
  // expected-remark@+1 {{result #0 is in [0, 7]}}
  %0 = arith.andi %x, %c7 : i32
  // expected-remark@+1 {{result #0 is in 1}}
  %1 = arith.cmpi slt, %0, %c8 : i32
  // expected-remark@+1 {{result #0 is in 0}}
  %2 = arith.cmpi ugt, %0, %c7 : i32
  return %1, %2 : i1, i1
}

// The counter of a loop; a sum that grows around it is widened.
func.func @loop(%n: index) -> i32 {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c4 = arith.constant 4 : index
  %c0_i32 = arith.constant 0 : i32
  %c1_i32 = arith.constant 1 : i32
  %c5_i32 = arith.constant 5 : i32
  // expected-remark@+1 {{result #1 is in [1, 5]}}
  %0:2 = loop.for %i = %c0 to %c4 step %c1 iter_args(%s = %c0_i32, %t = %c0_i32) -> (i32, i32) {
    // expected-remark@+3 {{argument #0 is in [0, 3]}}
    // expected-remark@+2 {{argument #2 is in [0, 5]}}
    // expected-remark@+1 {{result #0 is in [0, 3]}}
    %j = arith.index_cast %i : index to i32
    %u = arith.addi %s, %j : i32
    // expected-remark@+1 {{result #0 is in [1, 6]}}
    %v = arith.addi %t, %c1_i32 : i32
    // expected-remark@+1 {{result #0 is in [1, 5]}}
    %w = arith.minsi %v, %c5_i32 : i32
    loop.yield %u, %w : i32, i32
  }
  return %0#0 : i32
}

// Through a call of a private function.
func.func private @half(%x: i32) -> i32 {
  // expected-remark@+1 {{argument #0 is in [0, 255]}}
  %c1 = arith.constant 1 : i32
  // expected-remark@+1 {{result #0 is in [0, 127]}}
  %0 = arith.shrui %x, %c1 : i32
  return %0 : i32
}

func.func @caller(%b: i8) -> i32 {
  // expected-remark@+1 {{result #0 is in [0, 255]}}
  %0 = arith.extui %b : i8 to i32
  // expected-remark@+1 {{result #0 is in [0, 127]}}
  %1 = call @half(%0) : (i32) -> i32
  return %1 : i32
}

func.func @vectors(%x: vector<2xi32>) -> vector<2xi32> {
  %c = arith.constant dense<[3, 12]> : vector<2xi32>
  // expected-remark@+1 {{result #0 is in [0, 12]}}
  %0 = arith.andi %x, %c : vector<2xi32>
  return %0 : vector<2xi32>
}
