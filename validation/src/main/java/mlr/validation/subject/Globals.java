package mlr.validation.subject;

import java.util.Optional;
import mlr.dialects.llvm.types.ArrayType;
import mlr.dialects.memref.GlobalOp;
import mlr.ir.Operation;
import mlr.ir.Type;
import mlr.validation.input.InputGenerator;

/** Memory of the program's own, as two levels declare it. */
final class Globals {
  private Globals() {}

  /** The type of the scalars that a global holds, if it is one that can be written and has contents here. */
  static Optional<Type> elementOfMutable(Operation op) {
    return switch (op) {
      case GlobalOp global when !global.isConstant() && !global.isExternal() -> Optional.of(global.type().element());
      case mlr.dialects.llvm.Globals.GlobalOp global when !global.isConstant() && (global.value().isPresent() || !global.initializer().isEmpty()) ->
          Optional.of(element(global.type())).filter(InputGenerator::isScalar);
      default -> Optional.empty();
    };
  }

  private static Type element(Type type) {
    return type instanceof ArrayType array ? element(array.element()) : type;
  }
}
