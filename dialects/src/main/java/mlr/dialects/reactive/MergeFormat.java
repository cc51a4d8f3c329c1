package mlr.dialects.reactive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.attributes.DenseArrayAttr;
import mlr.ir.definition.AssemblyFormat;
import mlr.ir.text.OpParser;
import mlr.ir.text.OpPrinter;

/** {@code reactive.merge %c [1, 0] %a, %b : i1, f32}: the condition's values, the branches in their order. */
final class MergeFormat implements AssemblyFormat {
  @Override
  public String syntax() {
    return "$condition `[` $cases `]` $branches attr-dict `:` type($condition) `,` type($result)";
  }

  @Override
  public void parse(OpParser parser, OperationState state) {
    var condition = parser.parseOperand();
    parser.parsePunctuation("[");
    var cases = new ArrayList<Long>();
    do {
      cases.add(parser.parseInteger());
    } while (parser.parseOptionalPunctuation(","));
    parser.parsePunctuation("]");
    state.attribute("cases", DenseArrayAttr.i64(cases.stream().mapToLong(Long::longValue).toArray()));
    var branches = parser.parseOperandList();
    parser.parseOptionalAttributeDictionary(state);
    var types = parser.parseColonTypeList();
    if (types.size() != 2) {
      throw parser.error("expected two types, of the condition and of the branches");
    }
    parser.resolveOperand(condition, types.getFirst(), state);
    parser.resolveOperands(branches, Collections.nCopies(branches.size(), types.get(1)), state);
    state.result(types.get(1));
  }

  @Override
  public void print(Operation op, OpPrinter printer) {
    var merge = (MergeOp) op;
    printer.print(" ").printOperand(merge.condition()).print(" ");
    printer.print(Arrays.stream(merge.cases()).mapToObj(Long::toString).collect(Collectors.joining(", ", "[", "] ")));
    printer.printOperands(merge.branches());
    printer.printOptionalAttributeDictionary(op, List.of("cases"));
    printer.print(" : ").printTypes(List.of(merge.condition().type(), merge.result().type()));
  }
}
