package mlr.passes.math;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import mlr.ir.DialectRegistry;
import mlr.ir.builtin.ModuleOp;
import mlr.ir.types.FloatType;

/**
 * Where functions of floating-point numbers come from: the elementary ones, which are this compiler's own on every target, and
 * exact ones in integer arithmetic for what a target lacks. Functions of f32 have C's suffix.
 */
final class MathLibraries {
  private static final String ELEMENTARY = "/mlr/math/library.mlir";
  private static final String SOFTWARE = "/mlr/passes/math/software.mlir";

  private final FunctionLibrary elementary;
  private final Map<FloatType, FunctionLibrary> software = new LinkedHashMap<>();

  MathLibraries(DialectRegistry registry) {
    elementary = new FunctionLibrary(ELEMENTARY, FunctionLibrary.resource(ELEMENTARY), name -> name, registry);
    for (var format : new FloatType[] {FloatType.F32, FloatType.F64}) {
      var numbers = FunctionLibrary.resource("/mlr/passes/math/binary" + format.width() + ".mlir");
      software.put(format, new FunctionLibrary(SOFTWARE, numbers + FunctionLibrary.resource(SOFTWARE), name -> "mlr_" + name + suffix(format), registry));
    }
  }

  /** The symbol in {@code module} of the elementary function math.{@code mnemonic}; empty when the operation is no such function. */
  Optional<String> elementary(String mnemonic, FloatType format, ModuleOp module) {
    return elementary.require("mlr_" + mnemonic + suffix(format), module);
  }

  /** The symbol in {@code module} of an exact function in integer arithmetic. */
  String software(String name, FloatType format, ModuleOp module) {
    return software.get(format).require(name, module).orElseThrow(() -> new IllegalStateException("no software function " + name));
  }

  private static String suffix(FloatType format) {
    return format == FloatType.F32 ? "f" : "";
  }
}
