package mlr.dialects.cf;

import java.util.ArrayList;
import java.util.List;
import mlr.dialects.elementwise.Integers;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.attributes.DenseArrayAttr;
import mlr.ir.attributes.DenseElementsAttr;
import mlr.ir.definition.AssemblyFormat;
import mlr.ir.definition.OpDefinition;
import mlr.ir.text.OpParser;
import mlr.ir.text.OpPrinter;
import mlr.ir.types.VectorType;

/** {@code %flag : i32, [ default: ^bb1(%a : T), 42: ^bb2, … ]}, a case a line. */
record SwitchFormat() implements AssemblyFormat {
  @Override
  public void parse(OpParser parser, OperationState state) {
    var flag = parser.parseOperand();
    parser.parsePunctuation(":");
    var type = parser.parseType();
    parser.resolveOperand(flag, type, state);
    parser.parsePunctuation(",");
    parser.parsePunctuation("[");
    parser.parseKeyword("default");
    parser.parsePunctuation(":");
    int defaults = BranchFormat.parseTarget(parser, state);
    var values = new ArrayList<Long>();
    var sizes = new ArrayList<Integer>();
    while (parser.parseOptionalPunctuation(",")) {
      values.add(parser.parseInteger());
      parser.parsePunctuation(":");
      sizes.add(BranchFormat.parseTarget(parser, state));
    }
    parser.parsePunctuation("]");
    parser.parseOptionalAttributeDictionary(state);
    int caseOperands = sizes.stream().mapToInt(Integer::intValue).sum();
    state.attribute(OpDefinition.OPERAND_SEGMENTS, DenseArrayAttr.i32(1, defaults, caseOperands))
        .attribute("case_operand_segments", DenseArrayAttr.i32(sizes.stream().mapToInt(Integer::intValue).toArray()));
    if (!values.isEmpty()) {
      state.attribute("case_values", DenseElementsAttr.ofBits(VectorType.of(type, values.size()), values.stream().mapToLong(Long::longValue)
          .toArray()));
    }
  }

  @Override
  public void print(Operation op, OpPrinter printer) {
    var branch = (SwitchOp) op;
    printer.print(" ").printOperand(branch.flag()).print(" : ").printType(branch.flag().type()).print(", [").newline().print("  default: ");
    int next = BranchFormat.printTarget(op, 0, 1, branch.successorOperands(0).size(), printer);
    for (int i = 0; i < branch.caseValues().size(); i++) {
      printer.print(",").newline().print("  " + Integers.unsignedText(branch.caseValues().get(i), branch.flag().type()) + ": ");
      next = BranchFormat.printTarget(op, i + 1, next, branch.successorOperands(i + 1).size(), printer);
    }
    // Upstream breaks the line behind the last case only.
    (branch.caseValues().isEmpty() ? printer : printer.newline()).print("]").printOptionalAttributeDictionary(op, List.of(OpDefinition.OPERAND_SEGMENTS, "case_operand_segments", "case_values"));
  }

  @Override
  public String syntax() {
    return "$flag `:` type($flag) `,` `[` `default` `:` $defaultDestination (`,` integer `:` $caseDestination)* `]` attr-dict";
  }
}
