package mlr.frontend.typed;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import mlr.frontend.syntax.SourceRange;
import mlr.frontend.types.Unifier;

/** The instances that a typed body uses, their static arguments resolved. */
public final class Instances {
  private Instances() {}

  /** Those of {@code node}, in source order, without repetition, each with the place of its first use. */
  public static Map<Instance, SourceRange> in(TypedNode node) {
    var all = new LinkedHashMap<Instance, SourceRange>();
    var keys = new HashSet<String>();
    BodyWalk.expressions(node.body(), expression -> {
      if (expression instanceof TypedExpression.Apply apply) {
        var instance = resolve(apply.callee(), node.solution());
        if (keys.add(instance.toString())) {
          all.put(instance, apply.range());
        }
      }
    });
    return all;
  }

  /** The same instance with every variable in its arguments replaced by what was found for it. */
  public static Instance resolve(Instance instance, Unifier solution) {
    return new Instance(instance.declaration(), instance.arguments().stream().map(a -> resolve(a, solution)).toList());
  }

  private static StaticValue resolve(StaticValue value, Unifier solution) {
    return switch (value) {
      case StaticValue.Number(var size, var type) -> new StaticValue.Number(solution.resolve(size), type);
      case StaticValue.TypeArgument(var type) -> new StaticValue.TypeArgument(solution.resolve(type));
      case StaticValue.Function(var declaration, var arguments) ->
          new StaticValue.Function(declaration, arguments.stream().map(a -> resolve(a, solution)).toList());
      case StaticValue.Constant _, StaticValue.Provided _, StaticValue.Unknown _ -> value;
    };
  }
}
