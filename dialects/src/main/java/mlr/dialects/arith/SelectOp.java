package mlr.dialects.arith;

import java.util.List;
import java.util.Optional;
import mlr.dialects.elementwise.Constants;
import mlr.dialects.elementwise.RangeArithmetic;
import mlr.ir.Attribute;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.definition.AssemblyFormat;
import mlr.ir.definition.FoldResult;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.ResultHandle;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.eval.Kernel;
import mlr.ir.eval.Poison;
import mlr.ir.eval.RuntimeValues;
import mlr.ir.eval.TensorValue;
import mlr.ir.text.OpParser;
import mlr.ir.text.OpPrinter;
import mlr.ir.types.IntegerType;
import mlr.ir.types.ShapedType;

/** {@code arith.select}: one of two values by a condition. */
public final class SelectOp extends Operation {
  private static final OpSpec<SelectOp> SPEC = OpDefinition.named("arith.select", SelectOp.class, SelectOp::new);
  private static final OperandHandle CONDITION = SPEC.operand("condition", Types.BOOL_LIKE);
  private static final OperandHandle TRUE_VALUE = SPEC.operand("true_value", Types.ANY);
  private static final OperandHandle FALSE_VALUE = SPEC.operand("false_value", Types.ANY);
  private static final ResultHandle RESULT = SPEC.result("result", Types.ANY);
  public static final OpDefinition<SelectOp> DEFINITION = SPEC.summary("select operation")
      .description("""
          `true_value` where the condition is 1, `false_value` where it is 0. The condition is an i1 for values of any type, or a vector
          or tensor of i1 that selects element by element. Poison in the value that is not taken does not matter.""")
      .traits(Trait.PURE).assembly(new Syntax()).infer(state -> List.of(state.operands().get(1).type())).verify(SelectOp::check)
      .eval(_ -> (Kernel.Lanes) SelectOp::select).fold(SelectOp::fold).ranges(RangeArithmetic.SELECT).canonicalize(ArithEquations.at("arith.select")).build();

  SelectOp(OperationState state) {
    super(state);
  }

  public Value condition() {
    return CONDITION.in(this);
  }

  public Value trueValue() {
    return TRUE_VALUE.in(this);
  }

  public Value falseValue() {
    return FALSE_VALUE.in(this);
  }

  private void check(DiagnosticEngine diagnostics) {
    Type type = RESULT.in(this).type();
    if (!trueValue().type().equals(type) || !falseValue().type().equals(type)) {
      diagnostics.opError(this, "failed to verify that all of {true_value, false_value, result} have same type");
    } else if (!condition().type().equals(IntegerType.I1) && !condition().type().equals(Comparison.boolLike(type))) {
      diagnostics.opError(this, "expected condition type to have the same shape as the result type, expected '" + Comparison.boolLike(type)
          + "', but got '" + condition().type() + "'");
    }
  }

  /** The selection among boxed runtime values. */
  public static Object[] select(Object[] arguments) {
    if (arguments[0] instanceof TensorValue condition) {
      var type = arguments[1] instanceof TensorValue left ? left.type() : arguments[2] instanceof TensorValue right ? right.type() : condition.type();
      return new Object[] {select(condition, RuntimeValues.elements(type, arguments[1]), RuntimeValues.elements(type, arguments[2]))};
    }
    return new Object[] {arguments[0] == Poison.POISON ? Poison.POISON : (Long) arguments[0] != 0 ? arguments[1] : arguments[2]};
  }

  private static TensorValue select(TensorValue condition, TensorValue left, TensorValue right) {
    var elements = new Object[left.size()];
    for (int i = 0; i < elements.length; i++) {
      elements[i] = condition.get(i) == Poison.POISON ? Poison.POISON : (Long) condition.get(i) != 0 ? left.get(i) : right.get(i);
    }
    return RuntimeValues.tensor((ShapedType) left.type(), elements);
  }

  // select(true, a, b) = a, select(c, a, a) = a, select(c, true, false) = c
  private Optional<FoldResult> fold(List<Optional<Attribute>> constants) {
    if (trueValue() == falseValue() || Constants.isInteger(constants.get(0), 1)) {
      return Constants.existing(trueValue());
    }
    if (Constants.isInteger(constants.get(0), 0)) {
      return Constants.existing(falseValue());
    }
    boolean identity = condition().type().equals(RESULT.in(this).type()) && Constants.isInteger(constants.get(1), 1)
        && Constants.isInteger(constants.get(2), 0);
    return identity ? Constants.existing(condition()) : Optional.empty();
  }

  /** {@code %c, %a, %b : T}, with the condition's type in front when that is not i1. */
  private record Syntax() implements AssemblyFormat {
    @Override
    public void parse(OpParser parser, OperationState state) {
      var operands = parser.parseOperandList();
      parser.parseOptionalAttributeDictionary(state);
      var types = parser.parseColonTypeList();
      if (operands.size() != 3 || types.size() > 2) {
        throw parser.error("expected a condition, two values and at most two types");
      }
      parser.resolveOperand(operands.get(0), types.size() == 2 ? types.getFirst() : IntegerType.I1, state);
      parser.resolveOperand(operands.get(1), types.getLast(), state);
      parser.resolveOperand(operands.get(2), types.getLast(), state);
      state.result(types.getLast());
    }

    @Override
    public void print(Operation op, OpPrinter printer) {
      printer.print(" ").printOperands(op.operands()).printOptionalAttributeDictionary(op, List.of()).print(" : ");
      if (!op.operand(0).type().equals(IntegerType.I1)) {
        printer.printType(op.operand(0).type()).print(", ");
      }
      printer.printType(op.result().type());
    }

    @Override
    public String syntax() {
      return "$condition `,` $true_value `,` $false_value attr-dict `:` (type($condition) `,`)? type($result)";
    }
  }
}
