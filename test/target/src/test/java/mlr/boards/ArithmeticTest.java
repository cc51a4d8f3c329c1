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

/** Arithmetic on boards, in hardware or by the kit's routines, gives the host's bits. */
class ArithmeticTest {
  private static final int STEPS = 20_000;
  private static final List<String> COMPARISONS = List.of("oeq", "ogt", "oge", "olt", "ole", "one", "ord", "ueq", "ugt", "uge", "ult", "ule",
      "une", "uno");

  /** An operation on the operands {@code %a} and {@code %b} (f32), {@code %c} and {@code %d} (f64), {@code %m} and {@code %n} (i64). */
  private record Operation(String name, String type, String instruction) {
  }

  static java.util.stream.Stream<Target> targets() {
    return Boards.targets();
  }

  private static List<Operation> operations() {
    var operations = new ArrayList<Operation>();
    for (var operation : List.of("fadd", "fsub", "fmul", "fdiv")) {
      operations.add(new Operation(operation + " f32", "float", operation + " float %a, %b"));
      operations.add(new Operation(operation + " f64", "double", operation + " double %c, %d"));
    }
    for (var comparison : COMPARISONS) {
      operations.add(new Operation(comparison + " f32", "i1", "fcmp " + comparison + " float %a, %b"));
      operations.add(new Operation(comparison + " f64", "i1", "fcmp " + comparison + " double %c, %d"));
    }
    for (var width : List.of("i32", "i64")) {
      for (var conversion : List.of("fptosi", "fptoui")) {
        operations.add(saturating(conversion, width, "float", "f32", "%a"));
        operations.add(saturating(conversion, width, "double", "f64", "%c"));
      }
      for (var conversion : List.of("sitofp", "uitofp")) {
        var operand = width.equals("i64") ? "%m" : "%k";
        operations.add(new Operation(conversion + " " + width + " f32", "float", conversion + " " + width + " " + operand + " to float"));
        operations.add(new Operation(conversion + " " + width + " f64", "double", conversion + " " + width + " " + operand + " to double"));
      }
    }
    operations.add(new Operation("fpext", "double", "fpext float %a to double"));
    operations.add(new Operation("fptrunc", "float", "fptrunc double %c to float"));
    for (var operation : List.of("sdiv", "udiv", "srem", "urem")) {
      operations.add(new Operation(operation + " i64", "i64", operation + " i64 %m, %divisor"));
    }
    for (var operation : List.of("mul", "shl", "lshr", "ashr")) {
      operations.add(new Operation(operation + " i64", "i64", operation + " i64 %m, " + (operation.equals("mul") ? "%n" : "%amount")));
    }
    return operations;
  }

  private static Operation saturating(String conversion, String width, String type, String suffix, String operand) {
    return new Operation(conversion + " " + suffix + " " + width, width,
        "call " + width + " @llvm." + conversion + ".sat." + width + "." + suffix + "(" + type + " " + operand + ")");
  }

  /** A step that takes the bits of two operands and gives a 64-bit word for each operation. */
  private static String llvmIr(List<Operation> operations) {
    var text = new StringBuilder();
    for (var conversion : List.of("fptosi", "fptoui")) {
      for (var width : List.of("i32", "i64")) {
        text.append("declare %s @llvm.%s.sat.%1$s.f32(float)\n".formatted(width, conversion));
        text.append("declare %s @llvm.%s.sat.%1$s.f64(double)\n".formatted(width, conversion));
      }
    }
    text.append("""
        define void @n_reset(ptr %state) {
          ret void
        }
        define void @n_step(ptr %state, ptr %in, ptr %out) {
          %in1 = getelementptr i8, ptr %in, i32 8
          %m = load i64, ptr %in
          %n = load i64, ptr %in1
          %k = trunc i64 %m to i32
          %l = trunc i64 %n to i32
          %a = bitcast i32 %k to float
          %b = bitcast i32 %l to float
          %c = bitcast i64 %m to double
          %d = bitcast i64 %n to double
          %zero = icmp eq i64 %n, 0
          %minus = icmp eq i64 %n, -1
          %bad = or i1 %zero, %minus
          %divisor = select i1 %bad, i64 3, i64 %n
          %amount = and i64 %n, 63
        """);
    for (int index = 0; index < operations.size(); index++) {
      var operation = operations.get(index);
      var word = switch (operation.type()) {
        case "float" -> "  %%f%1$d = bitcast float %%r%1$d to i32\n  %%w%1$d = zext i32 %%f%1$d to i64\n";
        case "double" -> "  %%w%1$d = bitcast double %%r%1$d to i64\n";
        case "i64" -> "  %%w%1$d = add i64 %%r%1$d, 0\n";
        default -> "  %%w%1$d = zext %2$s %%r%1$d to i64\n";
      };
      text.append("  %r").append(index).append(" = ").append(operation.instruction()).append('\n')
          .append(word.formatted(index, operation.type()))
          .append("  %%p%1$d = getelementptr i64, ptr %%out, i32 %1$d\n  store i64 %%w%1$d, ptr %%p%1$d\n".formatted(index));
    }
    return text.append("  ret void\n}\n").toString();
  }

