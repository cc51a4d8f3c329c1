package mlr.frontend.infer;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import mlr.dialects.reactive.LanguageCode;
import mlr.frontend.resolve.Program;
import mlr.frontend.resolve.StaticReader;
import mlr.frontend.resolve.Suggestions;
import mlr.frontend.syntax.ClockCondition;
import mlr.frontend.syntax.Declaration;
import mlr.frontend.syntax.Expression;
import mlr.frontend.syntax.Name;
import mlr.frontend.syntax.Operator;
import mlr.frontend.syntax.SourceRange;
import mlr.frontend.syntax.TypeSyntax;
import mlr.frontend.typed.StaticValue;
import mlr.frontend.typed.TypedExpression;
import mlr.frontend.types.Element;
import mlr.frontend.types.ElementKind;
import mlr.frontend.types.Scalar;
import mlr.frontend.types.Size;
import mlr.frontend.types.ValueType;

/** Types one expression: names, operators of the synchronous kernel and of backward time. Tensors and calls have classes of their own. */
final class ExpressionTyping {
  private final Context context;
  private final OperatorTyping operators;
  private final TensorTyping tensors;
  private final CallTyping calls;

  ExpressionTyping(Context context) {
    this.context = context;
    this.operators = new OperatorTyping(context, this);
    this.tensors = new TensorTyping(context, this);
    this.calls = new CallTyping(context, this);
  }

  /** The typed form of {@code expression}; {@link TypedExpression.Invalid} after reporting why there is none. */
  TypedExpression type(Expression expression, Place place) {
    return switch (expression) {
      case Expression.IntegerLiteral e -> integer(e);
      case Expression.DecimalLiteral e -> new TypedExpression.DecimalConstant(e.value(),
          ValueType.scalar(context.unifier().freshElement(ElementKind.FLOAT)), e.range());
      case Expression.BooleanLiteral e -> new TypedExpression.BooleanConstant(e.value(), e.range());
      case Expression.Reference e -> reference(e, place);
      case Expression.Call e -> calls.call(e, place);
      case Expression.Iteration e -> {
        context.report().notYet(e.range(), "'" + e.operator() + "<<…>>' is");
        yield context.invalid(e.range());
      }
      case Expression.Prefix e -> prefix(e, place);
      case Expression.Binary e -> binary(e, place);
      case Expression.When e -> when(e, place);
      case Expression.Merge e -> merge(e, place);
      case Expression.Conditional e -> conditional(e, place);
      case Expression.Gradient e -> {
        context.report().notYet(e.range(), "'grad' is");
        yield context.invalid(e.range());
      }
      case Expression.Tuple e -> new TypedExpression.Tuple(e.elements().stream().map(x -> type(x, place)).toList(), e.range());
      case Expression.TensorLiteral e -> tensors.literal(e, place);
      case Expression.Update e -> tensors.update(e, place);
      case Expression.Subscript e -> tensors.subscript(e, place);
      case Expression.SafeSubscript e -> tensors.safeSubscript(e, place);
      case Expression.Field e -> {
        context.report().notYet(e.range(), "records, and so fields such as '." + e.name() + "', are");
        yield context.invalid(e.range());
      }
      case Expression.RecordLiteral e -> {
        context.report().notYet(e.range(), "records are");
        yield context.invalid(e.range());
      }
    };
  }

  /** The typed form of an expression that must have exactly one value. */
  TypedExpression single(Expression expression, Place place) {
    var typed = type(expression, place);
    if (typed.types().size() == 1) {
      return typed;
    }
    context.report().error(LanguageCode.COUNT_MISMATCH, expression.range(), "one value is needed here, and this has " + typed.types().size());
    return context.invalid(expression.range());
  }

  /** The typed form of an expression that must be one truth value. */
  TypedExpression condition(Expression expression, Place place, String what) {
    var typed = single(expression, place);
    context.require(ValueType.BOOL, typed.type(), expression.range(), what);
    return typed;
  }

