package mlr.dialects.arith;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import mlr.dialects.elementwise.Constants;
import mlr.dialects.elementwise.FloatPredicate;
import mlr.dialects.elementwise.IntegerPredicate;
import mlr.dialects.elementwise.Integers;
import mlr.ir.Attribute;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.attributes.DenseElementsAttr;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.rewrite.equation.EquationPattern;
import mlr.ir.rewrite.equation.Vocabulary;
import mlr.ir.types.IndexType;
import mlr.ir.types.ShapedType;

/**
 * The canonical forms of arith that are equations, as upstream's ArithCanonicalization.td has them. Left out are upstream's that
 * let poison reach where it did not, as {@code select(p, select(q, x, y), y) = select(p & q, x, y)} does, and those that lose bits, as
 * {@code index_cast(index_cast(x)) = x} does through a narrow type. A test evaluates both sides of each on many inputs.
 */
public final class ArithEquations {
  private static final String TEXT = """
      // Constants meet: (x + 1) + 2 = x + 3.
      addi(addi(x, C1), C2) = addi(x, addi(C1, C2))
      addi(subi(x, C1), C2) = addi(x, subi(C2, C1))
      addi(subi(C1, x), C2) = subi(addi(C1, C2), x)
      subi(addi(x, C1), C2) = addi(x, subi(C1, C2))
      subi(C2, addi(x, C1)) = subi(subi(C2, C1), x)
      subi(subi(x, C1), C2) = subi(x, addi(C1, C2))
      subi(subi(C1, x), C2) = subi(subi(C1, C2), x)
      subi(C2, subi(x, C1)) = subi(addi(C1, C2), x)
      subi(C2, subi(C1, x)) = addi(x, subi(C2, C1))
      muli(muli(x, C1), C2) = muli(x, muli(C1, C2))
      andi(andi(x, C1), C2) = andi(x, andi(C1, C2))
      ori(ori(x, C1), C2) = ori(x, ori(C1, C2))
      xori(xori(x, C1), C2) = xori(x, xori(C1, C2))
      minsi(minsi(x, C1), C2) = minsi(x, minsi(C1, C2))
      maxsi(maxsi(x, C1), C2) = maxsi(x, maxsi(C1, C2))
      minui(minui(x, C1), C2) = minui(x, minui(C1, C2))
      maxui(maxui(x, C1), C2) = maxui(x, maxui(C1, C2))

      // Sums and differences.
      addi(subi(x, y), y) = x
      subi(addi(x, y), y) = x
      subi(subi(x, y), x) = subi(0, y)
      addi(x, muli(y, -1)) = subi(x, y)

      // Bits.
      andi(x, xori(x, -1)) = 0
      ori(x, xori(x, -1)) = -1
      xori(xori(x, y), y) = x
      andi(andi(x, y), y) = andi(x, y)
      ori(ori(x, y), y) = ori(x, y)
      andi(extui(x), extui(y)) = extui(andi(x, y)) if sameType(x, y)
      andi(extsi(x), extsi(y)) = extsi(andi(x, y)) if sameType(x, y)
      ori(extui(x), extui(y)) = extui(ori(x, y)) if sameType(x, y)
      ori(extsi(x), extsi(y)) = extsi(ori(x, y)) if sameType(x, y)
      xori(extui(x), extui(y)) = extui(xori(x, y)) if sameType(x, y)
      xori(extsi(x), extsi(y)) = extsi(xori(x, y)) if sameType(x, y)

      // Extremes.
      maxsi(x, C) = x if smallestSigned(C)
      maxsi(x, C) = C if largestSigned(C)
      minsi(x, C) = x if largestSigned(C)
      minsi(x, C) = C if smallestSigned(C)
      maxui(x, 0) = x
      maxui(x, -1) = -1
      minui(x, 0) = 0
      minui(x, -1) = x

      // Comparisons.
      cmpi[p](C, x) = cmpi[swapped(p)](x, C) if not constant(x)
      cmpi[p](extsi(x), extsi(y)) = cmpi[p](x, y) if sameType(x, y)
      cmpi[p](extui(x), extui(y)) = cmpi[unsigned(p)](x, y) if sameType(x, y)
      cmpi[ne](extui(x), 0) = x
      cmpi[ne](extsi(x), 0) = x
      xori(cmpi[p](x, y), 1) = cmpi[negated(p)](x, y)
      xori(cmpf[p](x, y), 1) = cmpf[negatedFloat(p)](x, y)

      // Selections.
      select(xori(p, 1), x, y) = select(p, y, x)
      select(p, select(p, x, y), z) = select(p, x, z)
      select(p, x, select(p, y, z)) = select(p, x, z)
      select(cmpi[eq](x, y), x, y) = y
      select(cmpi[eq](x, y), y, x) = x
      select(cmpi[ne](x, y), x, y) = x
      select(cmpi[ne](x, y), y, x) = y
      select(p, 0, 1) : T = xori(p, 1) if boolean(p, T)
      select(p, 1, 0) : T = extui(p) if extends(p, T)
      select(p, 0, 1) : T = extui(xori(p, 1)) if extends(p, T)

      // Conversions.
      extsi(extsi(x)) = extsi(x)
      extui(extui(x)) = extui(x)
      extsi(extui(x)) = extui(x)
      trunci(trunci(x)) = trunci(x)
      trunci(extsi(x)) : T = extsi(x) if narrower(x, T)
      trunci(extui(x)) : T = extui(x) if narrower(x, T)
      trunci(extsi(x)) : T = trunci(x) if wider(x, T)
      trunci(extui(x)) : T = trunci(x) if wider(x, T)
      index_cast(index_cast(x) : T) = x if not wider(x, T)
      index_cast(extsi(x)) = index_cast(x)
      index_castui(index_castui(x) : T) = x if not wider(x, T)
      index_castui(extui(x)) = index_castui(x)
      extf(extf(x)) = extf(x)

      // Signs cancel.
      mulf(negf(x), negf(y)) = mulf(x, y)
      divf(negf(x), negf(y)) = divf(x, y)
      """;

