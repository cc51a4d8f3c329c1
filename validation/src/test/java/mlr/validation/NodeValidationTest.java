package mlr.validation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Passes that change what nodes compute are caught, and the output and the instant are named, also from level to level. */
class NodeValidationTest {
  private static final String COUNTER = """
      module attributes {mlr.interface = {count = {
          exported, inputs = [{name = "r", type = "bool", ssa = i1, clock = "."}, {name = "x", type = "i32", ssa = i32, clock = "."}],
          outputs = [{name = "n", type = "i32", ssa = i32, clock = "."}]}}} {
        %s
      }""";

  private static final String REACTIVE = COUNTER.formatted("""
      reactive.node @count(%r: i1, %x: i32) -> (i32) {
        %n = reactive.reset %r -> (i32) {
          %zero = arith.constant 0 : i32
          %before = reactive.fby %zero, %sum : i32
          %sum = arith.addi %before, %x : i32
          reactive.yield %sum : i32
        }
        reactive.return %n : i32
      }""");

  private static final String MACHINE = COUNTER.formatted("""
      sched.machine @count {
        %s = sched.slot "n" = 0 : i32 : !sched.slot<i32>
        %r = sched.input "r" : i1
        %x = sched.input "x" : i32
        %zero = arith.constant 0 : i32
        %old = sched.read %s : !sched.slot<i32>
        %before = arith.select %r, %zero, %old : i32
        %sum = arith.addi %before, %x : i32
        sched.write %sum, %s : !sched.slot<i32>
        sched.output "n", %sum : i32
        sched.end
      }""");

  @Test
  void anotherInitialValue() {
    Planted.caught(REACTIVE, Planted.becomes(REACTIVE.replace("constant 0", "constant 1")),
        "node @count computes something else: output 'n' in instant 0 is", "instant 0 (reset): r = ");
  }

  @Test
  void aLostReset() {
    Planted.caught(REACTIVE, Planted.becomes(REACTIVE.replace("reactive.reset %r", "reactive.reset %never")
        .replace("%n = reactive", "%never = arith.constant false\n%n = reactive")), "node @count computes something else: output 'n' in instant");
  }

  @Test
  void aMachineIsTheNodeThatItWasMadeFrom() {
    var counts = Planted.accepted(REACTIVE, Planted.becomes(MACHINE));
    assertTrue(counts.contains("8 validated: traces"), counts);
  }

  @Test
  void aSlotThatIsWrittenTooLate() {
    Planted.caught(REACTIVE, Planted.becomes(MACHINE.replace("sched.write %sum, %s", "sched.write %before, %s")),
        "node @count computes something else: output 'n' in instant");
  }

  private static final String STEP = """
      module attributes {mlr.interface = {count = {
          exported, inputs = [{name = "r", type = "bool", ssa = i1, clock = ".", offset = 0}, {name = "x", type = "i32", ssa = i32, clock = ".", offset = 4}],
          outputs = [{name = "n", type = "i32", ssa = i32, clock = ".", offset = 0}], state_bytes = 4, in_bytes = 8, out_bytes = 4}}} {
        llvm.func @count_reset(%state: !llvm.ptr) {
          %zero = llvm.mlir.constant(0 : i32) : i32
          llvm.store %zero, %state : i32, !llvm.ptr
          llvm.return
        }
        llvm.func @count_step(%state: !llvm.ptr, %in: !llvm.ptr, %out: !llvm.ptr) {
          %zero = llvm.mlir.constant(0 : i32) : i32
          %r = llvm.load %in : !llvm.ptr -> i1
          %p = llvm.getelementptr %in[4] : (!llvm.ptr) -> !llvm.ptr, i8
          %x = llvm.load %p : !llvm.ptr -> i32
          %old = llvm.load %state : !llvm.ptr -> i32
          %before = llvm.select %r, %zero, %old : i1, i32
          %sum = llvm.add %before, %x : i32
          llvm.store %sum, %state : i32, !llvm.ptr
          llvm.store %sum, %out : i32, !llvm.ptr
          llvm.return
        }
      }""";

  @Test
  void functionsAreTheMachineThatTheyWereMadeFrom() {
    Planted.accepted(MACHINE, Planted.becomes(STEP));
    Planted.accepted(REACTIVE, Planted.becomes(STEP));
  }

  @Test
  void aResetFunctionThatSetsSomethingElse() {
    Planted.caught(MACHINE, Planted.becomes(STEP.replaceFirst("constant\\(0", "constant(7")), "node @count computes something else: output 'n' in instant 0");
  }

  @Test
  void aStateThatIsNotKept() {
    Planted.caught(MACHINE, Planted.becomes(STEP.replace("llvm.store %sum, %state : i32, !llvm.ptr\n", "\n")), "node @count computes something else: output 'n' in instant");
  }

  @Test
  void anOutputThatIsNotWritten() {
    Planted.caught(MACHINE, Planted.becomes(STEP.replace("llvm.store %sum, %out : i32, !llvm.ptr\n", "\n")), "node @count fails in instant 0 after the pass");
  }

  @Test
  void aNodeThatIsGone() {
    Planted.caught(REACTIVE, module -> module.region(0).entry().first().orElseThrow().erase(), "node @count is gone");
  }

  private static final String SAMPLED = """
      module attributes {mlr.interface = {f = {
          exported, inputs = [{name = "c", type = "bool", ssa = i1, clock = "."}, {name = "x", type = "f32", ssa = f32, clock = ". on c"}],
          outputs = [{name = "y", type = "f32", ssa = f32, clock = ". on c"}]}}} {
        sched.machine @f {
          %c = sched.input "c" : i1
          sched.guard %c {
            %x = sched.input "x" : f32
            %y = arith.negf %x : f32
            sched.output "y", %y : f32
            sched.yield
          }
          sched.end
        }
      }""";

  @Test
  void anOutputOnAnotherClock() {
    Planted.caught(SAMPLED, Planted.becomes(SAMPLED.replace("sched.guard %c", "sched.guard %other").replace("%c = sched", "%other = arith.constant false\n%c = sched")),
        "node @f", "in instant");
  }

  @Test
  void anOutputWhoseClockChangesInTheInterface() {
    Planted.caught(SAMPLED, Planted.becomes(SAMPLED.replace("name = \"y\", type = \"f32\", ssa = f32, clock = \". on c\"", "name = \"y\", type = \"f32\", ssa = f32, clock = \".\"")),
        "node @f has other ports");
  }

  @Test
  void programsThatFailBeforeThePassProveNothing() {
    var module = """
        reactive.node @p(%%x: i32) -> (i32) {
          %%y = reactive.pre %%x : i32
          %%z = arith.addi %%y, %%%s : i32
          reactive.return %%z : i32
        }""";
    var counts = Planted.accepted(module.formatted("x"), Planted.becomes(module.formatted("y")));
    assertTrue(counts.contains("8 not validated: runs, failing before the pass"), counts);
  }

  @Test
  void aThresholdFarFromWhatIsUsual() {
    var module = """
        reactive.node @over(%%speed: f32) -> (i1) {
          %%limit = arith.constant 12345.5 : f32
          %%y = arith.cmpf %s, %%speed, %%limit : f32
          reactive.return %%y : i1
        }""";
    Planted.caught(module.formatted("ogt"), Planted.becomes(module.formatted("oge")), "node @over computes something else: output 'res0' in instant");
  }
}
