// A counter: its memory is a slot, read before and written after.
reactive.node @counter(%x: i32) -> (i32) {
  %zero = arith.constant 0 : i32
  %before = reactive.fby %zero, %sum : i32 loc("before"("counter.mlr":2:3))
  %sum = arith.addi %before, %x : i32
  reactive.return %sum : i32
}

// An initial value that is computed needs a flag for the first instant.
reactive.node @start(%x: i32) -> (i32) {
  %y = reactive.fby %x, %z : i32
  %z = arith.addi %y, %y : i32
  reactive.return %y : i32
}

reactive.node @chain(%x: i32) -> (i32) {
  %one = arith.constant 1 : i32
  %two = arith.constant 2 : i32
  %a = reactive.fby %one, %x : i32
  %b = reactive.fby %two, %a : i32
  %p = reactive.pre %b : i32
  %y = reactive.arrow %x, %p : i32
  reactive.return %y : i32
}