  private ArithEquations() {}

  /** Made when first needed: operations are declared long before anything is rewritten. */
  private static final class Holder {
    static final List<EquationPattern> ALL = vocabulary().equations(TEXT);
  }

  /** All equations. */
  public static List<EquationPattern> all() {
    return Holder.ALL;
  }

  /** The equations whose left side is an operation of the given name. */
  static Supplier<List<EquationPattern>> at(String operation) {
    return () -> all().stream().filter(equation -> equation.rootName().equals(operation)).toList();
  }

  /** The words of {@link #all}. */
  public static Vocabulary vocabulary() {
    var words = new Vocabulary(ConstantOp::of, new ArithDialect())
        .function("swapped", predicate(IntegerPredicate::swapped))
        .function("negated", predicate(IntegerPredicate::negated))
        .function("unsigned", predicate(IntegerPredicate::asUnsigned))
        .function("negatedFloat", arguments -> Optional.of(IntegerAttr.i64(FloatPredicate.at(number(arguments.getFirst())).negated().ordinal())))
        .condition("constant", arguments -> ConstantOp.valueOf((Value) arguments.getFirst()).isPresent())
        .condition("sameType", arguments -> type(arguments.get(0)).equals(type(arguments.get(1))))
        .condition("narrower", arguments -> width(arguments.get(0)) < width(arguments.get(1)))
        .condition("wider", arguments -> width(arguments.get(0)) > width(arguments.get(1)))
        .condition("boolean", arguments -> type(arguments.get(0)).equals(type(arguments.get(1))))
        .condition("extends", arguments -> Comparison.boolLike(type(arguments.get(1))).equals(type(arguments.get(0)))
            && !(ShapedType.elementOrSelf(type(arguments.get(1))) instanceof IndexType) && width(arguments.get(1)) > 1)
        .condition("smallestSigned", arguments -> is(arguments.getFirst(), Integers.signedMin(width(arguments.getFirst()))))
        .condition("largestSigned", arguments -> is(arguments.getFirst(), Integers.signedMax(width(arguments.getFirst()))));
    for (var predicate : List.of(IntegerPredicate.EQ, IntegerPredicate.NE)) {
      words.keyword(predicate.keyword(), IntegerAttr.i64(predicate.ordinal()));
    }
    return words;
  }

  private static Function<List<Object>, Optional<Attribute>> predicate(UnaryOperator<IntegerPredicate> change) {
    return arguments -> Optional.of(IntegerAttr.i64(change.apply(IntegerPredicate.at(number(arguments.getFirst()))).ordinal()));
  }

  private static int number(Object attribute) {
    return Math.toIntExact(((IntegerAttr) attribute).value());
  }

  private static boolean is(Object constant, long value) {
    return Constants.isInteger(Optional.of((Attribute) constant), value);
  }

  private static Type type(Object argument) {
    return switch (argument) {
      case Type type -> type;
      case Value value -> value.type();
      case IntegerAttr number -> number.type();
      case DenseElementsAttr elements -> elements.type();
      default -> throw new IllegalArgumentException("no type of " + argument);
    };
  }

  private static int width(Object argument) {
    return Integers.width(type(argument));
  }
}