  private TypedExpression integer(Expression.IntegerLiteral literal) {
    if (literal.value().bitLength() > 64) {
      context.report().error(LanguageCode.LITERAL_RANGE, literal.range(), "the number " + literal.value() + " does not fit in 64 bits");
      return context.invalid(literal.range());
    }
    var type = ValueType.scalar(context.unifier().freshElement(ElementKind.INTEGER));
    context.constraints().atEnd(() -> {
      if (context.unifier().resolve(type.element()) instanceof Scalar scalar && scalar.isInteger()
          && literal.value().bitLength() > scalar.width() - (scalar.isUnsigned() ? 0 : 1)
          && !literal.value().equals(BigInteger.ONE.shiftLeft(scalar.width() - 1))) {
        context.report().error(LanguageCode.LITERAL_RANGE, literal.range(), "the number " + literal.value() + " does not fit in " + scalar);
      }
    });
    return new TypedExpression.IntegerConstant(Size.of(literal.value().longValue()), type, literal.range());
  }

  private TypedExpression reference(Expression.Reference reference, Place place) {
    var name = reference.name();
    var range = reference.range();
    var variable = place.scope().find(name.text());
    if (variable.isPresent()) {
      context.read().add(variable.get().id());
      return new TypedExpression.Read(variable.get(), range);
    }
    switch (context.environment().get(name.text())) {
      case StaticValue.Number number -> {
        var element = number.type().<Element>map(scalar -> scalar).orElseGet(() -> context.unifier().freshElement(ElementKind.INTEGER));
        return new TypedExpression.IntegerConstant(number.value(), ValueType.scalar(element), range);
      }
      case StaticValue.Constant constant -> {
        var value = type(constant.expression(), constantPlace());
        context.require(constant.type(), value.type(), range, "static parameter '" + name + "'");
        return value;
      }
      case null, default -> {}
    }
    var constructor = context.program().constructor(name.text());
    if (constructor.isPresent()) {
      return new TypedExpression.ConstructorConstant(constructor.get().enumeration(), constructor.get().index(), range);
    }
    var declaration = context.program().declaration(name.text());
    if (declaration.isPresent()) {
      return switch (declaration.get()) {
        case Declaration.Const constant -> constant(constant, reference);
        case Declaration.Param param -> {
          var type = new StaticReader(context.program(), context.report(), context.real(), Map.of()).type(param.type());
          if (type.isEmpty()) {
            yield context.invalid(range);
          }
          yield new TypedExpression.ParamRead(name.text(), type.get(), range);
        }
        case Declaration.Node node -> {
          context.report().error(LanguageCode.TYPE_MISMATCH, range, "'" + name + "' is a " + node.signature().kind() + ": call it as " + name + "(…)");
          yield context.invalid(range);
        }
        default -> {
          context.report().error(LanguageCode.TYPE_MISMATCH, range, "'" + name + "' is a type, not a value");
          yield context.invalid(range);
        }
      };
    }
    if (name.text().equals("zeros")) {
      var type = context.unifier().freshType();
      context.constraints().atEnd(() -> {
        if (!context.unifier().isKnown(type)) {
          context.report().error(LanguageCode.UNKNOWN_TYPE, range, "the type of 'zeros' cannot be inferred here: declare the type of the variable it goes to");
        }
      });
      return new TypedExpression.Zeros(type, range);
    }
    var known = new ArrayList<>(place.scope().names());
    known.addAll(context.environment().keySet());
    known.addAll(context.program().valueNames());
    known.add("zeros");
    context.report().undefined(LanguageCode.UNDEFINED_NAME, name, "undefined variable '" + name + "'" + Suggestions.didYouMean(name.text(), known));
    return context.invalid(range);
  }

  private Place constantPlace() {
    return new Place(Scope.empty(), Place.Part.CONSTANT, Optional.empty(), false, "a constant");
  }

  /** The value of a constant, typed anew at each use: so one without a declared type fits the context as a literal does. */
  private TypedExpression constant(Declaration.Const constant, Expression.Reference use) {
    var outside = context.under(Map.of());
    boolean isSize = constant.type().orElse(null) instanceof TypeSyntax.Named(var type) && type.text().equals("size");
    var statics = outside.statics();
    if (isSize) {
      return statics.size(use.staticArguments().isEmpty() ? new Expression.Reference(constant.name(), List.of(), use.range()) : use)
          .<TypedExpression>map(value -> new TypedExpression.IntegerConstant(value,
              ValueType.scalar(context.unifier().freshElement(ElementKind.INTEGER)), use.range()))
          .orElseGet(() -> context.invalid(use.range()));
    }
    if (!ConstantCycles.isAcyclic(constant, context.program())) {
      context.report().error(LanguageCode.CYCLIC_DECLARATION, constant.name().range(), "'" + constant.name() + "' depends on itself");
      return context.invalid(use.range());
    }
    var value = new ExpressionTyping(outside).single(constant.value(), constantPlace());
    constant.type().flatMap(statics::type)
        .ifPresent(type -> context.require(type, value.type(), constant.value().range(), "constant '" + constant.name() + "'"));
    return value;
  }

