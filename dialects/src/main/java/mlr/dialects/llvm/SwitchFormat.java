package mlr.dialects.llvm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mlr.dialects.cf.BranchFormat;
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

/** {@code %v : i32, ^bb1(%a : T) [ 42: ^bb2, … ]}, a case a line. */
record SwitchFormat() implements AssemblyFormat {
  @Override
  public void parse(OpParser parser, OperationState state) {
    var value = parser.parseOperand();
    parser.parsePunctuation(":");
    var type = parser.parseType();
    parser.resolveOperand(value, type, state);
    parser.parsePunctuation(",");
    int defaults = BranchFormat.parseTarget(parser, state);
    var values = new ArrayList<Long>();
    var sizes = new ArrayList<Integer>();
    parser.parseCommaSeparated("[", "]", () -> {
      values.add(parser.parseInteger());
      parser.parsePunctuation(":");
      sizes.add(BranchFormat.parseTarget(parser, state));
    });
    parser.parseOptionalAttributeDictionary(state);
    var segments = sizes.stream().mapToInt(Integer::intValue).toArray();
    state.attribute(OpDefinition.OPERAND_SEGMENTS, DenseArrayAttr.i32(1, defaults, Arrays.stream(segments).sum()))
        .attribute("case_operand_segments", DenseArrayAttr.i32(segments));
    if (!values.isEmpty()) {
      state.attribute("case_values", DenseElementsAttr.ofBits(VectorType.of(type, values.size()), values.stream().mapToLong(Long::longValue)
          .toArray()));
    }
  }

  @Override
  public void print(Operation op, OpPrinter printer) {
    var branch = (Branches.SwitchOp) op;
    printer.print(" ").printOperand(branch.value()).print(" : ").printType(branch.value().type()).print(", ");
    int next = BranchFormat.printTarget(op, 0, 1, branch.successorOperands(0).size(), printer);
    printer.print(" [");
    for (int i = 0; i < branch.caseValues().size(); i++) {
      printer.print(i == 0 ? "" : ",").newline().print("  " + Integers.unsignedText(branch.caseValues().get(i), branch.value().type()) + ": ");
      next = BranchFormat.printTarget(op, i + 1, next, branch.successorOperands(i + 1).size(), printer);
    }
    printer.newline().print("]").printOptionalAttributeDictionary(op, List.of(OpDefinition.OPERAND_SEGMENTS, "case_operand_segments", "case_values"));
  }

  @Override
  public String syntax() {
    return "$value `:` type($value) `,` $defaultDestination `[` (integer `:` $caseDestination)* `]` attr-dict";
  }
}
