package mlr.passes.looptollvm;

import java.util.List;
import java.util.Map;
import mlr.dialects.arith.ConstantOp;
import mlr.dialects.arith.ExtendedArithmetic.AddUIExtendedOp;
import mlr.dialects.arith.ExtendedArithmetic.MulSIExtendedOp;
import mlr.dialects.arith.ExtendedArithmetic.MulUIExtendedOp;
import mlr.dialects.arith.IntegerConversions.IndexCastOp;
import mlr.dialects.arith.IntegerConversions.IndexCastUIOp;
import mlr.dialects.arith.MinMax.MaxNumFOp;
import mlr.dialects.arith.MinMax.MaximumFOp;
import mlr.dialects.arith.MinMax.MinNumFOp;
import mlr.dialects.arith.MinMax.MinimumFOp;
import mlr.dialects.elementwise.IntegerPredicate;
import mlr.ir.Attribute;
import mlr.ir.DialectRegistry;
import mlr.ir.Operation;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.attributes.DenseElementsAttr;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.conversion.ConversionPattern;
import mlr.ir.conversion.ConversionRewriter;
import mlr.ir.conversion.MatchResult;
import mlr.ir.definition.OpDefinition;
import mlr.ir.types.IntegerType;
import mlr.ir.types.ShapedType;

/** Operations of arith that take more than one of the llvm dialect, or whose constants change their type. */
record ArithmeticPatterns(DialectRegistry registry) {
  List<ConversionPattern> all() {
    return List.of(
        on(ConstantOp.DEFINITION, ConstantOp.class, this::constant),
        on(IndexCastOp.DEFINITION, IndexCastOp.class, (op, operands, rewriter) -> cast(op, operands, "sext", rewriter)),
        on(IndexCastUIOp.DEFINITION, IndexCastUIOp.class, (op, operands, rewriter) -> cast(op, operands, "zext", rewriter)),
        on(AddUIExtendedOp.DEFINITION, AddUIExtendedOp.class, this::addWithCarry),
        on(MulSIExtendedOp.DEFINITION, MulSIExtendedOp.class, (op, operands, rewriter) -> multiply(op, operands, true, rewriter)),
        on(MulUIExtendedOp.DEFINITION, MulUIExtendedOp.class, (op, operands, rewriter) -> multiply(op, operands, false, rewriter)),
        divide("arith.ceildivui", this::ceilingUnsigned), divide("arith.ceildivsi", this::ceilingSigned), divide("arith.floordivsi", this::floorSigned),
        minMax(MinNumFOp.DEFINITION), minMax(MaxNumFOp.DEFINITION), minMax(MinimumFOp.DEFINITION), minMax(MaximumFOp.DEFINITION));
  }

  private static <T extends Operation> ConversionPattern on(OpDefinition<T> definition, Class<T> kind, ConversionPattern.Body<T> body) {
    return ConversionPattern.on(kind, definition.name(), definition.name() + " to llvm", body);
  }

  private static ConversionPattern minMax(OpDefinition<? extends Operation> definition) {
    return ConversionPattern.on(Operation.class, definition.name(), definition.name() + " to comparison and selection", (op, _, rewriter) -> {
      rewriter.replaceOp(op, MinMaxExpansion.of(op, rewriter).orElseThrow());
      return MatchResult.applied();
    });
  }

  private MatchResult constant(ConstantOp op, List<Value> operands, ConversionRewriter rewriter) {
    var type = rewriter.convert(op.result().type());
    if (type.isEmpty()) {
      return MatchResult.failure("it is of type '" + op.result().type() + "'");
    }
    rewriter.replaceOp(op, new Emission(registry, rewriter, op.location()).constant(type.get(), retyped(op.value(), type.get())));
    return MatchResult.applied();
  }

  private static Attribute retyped(Attribute value, Type type) {
    if (value instanceof IntegerAttr integer) {
      return new IntegerAttr(type, integer.value());
    }
    return value instanceof DenseElementsAttr dense && !dense.type().equals(type) ? DenseElementsAttr.ofBits((ShapedType) type, dense.allBits()) : value;
  }

