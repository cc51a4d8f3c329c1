// RUN: mlr-opt %s --normalize-reactive --convert-reactive-to-sched --canonicalize --cse | FileCheck %s

// CHECK-LABEL: sched.machine @returns
// CHECK: %[[POSITION:[a-zA-Z0-9_]+]] = sched.slot "segment (position)" = 0 : i32
// CHECK: %[[SUM:[a-zA-Z0-9_]+]] = sched.slot "fby" = 0 : i32
// CHECK: %[[REWARDS:[a-zA-Z0-9_]+]] = sched.buffer {{.*}} "stack" : !sched.buffer<4, i32>
// CHECK: %[[RESULTS:[a-zA-Z0-9_]+]] = sched.buffer {{.*}} "stack" : !sched.buffer<4, i32>
// CHECK: %[[R:[a-zA-Z0-9_]+]] = sched.input "arg0" : i32
// CHECK: %[[AT:[a-zA-Z0-9_]+]] = arith.index_cast
// CHECK: %[[LAST:[a-zA-Z0-9_]+]] = arith.cmpi eq
// CHECK: sched.store %[[R]], %[[REWARDS]][%[[AT]]]
// CHECK: sched.guard %[[LAST]] -> (tensor<4xi32>, i32) {
// CHECK-NEXT:   sched.sweep backward [[I:%.*]] = {{%.*}} max 4 iter
// CHECK:     sched.load %[[REWARDS]]{{\[}}[[I]]]
// CHECK:     sched.store {{%.*}}, %[[RESULTS]]{{\[}}[[I]]]
// CHECK:   sched.collect %[[RESULTS]]
// The do part starts afresh behind the border.
// CHECK: sched.guard %[[LAST]] {
// CHECK-NEXT:   sched.write {{%.*}}, %[[SUM]]
reactive.node @returns(%r: i32) -> (tensor<4xi32>, i32, i1) {
  %zero = arith.constant 0 : i32
  %two = arith.constant 2 : i32
  %zeros = arith.constant dense<0> : tensor<4xi32>
  %o:4 = reactive.segment every 4 -> (tensor<4xi32>, i32, i32, i1) {
  ^bb0(%last: i1, %k: i32):
    %after = reactive.post %g, %zero : i32
    %half = arith.divsi %after, %two : i32
    %g = arith.addi %r, %half : i32
    %sum = arith.addi %m, %r : i32
    %m = reactive.fby %zero, %sum : i32
    %t:2 = reactive.then -> (tensor<4xi32>, i32) {
      %all = reactive.all %g : i32 to tensor<4xi32>
      %first = reactive.initial %g : i32
      reactive.then_yield outs(%all, %first : tensor<4xi32>, i32)
    }
    reactive.segment_yield outs(%t#0, %t#1, %sum, %last : tensor<4xi32>, i32, i32, i1)
  }
  %h = reactive.current %o#0, %zeros : tensor<4xi32>
  %h1 = reactive.current %o#1, %zero : i32
  %y = arith.addi %h1, %o#2 : i32
  reactive.return %h, %y, %o#3 : tensor<4xi32>, i32, i1
}

// CHECK-LABEL: sched.machine @until
// CHECK: %[[STOP:[a-zA-Z0-9_]+]] = sched.input "arg1" : i1
// CHECK: %[[FULL:[a-zA-Z0-9_]+]] = arith.cmpi eq
// CHECK-NEXT: %[[LAST:[a-zA-Z0-9_]+]] = arith.ori %[[STOP]], %[[FULL]] : i1
// CHECK: sched.guard %[[LAST]] -> (tensor<5xi32>, i32) {
// CHECK:   sched.sweep backward {{%.*}} = [[COUNT:%.*]] max 5 iter
// CHECK:   sched.collect {{%.*}}, [[COUNT]] : !sched.buffer<5, i32> to tensor<5xi32>
reactive.node @until(%r: i32, %c: i1) -> (tensor<5xi32>, i32) {
  %zero = arith.constant 0 : i32
  %zeros = arith.constant dense<0> : tensor<5xi32>
  %o:2 = reactive.segment until max 5 -> (tensor<5xi32>, i32) {
  ^bb0(%last: i1, %k: i32):
    %after = reactive.post %g, %r : i32
    %g = arith.addi %r, %after : i32
    %t:2 = reactive.then -> (tensor<5xi32>, i32) {
      %all = reactive.all %g : i32 to tensor<5xi32>
      %end = reactive.final %g : i32
      %count = reactive.fby %zero, %next : i32
      %next = arith.addi %count, %k : i32
      %s = arith.addi %end, %next : i32
      reactive.then_yield outs(%all, %s : tensor<5xi32>, i32)
    }
    reactive.segment_yield until(%c : i1) outs(%t#0, %t#1 : tensor<5xi32>, i32)
  }
  %h = reactive.current %o#0, %zeros : tensor<5xi32>
  %h1 = reactive.current %o#1, %zero : i32
  reactive.return %h, %h1 : tensor<5xi32>, i32
}

// CHECK-LABEL: sched.machine @carried
// CHECK: %[[W:[a-zA-Z0-9_]+]] = sched.slot "segment (carry 0)" = 0 : i32
// CHECK: %[[FIRST:[a-zA-Z0-9_]+]] = sched.slot "segment (first)" = true
// CHECK: %[[V:[a-zA-Z0-9_]+]] = sched.slot "segment (carry 1)" = 1 : i32
// CHECK: %[[M:[a-zA-Z0-9_]+]] = sched.slot "fby" = 0 : i32
// CHECK: %[[INITIAL:[a-zA-Z0-9_]+]] = sched.slot "initial" = 0 : i32
// CHECK: %[[W0:[a-zA-Z0-9_]+]] = sched.input "arg1" : i32
// CHECK: %[[AT:[a-zA-Z0-9_]+]] = sched.read %[[FIRST]]
// CHECK: arith.select %[[AT]], %[[W0]]
// CHECK: sched.guard {{%.*}} {
// CHECK-NEXT:   sched.write {{%.*}}, %[[INITIAL]]
// CHECK: sched.guard {{%.*}} -> (i32) {
// CHECK:   sched.write {{%.*}}, %[[W]]
// CHECK:   sched.sweep backward
// CHECK:   sched.write {{%.*}}, %[[V]]
// With resume, memory stays.
// CHECK-NOT: sched.write {{%.*}}, %[[M]]
// CHECK: sched.end
reactive.node @carried(%x: i32, %w0: i32) -> (i32, i32) {
  %zero = arith.constant 0 : i32
  %one = arith.constant 1 : i32
  %o:3 = reactive.segment every 3 resume carry(%w0, %one : i32, i32) -> (i32, i32, i32) {
  ^bb0(%last: i1, %k: i32, %w: i32, %v: i32):
    %m = reactive.fby %zero, %sum : i32
    %sum = arith.addi %m, %x : i32
    %after = reactive.post %back, %zero : i32
    %term = arith.muli %w, %sum : i32
    %back = arith.addi %after, %term : i32
    %t:1 = reactive.then -> (i32) {
      %first = reactive.initial %back : i32
      %firstsum = reactive.initial %sum : i32
      %nw = arith.addi %firstsum, %w : i32
      %nv = arith.addi %first, %v : i32
      reactive.then_yield next(%nw, %nv : i32, i32) outs(%first : i32)
    }
    reactive.segment_yield outs(%t, %w, %v : i32, i32, i32)
  }
  %h = reactive.current %o#0, %zero : i32
  %wv = arith.addi %o#1, %o#2 : i32
  reactive.return %h, %wv : i32, i32
}

// CHECK-LABEL: sched.machine @replayed
// CHECK: %[[PAST:[a-zA-Z0-9_]+]] = sched.buffer {{.*}} "stack" : !sched.buffer<3, i32>
// CHECK: %[[LENGTH:[a-zA-Z0-9_]+]] = sched.slot "replayed length" = 0 : i32
// CHECK: %[[R:[a-zA-Z0-9_]+]] = sched.input "arg1" : i1
// CHECK: sched.guard %[[R]] {
// CHECK:   sched.write {{%.*}}, %[[LENGTH]]
// CHECK: %[[THERE:[a-zA-Z0-9_]+]] = arith.cmpi sle
// CHECK: sched.guard %[[THERE]] -> (i32) {
// CHECK-NEXT:   sched.load %[[PAST]]
// CHECK: } else {
// CHECK: sched.sweep backward
reactive.node @replayed(%x: i32, %r: i1) -> (i32) {
  %zero = arith.constant 0 : i32
  %o = reactive.reset %r -> (i32) {
    %s = reactive.segment every 3 -> (i32) {
    ^bb0(%last: i1, %k: i32):
      %after = reactive.post %back, %zero : i32
      %back = arith.addi %after, %x : i32
      %past = reactive.replay %back, %k : i32
      reactive.segment_yield outs(%past : i32)
    }
    reactive.yield %s : i32
  }
  reactive.return %o : i32
}

// Statistics of a batch: 'final' in the do part needs a second forward pass.
// CHECK-LABEL: sched.machine @centred
// CHECK: sched.sweep backward
// CHECK:   arith.subi
// CHECK: sched.sweep forward
// CHECK:   arith.addi
// CHECK: sched.collect
reactive.node @centred(%x: i32) -> (tensor<3xi32>) {
  %zero = arith.constant 0 : i32
  %three = arith.constant 3 : i32
  %zeros = arith.constant dense<0> : tensor<3xi32>
  %o = reactive.segment every 3 -> (tensor<3xi32>) {
  ^bb0(%last: i1, %k: i32):
    %m = reactive.fby %zero, %sum : i32
    %sum = arith.addi %m, %x : i32
    %total = reactive.final %sum : i32
    %mean = arith.divsi %total, %three : i32
    %d = arith.subi %x, %mean : i32
    %run = reactive.fby %zero, %acc : i32
    %acc = arith.addi %run, %d : i32
    %t = reactive.then -> (tensor<3xi32>) {
      %all = reactive.all %acc : i32 to tensor<3xi32>
      reactive.then_yield outs(%all : tensor<3xi32>)
    }
    reactive.segment_yield outs(%t : tensor<3xi32>)
  }
  %h = reactive.current %o, %zeros : tensor<3xi32>
  reactive.return %h : tensor<3xi32>
}

// Equations on a slower clock inside a segment.
// CHECK-LABEL: sched.machine @sampled
// CHECK: %[[C:[a-zA-Z0-9_]+]] = sched.input "arg0" : i1
// CHECK: sched.store %[[C]], [[CONDITIONS:%.*]][
// CHECK: sched.sweep backward
// CHECK:   %[[PRESENT:[a-zA-Z0-9_]+]] = sched.load [[CONDITIONS]][
// CHECK:   arith.select %[[PRESENT]]
reactive.node @sampled(%c: i1, %x: i32) -> (tensor<4xi32>) {
  %zero = arith.constant 0 : i32
  %zeros = arith.constant dense<0> : tensor<4xi32>
  %o = reactive.segment every 4 -> (tensor<4xi32>) {
  ^bb0(%last: i1, %k: i32):
    %xc = reactive.when %x, %c is 1 : i32, i1
    %xn = reactive.when %x, %c is 0 : i32, i1
    %after = reactive.post %back, %zero : i32
    %back = arith.addi %after, %xc : i32
    %aftern = reactive.post %xn, %xn : i32
    %y = reactive.merge %c [1, 0] %back, %aftern : i1, i32
    %t = reactive.then -> (tensor<4xi32>) {
      %all = reactive.all %y : i32 to tensor<4xi32>
      reactive.then_yield outs(%all : tensor<4xi32>)
    }
    reactive.segment_yield outs(%t : tensor<4xi32>)
  }
  %h = reactive.current %o, %zeros : tensor<4xi32>
  reactive.return %h : tensor<4xi32>
}

// Results come back into later segments through memory on the end clock.
// CHECK-LABEL: sched.machine @fed_back
// CHECK: %[[LAST:.*]] = arith.cmpi eq
// CHECK: sched.guard %[[LAST]] -> (i32) {
// CHECK-NEXT: sched.read
// CHECK: sched.guard %[[LAST]] {
// CHECK: sched.sweep backward
// CHECK: sched.write
reactive.node @fed_back(%x: i32) -> (i32) {
  %one = arith.constant 1 : i32
  %before = reactive.fby %one, %o : i32
  %w = reactive.current %before, %one : i32
  %o = reactive.segment every 4 -> (i32) {
  ^bb0(%last: i1, %k: i32):
    %after = reactive.post %y, %one : i32
    %term = arith.muli %x, %w : i32
    %y = arith.addi %after, %term : i32
    %t = reactive.then -> (i32) {
      %first = reactive.initial %y : i32
      reactive.then_yield outs(%first : i32)
    }
    reactive.segment_yield outs(%t : i32)
  }
  reactive.return %w : i32
}
