package mlr.passes.math;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import mlr.dialects.elementwise.Integers;
import mlr.dialects.math.MathDialect;
import mlr.ir.DialectRegistry;
import mlr.ir.Type;
import mlr.ir.builtin.ModuleOp;
import mlr.ir.types.FloatType;

/**
 * Where functions of numbers come from: the elementary ones, which are this compiler's own on every target, exact ones in integer arithmetic for
 * what a target lacks, and those of integers. Functions of f32 have C's suffix.
 */
final class MathLibraries {
  private static final String SOFTWARE = "/mlr/passes/math/software.mlir";

  private final DialectRegistry registry;
  private final Map<String, FunctionLibrary> read = new LinkedHashMap<>();

  /** Libraries whose text is read with the given dialects, when the first function of each is needed. */
  MathLibraries(DialectRegistry registry) {
    this.registry = registry;
  }

  private FunctionLibrary elementary() {
    return read.computeIfAbsent("elementary", name -> new FunctionLibrary(name, FunctionLibrary.resource(MathDialect.LIBRARY), symbol -> symbol, registry));
  }

  private FunctionLibrary software(FloatType format) {
    return read.computeIfAbsent("software " + format, name -> {
      var numbers = FunctionLibrary.resource("/mlr/passes/math/binary" + format.width() + ".mlir");
      return new FunctionLibrary(name, numbers + FunctionLibrary.resource(SOFTWARE), symbol -> "mlr_" + symbol + suffix(format), registry);
    });
  }

  /** The symbol in {@code module} of the elementary function math.{@code mnemonic}; empty when the operation is no such function. */
  Optional<String> elementary(String mnemonic, FloatType format, ModuleOp module) {
    var name = switch (mnemonic) {
      case "powf", "fpowi" -> "pow";
      default -> mnemonic;
    };
    return elementary().require("mlr_" + name + suffix(format), module);
  }

  /** The symbol in {@code module} of an exact function in integer arithmetic. */
  String software(String name, FloatType format, ModuleOp module) {
    return software(format).require(name, module).orElseThrow(() -> new IllegalStateException("no software function " + name));
  }

  /** The symbol in {@code module} of a function of integers, or index. */
  String integer(String name, Type type, ModuleOp module) {
    var library = read.computeIfAbsent("integer " + type, title -> {
      var numbers = "!int = " + type + "\n#zero = 0 : " + type + "\n#one = 1 : " + type + "\n#width = " + Integers.width(type) + " : index\n";
      return new FunctionLibrary(title, numbers + FunctionLibrary.resource("/mlr/passes/math/integer.mlir"), symbol -> "mlr_" + symbol + "_" + type, registry);
    });
    return library.require(name, module).orElseThrow(() -> new IllegalStateException("no function of integers " + name));
  }

  /** The symbol in {@code module} of a conversion from or to a format of 16 bits. */
  String half(String name, FloatType format, ModuleOp module) {
    var library = read.computeIfAbsent("half " + format, title -> {
      var numbers = FunctionLibrary.resource("/mlr/passes/math/" + (format == FloatType.BF16 ? "bfloat16" : "binary16") + ".mlir");
      return new FunctionLibrary(title, numbers + FunctionLibrary.resource("/mlr/passes/math/half.mlir"), symbol -> "mlr_" + symbol + "_" + format, registry);
    });
    return library.require(name, module).orElseThrow(() -> new IllegalStateException("no conversion " + name));
  }

  private static String suffix(FloatType format) {
    return format == FloatType.F32 ? "f" : "";
  }
}
