package mlr.lowering.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import mlr.interpreter.FunctionEngine;
import mlr.ir.eval.MemRefValue;
import mlr.ir.eval.Memory;
import mlr.ir.eval.PointerValue;
import mlr.ir.eval.Poison;
import mlr.ir.eval.UndefinedBehavior;
import mlr.ir.types.IntegerType;
import mlr.ir.types.MemRefType;
import mlr.lowering.board.BoardRunner;
import mlr.lowering.jit.HostJit;
import mlr.lowering.llvm.CodeGenerator;
import mlr.lowering.target.StepInterface;
import mlr.lowering.target.Target;
import mlr.lowering.target.Targets;
import mlr.lowering.translate.LlvmIrText;
import mlr.lowering.translate.LlvmModules;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each operation means the same to the interpreter before the lowering, to the interpreter behind it, and to the host's processor. */
class ExecutionTest {
  private static final int TRIALS = 60;
  private static final int BYTES = 32;
  private static final int STEPS = 60;

  /** One operation on %a, %b and %c of a type, with a result of another. */
  private record Operation(String text, String operand, String result) {
    /** A function that applies the operation to what it finds at 0, 8 and 16 of one struct, and puts the result into another. */
    String function(String name) {
      return """
          func.func @%s(%%in: memref<%4$dxi8>, %%out: memref<%4$dxi8>) {
            %%c0 = arith.constant 0 : index
            %%c8 = arith.constant 8 : index
            %%c16 = arith.constant 16 : index
            %%pa = memref.view %%in[%%c0][] : memref<%4$dxi8> to memref<%2$s>
            %%pb = memref.view %%in[%%c8][] : memref<%4$dxi8> to memref<%2$s>
            %%pc = memref.view %%in[%%c16][] : memref<%4$dxi8> to memref<%2$s>
            %%pr = memref.view %%out[%%c0][] : memref<%4$dxi8> to memref<%3$s>
            %%a = memref.load %%pa[] : memref<%2$s>
            %%b = memref.load %%pb[] : memref<%2$s>
            %%c = memref.load %%pc[] : memref<%2$s>
            %%r = %5$s
            memref.store %%r, %%pr[] : memref<%3$s>
            return
          }
          """.formatted(name, operand, result, BYTES, text);
    }
  }

  static Stream<Operation> operations() {
    var all = new ArrayList<Operation>();
    for (var type : List.of("i8", "i16", "i32", "i64")) {
      for (var name : List.of("addi", "subi", "muli", "divsi", "divui", "remsi", "remui", "ceildivsi", "ceildivui", "floordivsi", "andi", "ori", "xori", "shli", "shrsi",
          "shrui", "maxsi", "maxui", "minsi", "minui")) {
        all.add(new Operation("arith." + name + " %a, %b : " + type, type, type));
      }
      for (var predicate : List.of("eq", "ne", "slt", "sle", "sgt", "sge", "ult", "ule", "ugt", "uge")) {
        all.add(new Operation("arith.cmpi " + predicate + ", %a, %b : " + type, type, "i1"));
      }
      for (var format : List.of("f32", "f64")) {
        all.add(new Operation("arith.sitofp %a : " + type + " to " + format, type, format));
        all.add(new Operation("arith.uitofp %a : " + type + " to " + format, type, format));
        all.add(new Operation("arith.fptosi %a : " + format + " to " + type, format, type));
        all.add(new Operation("arith.fptoui %a : " + format + " to " + type, format, type));
      }
      all.add(new Operation("arith.index_cast %a : " + type + " to index", type, "index"));
      all.add(new Operation("arith.index_cast %a : index to " + type, "index", type));
      all.add(new Operation("math.ctlz %a : " + type, type, type));
      all.add(new Operation("math.absi %a : " + type, type, type));
    }
    for (var type : List.of("f32", "f64")) {
      for (var name : List.of("addf", "subf", "mulf", "divf", "remf", "minnumf", "maxnumf", "minimumf", "maximumf")) {
        all.add(new Operation("arith." + name + " %a, %b : " + type, type, type));
      }
      for (var predicate : List.of("false", "oeq", "ogt", "oge", "olt", "ole", "one", "ord", "ueq", "ugt", "uge", "ult", "ule", "une", "uno", "true")) {
        all.add(new Operation("arith.cmpf " + predicate + ", %a, %b : " + type, type, "i1"));
      }
      for (var name : List.of("sqrt", "absf", "floor", "ceil", "trunc", "round", "roundeven")) {
        all.add(new Operation("math." + name + " %a : " + type, type, type));
      }
      for (var name : List.of("exp", "exp2", "expm1", "log", "log2", "log10", "log1p", "sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh", "erf", "rsqrt")) {
        all.add(new Operation("math." + name + " %a : " + type, type, type));
      }
      all.add(new Operation("math.powf %a, %b : " + type, type, type));
      all.add(new Operation("math.atan2 %a, %b : " + type, type, type));
      all.add(new Operation("arith.negf %a : " + type, type, type));
      all.add(new Operation("math.copysign %a, %b : " + type, type, type));
      all.add(new Operation("math.fma %a, %b, %c : " + type, type, type));
    }
    for (var type : List.of("f16", "bf16")) {
      for (var name : List.of("addf", "mulf", "divf", "remf", "minnumf")) {
        all.add(new Operation("arith." + name + " %a, %b : " + type, type, type));
      }
      all.add(new Operation("arith.cmpf olt, %a, %b : " + type, type, "i1"));
      all.add(new Operation("arith.negf %a : " + type, type, type));
      all.add(new Operation("math.floor %a : " + type, type, type));
      all.add(new Operation("arith.sitofp %a : i16 to " + type, "i16", type));
      all.add(new Operation("arith.fptosi %a : " + type + " to i32", type, "i32"));
      for (var wide : List.of("f32", "f64")) {
        all.add(new Operation("arith.extf %a : " + type + " to " + wide, type, wide));
        all.add(new Operation("arith.truncf %a : " + wide + " to " + type, wide, type));
      }
    }
    all.add(new Operation("arith.extf %a : f32 to f64", "f32", "f64"));
    all.add(new Operation("arith.truncf %a : f64 to f32", "f64", "f32"));
    all.add(new Operation("arith.bitcast %a : f32 to i32", "f32", "i32"));
    all.add(new Operation("arith.extsi %a : i8 to i32", "i8", "i32"));
    all.add(new Operation("arith.extui %a : i16 to i64", "i16", "i64"));
    all.add(new Operation("arith.trunci %a : i64 to i8", "i64", "i8"));
    all.add(new Operation("arith.xori %a, %b : i1", "i1", "i1"));
    return all.stream();
  }

