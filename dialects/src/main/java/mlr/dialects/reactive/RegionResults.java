package mlr.dialects.reactive;

import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.text.OpParser;
import mlr.ir.text.OpPrinter;

/** The syntax {@code -> (f32, i1)} of the results of an operation with a region; nothing when there are none. */
final class RegionResults {
  private RegionResults() {}

  static void parse(OpParser parser, OperationState state) {
    if (parser.parseOptionalPunctuation("->")) {
      parser.parsePunctuation("(");
      state.results(parser.parseTypeList());
      parser.parsePunctuation(")");
    }
  }

  static void print(Operation op, OpPrinter printer) {
    if (op.resultCount() > 0) {
      printer.print(" -> (").printTypes(op.resultTypes()).print(")");
    }
  }
}
