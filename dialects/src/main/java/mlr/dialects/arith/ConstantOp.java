package mlr.dialects.arith;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import mlr.dialects.elementwise.Constants;
import mlr.ir.Attribute;
import mlr.ir.Location;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.attributes.FloatAttr;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.definition.AssemblyFormat;
import mlr.ir.definition.AttributeHandle;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.ResultHandle;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;
import mlr.ir.eval.Kernel;
import mlr.ir.eval.RuntimeValues;
import mlr.ir.interfaces.AsmNames;
import mlr.ir.text.OpParser;
import mlr.ir.text.OpPrinter;
import mlr.ir.types.FloatType;
import mlr.ir.types.IndexType;
import mlr.ir.types.IntegerType;

/** A compile-time constant. */
public final class ConstantOp extends Operation implements AsmNames {
  private static final OpSpec<ConstantOp> SPEC = OpDefinition.named("arith.constant", ConstantOp.class, ConstantOp::new);
  private static final AttributeHandle<Attribute> VALUE =
      SPEC.attribute("value", Attribute.class, "integer, floating-point or dense elements constant");
  private static final ResultHandle RESULT =
      SPEC.result("result", Types.elementwise("integer, index or floating-point, or vector or tensor of these", Types.SCALAR));
  public static final OpDefinition<ConstantOp> DEFINITION = SPEC.summary("integer or floating point constant")
      .description("The value of the attribute: a number of the result's type, or `dense<…>` elements for a vector or tensor.")
      .traits(Trait.PURE, Trait.CONSTANT_LIKE).assembly(new Syntax()).infer(state -> state.attributes().get("value").flatMap(Constants::typeOf).stream().toList())
      .verify((op, diagnostics) -> {
        if (!Constants.typeOf(op.value()).equals(Optional.of(op.result().type()))) {
          diagnostics.opError(op, "value " + op.value() + " is not a constant of type '" + op.result().type() + "'");
        }
      }).eval(op -> {
        var value = RuntimeValues.of(op.value());
        return (Kernel.General) _ -> new Object[] {value};
      }).build();

  ConstantOp(OperationState state) {
    super(state);
  }

  /** As upstream: {@code c1_i32}, {@code c1} for an index, {@code true}, {@code cst} for all else. */
  @Override
  public void nameResults(BiConsumer<Value, String> names) {
    if (!(value() instanceof IntegerAttr number)) {
      names.accept(result(0), "cst");
    } else if (number.type().equals(IntegerType.I1)) {
      names.accept(result(0), number.toString());
    } else {
      names.accept(result(0), "c" + number.value() + (number.type() instanceof IntegerType type ? "_" + type : ""));
    }
  }

  /** The constant. */
  public Attribute value() {
    return VALUE.in(this);
  }

  /** What makes a constant operation of a numeric attribute, whose type it takes. */
  public static OperationState of(Attribute value, Location location) {
    var type = Constants.typeOf(value);
    if (type.isEmpty()) {
      throw new IllegalArgumentException("no constant " + value);
    }
    return OperationState.of(DEFINITION, location).attribute(VALUE.name(), value).result(type.get());
  }

  /** What makes an index constant. */
  public static OperationState index(long value, Location location) {
    return of(new IntegerAttr(IndexType.INDEX, value), location);
  }

  /** What makes an integer or index constant, scalar or the same in every element. */
  public static OperationState integer(Type type, long value, Location location) {
    return of(Constants.ofInteger(type, value), location);
  }

  /** What makes a floating-point constant, scalar or the same in every element. */
  public static OperationState floating(Type type, double value, Location location) {
    return of(type instanceof FloatType format ? FloatAttr.of(format, value) : Constants.ofFloat(type, value), location);
  }

  /** The constant that {@code operation} is the definition of, if it is one. */
  public static Optional<Attribute> valueOf(mlr.ir.Value value) {
    return value.definingOp().filter(ConstantOp.class::isInstance).map(op -> ((ConstantOp) op).value());
  }

  /** {@code {…} 1.0 : f32}; the type belongs to the attribute. */
  private record Syntax() implements AssemblyFormat {
    @Override
    public void parse(OpParser parser, OperationState state) {
      parser.parseOptionalAttributeDictionary(state);
      var value = parser.parseAttribute();
      var type = Constants.typeOf(value);
      if (type.isEmpty()) {
        throw parser.error("expected an integer, floating-point or dense constant");
      }
      state.attribute("value", value).result(type.get());
    }

    @Override
    public void print(Operation op, OpPrinter printer) {
      printer.printOptionalAttributeDictionary(op, List.of("value")).print(" ").printAttribute(op.attribute("value", Attribute.class));
    }

    @Override
    public String syntax() {
      return "attr-dict $value";
    }
  }
}
