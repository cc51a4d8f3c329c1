// RUN: mlr-opt %s --normalize-reactive --convert-reactive-to-sched --canonicalize --cse | FileCheck %s

// A bidirectional recurrence over an axis.
// CHECK-LABEL: sched.machine @both_ways
// CHECK: %[[XS:[a-zA-Z0-9_]+]] = sched.input "arg0" : tensor<5xi32>
// CHECK: sched.sweep forward [[I:%.*]] = {{%.*}} max 5 iter
// CHECK-NEXT:   tensor.extract %[[XS]]{{\[}}[[I]]] : tensor<5xi32>
// CHECK: sched.sweep backward {{.*}} max 5 iter
// CHECK: sched.collect
// CHECK: sched.output "res0"
reactive.node @both_ways(%xs: tensor<5xi32>, %w: i32) -> (tensor<5xi32>, i32) {
  %zero = arith.constant 0 : i32
  %o:2 = reactive.segment over 5 elements(%xs : tensor<5xi32>) -> (tensor<5xi32>, i32) {
  ^bb0(%last: i1, %k: i32, %x: i32):
    %hf = arith.addi %pf, %x : i32
    %pf = reactive.fby %zero, %hf : i32
    %pb = reactive.post %hb, %w : i32
    %xw = arith.muli %x, %k : i32
    %hb = arith.addi %pb, %xw : i32
    %y = arith.addi %hf, %hb : i32
    %t:2 = reactive.then -> (tensor<5xi32>, i32) {
      %all = reactive.all %y : i32 to tensor<5xi32>
      %end = reactive.final %hf : i32
      %sum = reactive.fby %zero, %sums : i32
      %sums = arith.addi %sum, %end : i32
      reactive.then_yield outs(%all, %sums : tensor<5xi32>, i32)
    }
    reactive.segment_yield outs(%t#0, %t#1 : tensor<5xi32>, i32)
  }
  reactive.return %o#0, %o#1 : tensor<5xi32>, i32
}

// CHECK-LABEL: sched.machine @rows
// CHECK: %[[P:[a-zA-Z0-9_]+]] = sched.slot "fby" = dense<0> : tensor<2xi32>
// CHECK: %[[START:[a-zA-Z0-9_]+]] = sched.read %[[P]]
// CHECK-NEXT: %[[END:[a-zA-Z0-9_]+]] = sched.sweep forward [[I:%.*]] = {{%.*}} max 3 iter({{%.*}} = %[[START]]) -> (tensor<2xi32>) {
// CHECK-NEXT:   tensor.extract_slice {{%.*}}{{\[}}[[I]], 0] [1, 2] [1, 1] : tensor<3x2xi32> to tensor<2xi32>
// CHECK: sched.write %[[END]], %[[P]]
reactive.node @rows(%xs: tensor<3x2xi32>) -> (tensor<3x2xi32>) {
  %zeros = arith.constant dense<0> : tensor<2xi32>
  %o = reactive.segment over 3 resume elements(%xs : tensor<3x2xi32>) -> (tensor<3x2xi32>) {
  ^bb0(%last: i1, %k: i32, %x: tensor<2xi32>):
    %h = arith.addi %p, %x : tensor<2xi32>
    %p = reactive.fby %zeros, %h : tensor<2xi32>
    %t = reactive.then -> (tensor<3x2xi32>) {
      %all = reactive.all %h : tensor<2xi32> to tensor<3x2xi32>
      reactive.then_yield outs(%all : tensor<3x2xi32>)
    }
    reactive.segment_yield outs(%t : tensor<3x2xi32>)
  }
  reactive.return %o : tensor<3x2xi32>
}

// Carries of a segment in space last from instant to instant; 'last' and conditions inside.
// CHECK-LABEL: sched.machine @scan
// CHECK: %[[CARRY:[a-zA-Z0-9_]+]] = sched.slot "segment (carry 0)" = 0 : i32
// CHECK: %[[W:[a-zA-Z0-9_]+]] = sched.read %[[CARRY]]
// CHECK: %[[ALL:[a-zA-Z0-9_]+]]:6 = sched.sweep forward
// CHECK: sched.write %[[ALL]]#0, %[[CARRY]]
reactive.node @scan(%xs: tensor<3xi32>, %c: i1) -> (i32, i32) {
  %zero = arith.constant 0 : i32
  %o:2 = reactive.segment over 3 elements(%xs : tensor<3xi32>) carry(%zero : i32) -> (i32, i32) {
  ^bb0(%last: i1, %k: i32, %x: i32, %w: i32):
    %s = reactive.reset %last -> (i32) {
      %m = reactive.fby %zero, %sum : i32
      %sum = arith.addi %m, %x : i32
      reactive.yield %sum : i32
    }
    %xl = reactive.when %s, %last is 1 : i32, i1
    %h = reactive.current %xl, %w : i32
    %wx = arith.addi %h, %w : i32
    %t:2 = reactive.then -> (i32, i32) {
      %first = reactive.initial %s : i32
      %end = reactive.final %h : i32
      reactive.then_yield next(%wx : i32) outs(%first, %end : i32, i32)
    }
    reactive.segment_yield outs(%t#0, %t#1 : i32, i32)
  }
  reactive.return %o#0, %o#1 : i32, i32
}
