package mlr.dialects.func;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import mlr.ir.Operation;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.types.FunctionType;

/** Checks of calls and returns against function types. */
final class FuncTypes {
  private FuncTypes() {}

  /** Types separated by commas. */
  static String list(Collection<? extends Type> types) {
    return types.stream().map(Type::toString).collect(Collectors.joining(", "));
  }

  /** Reports where arguments or results of a call differ from the type of what it calls, with a note at what defines that, if it is known. */
  static void checkCall(Operation call, FunctionType type, List<Value> arguments, String callee, Optional<? extends Operation> definition, DiagnosticEngine diagnostics) {
    int before = diagnostics.errorCount();
    checkCall(call, type, arguments, callee, diagnostics);
    if (diagnostics.errorCount() > before) {
      definition.ifPresent(op -> diagnostics.all().getLast().note(op.location(), callee + " has type " + type));
    }
  }

  private static void checkCall(Operation call, FunctionType type, List<Value> arguments, String callee, DiagnosticEngine diagnostics) {
    if (arguments.size() != type.inputs().size()) {
      diagnostics.opError(call, "incorrect number of operands for callee: " + callee + " takes " + type.inputs()
          .size() + ", but " + arguments.size() + " are given");
      return;
    }
    for (int i = 0; i < arguments.size(); i++) {
      if (!arguments.get(i).type().equals(type.inputs().get(i))) {
        diagnostics.opError(call, "operand type mismatch: expected operand type '" + type.inputs().get(i) + "', but provided '" + arguments.get(i)
            .type() + "' for operand number " + i);
      }
    }
    if (!call.resultTypes().equals(type.results())) {
      diagnostics.opError(call, "result types (" + list(call.resultTypes()) + ") differ from those of " + callee + ", (" + list(type.results())
          + ")");
    }
  }
}
