package mlr.frontend.infer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mlr.dialects.reactive.LanguageCode;
import mlr.frontend.resolve.StaticReader;
import mlr.frontend.resolve.Suggestions;
import mlr.frontend.syntax.Declaration;
import mlr.frontend.syntax.Expression;
import mlr.frontend.syntax.Operator;
import mlr.frontend.syntax.Signature;
import mlr.frontend.syntax.SourceRange;
import mlr.frontend.syntax.StaticParameter;
import mlr.frontend.syntax.TypeSyntax;
import mlr.frontend.typed.Instance;
import mlr.frontend.typed.StaticValue;
import mlr.frontend.types.Scalar;
import mlr.frontend.types.ValueType;

/** Gives the static parameters of a called declaration their values: those written between {@code <<} and {@code >>}, variables for the rest. */
final class StaticArguments {
  private final Context context;

  StaticArguments(Context context) {
    this.context = context;
  }

  /**
   * A value for each static parameter of {@code node}, or nothing after reporting what is wrong.
   *
   * @param given values that are known already, for the first parameters
   * @param written arguments in the source, for those that follow
   */
  Optional<Map<String, StaticValue>> bind(Declaration.Node node, List<StaticValue> given, List<Expression> written, SourceRange range) {
    var parameters = node.signature().staticParameters();
    if (given.size() + written.size() > parameters.size()) {
      context.report().error(LanguageCode.STATIC_ARGUMENT, range, "'" + node.name() + "' takes " + parameters.size()
          + (parameters.size() == 1 ? " static argument, and " : " static arguments, and ") + (given.size() + written.size()) + " are given").note(node.name().range().location(), "declared here");
      return Optional.empty();
    }
    var environment = new LinkedHashMap<String, StaticValue>();
    boolean bound = true;
    for (int i = 0; i < parameters.size(); i++) {
      var parameter = parameters.get(i);
      var value = i < given.size() ? Optional.of(given.get(i))
          : i - given.size() < written.size() ? value(parameter, written.get(i - given.size()), environment)
          : unknown(node, parameter, range, environment);
      bound &= value.isPresent();
      value.ifPresent(v -> environment.put(parameter.name().text(), v));
    }
    if (!bound) {
      return Optional.empty();
    }
    for (int i = 0; i < parameters.size(); i++) {
      if (parameters.get(i) instanceof StaticParameter.NodeName(var signature)) {
        var place = i >= given.size() && i - given.size() < written.size() ? written.get(i - given.size()).range() : range;
        bound &= fits(signature, environment.get(signature.name().text()), environment, place);
      }
    }
    return bound ? Optional.of(environment) : Optional.empty();
  }

  private StaticReader reader(Map<String, StaticValue> environment) {
    return new StaticReader(context.program(), context.report(), context.real(), environment);
  }

  private Optional<StaticValue> unknown(Declaration.Node node, StaticParameter parameter, SourceRange range,
      Map<String, StaticValue> environment) {
    return switch (parameter) {
      case StaticParameter.Constant constant when isInteger(constant, environment) ->
          Optional.of(new StaticValue.Number(context.unifier().freshSize(), integerType(constant, environment)));
      case StaticParameter.TypeName _ -> Optional.of(new StaticValue.TypeArgument(context.unifier().freshType()));
      default -> {
        context.report().error(LanguageCode.STATIC_ARGUMENT, range, "static parameter '" + parameter.name() + "' of '" + node.name()
            + "' cannot be found from the arguments: write " + node.name() + "<<…>>(…)");
        yield Optional.empty();
      }
    };
  }

  private Optional<StaticValue> value(StaticParameter parameter, Expression argument, Map<String, StaticValue> environment) {
    return switch (parameter) {
      case StaticParameter.Constant constant when isInteger(constant, environment) -> context.statics().size(argument)
          .map(size -> new StaticValue.Number(size, integerType(constant, environment)));
      case StaticParameter.Constant constant -> constant(constant, argument, environment);
      case StaticParameter.TypeName _ -> {
        var syntax = typeSyntax(argument);
        if (syntax.isEmpty()) {
          context.report().error(LanguageCode.STATIC_ARGUMENT, argument.range(), "a type is needed here, for static parameter '" + parameter.name() + "'");
        }
        yield syntax.flatMap(context.statics()::type).map(StaticValue.TypeArgument::new);
      }
      case StaticParameter.NodeName _ -> function(argument);
    };
  }

