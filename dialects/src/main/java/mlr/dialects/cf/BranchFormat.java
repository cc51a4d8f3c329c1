package mlr.dialects.cf;

import java.util.ArrayList;
import java.util.List;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.attributes.DenseArrayAttr;
import mlr.ir.definition.AssemblyFormat;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.Trait;
import mlr.ir.interfaces.BranchInterface;
import mlr.ir.text.OpParser;
import mlr.ir.text.OpPrinter;
import mlr.ir.types.IntegerType;

/**
 * {@code %c, ^bb1(%a : T), ^bb2}: i1 operands, then successors with their arguments; for branches of cf and llvm.
 *
 * @param conditions number of i1 operands in front
 */
public record BranchFormat(int conditions) implements AssemblyFormat {
  @Override
  public void parse(OpParser parser, OperationState state) {
    var sizes = new ArrayList<Integer>();
    for (int i = 0; i < conditions; i++) {
      parser.resolveOperand(parser.parseOperand(), IntegerType.I1, state);
      parser.parsePunctuation(",");
      sizes.add(1);
    }
    do {
      sizes.add(parseTarget(parser, state));
    } while (parser.parseOptionalPunctuation(","));
    parser.parseOptionalAttributeDictionary(state);
    if (state.definition().hasTrait(Trait.ATTR_SIZED_OPERAND_SEGMENTS)) {
      state.attribute(OpDefinition.OPERAND_SEGMENTS, DenseArrayAttr.i32(sizes.stream().mapToInt(Integer::intValue).toArray()));
    }
  }

  @Override
  public void print(Operation op, OpPrinter printer) {
    for (int i = 0; i < conditions; i++) {
      printer.print(i == 0 ? " " : ", ").printOperand(op.operand(i));
    }
    for (int i = 0; i < op.successors().size(); i++) {
      printer.print(i + conditions == 0 ? " " : ", ");
      printTarget(op, i, printer);
    }
    printer.printOptionalAttributeDictionary(op, List.of(OpDefinition.OPERAND_SEGMENTS));
  }

  /** Reads {@code ^bb(%a, %b : T, U)} into the state; the number of arguments. */
  public static int parseTarget(OpParser parser, OperationState state) {
    state.successor(parser.parseSuccessor());
    if (!parser.parseOptionalPunctuation("(")) {
      return 0;
    }
    var operands = parser.parseOperandList();
    var types = parser.parseColonTypeList();
    parser.parsePunctuation(")");
    parser.resolveOperands(operands, types, state);
    return operands.size();
  }

  /** Writes a successor with its arguments. */
  public static void printTarget(Operation op, int successor, OpPrinter printer) {
    printer.printSuccessor(op.successors().get(successor));
    var operands = ((BranchInterface) op).successorOperands(successor);
    if (!operands.isEmpty()) {
      printer.print("(").printOperands(operands).print(" : ").printTypes(Value.types(operands)).print(")");
    }
  }

  @Override
  public String syntax() {
    return conditions == 0 ? "$dest (`(` operands `:` types `)`)? attr-dict"
        : "$condition `,` $trueDest (`(` operands `:` types `)`)? `,` $falseDest (`(` operands `:` types `)`)? attr-dict";
  }
}
