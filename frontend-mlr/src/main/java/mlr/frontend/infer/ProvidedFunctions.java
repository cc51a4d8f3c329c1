package mlr.frontend.infer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mlr.dialects.reactive.LanguageCode;
import mlr.frontend.constraints.MatrixProduct;
import mlr.frontend.syntax.Expression;
import mlr.frontend.syntax.Name;
import mlr.frontend.typed.ElementwiseOperator;
import mlr.frontend.typed.TensorFunction;
import mlr.frontend.typed.TypedExpression;
import mlr.frontend.types.ElementKind;
import mlr.frontend.types.Scalar;
import mlr.frontend.types.Shape;
import mlr.frontend.types.Size;
import mlr.frontend.types.ValueType;

/** Types calls of what the language provides: conversions, elementary functions, the {@code tensor} module, {@code current} and {@code replay}. */
final class ProvidedFunctions {
  private static final Set<String> NOT_YET = Set.of("align", "jvp", "stop", "custom", "batch", "unbatch", "window", "map", "scan", "rscan",
      "fold", "mapfold", "tile", "pipeline", "conv1d", "conv2d", "einsum", "glorot");

  private final Context context;
  private final ExpressionTyping expressions;

  ProvidedFunctions(Context context, ExpressionTyping expressions) {
    this.context = context;
    this.expressions = expressions;
  }

  /** Whether a name that is not declared means something. */
  boolean knows(String name) {
    return names().contains(name) || NOT_YET.contains(name);
  }

  /** The names that may be called, for suggestions. */
  List<String> names() {
    return Stream.of(ElementwiseOperator.functionNames(), TensorFunction.names(), List.of("current", "replay"),
        Stream.of(Scalar.values()).map(Scalar::toString).toList()).flatMap(List::stream).distinct().toList();
  }

  TypedExpression call(Name name, Expression.Call call, Place place) {
    var text = name.text();
    if (NOT_YET.contains(text)) {
      context.report().notYet(call.range(), "'" + text + "' is");
      return context.invalid(call.range());
    }
    var arguments = call.arguments().stream().map(e -> text.equals("current") || text.equals("replay")
        ? expressions.type(e, place) : expressions.single(e, place)).toList();
    var scalar = Scalar.named(text, context.real());
    if (scalar.isPresent()) {
      return arity(name, call, 1) ? conversion(scalar.get(), arguments.getFirst(), call) : context.invalid(call.range());
    }
    if (text.equals("current") || text.equals("replay")) {
      return arity(name, call, 2) ? hold(text, arguments, call, place) : context.invalid(call.range());
    }
    var elementwise = ElementwiseOperator.function(text);
    // max(a, b) acts on each element, max(a) reduces.
    boolean reduces = TensorFunction.named(text).isPresent() && (elementwise.isEmpty() || arguments.size() == 1);
    if (reduces) {
      return tensor(TensorFunction.named(text).orElseThrow(), name, call, arguments);
    }
    return arity(name, call, elementwise.orElseThrow().arity())
        ? new OperatorTyping(context, expressions).elementwise(elementwise.get(), arguments, call.range()) : context.invalid(call.range());
  }

  private boolean arity(Name name, Expression.Call call, int arity) {
    if (call.arguments().size() == arity) {
      return true;
    }
    context.report().error(LanguageCode.COUNT_MISMATCH, call.range(), "'" + name + "' takes " + arity + (arity == 1 ? " argument" : " arguments") + ", and "
        + call.arguments().size() + (call.arguments().size() == 1 ? " is" : " are") + " given");
    return false;
  }

  private TypedExpression conversion(Scalar to, TypedExpression operand, Expression.Call call) {
    if (to == Scalar.BOOL) {
      context.report().error(LanguageCode.TYPE_MISMATCH, call.range(), "nothing converts to bool; write a comparison, as in e <> 0");
      return context.invalid(call.range());
    }
    // A literal has the type that it is converted to where it may: f64(0.1) is the binary64 number nearest to 0.1.
    if (isLiteral(operand)) {
      context.unifier().unify(operand.type().element(), to);
    }
    context.constraints().atEnd(() -> {
      if (!(context.unifier().resolve(operand.type().element()) instanceof Scalar)) {
        context.report().error(LanguageCode.TYPE_MISMATCH, operand.range(), "only numbers and truth values convert to " + to + ", not "
            + context.describe(operand.type()));
      }
    });
    return new TypedExpression.Convert(operand, operand.type().withElement(to), call.range());
  }

