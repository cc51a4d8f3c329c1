package mlr.lowering.jit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import mlr.lowering.InternalCompilerError;
import mlr.lowering.llvm.CodeGenerator;
import mlr.lowering.target.StepInterface;
import mlr.lowering.target.Targets;
import org.junit.jupiter.api.Test;

class HostJitTest {
  private static final String COUNTER = """
      declare void @llvm.memset.p0.i64(ptr, i8, i64, i1)
      define void @counter_reset(ptr %state) {
        store i32 0, ptr %state
        ret void
      }
      define void @counter_step(ptr %state, ptr %in, ptr %out) {
        call void @llvm.memset.p0.i64(ptr %out, i8 0, i64 400, i1 false)
        %old = load i32, ptr %state
        %by = load i32, ptr %in
        %new = add i32 %old, %by
        store i32 %new, ptr %state
        store i32 %new, ptr %out
        ret void
      }
      """;

  @Test
  void aNodeKeepsItsStateBetweenStepsAndLosesItByReset() {
    try (var jit = HostJit.compile(COUNTER, "counter"); var arena = Arena.ofConfined()) {
      var node = jit.node(StepInterface.ofNode("counter", 4, 4, 400), arena);
      node.reset();
      node.in().set(ValueLayout.JAVA_INT, 0, 5);
      node.step();
      node.step();
      assertEquals(10, node.out().get(ValueLayout.JAVA_INT, 0));
      node.reset();
      node.step();
      assertEquals(5, node.out().get(ValueLayout.JAVA_INT, 0));
      assertEquals(0, node.out().get(ValueLayout.JAVA_INT, 396));
    }
  }

  @Test
  void twoNodesOfOneObjectDoNotShareState() {
    try (var jit = HostJit.compile(COUNTER, "counter"); var arena = Arena.ofConfined()) {
      var stepInterface = StepInterface.ofNode("counter", 4, 4, 400);
      var first = jit.node(stepInterface, arena);
      var second = jit.node(stepInterface, arena);
      first.reset();
      second.reset();
      first.in().set(ValueLayout.JAVA_INT, 0, 1);
      first.step();
      second.step();
      assertEquals(1, first.out().get(ValueLayout.JAVA_INT, 0));
      assertEquals(0, second.out().get(ValueLayout.JAVA_INT, 0));
    }
  }

  @Test
  void anUnknownSymbolIsNamed() {
    try (var jit = HostJit.compile(COUNTER, "counter")) {
      assertTrue(assertThrows(InternalCompilerError.class, () -> jit.function("other_step", 3)).getMessage().contains("other_step"));
    }
  }

  @Test
  void anObjectOfAnotherMachineIsRefused() {
    var object = new CodeGenerator(Targets.named("cortex-m7")).object("define void @f() {\n  ret void\n}\n", "test");
    assertThrows(IllegalArgumentException.class, () -> HostJit.load(object));
  }
}