  private TypedExpression prefix(Expression.Prefix prefix, Place place) {
    var range = prefix.range();
    return switch (prefix.operator()) {
      case PRE -> {
        requireMemory(place, "'pre'", range);
        yield new TypedExpression.Pre(type(prefix.operand(), place), range);
      }
      case FINAL, INITIAL, ALL -> exit(prefix, place);
      case LAST -> {
        context.report().notYet(range, "'last' is");
        yield context.invalid(range);
      }
      default -> operators.unary(prefix, place);
    };
  }

  private TypedExpression exit(Expression.Prefix prefix, Place place) {
    var word = prefix.operator().spelling();
    var range = prefix.range();
    boolean isFinal = prefix.operator() == Operator.FINAL;
    if (place.part() == Place.Part.CONSTANT || !isFinal && place.part() != Place.Part.THEN) {
      context.report().error(LanguageCode.MISPLACED, range, "'" + word + "' stands " + (isFinal ? "in a segment" : "in the 'then' part of a segment")
          + ", and this is not inside one");
      return context.invalid(range);
    }
    var operand = type(prefix.operand(), place);
    var types = operand.types();
    if (prefix.operator() == Operator.ALL) {
      var bound = place.bound().orElseThrow();
      types = types.stream().map(type -> type.withShape(type.shape().prepend(bound))).toList();
    }
    return new TypedExpression.Exit(TypedExpression.Exit.Kind.valueOf(prefix.operator().name()), operand, types, range);
  }

  private TypedExpression binary(Expression.Binary binary, Place place) {
    return switch (binary.operator()) {
      case ARROW, FBY, POST -> {
        var word = "'" + binary.operator().spelling() + "'";
        if (binary.operator() != Operator.POST) {
          requireMemory(place, word, binary.range());
        } else if (place.part() == Place.Part.CONSTANT) {
          context.report().error(LanguageCode.MISPLACED, binary.range(), "'post' is not allowed in " + place.owner());
        }
        var left = type(binary.left(), place);
        var right = type(binary.right(), place);
        equalShapes(left, right, binary.range(), word);
        yield new TypedExpression.Temporal(TypedExpression.Temporal.Kind.valueOf(binary.operator().name()), left, right, binary.range());
      }
      default -> operators.binary(binary, place);
    };
  }

  /** Requires equal types on both sides of an operator that does not broadcast. */
  void equalShapes(TypedExpression left, TypedExpression right, SourceRange range, String what) {
    if (left.types().size() != right.types().size()) {
      context.report().error(LanguageCode.COUNT_MISMATCH, range, what + " joins " + Context.values(left.types().size()) + " with " + right.types().size());
      return;
    }
    for (int i = 0; i < left.types().size(); i++) {
      var a = left.types().get(i);
      var b = right.types().get(i);
      var before = context.describe(a) + " and " + context.describe(b);
      if (!context.unifier().unify(a, b)) {
        boolean shapes = !context.unifier().unify(a.shape(), b.shape());
        context.report().error(shapes ? LanguageCode.SHAPE_MISMATCH : LanguageCode.TYPE_MISMATCH, range, what + " needs equal types on both sides, not " + before
            + (shapes ? "; only elementwise operators broadcast: write the shape out, as in e^n" : ""));
      }
    }
  }

  /** Reports an operator with memory where there must be none. */
  void requireMemory(Place place, String what, SourceRange range) {
    if (!place.memory()) {
      context.report().error(LanguageCode.STATELESS, range, place.part() == Place.Part.CONSTANT ? what + " is not allowed in a constant"
          : place.owner() + " is stateless: " + what + " has memory, so this must be a node");
    }
  }

