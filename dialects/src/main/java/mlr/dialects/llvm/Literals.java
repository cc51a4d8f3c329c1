package mlr.dialects.llvm;

import java.util.List;
import java.util.function.Function;
import mlr.dialects.elementwise.Constants;
import mlr.dialects.llvm.types.ArrayType;
import mlr.ir.Attribute;
import mlr.ir.Location;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.attributes.DenseElementsAttr;
import mlr.ir.attributes.FloatAttr;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.definition.AttributeHandle;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;
import mlr.ir.eval.Kernel;
import mlr.ir.eval.Poison;
import mlr.ir.eval.RuntimeValues;
import mlr.ir.types.IntegerType;
import mlr.ir.types.VectorType;

/** Values without operands. */
public final class Literals {
  private Literals() {}

  static List<OpDefinition<?>> all() {
    return List.of(ConstantOp.DEFINITION, UndefOp.DEFINITION, PoisonOp.DEFINITION, ZeroOp.DEFINITION);
  }

  /** What makes a constant. */
  public static OperationState constant(Attribute value, Type type, Location location) {
    return OperationState.of(ConstantOp.DEFINITION, location).attribute("value", value).result(type);
  }

  /** What makes an integer constant. */
  public static OperationState integer(Type type, long value, Location location) {
    return constant(Constants.ofInteger(type, value), type, location);
  }

  /** {@code llvm.mlir.constant}. */
  public static final class ConstantOp extends Operation {
    private static final OpSpec<ConstantOp> SPEC = OpDefinition.named("llvm.mlir.constant", ConstantOp.class, ConstantOp::new);
    private static final AttributeHandle<Attribute> VALUE =
        SPEC.attribute("value", Attribute.class, "integer, floating-point or dense elements constant");

    static {
      SPEC.result("res", Compatible.ANY);
    }

    public static final OpDefinition<ConstantOp> DEFINITION = SPEC.summary("constant")
        .description("The value of the attribute; an integer is taken with the width of the result, a float for an integer by its bits.")
        .traits(Trait.PURE, Trait.CONSTANT_LIKE).assembly("`(` $value `)` attr-dict `:` type($res)")
        .verify((op, diagnostics) -> {
          if (!isConstant(op.value(), op.result().type())) {
            diagnostics.opError(op, "value " + op.value() + " is not a constant of type '" + op.result().type() + "'");
          }
        }).eval(op -> {
          var type = op.result().type();
          var value = switch (op.value()) {
            case IntegerAttr number -> (Object) IntegerAttr.wrap(type, number.value());
            case FloatAttr number when type instanceof IntegerType -> IntegerAttr.wrap(type, number.bits());
            case Attribute other -> RuntimeValues.of(other);
          };
          return (Kernel.General) _ -> new Object[] {value};
        }).build();

    private static boolean isConstant(Attribute value, Type type) {
      // Without a switch: see FormatWriter.
      if (value instanceof IntegerAttr) {
        return Types.INTEGER.accepts(type);
      }
      if (value instanceof FloatAttr number) {
        return type.equals(number.type()) || type instanceof IntegerType bits && bits.width() == number.type().width();
      }
      return value instanceof DenseElementsAttr && (type instanceof VectorType || type instanceof ArrayType);
    }

    ConstantOp(OperationState state) {
      super(state);
    }

    public Attribute value() {
      return VALUE.in(this);
    }
  }

  private static <T extends Operation> OpDefinition<T> literal(OpSpec<T> spec, String summary, String description, Function<Type,
      Object> value) {
    spec.result("res", Compatible.ANY);
    return spec.summary(summary).description(description).traits(Trait.PURE).assembly("attr-dict `:` type($res)").eval(op -> {
      var result = value.apply(op.result().type());
      return (Kernel.General) _ -> new Object[] {result};
    }).build();
  }

  /** {@code llvm.mlir.undef}. */
  public static final class UndefOp extends Operation {
    public static final OpDefinition<UndefOp> DEFINITION =
        literal(OpDefinition.named("llvm.mlir.undef", UndefOp.class, UndefOp::new), "undefined value",
        "Any value, at each use; evaluated as poison, field by field in aggregates.", type -> AggregateValues.fill(type, _ -> Poison.POISON));

    UndefOp(OperationState state) {
      super(state);
    }
  }

  /** {@code llvm.mlir.poison}. */
  public static final class PoisonOp extends Operation {
    public static final OpDefinition<PoisonOp> DEFINITION =
        literal(OpDefinition.named("llvm.mlir.poison", PoisonOp.class, PoisonOp::new), "poison value",
        "Poison, field by field in aggregates.", type -> AggregateValues.fill(type, _ -> Poison.POISON));

    PoisonOp(OperationState state) {
      super(state);
    }
  }

  /** {@code llvm.mlir.zero}. */
  public static final class ZeroOp extends Operation {
    public static final OpDefinition<ZeroOp> DEFINITION = literal(OpDefinition.named("llvm.mlir.zero", ZeroOp.class, ZeroOp::new), "zero value",
        "The value whose bits are all zero: 0, 0.0, the null pointer, and aggregates of these.",
            type -> AggregateValues.fill(type, AggregateValues::zero));

    ZeroOp(OperationState state) {
      super(state);
    }
  }
}