  static List<String> expansions() {
    return List.of("hardware", "software");
  }

  static List<Target> targets() {
    return Targets.all();
  }

  private static String module(List<Operation> operations) {
    var text = new StringBuilder();
    for (int i = 0; i < operations.size(); i++) {
      text.append(operations.get(i).function("f" + i));
    }
    return text.toString();
  }

  @ParameterizedTest
  @MethodSource("targets")
  void noOperationCallsALibraryThatATargetNeedNotHave(Target target) {
    var text = LlvmIrText.print(LoopModules.lowered(module(operations().toList()), target), target);
    var object = new CodeGenerator(target).object(text, "operations");
    assertTrue(object.runtimeSymbols().stream().allMatch(symbol -> target.runtimeSymbol(symbol.name()).isPresent()));
  }

  static List<Target> boards() {
    return targets().stream().filter(target -> target.board().isPresent()).toList();
  }

  /** One step that applies every operation to its inputs, each with a place of its own in the outputs. */
  private static String node(List<Operation> operations) {
    int bytes = operations.size() * BYTES;
    var text = new StringBuilder(module(operations));
    text.append("func.func @all_reset(%state: memref<8xi8>) {\n  return\n}\n");
    text.append("func.func @all_step(%%state: memref<8xi8>, %%in: memref<%dxi8>, %%out: memref<%dxi8>) {\n".formatted(BYTES, bytes));
    for (int i = 0; i < operations.size(); i++) {
      text.append("  %%c%d = arith.constant %d : index\n".formatted(i, i * BYTES));
      text.append("  %%p%1$d = memref.view %%out[%%c%1$d][] : memref<%2$dxi8> to memref<%3$dxi8>\n".formatted(i, bytes, BYTES));
      text.append("  func.call @f%1$d(%%in, %%p%1$d) : (memref<%2$dxi8>, memref<%2$dxi8>) -> ()\n".formatted(i, BYTES));
    }
    return text.append("  return\n}\n").toString();
  }