  private TypedExpression when(Expression.When when, Place place) {
    var operand = type(when.operand(), place);
    var condition = condition(when.condition(), place);
    return new TypedExpression.When(operand, when.condition(), condition, when.range());
  }

  /** The value of the name that a clock condition tests, typed as the condition demands. */
  private Optional<TypedExpression> condition(ClockCondition clock, Place place) {
    return switch (clock) {
      case ClockCondition.Flag flag -> {
        var value = reference(new Expression.Reference(flag.name(), List.of(), flag.name().range()), place);
        context.require(ValueType.BOOL, value.type(), flag.name().range(), "clock condition '" + flag.name() + "'");
        yield Optional.of(value);
      }
      case ClockCondition.Constructor test -> {
        var value = reference(new Expression.Reference(test.name(), List.of(), test.name().range()), place);
        enumerationOf(test.constructor()).ifPresent(enumeration -> context.require(ValueType.scalar(enumeration), value.type(),
            test.name().range(), "'" + test.name() + "', tested for " + test.constructor() + ","));
        yield Optional.of(value);
      }
      case ClockCondition.Periodic periodic -> {
        requireMemory(place, "a periodic word", periodic.range());
        yield Optional.empty();
      }
    };
  }

  private Optional<Element.Enumeration> enumerationOf(Name constructor) {
    var found = context.program().constructor(constructor.text());
    if (found.isEmpty()) {
      context.report().undefined(LanguageCode.UNDEFINED_NAME, constructor, "no enumeration has a constructor '" + constructor + "'"
          + Suggestions.didYouMean(constructor.text(), context.program().valueNames()));
    }
    return found.map(Program.Constructor::enumeration);
  }

  private TypedExpression merge(Expression.Merge merge, Place place) {
    var range = merge.range();
    var condition = reference(new Expression.Reference(merge.condition(), List.of(), merge.condition().range()), place);
    boolean isBoolean = merge.branches().stream().anyMatch(b -> b.constructor().text().equals("true") || b.constructor().text().equals("false"));
    List<String> cases = List.of("false", "true");
    var wanted = ValueType.BOOL;
    if (!isBoolean) {
      var enumeration = enumerationOf(merge.branches().getFirst().constructor());
      if (enumeration.isEmpty()) {
        return context.invalid(range);
      }
      cases = enumeration.get().constructors();
      wanted = ValueType.scalar(enumeration.get());
    }
    context.require(wanted, condition.type(), merge.condition().range(), "'" + merge.condition() + "', which 'merge' tests,");
    var values = new TypedExpression[cases.size()];
    for (var branch : merge.branches()) {
      var value = type(branch.value(), place);
      int index = cases.indexOf(branch.constructor().text());
      if (index < 0) {
        context.report().error(LanguageCode.MERGE_CASES, branch.constructor().range(), "'" + branch.constructor() + "' is not a case of " + wanted + ", which has "
            + String.join(", ", cases) + Suggestions.didYouMean(branch.constructor().text(), cases));
        return context.invalid(range);
      }
      if (values[index] != null) {
        context.report().error(LanguageCode.MERGE_CASES, branch.constructor().range(), "'merge' has two branches for " + branch.constructor());
      }
      values[index] = value;
    }
    for (int i = 0; i < values.length; i++) {
      if (values[i] == null) {
        context.report().error(LanguageCode.MERGE_CASES, range, "'merge' has no branch for " + cases.get(i));
        return context.invalid(range);
      }
      equalShapes(values[0], values[i], values[i].range(), "'merge'");
    }
    return new TypedExpression.Merge(condition, List.of(values), range);
  }

  private TypedExpression conditional(Expression.Conditional conditional, Place place) {
    var condition = condition(conditional.condition(), place, "the condition of 'if'");
    var then = type(conditional.then(), place);
    var otherwise = type(conditional.otherwise(), place);
    equalShapes(then, otherwise, conditional.range(), "'if'");
    return new TypedExpression.Conditional(condition, then, otherwise, conditional.range());
  }

  /** The typed arguments of a call, one for each value: an argument with several values counts as several. */
  List<TypedExpression> all(List<Expression> expressions, Place place) {
    return expressions.stream().map(e -> type(e, place)).collect(Collectors.toList());
  }
}
