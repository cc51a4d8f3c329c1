package mlr.dialects.vector;

import java.util.ArrayList;
import java.util.List;
import mlr.ir.Attribute;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.attributes.ArrayAttr;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.definition.AssemblyFormat;
import mlr.ir.definition.AttributeHandle;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.eval.Kernel;
import mlr.ir.eval.RuntimeValues;
import mlr.ir.text.OpParser;
import mlr.ir.text.OpPrinter;
import mlr.ir.types.ShapedType;
import mlr.ir.types.VectorType;

/** {@code vector.shuffle}: lanes of two vectors by a constant mask. */
public final class ShuffleOp extends Operation {
  private static final OpSpec<ShuffleOp> SPEC = OpDefinition.named("vector.shuffle", ShuffleOp.class, ShuffleOp::new);
  private static final OperandHandle V1 = SPEC.operand("v1", VectorTypes.FIXED);
  private static final OperandHandle V2 = SPEC.operand("v2", VectorTypes.FIXED);
  private static final AttributeHandle<ArrayAttr> MASK =
      SPEC.attribute("mask", ArrayAttr.class, "lane numbers, those of the second vector after those of the first",
      mask -> mask.elements().stream().allMatch(IntegerAttr.class::isInstance));

  static {
    SPEC.result("vector", Types.VECTOR);
  }

  public static final OpDefinition<ShuffleOp> DEFINITION = SPEC.summary("shuffle operation")
      .description("One-dimensional vectors only: lane i of the result is lane `mask[i]` of the two operands joined.").traits(Trait.PURE)
      .assembly(new Syntax())
      .infer(state -> List.of(VectorType.of(ShapedType.elementOrSelf(state.operands().getFirst().type()), ((ArrayAttr) state.attributes().get("mask").orElseThrow())
      .elements().size())))
      .eval(op -> Kernel.Lanes.strictFrom(2, op::shuffle)).verify(ShuffleOp::check).build();

  ShuffleOp(OperationState state) {
    super(state);
  }

  public Value first() {
    return V1.in(this);
  }

  public Value second() {
    return V2.in(this);
  }

  public List<Long> mask() {
    return MASK.in(this).elements().stream().map(number -> ((IntegerAttr) number).value()).toList();
  }

  private Object shuffle(Object[] arguments) {
    var a = RuntimeValues.elements((VectorType) first().type(), arguments[0]);
    var b = RuntimeValues.elements((VectorType) second().type(), arguments[1]);
    return RuntimeValues.tensor((VectorType) result().type(), mask().stream().mapToInt(Long::intValue)
        .mapToObj(i -> i < a.size() ? a.get(i) : b.get(i - a.size())).toArray());
  }

  private void check(DiagnosticEngine diagnostics) {
    var a = (VectorType) first().type();
    var b = (VectorType) second().type();
    if (a.rank() != 1 || b.rank() != 1 || !a.element().equals(b.element())) {
      diagnostics.opError(this, "shuffles one-dimensional vectors of the same element type, not '" + a + "' and '" + b + "'");
    } else if (mask().isEmpty()) {
      diagnostics.opError(this, "invalid mask length: a vector has one lane at least");
    } else if (mask().stream().anyMatch(i -> i < 0 || i >= a.elementCount() + b.elementCount())) {
      diagnostics.opError(this, "mask index out of range: the operands have " + (a.elementCount() + b.elementCount()) + " lanes together");
    } else if (!result().type().equals(VectorType.of(a.element(), mask().size()))) {
      diagnostics.opError(this, "result must be a '" + VectorType.of(a.element(), mask().size()) + "'");
    }
  }

  /** {@code %a, %b [0, 5] : T, U}. */
  private record Syntax() implements AssemblyFormat {
    @Override
    public void parse(OpParser parser, OperationState state) {
      var operands = parser.parseOperandList();
      var mask = new ArrayList<Attribute>();
      parser.parseCommaSeparated("[", "]", () -> mask.add(IntegerAttr.i64(parser.parseInteger())));
      parser.parseOptionalAttributeDictionary(state);
      var types = parser.parseColonTypeList();
      parser.resolveOperands(operands, types, state);
      state.attribute("mask", new ArrayAttr(mask));
      state.results(state.definition().inferResultTypes(state));
    }

    @Override
    public void print(Operation op, OpPrinter printer) {
      printer.print(" ").printOperands(op.operands()).print(" " + ((ShuffleOp) op).mask()).printOptionalAttributeDictionary(op, List.of("mask"));
      printer.print(" : ").printTypes(op.operands().stream().map(Value::type).toList());
    }

    @Override
    public String syntax() {
      return "operands $mask attr-dict `:` type(operands)";
    }
  }
}