  private static boolean isLiteral(TypedExpression expression) {
    return switch (expression) {
      case TypedExpression.IntegerConstant _, TypedExpression.DecimalConstant _ -> true;
      case TypedExpression.Elementwise e -> e.operator() == ElementwiseOperator.NEGATE && isLiteral(e.operands().getFirst());
      default -> false;
    };
  }

  private TypedExpression hold(String name, List<TypedExpression> arguments, Expression.Call call, Place place) {
    expressions.requireMemory(place, "'" + name + "'", call.range());
    var operand = arguments.getFirst();
    var otherwise = arguments.get(1);
    expressions.equalShapes(operand, otherwise, call.range(), "'" + name + "'");
    if (name.equals("replay") && place.part() != Place.Part.DO) {
      context.report().error(LanguageCode.MISPLACED, call.range(), "'replay' stands in the 'do' part of a segment");
      return context.invalid(call.range());
    }
    return name.equals("current") ? new TypedExpression.Current(operand, otherwise, call.range())
        : new TypedExpression.Replay(operand, otherwise, call.range());
  }

  private TypedExpression tensor(TensorFunction function, Name name, Expression.Call call, List<TypedExpression> arguments) {
    boolean binary = function == TensorFunction.MATMUL || function == TensorFunction.DOT;
    if (!arity(name, call, binary ? 2 : 1)) {
      return context.invalid(call.range());
    }
    var axes = new ArrayList<Size>();
    for (var argument : call.staticArguments()) {
      var axis = context.statics().size(argument);
      if (axis.isEmpty()) {
        return context.invalid(call.range());
      }
      axes.add(axis.get());
    }
    var operand = arguments.getFirst();
    var type = operand.type();
    var what = "the argument of '" + name + "'";
    return switch (function) {
      case MATMUL -> product(arguments, call);
      case DOT -> dot(arguments, call);
      case TRANSPOSE -> transpose(operand, axes, call);
      case RESHAPE -> reshape(operand, axes, call);
      case SUM, MEAN, MAX, MIN -> {
        context.restrict(type.element(), function == TensorFunction.MEAN ? ElementKind.FLOAT : ElementKind.NUMBER, operand.range(), what);
        yield reduce(function, operand, axes, call);
      }
      case ARGMAX -> {
        context.restrict(type.element(), ElementKind.NUMBER, operand.range(), what);
        context.require(type.withShape(Shape.of(List.of(context.unifier().freshSize()))), type, operand.range(), what);
        yield new TypedExpression.Tensor(function, arguments, List.of(), ValueType.scalar(Scalar.I32), call.range());
      }
      case SOFTMAX -> {
        context.restrict(type.element(), ElementKind.FLOAT, operand.range(), what);
        yield new TypedExpression.Tensor(function, arguments, List.of(), type, call.range());
      }
      case REVERSE -> {
        var inner = context.unifier().freshShape();
        context.require(type.withShape(inner.prepend(context.unifier().freshSize())), type, operand.range(), what);
        yield new TypedExpression.Tensor(function, arguments, List.of(), type, call.range());
      }
    };
  }

  private TypedExpression product(List<TypedExpression> arguments, Expression.Call call) {
    context.require(arguments.getFirst().type().withShape(arguments.get(1).type().shape()), arguments.get(1).type(), call.range(),
        "the second argument of 'matmul'");
    var shape = context.unifier().freshShape();
    context.constraints().add(new MatrixProduct(context.unifier(), context.report(), arguments.getFirst().type().element(), arguments.getFirst().type().shape(),
        arguments.get(1).type().shape(), shape, call.range()));
    return new TypedExpression.Tensor(TensorFunction.MATMUL, arguments, List.of(), arguments.getFirst().type().withShape(shape), call.range());
  }