  private boolean isInteger(StaticParameter.Constant constant, Map<String, StaticValue> environment) {
    return isSize(constant) || integerType(constant, environment).isPresent();
  }

  private static boolean isSize(StaticParameter.Constant constant) {
    return constant.type() instanceof TypeSyntax.Named(var name) && name.text().equals("size");
  }

  private Optional<Scalar> integerType(StaticParameter.Constant constant, Map<String, StaticValue> environment) {
    return isSize(constant) ? Optional.empty()
        : reader(environment).type(constant.type()).filter(type -> type.shape().rank() == 0).map(ValueType::element)
            .flatMap(element -> element instanceof Scalar scalar && scalar.isInteger() ? Optional.of(scalar) : Optional.empty());
  }

  private Optional<StaticValue> constant(StaticParameter.Constant parameter, Expression argument, Map<String, StaticValue> environment) {
    if (argument instanceof Expression.Reference reference
        && context.environment().get(reference.name().text()) instanceof StaticValue.Constant constant) {
      return Optional.of(constant);
    }
    var type = reader(environment).type(parameter.type());
    var text = text(argument);
    if (text.isEmpty()) {
      context.report().error(LanguageCode.STATIC_ARGUMENT, argument.range(), "a static argument is a literal or a name; give this value a name with 'const'");
      return Optional.empty();
    }
    return type.map(t -> new StaticValue.Constant(t, argument, text.get()));
  }