  @ParameterizedTest
  @MethodSource("boards")
  void floatingPointHasTheSameBitsOnBoards(Target target) {
    for (var type : List.of("f32", "f64")) {
      var operations = operations().filter(operation -> operation.operand().equals(type) && operation.result().equals(type)).toList();
      var engine = new FunctionEngine(LlvmModules.parse(module(operations)));
      var random = new Random(2);
      var inputs = ByteBuffer.allocate(BYTES * STEPS);
      for (int step = 0; step < STEPS; step++) {
        inputs.put(input(type, random));
      }
      var object = new CodeGenerator(target).object(LlvmIrText.print(LoopModules.lowered(node(operations), target), target), "all");
      var run = BoardRunner.of(target).run(List.of(object.bytes()), StepInterface.ofNode("all", 8, BYTES, (long) BYTES * operations.size()), inputs.array(), STEPS,
          BoardRunner.Counting.OFF);
      for (int step = 0; step < STEPS; step++) {
        var input = Arrays.copyOfRange(inputs.array(), step * BYTES, (step + 1) * BYTES);
        for (int i = 0; i < operations.size(); i++) {
          var output = Arrays.copyOfRange(run.outputs().get(step), i * BYTES, (i + 1) * BYTES);
          assertEquals(number(interpreted(engine, "f" + i, input, false), type), number(HexFormat.of().formatHex(output), type),
              operations.get(i).text() + " on " + HexFormat.of().formatHex(input));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("expansions")
  void everyOperationMeansTheSameEverywhere(String expansion) {
    var operations = operations().toList();
    var text = module(operations);
    var before = new FunctionEngine(LlvmModules.parse(text));
    var module = expansion.equals("software") ? LoopModules.softwareLowered(text) : LoopModules.lowered(text, Targets.host());
    var behind = new FunctionEngine(module);
    var random = new Random(1);
    try (var jit = HostJit.compile(LlvmIrText.print(module, Targets.host()), "operations"); var arena = Arena.ofConfined()) {
      for (int i = 0; i < operations.size(); i++) {
        var operation = operations.get(i);
        var function = jit.function("f" + i, 2);
        int compared = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
          var input = input(operation.operand(), random);
          var expected = interpreted(before, "f" + i, input, false);
          if (expected.isEmpty()) {
            continue;
          }
          compared++;
          var what = operation.text() + " on " + HexFormat.of().formatHex(input);
          assertEquals(number(expected, operation.result()), number(interpreted(behind, "f" + i, input, true), operation.result()), what + " behind the lowering");
          assertEquals(number(expected, operation.result()), number(executed(function, input, arena), operation.result()), what + " on the host");
        }
        assertTrue(compared > TRIALS / 20, operation.text() + " was compared only " + compared + " times");
      }
    }
  }

  private static byte[] input(String type, Random random) {
    var memory = Memory.zeroed(BYTES);
    for (int at = 0; at < 24; at += 8) {
      long bits = switch (type) {
        case "f32" -> Float.floatToRawIntBits(pick(random, random.nextInt(4) == 0 ? Float.intBitsToFloat(random.nextInt()) : (float) (random.nextGaussian() * 100)));
        case "f64" -> Double.doubleToRawLongBits(random.nextInt(6) == 0 ? pick(random, 0f) : random.nextInt(4) == 0 ? Double.longBitsToDouble(random.nextLong()) : random.nextGaussian() * 100);
        case "i1" -> random.nextInt(2);
        default -> random.nextInt(3) == 0 ? random.nextInt(9) - 4 : random.nextLong() >> random.nextInt(64);
      };
      memory.storeLong(IntegerType.I64, at, bits);
    }
    return memory.toByteArray();
  }

  private static float pick(Random random, float other) {
    var special = new float[] {0f, -0f, 1f, -1f, 0.5f, -0.5f, 1.5f, 2.5f, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MIN_VALUE, Float.MAX_VALUE, 0x1p31f, 127.5f};
    return random.nextInt(3) == 0 ? special[random.nextInt(special.length)] : other;
  }

  /** The output bytes; empty when the operation is undefined or gives poison. */
  private static String interpreted(FunctionEngine engine, String function, byte[] input, boolean pointers) {
    var in = Memory.zeroed(BYTES);
    for (int i = 0; i < BYTES; i++) {
      in.storeLong(IntegerType.I8, i, input[i]);
    }
    var out = Memory.zeroed(BYTES);
    try {
      engine.call(function, pointers ? new Object[] {new PointerValue(in, 0), new PointerValue(out, 0)} : new Object[] {bytes(in), bytes(out)});
    } catch (UndefinedBehavior _) {
      return "";
    }
    return out.load(IntegerType.I64, 0) == Poison.POISON ? "" : HexFormat.of().formatHex(out.toByteArray());
  }

  private static MemRefValue bytes(Memory memory) {
    return new MemRefValue(memory, 0, MemRefType.of(IntegerType.I8, BYTES));
  }

  private static String executed(MethodHandle function, byte[] input, Arena arena) {
    var in = arena.allocate(BYTES, 8);
    MemorySegment.copy(input, 0, in, ValueLayout.JAVA_BYTE, 0, BYTES);
    var out = arena.allocate(BYTES, 8);
    try {
      function.invokeExact(in, out);
    } catch (Throwable failure) {
      throw new AssertionError(failure);
    }
    return HexFormat.of().formatHex(out.toArray(ValueLayout.JAVA_BYTE));
  }

  /** The result; all NaNs are one. */
  private static String number(String hex, String type) {
    if (hex.isEmpty()) {
      return "undefined";
    }
    var bytes = ByteBuffer.wrap(HexFormat.of().parseHex(hex)).order(ByteOrder.LITTLE_ENDIAN);
    return switch (type) {
      case "f32" -> Float.isNaN(bytes.getFloat(0)) ? "NaN" : Float.toHexString(bytes.getFloat(0));
      case "f64" -> Double.isNaN(bytes.getDouble(0)) ? "NaN" : Double.toHexString(bytes.getDouble(0));
      case "f16" -> (bytes.getShort(0) & 0x7fff) > 0x7c00 ? "NaN" : hex;
      case "bf16" -> (bytes.getShort(0) & 0x7fff) > 0x7f80 ? "NaN" : hex;
      default -> hex;
    };
  }
}
