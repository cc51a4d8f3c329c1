package mlr.frontend.infer;

import java.util.List;
import java.util.Optional;
import mlr.dialects.reactive.LanguageCode;
import mlr.frontend.constraints.Broadcast;
import mlr.frontend.constraints.MatrixProduct;
import mlr.frontend.syntax.Expression;
import mlr.frontend.syntax.Operator;
import mlr.frontend.syntax.SourceRange;
import mlr.frontend.typed.ElementwiseOperator;
import mlr.frontend.typed.TensorFunction;
import mlr.frontend.typed.TypedExpression;
import mlr.frontend.types.Element;
import mlr.frontend.types.ElementKind;
import mlr.frontend.types.Scalar;
import mlr.frontend.types.Shape;
import mlr.frontend.types.ValueType;

/** Types operators that act on each element, and the three on whole tensors: {@code @}, {@code |} and {@code ^}. */
final class OperatorTyping {
  private final Context context;
  private final ExpressionTyping expressions;

  OperatorTyping(Context context, ExpressionTyping expressions) {
    this.context = context;
    this.expressions = expressions;
  }

  TypedExpression unary(Expression.Prefix prefix, Place place) {
    var operator = ElementwiseOperator.of(prefix.operator()).orElseThrow();
    return elementwise(operator, List.of(expressions.single(prefix.operand(), place)), prefix.range());
  }

  TypedExpression binary(Expression.Binary binary, Place place) {
    if (binary.operator() == Operator.REPLICATE) {
      return replicate(binary, place);
    }
    var left = expressions.single(binary.left(), place);
    var right = expressions.single(binary.right(), place);
    return switch (binary.operator()) {
      case MATRIX_PRODUCT -> matrixProduct(left, right, binary.range());
      case JOIN -> join(left, right, binary.range());
      default -> elementwise(ElementwiseOperator.of(binary.operator()).orElseThrow(), List.of(left, right), binary.range());
    };
  }

  /** An elementwise operator or function on operands of one element type, broadcast to a common shape. */
  TypedExpression elementwise(ElementwiseOperator operator, List<TypedExpression> operands, SourceRange range) {
    if (operands.stream().anyMatch(TypedExpression.Invalid.class::isInstance)) {
      return context.invalid(range);
    }
    var word = operator.spelling();
    var element = operands.getFirst().type().element();
    boolean sound = true;
    for (var operand : operands) {
      sound &= operandElement(operator, element, operand, operands, range);
    }
    if (!sound) {
      return context.invalid(range);
    }
    var shape = operands.getFirst().type().shape();
    for (var operand : operands.subList(1, operands.size())) {
      var joined = context.unifier().freshShape();
      context.constraints().add(
          new Broadcast(context.unifier(), context.report(), word, element, shape, operand.type().shape(), joined, range));
      shape = joined;
    }
    Element result = operator.isComparison() ? Scalar.BOOL : element;
    return new TypedExpression.Elementwise(operator, operands, new ValueType(result, shape), range);
  }

  private boolean operandElement(ElementwiseOperator operator, Element element, TypedExpression operand, List<TypedExpression> all,
      SourceRange range) {
    var what = "an operand of '" + operator.spelling() + "'";
    Optional<ElementKind> kind = operator.operands();
    if (kind.isEmpty()) {
      return context.require(ValueType.BOOL.withShape(operand.type().shape()), operand.type(), operand.range(), what);
    }
    if (!context.restrict(operand.type().element(), kind.get(), operand.range(), what)) {
      return false;
    }
    var before = all.stream().map(o -> context.describe(ValueType.scalar(o.type().element()))).toList();
    if (!context.unifier().unify(element, operand.type().element())) {
      context.report().error(LanguageCode.TYPE_MISMATCH, range, "'" + operator.spelling() + "' needs operands of one element type, not " + String.join(" and ", before)
          + conversion(element, operand.type().element()));
      return false;
    }
    return true;
  }

  private String conversion(Element a, Element b) {
    var x = context.unifier().resolve(a);
    var y = context.unifier().resolve(b);
    if (x instanceof Scalar left && y instanceof Scalar right && left != Scalar.BOOL && right != Scalar.BOOL) {
      return "; there is no implicit conversion: write " + x + "(…) or " + y + "(…)";
    }
    boolean literal = x instanceof Element.Variable || y instanceof Element.Variable;
    boolean floating = x instanceof Scalar left && left.isFloat() || y instanceof Scalar right && right.isFloat();
    return literal && floating ? "; a literal of a float type has a decimal point" : "";
  }

  private TypedExpression matrixProduct(TypedExpression left, TypedExpression right, SourceRange range) {
    elementsOf("@", left, right, range);
    var shape = context.unifier().freshShape();
    context.constraints().add(
        new MatrixProduct(context.unifier(), context.report(), left.type().element(), left.type().shape(), right.type().shape(), shape, range));
    return new TypedExpression.Tensor(TensorFunction.MATMUL, List.of(left, right), List.of(), left.type().withShape(shape), range);
  }

  private void elementsOf(String word, TypedExpression left, TypedExpression right, SourceRange range) {
    var before = context.describe(left.type()) + " and " + context.describe(right.type());
    if (!context.unifier().unify(left.type().element(), right.type().element())) {
      context.report().error(LanguageCode.TYPE_MISMATCH, range, "'" + word + "' needs operands of one element type, not " + before);
    }
    if (word.equals("@")) {
      context.restrict(left.type().element(), ElementKind.NUMBER, left.range(), "an operand of '@'");
    }
  }

  private TypedExpression join(TypedExpression left, TypedExpression right, SourceRange range) {
    elementsOf("|", left, right, range);
    var inner = context.unifier().freshShape();
    var first = context.unifier().freshSize();
    var second = context.unifier().freshSize();
    var before = context.describe(left.type()) + " and " + context.describe(right.type());
    if (!context.unifier().unify(left.type().shape(), inner.prepend(first))
        || !context.unifier().unify(right.type().shape(), inner.prepend(second))) {
      context.report().error(LanguageCode.SHAPE_MISMATCH, range, "'|' joins tensors along the leading axis, all other extents being equal; these are " + before);
      return context.invalid(range);
    }
    return new TypedExpression.Join(left, right, left.type().withShape(inner.prepend(first.plus(second))), range);
  }

  private TypedExpression replicate(Expression.Binary binary, Place place) {
    var operand = expressions.single(binary.left(), place);
    var count = context.statics().size(binary.right());
    if (count.isEmpty()) {
      return context.invalid(binary.range());
    }
    if (count.get().constant().filter(n -> n < 1).isPresent()) {
      context.report().error(LanguageCode.BAD_SIZE, binary.right().range(), "'^' repeats at least once, not " + count.get() + " times");
      return context.invalid(binary.range());
    }
    Shape shape = operand.type().shape().prepend(count.get());
    return new TypedExpression.Replicate(operand, operand.type().withShape(shape), binary.range());
  }
}