  /** A spelling that is the same for equal constants. */
  private Optional<String> text(Expression constant) {
    return switch (constant) {
      case Expression.DecimalLiteral literal -> Optional.of(literal.value().toPlainString());
      case Expression.BooleanLiteral literal -> Optional.of(String.valueOf(literal.value()));
      case Expression.IntegerLiteral literal -> Optional.of(literal.value().toString());
      case Expression.Prefix(var operator, var operand, _) when operator == Operator.NEGATE -> text(operand).map(t -> "-" + t);
      case Expression.Reference reference -> context.program().declaration(reference.name().text()).isPresent()
          || context.program().constructor(reference.name().text()).isPresent() ? Optional.of(reference.name().text()) : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** The type that an expression spells, as between {@code <<} and {@code >>}. */
  private static Optional<TypeSyntax> typeSyntax(Expression expression) {
    return switch (expression) {
      case Expression.Reference reference -> Optional.of(new TypeSyntax.Named(reference.name()));
      case Expression.Subscript subscript when subscript.indices().stream().allMatch(i -> i.last().isEmpty()) ->
          typeSyntax(subscript.tensor()).map(element -> new TypeSyntax.Tensor(element,
              subscript.indices().stream().map(Expression.Index::first).toList(), subscript.range()));
      case Expression.Binary binary when binary.operator() == Operator.REPLICATE ->
          typeSyntax(binary.left()).map(element -> new TypeSyntax.Power(element, binary.right(), binary.range()));
      default -> Optional.empty();
    };
  }

  private Optional<StaticValue> function(Expression argument) {
    if (argument instanceof Expression.Reference reference) {
      var name = reference.name().text();
      var parameter = context.environment().get(name);
      if (parameter instanceof StaticValue.Provided || parameter instanceof StaticValue.Unknown) {
        return Optional.of(parameter);
      }
      if (parameter instanceof StaticValue.Function(var declaration, var arguments)) {
        return partial(declaration, arguments, reference);
      }
      if (context.program().declaration(name).orElse(null) instanceof Declaration.Node node) {
        return partial(node, List.of(), reference);
      }
      if (ProvidedFunctions.arities().containsKey(name)) {
        return Optional.of(new StaticValue.Provided(name));
      }
      var known = new ArrayList<>(context.program().names(Declaration.Node.class));
      known.addAll(ProvidedFunctions.arities().keySet());
      context.report().undefined(LanguageCode.UNDEFINED_NAME, reference.name(), "undefined node or function '" + name + "'" + Suggestions.didYouMean(name, known));
      return Optional.empty();
    }
    context.report().error(LanguageCode.STATIC_ARGUMENT, argument.range(), "the name of a node or function is needed here");
    return Optional.empty();
  }

  private Optional<StaticValue> partial(Declaration.Node node, List<StaticValue> given, Expression.Reference reference) {
    var all = new ArrayList<>(given);
    var parameters = node.signature().staticParameters();
    var environment = new LinkedHashMap<String, StaticValue>();
    for (var argument : reference.staticArguments()) {
      if (all.size() == parameters.size()) {
        context.report().error(LanguageCode.STATIC_ARGUMENT, reference.range(), "'" + node.name() + "' takes " + parameters.size() + " static arguments");
        return Optional.empty();
      }
      var value = value(parameters.get(all.size()), argument, environment);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      environment.put(parameters.get(all.size()).name().text(), value.get());
      all.add(value.get());
    }
    return Optional.of(new StaticValue.Function(node, all));
  }

  /** Whether a function has the signature that a node parameter asks for; the types of both are made equal. */
  private boolean fits(Signature wanted, StaticValue actual, Map<String, StaticValue> environment, SourceRange range) {
    return switch (actual) {
      case StaticValue.Function function -> {
        var signature = function.declaration().signature();
        var inner = bind(function.declaration(), function.arguments(), List.of(), range);
        yield inner.isPresent() && fits(wanted, reader(environment), signature, reader(inner.get()), range);
      }
      case StaticValue.Unknown(var signature) -> fits(wanted, reader(environment), signature, context.statics(), range);
      case StaticValue.Provided(var name) -> {
        int arity = ProvidedFunctions.arities().get(name);
        if (arity != wanted.inputs().size() || wanted.outputs().size() != 1) {
          context.report().error(LanguageCode.STATIC_ARGUMENT, range, "'" + name + "' takes " + arity + " arguments, and '" + wanted.name() + "' is called with "
              + wanted.inputs().size());
          yield false;
        }
        yield true;
      }
      default -> throw new IllegalStateException("node parameter bound to " + actual);
    };
  }

  private boolean fits(Signature wanted, StaticReader wantedReader, Signature actual, StaticReader actualReader, SourceRange range) {
    if (wanted.stateless() && !actual.stateless()) {
      context.report().error(LanguageCode.STATIC_ARGUMENT, range, "'" + actual.name() + "' is a node, and '" + wanted.name() + "' must be a fun");
      return false;
    }
    if (wanted.inputs().size() != actual.inputs().size() || wanted.outputs().size() != actual.outputs().size()) {
      context.report().error(LanguageCode.STATIC_ARGUMENT, range, "'" + actual.name() + "' has " + actual.inputs().size() + " inputs and " + actual.outputs().size()
          + " outputs, where '" + wanted.name() + "' has " + wanted.inputs().size() + " and " + wanted.outputs().size());
      return false;
    }
    boolean fits = true;
    for (int i = 0; i < wanted.inputs().size() + wanted.outputs().size(); i++) {
      boolean input = i < wanted.inputs().size();
      int at = input ? i : i - wanted.inputs().size();
      var a = (input ? wanted.inputs() : wanted.outputs()).get(at).type().flatMap(wantedReader::type);
      var b = (input ? actual.inputs() : actual.outputs()).get(at);
      var type = b.type().flatMap(actualReader::type);
      fits &= a.isPresent() && type.isPresent()
          && context.require(a.get(), type.get(), range, (input ? "input '" : "output '") + b.name() + "' of '" + actual.name() + "'");
    }
    return fits;
  }

  /** Reports a static parameter that nothing determined. */
  void requireKnown(Instance instance, SourceRange range) {
    var parameters = instance.declaration().signature().staticParameters();
    for (int i = 0; i < parameters.size(); i++) {
      if (!isKnown(instance.arguments().get(i))) {
        context.report().error(LanguageCode.STATIC_ARGUMENT, range, "static parameter '" + parameters.get(i).name() + "' of '" + instance.declaration().name()
            + "' cannot be found from the arguments: write " + instance.declaration().name() + "<<…>>(…)");
      }
    }
  }

  private boolean isKnown(StaticValue value) {
    return switch (value) {
      case StaticValue.Number(var size, _) -> context.unifier().resolve(size).variables().isEmpty();
      case StaticValue.TypeArgument(var type) -> context.unifier().isKnown(type);
      case StaticValue.Function function -> function.arguments().stream().allMatch(this::isKnown);
      case StaticValue.Constant _, StaticValue.Provided _, StaticValue.Unknown _ -> true;
    };
  }
}
