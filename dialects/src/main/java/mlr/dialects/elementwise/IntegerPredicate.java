package mlr.dialects.elementwise;

import static mlr.dialects.elementwise.Integers.signed;
import static mlr.dialects.elementwise.Integers.unsigned;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mlr.ir.NamedAttributes;
import mlr.ir.attributes.IntegerAttr;

/** How two integers are compared, in the order of upstream's predicate numbers. */
public enum IntegerPredicate {
  EQ, NE, SLT, SLE, SGT, SGE, ULT, ULE, UGT, UGE;

  private static final List<IntegerPredicate> ALL = List.of(values());

  private final String keyword = name().toLowerCase(Locale.ROOT);
  private final NamedAttributes attributes = NamedAttributes.NONE.with("predicate", IntegerAttr.i64(ordinal()));

  /** The number under the name that comparisons of all dialects give it; operations share it. */
  public NamedAttributes attributes() {
    return attributes;
  }

  /** Whether the comparison holds between two values of {@code width} bits. */
  public boolean test(long a, long b, int width) {
    return switch (this) {
      case EQ -> a == b;
      case NE -> a != b;
      case SLT -> signed(a, width) < signed(b, width);
      case SLE -> signed(a, width) <= signed(b, width);
      case SGT -> signed(a, width) > signed(b, width);
      case SGE -> signed(a, width) >= signed(b, width);
      case ULT -> Long.compareUnsigned(unsigned(a, width), unsigned(b, width)) < 0;
      case ULE -> Long.compareUnsigned(unsigned(a, width), unsigned(b, width)) <= 0;
      case UGT -> Long.compareUnsigned(unsigned(a, width), unsigned(b, width)) > 0;
      case UGE -> Long.compareUnsigned(unsigned(a, width), unsigned(b, width)) >= 0;
    };
  }

  /** The predicate that holds exactly when this one does not. */
  public IntegerPredicate negated() {
    return switch (this) {
      case EQ -> NE;
      case NE -> EQ;
      case SLT -> SGE;
      case SLE -> SGT;
      case SGT -> SLE;
      case SGE -> SLT;
      case ULT -> UGE;
      case ULE -> UGT;
      case UGT -> ULE;
      case UGE -> ULT;
    };
  }

  /** The predicate that gives the same answer with operands exchanged. */
  public IntegerPredicate swapped() {
    return switch (this) {
      case EQ, NE -> this;
      case SLT -> SGT;
      case SLE -> SGE;
      case SGT -> SLT;
      case SGE -> SLE;
      case ULT -> UGT;
      case ULE -> UGE;
      case UGT -> ULT;
      case UGE -> ULE;
    };
  }

  /** The predicate that compares the unsigned readings in the same way. */
  public IntegerPredicate asUnsigned() {
    return switch (this) {
      case SLT -> ULT;
      case SLE -> ULE;
      case SGT -> UGT;
      case SGE -> UGE;
      default -> this;
    };
  }

  /** Whether a value compared to itself satisfies this. */
  public boolean isReflexive() {
    return switch (this) {
      case EQ, SLE, SGE, ULE, UGE -> true;
      default -> false;
    };
  }

  /** The keyword in text: {@code slt}. */
  public String keyword() {
    return keyword;
  }

  /** The predicate of a keyword. */
  public static Optional<IntegerPredicate> of(String keyword) {
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
  public static IntegerPredicate at(long number) {
    return ALL.get((int) number);
  }
}