  private TypedExpression dot(List<TypedExpression> arguments, Expression.Call call) {
    var a = arguments.getFirst().type();
    context.restrict(a.element(), ElementKind.NUMBER, call.range(), "an argument of 'dot'");
    context.require(a.withShape(Shape.of(List.of(context.unifier().freshSize()))), a, arguments.getFirst().range(), "the first argument of 'dot'");
    context.require(a, arguments.get(1).type(), arguments.get(1).range(), "the second argument of 'dot'");
    return new TypedExpression.Tensor(TensorFunction.DOT, arguments, List.of(), ValueType.scalar(a.element()), call.range());
  }

  private TypedExpression transpose(TypedExpression operand, List<Size> axes, Expression.Call call) {
    var order = axes.isEmpty() ? List.of(1, 0) : axes.stream().map(a -> a.constant().orElse(-1L).intValue()).toList();
    if (!order.stream().sorted().toList().equals(IntStream.range(0, order.size()).boxed().toList())) {
      context.report().error(LanguageCode.STATIC_ARGUMENT, call.range(), "the static arguments of 'transpose' name each axis once, from 0 to " + (order.size() - 1));
      return context.invalid(call.range());
    }
    var extents = Stream.generate(context.unifier()::freshSize).limit(order.size()).toList();
    context.require(operand.type().withShape(Shape.of(extents)), operand.type(), operand.range(), "the argument of 'transpose'");
    return new TypedExpression.Tensor(TensorFunction.TRANSPOSE, List.of(operand), order.stream().map(Size::of).toList(),
        operand.type().withShape(Shape.of(order.stream().map(extents::get).toList())), call.range());
  }

  private TypedExpression reshape(TypedExpression operand, List<Size> axes, Expression.Call call) {
    var shape = Shape.of(axes);
    if (axes.stream().anyMatch(a -> a.constant().filter(n -> n < 1).isPresent())) {
      context.report().error(LanguageCode.BAD_SIZE, call.range(), "an extent must be at least 1, and the shape is " + shape);
      return context.invalid(call.range());
    }
    context.constraints().atEnd(() -> {
      var from = context.unifier().resolve(operand.type().shape());
      if (from.isRanked() && !context.unifier().unify(from.count(), shape.count())) {
        context.report().error(LanguageCode.SHAPE_MISMATCH, call.range(), "'reshape' keeps the number of elements: " + context.describe(operand.type()) + " has " + from.count()
            + " and " + context.describe(operand.type().withShape(shape)) + " has " + shape.count());
      }
    });
    return new TypedExpression.Tensor(TensorFunction.RESHAPE, List.of(operand), axes, operand.type().withShape(shape), call.range());
  }

  private TypedExpression reduce(TensorFunction function, TypedExpression operand, List<Size> axes, Expression.Call call) {
    var type = operand.type();
    if (axes.isEmpty()) {
      return new TypedExpression.Tensor(function, List.of(operand), axes, type.withShape(Shape.SCALAR), call.range());
    }
    var axis = axes.getFirst().constant();
    if (axes.size() > 1 || axis.isEmpty() || axis.get() < 0) {
      context.report().error(LanguageCode.STATIC_ARGUMENT, call.range(), "'" + function.spelling() + "' takes one axis, a number from 0");
      return context.invalid(call.range());
    }
    var leading = Stream.generate(context.unifier()::freshSize).limit(axis.get() + 1).toList();
    var inner = context.unifier().freshShape();
    var before = context.describe(type);
    if (!context.unifier().unify(type.shape(), inner.prepend(leading))) {
      context.report().error(LanguageCode.SHAPE_MISMATCH, call.range(), "there is no axis " + axis.get() + " in " + before);
      return context.invalid(call.range());
    }
    return new TypedExpression.Tensor(function, List.of(operand), axes,
        type.withShape(inner.prepend(leading.subList(0, leading.size() - 1))), call.range());
  }

  /** How many arguments each provided function takes that may be a static argument. */
  static Map<String, Integer> arities() {
    var all = new LinkedHashMap<String, Integer>();
    ElementwiseOperator.functionNames().forEach(n -> all.put(n, ElementwiseOperator.function(n).orElseThrow().arity()));
    TensorFunction.names().forEach(n -> all.putIfAbsent(n, n.equals("matmul") || n.equals("dot") ? 2 : 1));
    return all;
  }
}
