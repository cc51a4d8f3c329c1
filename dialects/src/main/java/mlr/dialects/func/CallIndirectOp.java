package mlr.dialects.func;

import java.util.List;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.definition.AssemblyFormat;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Types;
import mlr.ir.rewrite.RewritePattern;
import mlr.ir.text.OpParser;
import mlr.ir.text.OpPrinter;
import mlr.ir.types.FunctionType;

/** {@code func.call_indirect}: a call of a function value. */
public final class CallIndirectOp extends Operation {
  private static final OpSpec<CallIndirectOp> SPEC =
      OpDefinition.named("func.call_indirect", CallIndirectOp.class, CallIndirectOp::new);
  private static final OperandHandle CALLEE = SPEC.operand("callee", Types.FUNCTION);
  private static final OperandHandle CALLEE_OPERANDS = SPEC.variadicOperand("callee_operands", Types.ANY);

  static {
    SPEC.variadicResult("results", Types.ANY);
  }

  public static final OpDefinition<CallIndirectOp> DEFINITION = SPEC.summary("indirect call operation")
      .description("Calls the function that the first operand is, with the others as its arguments.")
      .assembly(new Syntax())
      .verify((op, diagnostics) -> FuncTypes.checkCall(op, (FunctionType) op.callee().type(), op.arguments(), "the callee", op.callee().definingOp(), diagnostics))
      // A function that is known is called by its name.
      .canonicalize(RewritePattern.on(CallIndirectOp.class, "func.call_indirect", "call of a constant", (op, rewriter) -> {
        if (!(op.callee().definingOp().orElse(null) instanceof ConstantOp function)) {
          return false;
        }
        rewriter.replaceOpWith(op, CallOp.of(function.value().root(), op.arguments(), op.resultTypes(), op.location()));
        return true;
      })).build();

  CallIndirectOp(OperationState state) {
    super(state);
  }

  public Value callee() {
    return CALLEE.in(this);
  }

  public List<Value> arguments() {
    return CALLEE_OPERANDS.all(this);
  }

  /** {@code %f(%a, %b) : (T, U) -> V}. */
  private record Syntax() implements AssemblyFormat {
    @Override
    public void parse(OpParser parser, OperationState state) {
      var callee = parser.parseOperand();
      var operands = parser.parseParenthesizedOperandList();
      parser.parseOptionalAttributeDictionary(state);
      parser.parsePunctuation(":");
      var type = parser.parseFunctionType();
      parser.resolveOperand(callee, type, state);
      parser.resolveOperands(operands, type.inputs(), state);
      state.results(type.results());
    }

    @Override
    public void print(Operation op, OpPrinter printer) {
      printer.print(" ").printOperand(CALLEE.in(op)).print("(").printOperands(CALLEE_OPERANDS.all(op)).print(")");
      printer.printOptionalAttributeDictionary(op, List.of()).print(" : ").printType(CALLEE.in(op).type());
    }

    @Override
    public String syntax() {
      return "$callee `(` $callee_operands `)` attr-dict `:` type($callee)";
    }
  }
}
