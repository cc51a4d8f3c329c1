package mlr.dialects.math.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import mlr.dialects.StraightLine;
import mlr.dialects.func.FuncOp;
import mlr.dialects.math.MathDialect;
import mlr.ir.Location;
import mlr.ir.OperationState;
import mlr.ir.definition.OpDefinition;
import mlr.ir.eval.Kernel;
import mlr.ir.types.FloatType;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The library in IR text is what the Java functions give, and agrees with the evaluation of the math operations bit for bit. */
final class LibraryTest {
  private static final int SAMPLES = 100_000;
  private static final float[] EDGES = {0f, -0f, 1f, -1f, 0.5f, -0.5f, 2f, -2f, 3f, -3f, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY,
      Float.MIN_VALUE,
      -Float.MIN_VALUE, Float.MIN_NORMAL, Float.MAX_VALUE, -Float.MAX_VALUE, 88.72284f, -103.97f, 128f, -150f, 16777215f, 16777216f, 262144f,
          1.5707964f, 3.1415927f, 1e-20f};

  @Test
  void isGenerated() throws IOException {
    assertEquals(text(), LibraryGenerator.generate(Path.of("src/main/java/mlr/dialects/math/functions")),
        "run mlr.dialects.math.library.LibraryGenerator");
  }

  @TestFactory
  Stream<DynamicTest> agreesWithEvaluation() throws IOException {
    var definitions = new LinkedHashMap<String, OpDefinition<?>>();
    new MathDialect().operations().forEach(definition -> definitions.put(definition.mnemonic(), definition));
    return StraightLine.parse(text()).collect(FuncOp.class).stream()
        .map(function -> DynamicTest.dynamicTest(function.symbol(), () -> agrees(function, definitions)));
  }

  private static void agrees(FuncOp function, Map<String, OpDefinition<?>> definitions) {
    boolean single = function.functionType().inputs().getFirst() == FloatType.F32;
    var name = function.symbol().substring("mlr_".length(), function.symbol().length() - (single ? 1 : 0));
    var definition = definitions.get(name.equals("pow") ? "powf" : name);
    var program = new StraightLine(function);
    int arity = function.arguments().size();
    var placeholder = function.body().entry().argument(0);
    var op = OperationState.of(definition, Location.UNKNOWN).operands(Collections.nCopies(arity, placeholder)).result(placeholder.type()).create();
    var kernel = definition.kernel(op).orElseThrow();
    var random = new SplittableRandom(name.hashCode());
    for (int i = 0; i < EDGES.length * EDGES.length + SAMPLES; i++) {
      var arguments = new Object[arity];
      for (int k = 0; k < arity; k++) {
        double value = i < EDGES.length * EDGES.length ? EDGES[k == 0 ? i / EDGES.length : i % EDGES.length] : sample(random, single);
        arguments[k] = single ? (Object) (float) value : (Object) value;
      }
      var expected = expected(kernel, arguments);
      var actual = program.result(arguments);
      // Float.equals and Double.equals compare bits, with one NaN.
      if (!actual.equals(expected)) {
        assertEquals(expected, actual, function.symbol() + " of " + Arrays.toString(arguments));
      }
    }
    op.dropAllReferences();
  }

  private static Object expected(Kernel kernel, Object[] a) {
    return switch (kernel) {
      case Kernel.FloatUnary k -> k.apply((Float) a[0]);
      case Kernel.FloatBinary k -> k.apply((Float) a[0], (Float) a[1]);
      case Kernel.DoubleUnary k -> k.apply((Double) a[0]);
      case Kernel.DoubleBinary k -> k.apply((Double) a[0], (Double) a[1]);
      default -> throw new AssertionError(kernel);
    };
  }

  // Half of the numbers by their bits, so that every magnitude occurs, half from where the functions vary.
  private static double sample(SplittableRandom random, boolean single) {
    if (random.nextBoolean()) {
      return random.nextDouble(-20, 20);
    }
    return single ? Float.intBitsToFloat(random.nextInt()) : Double.longBitsToDouble(random.nextLong());
  }

  private static String text() throws IOException {
    try (var stream = LibraryTest.class.getResourceAsStream(MathDialect.LIBRARY)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
