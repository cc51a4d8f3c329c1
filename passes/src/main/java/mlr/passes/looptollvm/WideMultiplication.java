package mlr.passes.looptollvm;

import java.util.List;
import java.util.Map;
import mlr.dialects.elementwise.IntegerPredicate;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.types.IntegerType;
import mlr.ir.types.ShapedType;

/** Both halves of a product: in twice the width up to 32 bits, above that from products of half the width. */
record WideMultiplication(Value a, Value b, boolean signed, Emission emit) {
  private static final int HALF = 32;

  /** The low half and the high half. */
  List<Value> halves() {
    int width = ((IntegerType) ShapedType.elementOrSelf(a.type())).width();
    return width <= HALF ? doubled(width) : parts();
  }

  private List<Value> doubled(int width) {
    var type = a.type();
    var wide = like(type, IntegerType.signless(2 * width));
    var extension = signed ? "sext" : "zext";
    var product = emit.create("mul", wide, emit.create(extension, wide, a), emit.create(extension, wide, b));
    return List.of(emit.create("trunc", type, product), emit.create("trunc", type, emit.create("lshr", wide, product, emit.integer(wide, width))));
  }

  // (a1 W + a0) (b1 W + b0) = a1 b1 W^2 + (a1 b0 + a0 b1) W + a0 b0; no partial sum overflows (Hacker's Delight, figure 8-2).
  private List<Value> parts() {
    var a0 = low(a);
    var b0 = low(b);
    var a1 = high(a);
    var b1 = high(b);
    var bottom = op("mul", a0, b0);
    var middle = op("add", op("mul", a1, b0), high(bottom));
    var carried = op("add", op("mul", a0, b1), low(middle));
    var top = op("add", op("add", op("mul", a1, b1), high(middle)), high(carried));
    return List.of(op("mul", a, b), signed ? op("sub", op("sub", top, whereNegative(a, b)), whereNegative(b, a)) : top);
  }

  /** {@code value} where {@code sign} is negative, else 0. */
  private Value whereNegative(Value sign, Value value) {
    var zero = emit.integer(a.type(), 0);
    var negative = emit.create("icmp", like(a.type(), IntegerType.I1), Map.of("predicate", IntegerAttr.i64(IntegerPredicate.SLT.ordinal())), sign, zero);
    return emit.create("select", a.type(), negative, value, zero);
  }

  private Value low(Value value) {
    return op("and", value, emit.integer(value.type(), (1L << HALF) - 1));
  }

  private Value high(Value value) {
    return op("lshr", value, emit.integer(value.type(), HALF));
  }

  private Value op(String mnemonic, Value x, Value y) {
    return emit.create(mnemonic, x.type(), x, y);
  }

  private static Type like(Type type, IntegerType element) {
    return type instanceof ShapedType shaped ? shaped.with(shaped.shape(), element) : element;
  }
}
