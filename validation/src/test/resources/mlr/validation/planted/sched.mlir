// MISTAKE: a slot written before it is read
// SHOWS: node @count computes something else: output 'n' in instant 0 is
module attributes {mlr.interface = {count = {exported, inputs = [{name = "x", type = "i32", ssa = i32, clock = "."}],
    outputs = [{name = "n", type = "i32", ssa = i32, clock = "."}]}}} {
  sched.machine @count {
    %s = sched.slot "n" = 0 : i32 : !sched.slot<i32>
    %x = sched.input "x" : i32
    %old = sched.read %s : !sched.slot<i32>
    sched.write %x, %s : !sched.slot<i32>
    sched.output "n", %old : i32
    sched.end
  }
}
// BECOMES
module attributes {mlr.interface = {count = {exported, inputs = [{name = "x", type = "i32", ssa = i32, clock = "."}],
    outputs = [{name = "n", type = "i32", ssa = i32, clock = "."}]}}} {
  sched.machine @count {
    %s = sched.slot "n" = 0 : i32 : !sched.slot<i32>
    %x = sched.input "x" : i32
    sched.write %x, %s : !sched.slot<i32>
    %old = sched.read %s : !sched.slot<i32>
    sched.output "n", %old : i32
    sched.end
  }
}
// -----
// MISTAKE: a slot that starts with something else
// CHANGE: "n" = 3 ==> "n" = 2
// SHOWS: node @count computes something else: output 'n' in instant 0 is 3 before and 2 after
module attributes {mlr.interface = {count = {exported, inputs = [{name = "x", type = "i32", ssa = i32, clock = "."}],
    outputs = [{name = "n", type = "i32", ssa = i32, clock = "."}]}}} {
  sched.machine @count {
    %s = sched.slot "n" = 3 : i32 : !sched.slot<i32>
    %x = sched.input "x" : i32
    %old = sched.read %s : !sched.slot<i32>
    sched.write %x, %s : !sched.slot<i32>
    sched.output "n", %old : i32
    sched.end
  }
}
// -----
// MISTAKE: a write without its guard
// SHOWS: node @f computes something else: output 'n' in instant 1 is
module attributes {mlr.interface = {f = {exported, inputs = [{name = "c", type = "bool", ssa = i1, clock = "."}, {name = "x", type = "i32", ssa = i32, clock = "."}],
    outputs = [{name = "n", type = "i32", ssa = i32, clock = "."}]}}} {
  sched.machine @f {
    %s = sched.slot "n" = 0 : i32 : !sched.slot<i32>
    %c = sched.input "c" : i1
    %x = sched.input "x" : i32
    %old = sched.read %s : !sched.slot<i32>
    sched.guard %c {
      sched.write %x, %s : !sched.slot<i32>
      sched.yield
    }
    sched.output "n", %old : i32
    sched.end
  }
}
// BECOMES
module attributes {mlr.interface = {f = {exported, inputs = [{name = "c", type = "bool", ssa = i1, clock = "."}, {name = "x", type = "i32", ssa = i32, clock = "."}],
    outputs = [{name = "n", type = "i32", ssa = i32, clock = "."}]}}} {
  sched.machine @f {
    %s = sched.slot "n" = 0 : i32 : !sched.slot<i32>
    %c = sched.input "c" : i1
    %x = sched.input "x" : i32
    %old = sched.read %s : !sched.slot<i32>
    sched.write %x, %s : !sched.slot<i32>
    sched.output "n", %old : i32
    sched.end
  }
}
// -----
// MISTAKE: a backward sweep made forward
// CHANGE: sweep backward ==> sweep forward
// SHOWS: node @f computes something else: output 'y' in instant 0 is
module attributes {mlr.interface = {f = {exported, inputs = [{name = "x", type = "i32", ssa = i32, clock = "."}],
    outputs = [{name = "y", type = "i32", ssa = i32, clock = "."}]}}} {
  sched.machine @f {
    %b = sched.buffer "b" "stack" : !sched.buffer<3, i32>
    %n = arith.constant 3 : index
    %zero = arith.constant 0 : i32
    %two = arith.constant 2 : i32
    %x = sched.input "x" : i32
    %u = sched.sweep forward %i = %n max 3 iter(%a = %x) -> (i32) {
      sched.store %a, %b[%i] : !sched.buffer<3, i32>
      %d = arith.muli %a, %two : i32
      sched.yield %d : i32
    }
    %w = sched.sweep backward %i = %n max 3 iter(%r = %zero) -> (i32) {
      %v = sched.load %b[%i] : !sched.buffer<3, i32>
      %d = arith.muli %r, %two : i32
      %s = arith.addi %d, %v : i32
      sched.yield %s : i32
    }
    sched.output "y", %w : i32
    sched.end
  }
}
// -----
// MISTAKE: the wrong offset in the state of a machine that became functions
// SHOWS: node @count
module attributes {mlr.interface = {count = {exported, inputs = [{name = "x", type = "i32", ssa = i32, clock = ".", offset = 0}],
    outputs = [{name = "n", type = "i32", ssa = i32, clock = ".", offset = 0}], state_bytes = 8, in_bytes = 4, out_bytes = 4}}} {
  sched.machine @count {
    %s = sched.slot "n" = 0 : i32 : !sched.slot<i32>
    %t = sched.slot "m" = 5 : i32 : !sched.slot<i32>
    %x = sched.input "x" : i32
    %old = sched.read %s : !sched.slot<i32>
    %older = sched.read %t : !sched.slot<i32>
    sched.write %x, %s : !sched.slot<i32>
    sched.write %old, %t : !sched.slot<i32>
    sched.output "n", %older : i32
    sched.end
  }
}
// BECOMES
module attributes {mlr.interface = {count = {exported, inputs = [{name = "x", type = "i32", ssa = i32, clock = ".", offset = 0}],
    outputs = [{name = "n", type = "i32", ssa = i32, clock = ".", offset = 0}], state_bytes = 8, in_bytes = 4, out_bytes = 4}}} {
  llvm.func @count_reset(%state: !llvm.ptr) {
    %zero = llvm.mlir.constant(0 : i32) : i32
    %five = llvm.mlir.constant(5 : i32) : i32
    %t = llvm.getelementptr %state[1] : (!llvm.ptr) -> !llvm.ptr, i32
    llvm.store %zero, %state : i32, !llvm.ptr
    llvm.store %five, %t : i32, !llvm.ptr
    llvm.return
  }
  llvm.func @count_step(%state: !llvm.ptr, %in: !llvm.ptr, %out: !llvm.ptr) {
    %t = llvm.getelementptr %state[1] : (!llvm.ptr) -> !llvm.ptr, i32
    %x = llvm.load %in : !llvm.ptr -> i32
    %old = llvm.load %state : !llvm.ptr -> i32
    %older = llvm.load %t : !llvm.ptr -> i32
    llvm.store %x, %t : i32, !llvm.ptr
    llvm.store %old, %t : i32, !llvm.ptr
    llvm.store %older, %out : i32, !llvm.ptr
    llvm.return
  }
}
