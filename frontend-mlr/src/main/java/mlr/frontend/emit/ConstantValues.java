package mlr.frontend.emit;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import mlr.frontend.typed.ElementwiseOperator;
import mlr.frontend.typed.TensorFunction;
import mlr.frontend.typed.TypedExpression;
import mlr.frontend.types.Element;
import mlr.frontend.types.Scalar;
import mlr.frontend.types.Unifier;
import mlr.frontend.types.ValueType;
import mlr.ir.Attribute;
import mlr.ir.attributes.DenseElementsAttr;
import mlr.ir.attributes.FloatAttr;
import mlr.ir.attributes.FloatFormat;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.types.FloatType;
import mlr.ir.types.RankedTensorType;

/**
 * The values of expressions that are made of literals, {@code zeros}, {@code [..]}, {@code ^}, {@code |}, {@code reshape} and the four
 * operations of floating-point arithmetic, as attributes: a table of weights becomes one constant, and a {@code param} its initial value.
 */
record ConstantValues(Unifier solution) {
  /** The value, if {@code expression} is of that kind. */
  Optional<Attribute> attribute(TypedExpression expression) {
    var type = IrTypes.of(solution.resolve(expression.type()));
    return bits(expression).map(bits -> type instanceof RankedTensorType tensor ? DenseElementsAttr.ofBits(tensor, bits)
        : type instanceof FloatType format ? new FloatAttr(format, bits[0]) : new IntegerAttr(type, bits[0]));
  }

  /** The elements as raw bits, row-major. */
  private Optional<long[]> bits(TypedExpression expression) {
    return switch (expression) {
      case TypedExpression.IntegerConstant e -> solution.resolve(e.value()).constant().map(value -> new long[] {value});
      case TypedExpression.DecimalConstant e -> Optional.of(new long[] {decimal(e.value(), element(e.type()))});
      case TypedExpression.BooleanConstant e -> Optional.of(new long[] {e.value() ? 1 : 0});
      case TypedExpression.ConstructorConstant e -> Optional.of(new long[] {e.index()});
      case TypedExpression.Zeros e -> Optional.of(new long[count(e.type())]);
      case TypedExpression.Elementwise e -> arithmetic(e);
      case TypedExpression.Stack e -> concatenated(e.elements());
      case TypedExpression.Join e -> concatenated(List.of(e.left(), e.right()));
      case TypedExpression.Replicate e -> bits(e.operand()).map(one -> {
        var all = new long[count(e.type())];
        for (int i = 0; i < all.length; i++) {
          all[i] = one[i % one.length];
        }
        return all;
      });
      case TypedExpression.Tensor e when e.function() == TensorFunction.RESHAPE -> bits(e.operands().getFirst());
      default -> Optional.empty();
    };
  }

  private Optional<long[]> concatenated(List<TypedExpression> parts) {
    var all = new long[parts.stream().mapToInt(p -> count(p.type())).sum()];
    int at = 0;
    for (var part : parts) {
      var bits = bits(part);
      if (bits.isEmpty()) {
        return Optional.empty();
      }
      System.arraycopy(bits.get(), 0, all, at, bits.get().length);
      at += bits.get().length;
    }
    return Optional.of(all);
  }

  private Optional<long[]> arithmetic(TypedExpression.Elementwise expression) {
    var operands = expression.operands().stream().map(this::bits).toList();
    if (operands.stream().anyMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    var a = operands.getFirst().orElseThrow();
    var b = operands.getLast().orElseThrow();
    var element = element(expression.type());
    int count = count(expression.type());
    if (expression.operator() == ElementwiseOperator.NEGATE && !(element instanceof Scalar scalar && scalar.isFloat())) {
      return Optional.of(Arrays.stream(a).map(x -> -x).toArray());
    }
    boolean scalars = (a.length == count || a.length == 1) && (b.length == count || b.length == 1);
    if (!(element instanceof Scalar scalar) || !scalar.isFloat() || !scalars) {
      return Optional.empty();
    }
    var format = FloatFormat.of((FloatType) IrTypes.of(scalar));
    var all = new long[count];
    for (int i = 0; i < count; i++) {
      double x = format.value(a[i % a.length]);
      double y = format.value(b[i % b.length]);
      // Rounding a binary64 result of one operation to a narrower format gives what that format's own operation gives.
      switch (expression.operator()) {
        case NEGATE -> all[i] = format.bits(-x);
        case ADD -> all[i] = format.bits(x + y);
        case SUBTRACT -> all[i] = format.bits(x - y);
        case MULTIPLY -> all[i] = format.bits(x * y);
        case DIVIDE -> all[i] = format.bits(x / y);
        default -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(all);
  }

  private long decimal(BigDecimal value, Element element) {
    // Float.parseFloat rounds once, from the decimal digits.
    return element == Scalar.F32 ? Float.floatToRawIntBits(Float.parseFloat(value.toString())) & 0xffffffffL
        : FloatFormat.of((FloatType) IrTypes.of(element)).bits(value.doubleValue());
  }

  private Element element(ValueType type) {
    return solution.resolve(type.element());
  }

  private int count(ValueType type) {
    return Math.toIntExact(solution.resolve(type).shape().count().constant().orElseThrow());
  }
}
