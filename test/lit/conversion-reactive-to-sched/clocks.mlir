module attributes {mlr.interface = {
  modes = {inputs = [{name = "g", type = "mode", ssa = i32, clock = "."}, {name = "x", ssa = i32, clock = "."}], outputs = [{name = "y", ssa = i32, clock = "."}],
           enums = {mode = ["Idle", "Slow", "Fast"]}, exported}}} {

reactive.node @merge(%c: i1, %x: i32) -> (i32) {
  %zero = arith.constant 0 : i32
  %on = reactive.when %x, %c is 1 : i32, i1
  %off = reactive.when %x, %c is 0 : i32, i1
  %kept = reactive.fby %zero, %on : i32
  %neg = arith.subi %zero, %off : i32
  %y = reactive.merge %c [1, 0] %kept, %neg : i1, i32
  reactive.return %y : i32
}

reactive.node @hold(%c: i1, %x: i32, %d: i32) -> (i32, i32) {
  %zero = arith.constant 0 : i32
  %on = reactive.when %x, %c is 1 : i32, i1
  %constant = reactive.current %on, %zero : i32
  %computed = reactive.current %on, %d : i32
  reactive.return %constant, %computed : i32, i32
}

reactive.node @word(%x: i32) -> (i32) {
  %zero = arith.constant 0 : i32
  %w = reactive.word "0(01)" : i1
  %some = reactive.when %x, %w is 1 : i32, i1
  %y = reactive.current %some, %zero : i32
  reactive.return %y : i32
}

reactive.node @modes(%g: i32, %x: i32) -> (i32) {
  %zero = arith.constant 0 : i32
  %a = reactive.when %x, %g is 0 : i32, i32
  %b = reactive.when %x, %g is 1 : i32, i32
  %c = reactive.when %x, %g is 2 : i32, i32
  %a1 = reactive.fby %zero, %a : i32
  %c1 = arith.addi %c, %c : i32
  %y = reactive.merge %g [0, 2, 1] %a1, %c1, %b : i32, i32
  reactive.return %y : i32
}

// A reset while the memory sleeps is kept.
reactive.node @reset(%r: i1, %c: i1, %x: i32) -> (i32) {
  %zero = arith.constant 0 : i32
  %xc = reactive.when %x, %c is 1 : i32, i1
  %s = reactive.reset %r -> (i32) {
    %m = reactive.fby %zero, %sum : i32
    %sum = arith.addi %m, %xc : i32
    reactive.yield %sum : i32
  }
  %y = reactive.current %s, %zero : i32
  reactive.return %y : i32
}
}
