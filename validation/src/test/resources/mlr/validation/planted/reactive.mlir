// MISTAKE: a delay that starts with something else
// CHANGE: constant 0 ==> constant 1
// SHOWS: node @count computes something else: output 'res0' in instant 0 is
reactive.node @count(%x: i32) -> (i32) {
  %zero = arith.constant 0 : i32
  %before = reactive.fby %zero, %sum : i32
  %sum = arith.addi %before, %x : i32
  reactive.return %sum : i32
}
// -----
// MISTAKE: a dropped delay
// CHANGE: return %before ==> return %x
// SHOWS: node @delay computes something else: output 'res0' in instant 0 is
reactive.node @delay(%x: i32) -> (i32) {
  %zero = arith.constant 0 : i32
  %before = reactive.fby %zero, %x : i32
  reactive.return %before : i32
}
// -----
// MISTAKE: a delay by two instants for one
// CHANGE: fby %zero, %x ==> fby %zero, %twice : i32 %twice = reactive.fby %zero, %x
// SHOWS: node @delay computes something else: output 'res0' in instant 1 is
reactive.node @delay(%x: i32) -> (i32) {
  %zero = arith.constant 0 : i32
  %before = reactive.fby %zero, %x : i32
  reactive.return %before : i32
}
// -----
// MISTAKE: pre for fby
// CHANGE: fby %zero, %x ==> pre %x
// SHOWS: node @delay fails in instant 0 after the pass, but not before
reactive.node @delay(%x: i32) -> (i32) {
  %zero = arith.constant 0 : i32
  %before = reactive.fby %zero, %x : i32
  reactive.return %before : i32
}
// -----
// MISTAKE: a reset by the wrong condition
// CHANGE: reactive.reset %r ==> reactive.reset %q
// SHOWS: node @count computes something else: output 'res0' in instant
reactive.node @count(%r: i1, %q: i1, %x: i32) -> (i32) {
  %n = reactive.reset %r -> (i32) {
    %zero = arith.constant 0 : i32
    %before = reactive.fby %zero, %sum : i32
    %sum = arith.addi %before, %x : i32
    reactive.yield %sum : i32
  }
  reactive.return %n : i32
}
// -----
// MISTAKE: merged branches swapped
// CHANGE: merge %c [1, 0] ==> merge %c [0, 1]
// CHANGE: %x, %c is 1 ==> %y, %c is 1
// CHANGE: %y, %c is 0 ==> %x, %c is 0
// CHANGE: [0, 1] %on, %off ==> [1, 0] %on, %off
// SHOWS: node @f computes something else: output 'res0' in instant
reactive.node @f(%c: i1, %x: i32, %y: i32) -> (i32) {
  %on = reactive.when %x, %c is 1 : i32, i1
  %off = reactive.when %y, %c is 0 : i32, i1
  %m = reactive.merge %c [1, 0] %on, %off : i1, i32
  reactive.return %m : i32
}
// -----
// MISTAKE: a delay on a faster clock
// CHANGE: fby %zon, %xon ==> when %slow, %c is 1 : i32, i1 %slow = reactive.fby %zero, %x : i32 %unused = reactive.fby %zon, %xon
// CHANGE: is 1 : i32, i1 %slow ==> is 1 : i32, i1 %slow
// SHOWS: node @f computes something else: output 'res0' in instant
reactive.node @f(%c: i1, %x: i32) -> (i32) {
  %zero = arith.constant 0 : i32
  %zon = reactive.when %zero, %c is 1 : i32, i1
  %xon = reactive.when %x, %c is 1 : i32, i1
  %before = reactive.fby %zon, %xon : i32
  %held = reactive.current %before, %zero : i32
  reactive.return %held : i32
}
// -----
// MISTAKE: a held value that starts with something else
// CHANGE: current %xon, %zero ==> current %xon, %one
// SHOWS: node @f computes something else: output 'res0' in instant 0 is
// SHOWS: instant 0 (reset): arg0 = 0
reactive.node @f(%c: i1, %x: i32) -> (i32) {
  %zero = arith.constant 0 : i32
  %one = arith.constant 1 : i32
  %xon = reactive.when %x, %c is 1 : i32, i1
  %held = reactive.current %xon, %zero : i32
  reactive.return %held : i32
}
// -----
// MISTAKE: a segment that is one instant longer
// CHANGE: every 3 ==> every 4
// CHANGE: tensor<3x ==> tensor<4x
// CHANGE: extract %r[%c0] : tensor<4x ==> extract %r[%c0] : tensor<4x
// SHOWS: node @f
reactive.node @f(%x: i32) -> (i32) {
  %c0 = arith.constant 0 : index
  %zero = arith.constant 0 : i32
  %zeros = arith.constant dense<0> : tensor<3xi32>
  %t = reactive.segment every 3 -> (tensor<3xi32>) {
  ^bb0(%e: i1, %k: i32):
    %n = reactive.post %s, %zero : i32
    %s = arith.addi %x, %n : i32
    %o = reactive.then -> (tensor<3xi32>) {
      %a = reactive.all %s : i32 to tensor<3xi32>
      reactive.then_yield outs(%a : tensor<3xi32>)
    }
    reactive.segment_yield outs(%o : tensor<3xi32>)
  }
  %r = reactive.current %t, %zeros : tensor<3xi32>
  %y = tensor.extract %r[%c0] : tensor<3xi32>
  reactive.return %y : i32
}
// -----
// MISTAKE: post turned into fby
// CHANGE: reactive.post %s, %zero ==> reactive.fby %zero, %s
// SHOWS: node @f computes something else: output 'res0
reactive.node @f(%xs: tensor<3xi32>) -> (tensor<3xi32>) {
  %r = reactive.segment over 3 elements(%xs : tensor<3xi32>) -> (tensor<3xi32>) {
  ^bb0(%e: i1, %k: i32, %x: i32):
    %zero = arith.constant 0 : i32
    %n = reactive.post %s, %zero : i32
    %s = arith.addi %x, %n : i32
    %o = reactive.then -> (tensor<3xi32>) {
      %a = reactive.all %s : i32 to tensor<3xi32>
      reactive.then_yield outs(%a : tensor<3xi32>)
    }
    reactive.segment_yield outs(%o : tensor<3xi32>)
  }
  reactive.return %r : tensor<3xi32>
}
// -----
// MISTAKE: a removed assertion of a node
// CHANGE: reactive.assert %c, "x stays small" ==>
// SHOWS: node @f goes on in instant 0 where it stopped before the pass: assertion failed: x stays small
reactive.node @f(%x: i32) -> (i32) {
  %limit = arith.constant 5 : i32
  %c = arith.cmpi slt, %x, %limit : i32
  reactive.assert %c, "x stays small"
  reactive.return %x : i32
}
