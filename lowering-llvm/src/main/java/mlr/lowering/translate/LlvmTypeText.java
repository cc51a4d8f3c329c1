package mlr.lowering.translate;

import java.util.stream.Collectors;
import mlr.dialects.llvm.types.ArrayType;
import mlr.dialects.llvm.types.LlvmFunctionType;
import mlr.dialects.llvm.types.PointerType;
import mlr.dialects.llvm.types.StructType;
import mlr.dialects.llvm.types.VoidType;
import mlr.ir.Type;
import mlr.ir.types.FloatType;
import mlr.ir.types.IntegerType;
import mlr.ir.types.VectorType;

/** Types in LLVM IR text. */
final class LlvmTypeText {
  private LlvmTypeText() {}

  static String of(Type type) {
    return switch (type) {
      case IntegerType integer -> "i" + integer.width();
      case FloatType format -> floating(format);
      case VectorType vector when vector.rank() == 1 -> "<" + vector.shape().getFirst() + " x " + of(vector.element()) + ">";
      case PointerType pointer -> pointer.addressSpace() == 0 ? "ptr" : "ptr addrspace(" + pointer.addressSpace() + ")";
      case ArrayType array -> "[" + array.count() + " x " + of(array.element()) + "]";
      case StructType struct -> struct.fields().stream().map(LlvmTypeText::of).collect(Collectors.joining(", ", struct.packed() ? "<{ " : "{ ", struct.packed() ? " }>" : " }"));
      case VoidType _ -> "void";
      case LlvmFunctionType function -> of(function.result()) + " (" + parameters(function) + ")";
      default -> throw new IllegalArgumentException("type " + type + " is none of LLVM's");
    };
  }

  private static String parameters(LlvmFunctionType function) {
    var fixed = function.parameters().stream().map(LlvmTypeText::of).collect(Collectors.joining(", "));
    return function.variadic() ? fixed + (fixed.isEmpty() ? "..." : ", ...") : fixed;
  }

  private static String floating(FloatType format) {
    return switch (format) {
      case F16 -> "half";
      case BF16 -> "bfloat";
      case F32 -> "float";
      case F64 -> "double";
      default -> throw new IllegalArgumentException("type " + format + " is none of LLVM's");
    };
  }

  /** A type in the name of an intrinsic function: {@code v4f32}. */
  static String mangled(Type type) {
    return switch (type) {
      case VectorType vector -> "v" + vector.shape().getFirst() + mangled(vector.element());
      case PointerType pointer -> "p" + pointer.addressSpace();
      default -> type.toString();
    };
  }
}
