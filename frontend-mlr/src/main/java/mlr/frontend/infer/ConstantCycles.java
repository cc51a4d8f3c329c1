package mlr.frontend.infer;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import mlr.frontend.resolve.Program;
import mlr.frontend.syntax.Declaration;
import mlr.frontend.syntax.Expression;

/** Finds constants that are defined by themselves, directly or through others. */
final class ConstantCycles {
  private ConstantCycles() {}

  /** Whether no chain of constants leads from {@code constant} back to a constant on it. */
  static boolean isAcyclic(Declaration.Const constant, Program program) {
    return visit(constant, program, new HashSet<>());
  }

  private static boolean visit(Declaration.Const constant, Program program, Set<String> open) {
    if (!open.add(constant.name().text())) {
      return false;
    }
    boolean acyclic = references(constant.value()).allMatch(name ->
        !(program.declaration(name).orElse(null) instanceof Declaration.Const next) || visit(next, program, open));
    open.remove(constant.name().text());
    return acyclic;
  }

  /** The names that an expression refers to. */
  private static Stream<String> references(Expression expression) {
    return switch (expression) {
      case Expression.Reference e -> Stream.of(e.name().text());
      case Expression.Call e -> e.arguments().stream().flatMap(ConstantCycles::references);
      case Expression.Prefix e -> references(e.operand());
      case Expression.Binary e -> Stream.concat(references(e.left()), references(e.right()));
      case Expression.Conditional e -> Stream.of(e.condition(), e.then(), e.otherwise()).flatMap(ConstantCycles::references);
      case Expression.TensorLiteral e -> e.elements().stream().flatMap(ConstantCycles::references);
      case Expression.Tuple e -> e.elements().stream().flatMap(ConstantCycles::references);
      case Expression.Subscript e -> Stream.concat(references(e.tensor()),
          e.indices().stream().flatMap(i -> Stream.concat(references(i.first()), i.last().stream().flatMap(ConstantCycles::references))));
      case Expression.SafeSubscript e -> Stream.concat(references(e.tensor()),
          Stream.concat(e.indices().stream(), e.otherwise().stream()).flatMap(ConstantCycles::references));
      case Expression.Update e -> Stream.concat(Stream.of(e.tensor(), e.value()), e.indices().stream())
          .flatMap(ConstantCycles::references);
      default -> Stream.empty();
    };
  }
}
