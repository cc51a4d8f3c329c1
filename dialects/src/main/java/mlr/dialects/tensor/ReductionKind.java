package mlr.dialects.tensor;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import mlr.dialects.elementwise.Integers;
import mlr.ir.Attribute;
import mlr.ir.Type;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.eval.Evaluation;
import mlr.ir.eval.RuntimeValues;
import mlr.ir.text.TypeParser;
import mlr.ir.types.FloatType;

/**
 * How elements are reduced, {@code #tensor.reduction<sum>}. Sums start from +0, products from 1, the others from the first element.
 * {@code min(a, x)} is {@code a < x ? a : x} and {@code max(a, x)} is {@code a > x ? a : x}, with a what was found so far; {@code MINUI}
 * and {@code MAXUI} compare unsigned integers.
 */
public enum ReductionKind implements Attribute {
  SUM, PROD, MIN, MAX, MINUI, MAXUI;

  public String keyword() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of a keyword. */
  public static Optional<ReductionKind> of(String keyword) {
    return Arrays.stream(values()).filter(k -> k.keyword().equals(keyword)).findFirst();
  }

  static ReductionKind parse(TypeParser parser) {
    parser.parsePunctuation("<");
    var keyword = parser.parseKeyword();
    var kind = of(keyword).orElseThrow(() -> parser.error("unknown reduction '" + keyword + "', expected sum, prod, min, max, minui or maxui"));
    parser.parsePunctuation(">");
    return kind;
  }

  /** What the first element is combined with; empty when it stands for itself. */
  public Optional<Object> start(Type element) {
    return switch (this) {
      case SUM -> Optional.of(RuntimeValues.zero(element));
      case PROD -> Optional.of(element instanceof FloatType format ? format == FloatType.F64 ? (Object) 1.0 : (Object) 1.0f : (Object) 1L);
      default -> Optional.empty();
    };
  }

  /** One step, on boxed elements. */
  Object combine(Type element, Object a, Object x) {
    return switch (this) {
      case SUM -> switch (a) {
        case Float f -> Evaluation.round(element, f + (Float) x);
        case Double d -> d + (Double) x;
        default -> IntegerAttr.wrap(element, (Long) a + (Long) x);
      };
      case PROD -> switch (a) {
        case Float f -> Evaluation.round(element, f * (Float) x);
        case Double d -> d * (Double) x;
        default -> IntegerAttr.wrap(element, (Long) a * (Long) x);
      };
      case MIN -> isLess(element, a, x) ? a : x;
      case MAX -> isLess(element, x, a) ? a : x;
      case MINUI -> isLessUnsigned(element, a, x) ? a : x;
      case MAXUI -> isLessUnsigned(element, x, a) ? a : x;
    };
  }

  /** Ordered comparison of two elements, signed for integers. */
  static boolean isLess(Type element, Object a, Object b) {
    return switch (a) {
      case Float f -> f < (Float) b;
      case Double d -> d < (Double) b;
      default -> Integers.signed((Long) a, Integers.width(element)) < Integers.signed((Long) b, Integers.width(element));
    };
  }

  private static boolean isLessUnsigned(Type element, Object a, Object b) {
    int width = Integers.width(element);
    return Long.compareUnsigned(Integers.unsigned((Long) a, width), Integers.unsigned((Long) b, width)) < 0;
  }

  @Override
  public String dialect() {
    return "tensor";
  }

  @Override
  public String toString() {
    return "#tensor.reduction<" + keyword() + ">";
  }
}
