package mlr.dialects.vector;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import mlr.dialects.elementwise.FloatKernels;
import mlr.dialects.elementwise.FlagsAttr;
import mlr.dialects.elementwise.IntegerKernels;
import mlr.dialects.elementwise.Integers;
import mlr.ir.Attribute;
import mlr.ir.Type;
import mlr.ir.eval.Kernel;
import mlr.ir.text.TypeParser;
import mlr.ir.types.FloatType;

/** How the lanes of a vector are combined, {@code #vector.kind<add>}. */
public enum CombiningKind implements Attribute {
  ADD, MUL, MINUI, MINSI, MINNUMF, MAXUI, MAXSI, MAXNUMF, AND, OR, XOR, MAXIMUMF, MINIMUMF;

  /** The keyword in text. */
  public String keyword() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of a keyword. */
  public static Optional<CombiningKind> of(String keyword) {
    return Arrays.stream(values()).filter(k -> k.keyword().equals(keyword)).findFirst();
  }

  static CombiningKind parse(TypeParser parser) {
    parser.parsePunctuation("<");
    var keyword = parser.parseKeyword();
    var kind = of(keyword).orElseThrow(() -> parser.error("unknown combining kind '" + keyword + "'"));
    parser.parsePunctuation(">");
    return kind;
  }

  /** Whether it applies to elements of a type. */
  public boolean accepts(Type element) {
    return switch (this) {
      case ADD, MUL -> true;
      case MINNUMF, MAXNUMF, MAXIMUMF, MINIMUMF -> element instanceof FloatType;
      default -> !(element instanceof FloatType);
    };
  }

  /** The kernel that combines two elements. */
  public Kernel kernel(Type element) {
    boolean floating = element instanceof FloatType;
    int width = Integers.width(element);
    var wrap = FlagsAttr.none("arith", FlagsAttr.Kind.OVERFLOW);
    return switch (this) {
      case ADD -> floating ? FloatKernels.add(element) : IntegerKernels.add(width, wrap);
      case MUL -> floating ? FloatKernels.multiply(element) : IntegerKernels.multiply(width, wrap);
      case MINUI -> IntegerKernels.minimumUnsigned(width);
      case MINSI -> IntegerKernels.minimumSigned(width);
      case MINNUMF -> FloatKernels.minimumNumber(element);
      case MAXUI -> IntegerKernels.maximumUnsigned(width);
      case MAXSI -> IntegerKernels.maximumSigned(width);
      case MAXNUMF -> FloatKernels.maximumNumber(element);
      case AND -> (Kernel.LongBinary) (a, b) -> a & b;
      case OR -> (Kernel.LongBinary) (a, b) -> a | b;
      case XOR -> (Kernel.LongBinary) (a, b) -> a ^ b;
      case MAXIMUMF -> FloatKernels.maximum(element);
      case MINIMUMF -> FloatKernels.minimum(element);
    };
  }

  @Override
  public String dialect() {
    return "vector";
  }

  @Override
  public String toString() {
    return "#vector.kind<" + keyword() + ">";
  }
}
