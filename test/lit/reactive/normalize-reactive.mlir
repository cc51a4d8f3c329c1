// RUN: mlr-opt %s --normalize-reactive --split-input-file | FileCheck %s

// A private node goes into its users; 'every' makes a reset block; 'c -> pre x' is one delay.
// CHECK-LABEL: reactive.node @counter
// CHECK-SAME: (%[[V:.*]]: i32, %[[C:.*]]: i1)
// CHECK-NEXT: %[[R:.*]] = reactive.reset %[[C]] -> (i32) {
// CHECK-NEXT:   %[[ZERO:.*]] = arith.constant 0 : i32
// CHECK-NEXT:   %[[M:.*]] = reactive.fby %[[ZERO]], %[[S:.*]] : i32
// CHECK-NEXT:   %[[S]] = arith.addi %[[M]], %[[V]] : i32
// CHECK-NEXT:   reactive.yield %[[S]] : i32
// CHECK-NEXT: }
// CHECK-NEXT: reactive.return %[[R]] : i32
// CHECK-NOT: @sum
reactive.node private @sum(%x: i32) -> (i32) {
  %p = reactive.pre %s : i32
  %z = arith.constant 0 : i32
  %m = reactive.arrow %z, %p : i32
  %s = arith.addi %m, %x : i32
  reactive.return %s : i32
}
reactive.node @counter(%v: i32, %c: i1) -> (i32) {
  %y = reactive.instance @sum(%v) every %c : (i32) -> i32
  reactive.return %y : i32
}

// -----

// A delay whose 'pre' others use too keeps both; dead equations go, circles through memory and dead results of blocks included.
// CHECK-LABEL: reactive.node @dead
// CHECK-NOT: arith.muli
// CHECK: reactive.reset %{{.*}} -> (i32) {
// CHECK: reactive.yield %{{.*}} : i32
// CHECK-NOT: arith.muli
reactive.node @dead(%x: i32, %c: i1) -> (i32) {
  %one = arith.constant 1 : i32
  %circle = reactive.fby %one, %more : i32
  %more = arith.muli %circle, %x : i32
  %r:2 = reactive.reset %c -> (i32, i32) {
    %kept = reactive.fby %one, %x : i32
    %lost = arith.muli %x, %x : i32
    reactive.yield %lost, %kept : i32, i32
  }
  %unused = arith.muli %r#0, %x : i32
  reactive.return %r#1 : i32
}

// -----

// What counts instants and is tied to nothing runs on the instance's own clock, not on its user's.
// CHECK-LABEL: reactive.node @slow_instance
// CHECK-SAME: (%[[X:.*]]: i32, %[[C:.*]]: i1)
// CHECK: %[[XC:.*]] = reactive.when %[[X]], %[[C]] is 1 : i32, i1
// CHECK: %[[FALSE:.*]] = arith.constant false
// CHECK: %[[NEVER:.*]] = reactive.when %[[FALSE]], %[[C]] is 1 : i1, i1
// CHECK: reactive.reset %[[NEVER]] {
// CHECK:   %[[W:.*]] = reactive.word "0(01)" : i1
// CHECK:   reactive.assert %[[W]], "odd"
// CHECK: reactive.return %[[XC]] : i32
reactive.node private @watch(%x: i32) -> (i32) {
  %w = reactive.word "0(01)" : i1
  reactive.assert %w, "odd"
  reactive.return %x : i32
}
reactive.node @slow_instance(%x: i32, %c: i1) -> (i32) attributes {} {
  %xc = reactive.when %x, %c is 1 : i32, i1
  %y = reactive.instance @watch(%xc) : (i32) -> i32
  reactive.return %y : i32
}

// -----

// An anticausal node goes into its user's segment; instances of instances too.
// CHECK-LABEL: reactive.node @returns
// CHECK: reactive.segment every 4
// CHECK: %[[NEXT:.*]] = reactive.post %[[G:.*]], %{{.*}} : f32
// CHECK: %[[SCALED:.*]] = arith.mulf %[[NEXT]], %{{.*}} : f32
// CHECK: %[[G]] = arith.addf %{{.*}}, %[[SCALED]] : f32
// CHECK-NOT: reactive.instance
reactive.node private @scale(%x: f32) -> (f32) {
  %gamma = arith.constant 0.5 : f32
  %y = arith.mulf %x, %gamma : f32
  reactive.return %y : f32
}
reactive.node private @discounted(%r: f32) -> (f32) {
  %zero = arith.constant 0.0 : f32
  %next = reactive.post %g, %zero : f32
  %s = reactive.instance @scale(%next) : (f32) -> f32
  %g = arith.addf %r, %s : f32
  reactive.return %g : f32
}
reactive.node @returns(%r: f32) -> (tensor<4xf32>) {
  %zeros = arith.constant dense<0.0> : tensor<4xf32>
  %o = reactive.segment every 4 -> (tensor<4xf32>) {
  ^bb0(%last: i1, %k: i32):
    %g = reactive.instance @discounted(%r) : (f32) -> f32
    %t = reactive.then -> (tensor<4xf32>) {
      %all = reactive.all %g : f32 to tensor<4xf32>
      reactive.then_yield outs(%all : tensor<4xf32>)
    }
    reactive.segment_yield outs(%t : tensor<4xf32>)
  }
  %h = reactive.current %o, %zeros : tensor<4xf32>
  reactive.return %h : tensor<4xf32>
}
