package mlr.boards;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import mlr.lowering.board.BoardRunner;
import mlr.lowering.jit.HostJit;
import mlr.lowering.target.StepInterface;
import mlr.lowering.target.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random loads and stores of floats on memory that both share give the host's bits: no load moves where it must not. */
class MultiRegisterLoadTest {
  private static final int PROGRAMS = 40;
  private static final int STATEMENTS = 50;
  private static final int FLOATS = 96;
  private static final int ROUNDS = 5;
  private static final int STEPS = 4;
  private static final int[] WIDTHS = {1, 1, 1, 1, 2, 3, 4, 5, 8, 12, 16};

  static java.util.stream.Stream<Target> targets() {
    return Boards.targets();
  }

  /**
   * A loop over overlapping windows of the memory; in each, values are loaded, combined with those of their width and stored, some
   * through another pointer of which only the run knows how far it is from the first.
   */
  private static String program(String name, Random random) {
    var body = new ArrayList<String>();
    var values = new ArrayList<List<String>>();
    for (int width = 0; width <= 16; width++) {
      values.add(new ArrayList<>());
    }
    for (int index = 0; index < STATEMENTS; index++) {
      int width = WIDTHS[random.nextInt(WIDTHS.length)];
      int offset = random.nextInt(FLOATS - 4 * ROUNDS - width);
      var type = width == 1 ? "float" : "<" + width + " x float>";
      var known = values.get(width);
      body.add("%%p%d = getelementptr float, ptr %s, i32 %d".formatted(index, random.nextInt(3) == 0 ? "%other" : "%window", offset));
      if (known.isEmpty() || random.nextInt(3) > 0) {
        body.add("%%v%d = load %s, ptr %%p%1$d, align 4".formatted(index, type));
        known.add("%v" + index);
        // A run of neighbours, now and then.
        int run = random.nextInt(9);
        for (int next = 1; width == 1 && next < run && offset + next < FLOATS - 4 * ROUNDS; next++) {
          if (random.nextInt(4) == 0) {
            var place = "%%q%d_%d".formatted(index, next);
            body.add("%s = getelementptr float, ptr %%other, i32 %d".formatted(place, offset + random.nextInt(run)));
            body.add("store float %s, ptr %s, align 4".formatted(known.get(random.nextInt(known.size())), place));
          }
          body.add("%%p%d_%d = getelementptr float, ptr %%window, i32 %d".formatted(index, next, offset + next));
          body.add("%%v%d_%d = load float, ptr %%p%1$d_%2$d, align 4".formatted(index, next));
          known.add("%v" + index + "_" + next);
        }
      } else {
        var left = known.get(random.nextInt(known.size()));
        var right = known.get(random.nextInt(known.size()));
        body.add("%%s%d = %s %s %s, %s".formatted(index, random.nextBoolean() ? "fsub" : "fmul", type, left, right));
        body.add("store %s %%s%d, ptr %%p%2$d, align 4".formatted(type, index));
        known.add("%s" + index);
      }
    }
    return """
        define internal void @NAME(ptr %memory) noinline {
        entry:
          %raw = load i32, ptr %memory
          %shift = and i32 %raw, 3
          %rounds = add i32 %shift, 2
          %other = getelementptr float, ptr %memory, i32 %shift
          br label %round
        round:
          %i = phi i32 [ 0, %entry ], [ %next, %round ]
          %window = phi ptr [ %memory, %entry ], [ %further, %round ]
          BODY
          %further = getelementptr float, ptr %window, i32 4
          %next = add i32 %i, 1
          %more = icmp ult i32 %next, %rounds
          br i1 %more, label %round, label %done
        done:
          ret void
        }
        """.replace("BODY", String.join("\n  ", body)).replace("NAME", name);
  }

  private static String llvmIr() {
    var random = new Random(7);
    var text = new StringBuilder();
    var calls = new StringBuilder();
    for (int index = 0; index < PROGRAMS; index++) {
      text.append(program("program" + index, random));
      calls.append("  %%m%d = getelementptr float, ptr %%out, i32 %d\n".formatted(index, index * FLOATS));
      calls.append("  call void @llvm.memcpy.p0.p0.i32(ptr %%m%d, ptr %%in, i32 %d, i1 false)\n".formatted(index, FLOATS * Float.BYTES));
      calls.append("  call void @program%d(ptr %%m%1$d)\n".formatted(index));
    }
    return text + """
        declare void @llvm.memcpy.p0.p0.i32(ptr, ptr, i32, i1)
        define void @n_reset(ptr %state) {
          ret void
        }
        define void @n_step(ptr %state, ptr %in, ptr %out) {
        """ + calls + "  ret void\n}\n";
  }

  @ParameterizedTest
  @MethodSource("targets")
  void sharedMemoryEndsAsOnTheHost(Target target) {
    var llvmIr = llvmIr();
    var stepInterface = StepInterface.ofNode("n", 0, FLOATS * Float.BYTES, PROGRAMS * FLOATS * Float.BYTES);
    var random = new Random(8);
    var inputs = ByteBuffer.allocate(STEPS * FLOATS * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int index = 0; index < STEPS * FLOATS; index++) {
      inputs.putFloat(random.nextFloat(-1.2f, 1.2f));
    }
    var run = Boards.run(target, llvmIr, stepInterface, inputs.array(), STEPS, BoardRunner.Counting.OFF);
    try (var jit = HostJit.compile(llvmIr, "test"); var arena = Arena.ofConfined()) {
      var node = jit.node(stepInterface, arena);
      for (int step = 0; step < STEPS; step++) {
        MemorySegment.copy(inputs.array(), step * FLOATS * Float.BYTES, node.in(), ValueLayout.JAVA_BYTE, 0, FLOATS * Float.BYTES);
        node.step();
        var frame = ByteBuffer.wrap(run.outputs().get(step)).order(ByteOrder.LITTLE_ENDIAN);
        for (int index = 0; index < PROGRAMS * FLOATS; index++) {
          float expected = node.out().getAtIndex(ValueLayout.JAVA_FLOAT, index);
          assertEquals(expected, frame.getFloat(index * Float.BYTES), "program " + index / FLOATS + ", element " + index % FLOATS);
        }
      }
    }
  }
}