  /** Operands: bits of both formats near each edge, random ones, and random pairs of near exponents. */
  private static byte[] inputs() {
    var random = new Random(2);
    var edges = new ArrayList<Long>();
    for (double value : new double[] {0, 1, 0.5, 1.5, 2, 3, Double.MIN_VALUE, Double.MIN_NORMAL, Double.MAX_VALUE, Double.POSITIVE_INFINITY,
        Double.NaN, Float.MIN_VALUE, Float.MIN_NORMAL, Float.MAX_VALUE, 0x1p31, 0x1p32, 0x1p52, 0x1p53, 0x1p63, 0x1p64, 0x1p-150, 0x1p128}) {
      for (long ulps = -1; ulps <= 1; ulps++) {
        edges.add(Double.doubleToRawLongBits(value) + ulps);
        edges.add(Double.doubleToRawLongBits(-value) + ulps);
        edges.add((long) Float.floatToRawIntBits((float) value) + ulps);
        edges.add((long) Float.floatToRawIntBits((float) -value) + ulps);
      }
    }
    for (int shift = 0; shift < 64; shift++) {
      edges.add(1L << shift);
      edges.add((1L << shift) - 1);
      edges.add(-(1L << shift));
    }
    var frames = ByteBuffer.allocate(STEPS * 16).order(ByteOrder.LITTLE_ENDIAN);
    for (int step = 0; step < STEPS; step++) {
      long first = edges.get(random.nextInt(edges.size()));
      long second = edges.get(random.nextInt(edges.size()));
      switch (step % 4) {
        case 1 -> first = random.nextLong();
        case 2 -> {
          first = random.nextLong();
          second = first ^ random.nextLong() >>> (8 + random.nextInt(48));
        }
        case 3 -> {
          // Single-precision operands of near exponents.
          first = random.nextInt() & 0xFFFFFFFFL;
          second = first ^ random.nextInt() >>> (6 + random.nextInt(20)) ^ (random.nextBoolean() ? 0x80000000L : 0);
        }
        default -> { }
      }
      frames.putLong(first).putLong(second);
    }
    return frames.array();
  }

  /** Any NaN is the same as any other. */
  private static long canonical(String type, long word) {
    return switch (type) {
      case "float" -> Integer.toUnsignedLong(Float.floatToIntBits(Float.intBitsToFloat((int) word)));
      case "double" -> Double.doubleToLongBits(Double.longBitsToDouble(word));
      default -> word;
    };
  }

  @ParameterizedTest
  @MethodSource("targets")
  void everyOperationGivesTheHostsBits(Target target) {
    var operations = operations();
    var llvmIr = llvmIr(operations);
    var inputs = inputs();
    var stepInterface = StepInterface.ofNode("n", 0, 16, 8L * operations.size());
    var run = Boards.run(target, llvmIr, stepInterface, inputs, STEPS, BoardRunner.Counting.OFF);
    try (var jit = HostJit.compile(llvmIr, "test"); var arena = Arena.ofConfined()) {
      var node = jit.node(stepInterface, arena);
      for (int step = 0; step < STEPS; step++) {
        MemorySegment.copy(inputs, step * 16, node.in(), ValueLayout.JAVA_BYTE, 0, 16);
        node.step();
        var frame = ByteBuffer.wrap(run.outputs().get(step)).order(ByteOrder.LITTLE_ENDIAN);
        for (int index = 0; index < operations.size(); index++) {
          var operation = operations.get(index);
          long expected = canonical(operation.type(), node.out().getAtIndex(ValueLayout.JAVA_LONG, index));
          long actual = canonical(operation.type(), frame.getLong(8 * index));
          if (expected != actual) {
            var operands = "%016x %016x".formatted(node.in().getAtIndex(ValueLayout.JAVA_LONG, 0), node.in().getAtIndex(ValueLayout.JAVA_LONG, 1));
            assertEquals(Long.toHexString(expected), Long.toHexString(actual), operation.name() + " of " + operands);
          }
        }
      }
    }
  }
}
