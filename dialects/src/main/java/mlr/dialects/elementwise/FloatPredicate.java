package mlr.dialects.elementwise;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mlr.ir.attributes.IntegerAttr;

/**
 * How two floating-point numbers are compared, in the order of upstream's predicate numbers; {@code O…} are false and {@code U…}
 * true when either is NaN.
 */
public enum FloatPredicate {
  FALSE, OEQ, OGT, OGE, OLT, OLE, ONE, ORD, UEQ, UGT, UGE, ULT, ULE, UNE, UNO, TRUE;

  private static final List<FloatPredicate> ALL = List.of(values());

  private final String keyword = name().toLowerCase(Locale.ROOT);

  /** Whether the comparison holds; exact for binary32 numbers as well. */
  public boolean test(double a, double b) {
    boolean unordered = Double.isNaN(a) || Double.isNaN(b);
    return switch (this) {
      case FALSE -> false;
      case OEQ -> a == b;
      case OGT -> a > b;
      case OGE -> a >= b;
      case OLT -> a < b;
      case OLE -> a <= b;
      case ONE -> a < b || a > b;
      case ORD -> !unordered;
      case UEQ -> unordered || a == b;
      case UGT -> !(a <= b);
      case UGE -> !(a < b);
      case ULT -> !(a >= b);
      case ULE -> !(a > b);
      case UNE -> a != b;
      case UNO -> unordered;
      case TRUE -> true;
    };
  }

  /** The predicate that gives the same answer with operands exchanged. */
  public FloatPredicate swapped() {
    return switch (this) {
      case OGT -> OLT;
      case OGE -> OLE;
      case OLT -> OGT;
      case OLE -> OGE;
      case UGT -> ULT;
      case UGE -> ULE;
      case ULT -> UGT;
      case ULE -> UGE;
      default -> this;
    };
  }

  /** The predicate that holds exactly when this one does not. */
  public FloatPredicate negated() {
    return switch (this) {
      case FALSE -> TRUE;
      case OEQ -> UNE;
      case OGT -> ULE;
      case OGE -> ULT;
      case OLT -> UGE;
      case OLE -> UGT;
      case ONE -> UEQ;
      case ORD -> UNO;
      case UEQ -> ONE;
      case UGT -> OLE;
      case UGE -> OLT;
      case ULT -> OGE;
      case ULE -> OGT;
      case UNE -> OEQ;
      case UNO -> ORD;
      case TRUE -> FALSE;
    };
  }

  /** The keyword in text: {@code olt}. The first and last are spelled differently by arith and llvm. */
  public String keyword() {
    return keyword;
  }

  /** The predicate of a keyword. */
  public static Optional<FloatPredicate> of(String keyword) {
    for (var predicate : ALL) {
      if (predicate.keyword.equals(keyword)) {
        return Optional.of(predicate);
      }
    }
    return Optional.empty();
  }

  /** Whether a predicate has this number. */
  public static boolean isNumber(IntegerAttr number) {
    return number.value() >= 0 && number.value() < ALL.size();
  }

  /** The predicate of a number. */
  public static FloatPredicate at(long number) {
    return ALL.get((int) number);
  }
}
