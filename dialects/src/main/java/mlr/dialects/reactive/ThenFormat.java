package mlr.dialects.reactive;

import java.util.List;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.definition.AssemblyFormat;
import mlr.ir.text.OpParser;
import mlr.ir.text.OpPrinter;

/** {@code %o = reactive.then -> (f32) {…}}. */
final class ThenFormat implements AssemblyFormat {
  @Override
  public String syntax() {
    return "(`->` `(` type($outputs) `)`)? attr-dict-with-keyword $body";
  }

  @Override
  public void parse(OpParser parser, OperationState state) {
    RegionResults.parse(parser, state);
    parser.parseOptionalAttributeDictionaryWithKeyword(state);
    parser.parseRegion(state.addRegion(), List.of());
  }

  @Override
  public void print(Operation op, OpPrinter printer) {
    RegionResults.print(op, printer);
    printer.printOptionalAttributeDictionaryWithKeyword(op, List.of());
    printer.print(" ").printRegion(op.region(0), false, true);
  }
}
