package mlr.frontend.infer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mlr.dialects.reactive.LanguageCode;
import mlr.frontend.resolve.StaticReader;
import mlr.frontend.resolve.Suggestions;
import mlr.frontend.syntax.Declaration;
import mlr.frontend.syntax.Expression;
import mlr.frontend.syntax.Name;
import mlr.frontend.syntax.Signature;
import mlr.frontend.syntax.VariableSyntax;
import mlr.frontend.typed.Instance;
import mlr.frontend.typed.StaticValue;
import mlr.frontend.typed.TypedExpression;
import mlr.frontend.types.Scalar;
import mlr.frontend.types.ValueType;

/** Types calls: finds what the name means, instantiates its static parameters and types the arguments against its signature. */
final class CallTyping {
  private final Context context;
  private final ExpressionTyping expressions;
  private final StaticArguments statics;
  private final ProvidedFunctions provided;

  CallTyping(Context context, ExpressionTyping expressions) {
    this.context = context;
    this.expressions = expressions;
    this.statics = new StaticArguments(context);
    this.provided = new ProvidedFunctions(context, expressions);
  }

  TypedExpression call(Expression.Call call, Place place) {
    var name = call.function();
    var every = call.every().map(c -> expressions.condition(c, place, "the condition of 'every'"));
    switch (context.environment().get(name.text())) {
      case StaticValue.Function function -> {
        return declared(call, function.declaration(), function.arguments(), every, place);
      }
      case StaticValue.Provided(var function) -> {
        return provided(new Name(function, name.range()), call, place);
      }
      case StaticValue.Unknown(var signature) -> {
        return unknown(call, signature, every, place);
      }
      case null, default -> {}
    }
    var declaration = context.program().declaration(name.text());
    if (declaration.isPresent() && declaration.get() instanceof Declaration.Node node) {
      return declared(call, node, List.of(), every, place);
    }
    if (Scalar.named(name.text(), context.real()).isPresent() || provided.knows(name.text())) {
      return provided(name, call, place);
    }
    if (place.scope().find(name.text()).isPresent()) {
      context.report().error(LanguageCode.TYPE_MISMATCH, name.range(), "'" + name + "' is a variable and cannot be called");
      return context.invalid(call.range());
    }
    var known = new ArrayList<>(context.program().names(Declaration.Node.class));
    known.addAll(context.environment().keySet());
    known.addAll(provided.names());
    context.report().undefined(LanguageCode.UNDEFINED_NAME, name, "undefined node or function '" + name + "'" + Suggestions.didYouMean(name.text(), known));
    // The arguments may have errors of their own.
    expressions.all(call.arguments(), place);
    return context.invalid(call.range());
  }

  private TypedExpression provided(Name name, Expression.Call call, Place place) {
    if (call.every().isPresent()) {
      context.report().error(LanguageCode.MISPLACED, call.range(), "'" + name + "' has no memory that 'every' could reset");
    }
    return provided.call(name, call, place);
  }

  private TypedExpression declared(Expression.Call call, Declaration.Node node, List<StaticValue> given, Optional<TypedExpression> every,
      Place place) {
    var signature = node.signature();
    if (!signature.stateless()) {
      expressions.requireMemory(place, "node '" + node.name() + "'", call.range());
    }
    var environment = statics.bind(node, given, call.staticArguments(), call.range());
    if (environment.isEmpty()) {
      expressions.all(call.arguments(), place);
      return context.invalid(call.range());
    }
    var instance = new Instance(node, List.copyOf(environment.get().values()));
    context.constraints().atEnd(() -> statics.requireKnown(instance, call.range()));
    var arguments = expressions.all(call.arguments(), place);
    var reader = new StaticReader(context.program(), context.report(), context.real(), environment.get());
    if (!arguments(call, signature, arguments, reader)) {
      return context.invalid(call.range());
    }
    var types = types(signature.outputs(), reader);
    return types.<TypedExpression>map(t -> new TypedExpression.Apply(instance, arguments, every, t, call.range()))
        .orElseGet(() -> context.invalid(call.range()));
  }

  /** A call of a node parameter while its declaration is checked for itself: only the signature counts. */
  private TypedExpression unknown(Expression.Call call, Signature signature, Optional<TypedExpression> every, Place place) {
    if (!signature.stateless()) {
      expressions.requireMemory(place, "node '" + signature.name() + "'", call.range());
    }
    var arguments = expressions.all(call.arguments(), place);
    var reader = context.statics();
    var types = arguments(call, signature, arguments, reader) ? types(signature.outputs(), reader) : Optional.<List<ValueType>>empty();
    var callee = new Instance(new Declaration.Node(signature, Optional.empty(), Optional.empty()), List.of());
    return types.<TypedExpression>map(t -> new TypedExpression.Apply(callee, arguments, every, t, call.range()))
        .orElseGet(() -> context.invalid(call.range()));
  }

  private boolean arguments(Expression.Call call, Signature signature, List<TypedExpression> arguments, StaticReader reader) {
    var wanted = types(signature.inputs(), reader);
    if (wanted.isEmpty()) {
      return false;
    }
    int count = arguments.stream().mapToInt(a -> a.types().size()).sum();
    if (count != wanted.get().size()) {
      context.report().error(LanguageCode.COUNT_MISMATCH, call.range(), "'" + call.function() + "' takes " + arguments(wanted.get().size()) + " ("
              + String.join(", ", signature.inputs().stream().map(i -> i.name().text()).toList()) + "), and "
              + (count == 1 ? "1 is" : count + " are") + " given")
          .note(signature.name().range().location(), "declared here");
      return false;
    }
    int next = 0;
    for (var argument : arguments) {
      for (var type : argument.types()) {
        context.require(wanted.get().get(next), type, argument.range(),
            "argument '" + signature.inputs().get(next).name() + "' of '" + call.function() + "'");
        next++;
      }
    }
    return true;
  }

  private static String arguments(int count) {
    return count == 1 ? "1 argument" : count + " arguments";
  }

  private static Optional<List<ValueType>> types(List<VariableSyntax> variables, StaticReader reader) {
    var all = new ArrayList<ValueType>();
    for (var variable : variables) {
      variable.type().flatMap(reader::type).ifPresent(all::add);
    }
    return all.size() == variables.size() ? Optional.of(all) : Optional.empty();
  }
}
