package mlr.dialects.vector;

import java.util.List;
import java.util.Optional;
import mlr.dialects.elementwise.FlagsAttr;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.definition.AssemblyFormat;
import mlr.ir.definition.AttributeHandle;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.eval.Evaluation;
import mlr.ir.eval.Kernel;
import mlr.ir.eval.TensorValue;
import mlr.ir.text.OpParser;
import mlr.ir.text.OpPrinter;
import mlr.ir.types.FloatType;
import mlr.ir.types.VectorType;

/** {@code vector.reduction}: all lanes combined to one value. */
public final class ReductionOp extends Operation {
  private static final OpSpec<ReductionOp> SPEC = OpDefinition.named("vector.reduction", ReductionOp.class, ReductionOp::new);
  private static final AttributeHandle<CombiningKind> KIND = SPEC.attribute("kind", CombiningKind.class, "combining kind");
  private static final OperandHandle VECTOR = SPEC.operand("vector", Types.VECTOR);
  private static final OperandHandle ACC = SPEC.optionalOperand("acc", Types.ANY);

  static {
    SPEC.attribute(FlagsAttr.handle("arith", FlagsAttr.Kind.FASTMATH, "fastmath"));
    SPEC.result("dest", Types.ANY);
  }

  public static final OpDefinition<ReductionOp> DEFINITION = SPEC.summary("reduction operation")
      .description("""
          The lanes of a one-dimensional vector combined in order, from the accumulator or else from the first lane on. Floating-point sums and
          products are not reassociated.""")
      .traits(Trait.PURE).assembly(new Syntax()).verify(ReductionOp::check).eval(op -> Kernel.General.strict(op::reduce))
      .infer(state -> List.of(((VectorType) state.operands().getFirst().type()).element())).build();

  ReductionOp(OperationState state) {
    super(state);
  }

  public CombiningKind kind() {
    return KIND.in(this);
  }

  public Value vector() {
    return VECTOR.in(this);
  }

  public Optional<Value> accumulator() {
    return ACC.optional(this);
  }

  private Object reduce(Object[] arguments) {
    var lanes = (TensorValue) arguments[0];
    Type element = result().type();
    var kernel = kind().kernel(element);
    Object total = arguments.length > 1 ? arguments[1] : lanes.get(0);
    for (int i = arguments.length > 1 ? 0 : 1; i < lanes.size(); i++) {
      total = combine(kernel, element, total, lanes.get(i));
    }
    return total;
  }

  private static Object combine(Kernel kernel, Type element, Object a, Object b) {
    return switch (kernel) {
      case Kernel.LongBinary k -> IntegerAttr.wrap(element, k.apply((Long) a, (Long) b));
      case Kernel.FloatBinary k -> Evaluation.round((FloatType) element, k.apply((Float) a, (Float) b));
      case Kernel.DoubleBinary k -> k.apply((Double) a, (Double) b);
      default -> throw new IllegalStateException("not a binary kernel");
    };
  }

  private void check(DiagnosticEngine diagnostics) {
    var type = (VectorType) vector().type();
    if (type.rank() > 1) {
      diagnostics.opError(this, "unsupported reduction rank: " + type.rank());
    } else if (!kind().accepts(type.element())) {
      diagnostics.opError(this, "unsupported reduction type '" + type.element() + "' for kind '" + kind().keyword() + "'");
    } else if (!result().type().equals(type.element()) || accumulator().isPresent() && !accumulator().get().type().equals(type.element())) {
      diagnostics.opError(this, "accumulator and result must be of the element type '" + type.element() + "'");
    }
  }

  /** {@code <add>, %v, %acc fastmath<fast> : vector<4xf32> into f32}. */
  private record Syntax() implements AssemblyFormat {
    @Override
    public void parse(OpParser parser, OperationState state) {
      state.attribute("kind", CombiningKind.parse(parser));
      parser.parsePunctuation(",");
      var operands = parser.parseOperandList();
      if (parser.parseOptionalKeyword("fastmath")) {
        state.attribute("fastmath", FlagsAttr.parse("arith", FlagsAttr.Kind.FASTMATH, parser));
      }
      parser.parseOptionalAttributeDictionary(state);
      parser.parsePunctuation(":");
      var vector = parser.parseType();
      parser.parseKeyword("into");
      var type = parser.parseType();
      for (int i = 0; i < operands.size(); i++) {
        parser.resolveOperand(operands.get(i), i == 0 ? vector : type, state);
      }
      state.result(type);
    }

    @Override
    public void print(Operation op, OpPrinter printer) {
      printer.print(" <" + KIND.in(op).keyword() + ">, ").printOperands(op.operands());
      op.attribute("fastmath").filter(f -> f instanceof FlagsAttr flags && !flags.isEmpty())
          .ifPresent(f -> printer.print(" fastmath" + ((FlagsAttr) f).body()));
      printer.printOptionalAttributeDictionary(op, List.of("kind", "fastmath")).print(" : ").printType(op.operand(0).type()).print(" into ")
          .printType(op.result().type());
    }

    @Override
    public String syntax() {
      return "`<` $kind `>` `,` $vector (`,` $acc^)? (`fastmath` `` $fastmath^)? attr-dict `:` type($vector) `into` type($dest)";
    }
  }
}
