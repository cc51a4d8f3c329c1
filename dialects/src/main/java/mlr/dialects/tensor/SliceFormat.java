package mlr.dialects.tensor;

import mlr.dialects.memref.Slices;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.definition.AssemblyFormat;
import mlr.ir.text.OpParser;
import mlr.ir.text.OpPrinter;

/** {@code %t[0, %i] [4, 4] [1, 1] : T to U} and {@code %s into %t[0, %i] [4, 4] [1, 1] : T into U}. */
record SliceFormat(boolean insertion) implements AssemblyFormat {
  @Override
  public void parse(OpParser parser, OperationState state) {
    var source = parser.parseOperand();
    var destination = source;
    if (insertion) {
      parser.parseKeyword("into");
      destination = parser.parseOperand();
    }
    var lists = Slices.parse(parser);
    parser.parseOptionalAttributeDictionary(state);
    parser.parsePunctuation(":");
    var first = parser.parseType();
    parser.parseKeyword(insertion ? "into" : "to");
    var second = parser.parseType();
    parser.resolveOperand(source, first, state);
    if (insertion) {
      parser.resolveOperand(destination, second, state);
    }
    state.result(second);
    Slices.resolve(lists, insertion ? 2 : 1, parser, state);
  }

  @Override
  public void print(Operation op, OpPrinter printer) {
    printer.print(" ").printOperand(op.operand(0));
    if (insertion) {
      printer.print(" into ").printOperand(op.operand(1));
    }
    Slices.print(op, insertion ? 2 : 1, printer);
    printer.printOptionalAttributeDictionary(op, Slices.ELIDED).print(" : ").printType(op.operand(0).type()).print(insertion ? " into " : " to ")
        .printType(op.result().type());
  }

  @Override
  public String syntax() {
    var slice = " `[` offsets `]` `[` sizes `]` `[` strides `]` attr-dict `:` type($source) ";
    return insertion ? "$source `into` $dest" + slice + "`into` type($dest)" : "$source" + slice + "`to` type($result)";
  }
}
