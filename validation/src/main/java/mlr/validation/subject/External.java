package mlr.validation.subject;

import java.util.List;
import java.util.Optional;
import mlr.dialects.llvm.types.VoidType;
import mlr.ir.Operation;
import mlr.ir.Type;

/** A function that a module declares and does not define. */
public record External(String symbol, List<Type> parameters, List<Type> results) {
  public External {
    parameters = List.copyOf(parameters);
    results = List.copyOf(results);
  }

  /** The declaration that an operation is, if it is one. */
  static Optional<External> of(Operation op) {
    return switch (op) {
      case mlr.dialects.func.FuncOp f when f.isDeclaration() ->
          Optional.of(new External(f.symbol(), f.functionType().inputs(), f.functionType().results()));
      case mlr.dialects.llvm.FuncOp f when f.isDeclaration() && !f.functionType().variadic() ->
          Optional.of(new External(f.symbol(), f.functionType().parameters(),
              f.functionType().result() instanceof VoidType ? List.of() : List.of(f.functionType().result())));
      default -> Optional.empty();
    };
  }
}
