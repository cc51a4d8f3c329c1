package mlr.boards;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.stream.Stream;
import mlr.lowering.InternalCompilerError;
import mlr.lowering.LoweringException;
import mlr.lowering.board.BoardRunner.Counting;
import mlr.lowering.llvm.CodeGenerator;
import mlr.lowering.target.StepInterface;
import mlr.lowering.target.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BoardRunTest {
  /** Adds the input to its state; the state begins at 100. */
  private static final String SUM = """
      define void @n_reset(ptr %state) {
        store i32 100, ptr %state
        ret void
      }
      define void @n_step(ptr %state, ptr %in, ptr %out) {
        %old = load i32, ptr %state
        %by = load i32, ptr %in
        %new = add i32 %old, %by
        store i32 %new, ptr %state
        store i32 %new, ptr %out
        ret void
      }
      """;

  /** Goes round a loop of seven instructions as often as the input says. */
  private static final String SPIN = """
      define void @n_reset(ptr %state) {
        ret void
      }
      define void @n_step(ptr %state, ptr %in, ptr %out) {
        %n = load i32, ptr %in
        br label %loop
      loop:
        %i = phi i32 [ 0, %0 ], [ %next, %loop ]
        call void asm sideeffect "nop\\0Anop\\0Anop\\0Anop\\0Anop", ""()
        %next = add i32 %i, 1
        %more = icmp ult i32 %next, %n
        br i1 %more, label %loop, label %done
      done:
        store i32 %next, ptr %out
        ret void
      }
      """;

  static Stream<Target> targets() {
    return Boards.targets();
  }

  private static byte[] words(int... values) {
    var bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asIntBuffer().put(values);
    return bytes.array();
  }

  @ParameterizedTest
  @MethodSource("targets")
  void stateLivesFromStepToStepOverMoreFramesThanFitIntoABlock(Target target) {
    int steps = 40_000;
    var inputs = new int[steps];
    for (int step = 0; step < steps; step++) {
      inputs[step] = step;
    }
    var run = Boards.run(target, SUM, StepInterface.ofNode("n", 4, 4, 4), words(inputs), steps, Counting.OFF);
    int sum = 100;
    for (int step = 0; step < steps; step++) {
      sum += step;
      assertArrayEquals(words(sum), run.outputs().get(step));
    }
  }

  @ParameterizedTest
  @MethodSource("targets")
  void aNodeMayHaveNeitherInputsNorOutputsNorSteps(Target target) {
    var nothing = "define void @n_reset(ptr %s) {\n  ret void\n}\ndefine void @n_step(ptr %s, ptr %i, ptr %o) {\n  ret void\n}\n";
    assertEquals(3, Boards.run(target, nothing, StepInterface.ofNode("n", 0, 0, 0), new byte[0], 3, Counting.OFF).outputs().size());
    assertEquals(0, Boards.run(target, nothing, StepInterface.ofNode("n", 0, 0, 0), new byte[0], 0, Counting.ON).outputs().size());
  }

  @ParameterizedTest
  @MethodSource("targets")
  void instructionsAreCountedExactly(Target target) {
    var rounds = new int[100];
    for (int step = 0; step < rounds.length; step++) {
      rounds[step] = 1 + step * step * 17;
    }
    var run = Boards.run(target, SPIN, StepInterface.ofNode("n", 0, 4, 4), words(rounds), rounds.length, Counting.ON);
    long base = run.instructions()[0];
    long loop = (run.instructions()[1] - base) / (rounds[1] - rounds[0]);
    assertTrue(loop >= 7 && loop <= 8, "instructions of the loop: " + loop);
    assertTrue(base >= loop + 3 && base <= loop + 10, "instructions of one round: " + base);
    for (int step = 0; step < rounds.length; step++) {
      assertEquals(base + loop * (rounds[step] - 1), run.instructions()[step], "step " + step);
    }
  }

  @ParameterizedTest
  @MethodSource("targets")
  void anEmptyStepIsItsReturn(Target target) {
    var nothing = "define void @n_reset(ptr %s) {\n  ret void\n}\ndefine void @n_step(ptr %s, ptr %i, ptr %o) {\n  ret void\n}\n";
    var run = Boards.run(target, nothing, StepInterface.ofNode("n", 0, 0, 0), new byte[0], 5, Counting.ON);
    assertArrayEquals(new long[] {1, 1, 1, 1, 1}, run.instructions());
    assertEquals(0, run.stackBytes());
  }

  @ParameterizedTest
  @MethodSource("targets")
  void theStackThatIsTouchedIsTheStackThatWasForetold(Target target) {
    var deep = """
        define internal void @inner(i32 %n) noinline {
          %a = alloca [100 x i32]
          %p = getelementptr i32, ptr %a, i32 %n
          store volatile i32 1, ptr %p
          ret void
        }
        define void @n_reset(ptr %state) {
          ret void
        }
        define void @n_step(ptr %state, ptr %in, ptr %out) {
          %b = alloca [50 x i32]
          store volatile i32 1, ptr %b
          call void @inner(i32 0)
          store volatile i32 1, ptr %b
          ret void
        }
        """;
    var object = new CodeGenerator(target).object(deep, "test");
    var run = Boards.run(target, deep, StepInterface.ofNode("n", 0, 0, 0), new byte[0], 1, Counting.OFF);
    long foretold = object.worstStack("n_step");
    assertTrue(run.stackBytes() <= foretold && run.stackBytes() > foretold - 16, run.stackBytes() + " of " + foretold);
  }

  @ParameterizedTest
  @MethodSource("targets")
  void aStepThatTrapsIsReported(Target target) {
    var trap = """
        declare void @llvm.trap()
        define void @n_reset(ptr %s) {
          ret void
        }
        define void @n_step(ptr %s, ptr %i, ptr %o) {
          call void @llvm.trap()
          unreachable
        }
        """;
    var failure = assertThrows(InternalCompilerError.class,
        () -> Boards.run(target, trap, StepInterface.ofNode("n", 0, 0, 0), new byte[0], 1, Counting.OFF));
    assertTrue(failure.getMessage().contains("stopped on its board"), failure.getMessage());
  }

  @ParameterizedTest
  @MethodSource("targets")
  void aStateThatDoesNotFitIsTheUsersMistake(Target target) {
    var stepInterface = StepInterface.ofNode("n", 100_000_000, 4, 4);
    var failure = assertThrows(LoweringException.class, () -> Boards.run(target, SUM, stepInterface, words(1), 1, Counting.OFF));
    assertTrue(failure.getMessage().contains("100000016 bytes"), failure.getMessage());
  }
}
