package mlr.dialects.reactive;

import java.util.List;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.definition.AssemblyFormat;
import mlr.ir.text.OpParser;
import mlr.ir.text.OpPrinter;
import mlr.ir.types.IntegerType;

/** {@code %v = reactive.reset %c -> (f32) {…}}. */
final class ResetFormat implements AssemblyFormat {
  @Override
  public String syntax() {
    return "$condition (`->` `(` type($outputs) `)`)? attr-dict-with-keyword $body";
  }

  @Override
  public void parse(OpParser parser, OperationState state) {
    parser.resolveOperand(parser.parseOperand(), IntegerType.I1, state);
    RegionResults.parse(parser, state);
    parser.parseOptionalAttributeDictionaryWithKeyword(state);
    parser.parseRegion(state.addRegion(), List.of());
  }

  @Override
  public void print(Operation op, OpPrinter printer) {
    printer.print(" ").printOperand(op.operand(0));
    RegionResults.print(op, printer);
    printer.printOptionalAttributeDictionaryWithKeyword(op, List.of());
    printer.print(" ").printRegion(op.region(0), false, true);
  }
}
