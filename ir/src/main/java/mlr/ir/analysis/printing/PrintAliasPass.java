package mlr.ir.analysis.printing;

import java.util.ArrayList;
import mlr.ir.Operation;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.analysis.AnalysisKind;
import mlr.ir.interfaces.CallableInterface;
import mlr.ir.pass.Pass;
import mlr.ir.pass.PassContext;
import mlr.ir.pass.PassDefinition;
import mlr.ir.types.FloatType;
import mlr.ir.types.IndexType;
import mlr.ir.types.IntegerType;

/**
 * Remarks, at each function, how each two of the pointers and memrefs in it relate that belong to operations with a {@code tag} or are
 * arguments of the function; as upstream's {@code test-alias-analysis}.
 */
record PrintAliasPass() implements Pass {
  static final PassDefinition DEFINITION = PassDefinition.named("print-alias")
      .summary("Remark on how the memory of arguments and of tagged operations overlaps").anchor("any").creates(_ -> new PrintAliasPass());

  @Override
  public void run(Operation root, PassContext context) {
    var aliases = context.analysis(AnalysisKind.ALIASES, root);
    root.walkPreOrder(op -> {
      if (op instanceof CallableInterface callable && !callable.callableRegion().isEmpty()) {
        var values = new ArrayList<Value>(callable.callableRegion().entry().arguments());
        op.walkPreOrder(inner -> {
          if (inner.hasAttribute("tag")) {
            values.addAll(inner.results());
          }
        });
        values.removeIf(value -> isNumber(value.type()));
        for (int i = 0; i < values.size(); i++) {
          for (int k = i + 1; k < values.size(); k++) {
            context.diagnostics().remark(op.location(), ValueNames.of(values.get(i)) + " and " + ValueNames.of(values.get(k)) + ": "
                + aliases.alias(values.get(i), values.get(k)));
          }
        }
      }
    });
    context.changesNothing();
  }

  private static boolean isNumber(Type type) {
    return type instanceof IntegerType || type instanceof FloatType || type instanceof IndexType;
  }
}