  /** Between index and integers. */
  private MatchResult cast(Operation op, List<Value> operands, String extension, ConversionRewriter rewriter) {
    var source = operands.getFirst();
    var type = rewriter.convert(op.result().type()).orElseThrow();
    int from = width(source.type());
    int to = width(type);
    var emit = new Emission(registry, rewriter, op.location());
    rewriter.replaceOp(op, from == to ? source : emit.create(from < to ? extension : "trunc", type, source));
    return MatchResult.applied();
  }

  private static int width(Type type) {
    return ((IntegerType) ShapedType.elementOrSelf(type)).width();
  }

  // a sum is below an operand where it wrapped
  private MatchResult addWithCarry(Operation op, List<Value> operands, ConversionRewriter rewriter) {
    var emit = new Emission(registry, rewriter, op.location());
    var a = operands.get(0);
    var sum = emit.create("add", a.type(), a, operands.get(1));
    rewriter.replaceOp(op, List.of(sum, compare(IntegerPredicate.ULT, sum, a, emit)));
    return MatchResult.applied();
  }

  private MatchResult multiply(Operation op, List<Value> operands, boolean signed, ConversionRewriter rewriter) {
    rewriter.replaceOp(op, new WideMultiplication(operands.get(0), operands.get(1), signed, new Emission(registry, rewriter, op.location())).halves());
    return MatchResult.applied();
  }

  /** What computes a quotient that is not rounded toward zero. */
  @FunctionalInterface
  private interface Quotient {
    Value of(Value a, Value b, Emission emit);
  }

  private ConversionPattern divide(String name, Quotient quotient) {
    return ConversionPattern.on(Operation.class, name, name + " to llvm", (op, operands, rewriter) -> {
      rewriter.replaceOp(op, quotient.of(operands.get(0), operands.get(1), new Emission(registry, rewriter, op.location())));
      return MatchResult.applied();
    });
  }

  // a / b, and 1 more when something is left
  private Value ceilingUnsigned(Value a, Value b, Emission emit) {
    var type = a.type();
    var remainder = emit.create("urem", type, a, b);
    return emit.create("add", type, emit.create("udiv", type, a, b), number(compare(IntegerPredicate.NE, remainder, zero(type, emit), emit), type, emit));
  }

  // toward zero, and 1 more when something is left of a positive quotient
  private Value ceilingSigned(Value a, Value b, Emission emit) {
    var type = a.type();
    var remainder = emit.create("srem", type, a, b);
    var up = emit.create("and", bool(type), compare(IntegerPredicate.NE, remainder, zero(type, emit), emit),
        compare(IntegerPredicate.SGE, emit.create("xor", type, a, b), zero(type, emit), emit));
    return emit.create("add", type, emit.create("sdiv", type, a, b), number(up, type, emit));
  }

  // toward zero, and 1 less when something is left of a negative quotient
  private Value floorSigned(Value a, Value b, Emission emit) {
    var type = a.type();
    var remainder = emit.create("srem", type, a, b);
    var down = emit.create("and", bool(type), compare(IntegerPredicate.NE, remainder, zero(type, emit), emit),
        compare(IntegerPredicate.SLT, emit.create("xor", type, a, b), zero(type, emit), emit));
    return emit.create("sub", type, emit.create("sdiv", type, a, b), number(down, type, emit));
  }

  /** A condition as 0 or 1 of a type. */
  private static Value number(Value condition, Type type, Emission emit) {
    return condition.type().equals(type) ? condition : emit.create("zext", type, condition);
  }

  private static Value zero(Type type, Emission emit) {
    return emit.integer(type, 0);
  }

  private static Value compare(IntegerPredicate predicate, Value a, Value b, Emission emit) {
    return emit.create("icmp", bool(a.type()), Map.of("predicate", IntegerAttr.i64(predicate.ordinal())), a, b);
  }

  private static Type bool(Type type) {
    return type instanceof ShapedType shaped ? shaped.with(shaped.shape(), IntegerType.I1) : IntegerType.I1;
  }
}
