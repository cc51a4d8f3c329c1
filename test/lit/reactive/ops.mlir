// Every operation of the dialect reads back as it prints, in custom and in generic form.

// RUN: mlr-opt %s | mlr-opt | FileCheck %s
// RUN: mlr-opt --mlir-print-op-generic %s | mlr-opt | FileCheck %s

func.func private @gain(i32) -> f32

// CHECK-LABEL: reactive.node private @sum(%{{.*}}: i32) -> (i32) {
reactive.node private @sum(%x: i32) -> (i32) {
  %zero = arith.constant 0 : i32
  // CHECK: %[[S:.*]] = arith.addi
  %s = arith.addi %x, %last : i32
  // CHECK: reactive.fby %{{.*}}, %[[S]] : i32
  %last = reactive.fby %zero, %s : i32
  // CHECK: reactive.return %[[S]] : i32
  reactive.return %s : i32
}

// CHECK-LABEL: reactive.node @clocks
reactive.node @clocks(%c: i1, %x: i32) -> (i32, i32, f32) {
  %zero = arith.constant 0 : i32
  // CHECK: %[[P:.*]] = reactive.pre %{{.*}} : i32
  %p = reactive.pre %x : i32
  // CHECK: reactive.arrow %{{.*}}, %[[P]] : i32
  %a = reactive.arrow %zero, %p : i32
  // CHECK: %[[ON:.*]] = reactive.when %{{.*}}, %{{.*}} is 1 : i32, i1
  %on = reactive.when %x, %c is 1 : i32, i1
  // CHECK: %[[OFF:.*]] = reactive.when %{{.*}}, %{{.*}} is 0 : i32, i1
  %off = reactive.when %x, %c is 0 : i32, i1
  // CHECK: reactive.merge %{{.*}} [1, 0] %[[ON]], %[[OFF]] : i1, i32
  %m = reactive.merge %c [1, 0] %on, %off : i1, i32
  // CHECK: reactive.current %[[ON]], %{{.*}} : i32
  %k = reactive.current %on, %zero : i32
  // CHECK: reactive.word "0(01)" : i1
  %w = reactive.word "0(01)" : i1
  // CHECK: reactive.param "w0" : f32
  %q = reactive.param "w0" : f32
  // CHECK: reactive.instance @sum(%{{.*}}) : (i32) -> i32
  %i = reactive.instance @sum(%m) : (i32) -> i32
  // CHECK: reactive.call @gain(%{{.*}}) : (i32) -> f32
  %g = reactive.call @gain(%i) : (i32) -> f32
  // CHECK: %[[R:.*]] = reactive.reset %{{.*}} -> (i32) {
  %r = reactive.reset %w -> (i32) {
    %t = reactive.instance @sum(%k) : (i32) -> i32
    // CHECK: reactive.yield %{{.*}} : i32
    reactive.yield %t : i32
  }
  // CHECK: reactive.assert %{{.*}}, "c held"
  reactive.assert %c, "c held"
  %o = arith.mulf %g, %q : f32
  reactive.return %a, %r, %o : i32, i32, f32
}

// CHECK-LABEL: reactive.node @segments
reactive.node @segments(%x: i32) -> (i32, tensor<4xi32>) {
  %zero = arith.constant 0 : i32
  // CHECK: %{{.*}}:2 = reactive.segment every 4 carry(%{{.*}} : i32) -> (i32, tensor<4xi32>) {
  %s:2 = reactive.segment every 4 carry(%zero : i32) -> (i32, tensor<4xi32>) {
  // CHECK: ^bb0(%[[END:.*]]: i1, %[[AT:.*]]: i32, %[[CARRY:.*]]: i32):
  ^bb0(%end: i1, %at: i32, %carry: i32):
    // CHECK: %[[B:.*]] = reactive.post %{{.*}}, %{{.*}} : i32
    %b = reactive.post %x, %carry : i32
    // CHECK: reactive.replay %[[B]], %{{.*}} : i32
    %p = reactive.replay %b, %zero : i32
    // CHECK: reactive.then -> (i32, tensor<4xi32>) {
    %t:2 = reactive.then -> (i32, tensor<4xi32>) {
      // CHECK: reactive.initial %[[B]] : i32
      %i = reactive.initial %b : i32
      // CHECK: %[[F:.*]] = reactive.final %{{.*}} : i32
      %f = reactive.final %p : i32
      // CHECK: %[[ALL:.*]] = reactive.all %[[B]] : i32 to tensor<4xi32>
      %all = reactive.all %b : i32 to tensor<4xi32>
      // CHECK: reactive.then_yield next(%{{.*}} : i32) outs(%[[F]], %[[ALL]] : i32, tensor<4xi32>)
      reactive.then_yield next(%i : i32) outs(%f, %all : i32, tensor<4xi32>)
    }
    // CHECK: reactive.segment_yield outs(%{{.*}}, %{{.*}} : i32, tensor<4xi32>)
    reactive.segment_yield outs(%t#0, %t#1 : i32, tensor<4xi32>)
  }
  reactive.return %s#0, %s#1 : i32, tensor<4xi32>
}
