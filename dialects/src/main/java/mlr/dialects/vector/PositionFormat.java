package mlr.dialects.vector;

import java.util.List;
import mlr.dialects.memref.MixedIndices;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.attributes.DenseArrayAttr;
import mlr.ir.definition.AssemblyFormat;
import mlr.ir.text.OpParser;
import mlr.ir.text.OpPrinter;
import mlr.ir.types.IndexType;
import mlr.ir.types.VectorType;

/** {@code %v[0, %i] : T from vector<…>} and {@code %s, %v[0, %i] : T into vector<…>}. */
record PositionFormat(boolean insertion) implements AssemblyFormat {
  @Override
  public void parse(OpParser parser, OperationState state) {
    var first = parser.parseOperand();
    var vector = first;
    if (insertion) {
      parser.parsePunctuation(",");
      vector = parser.parseOperand();
    }
    var position = MixedIndices.parse(parser);
    parser.parseOptionalAttributeDictionary(state);
    parser.parsePunctuation(":");
    var part = parser.parseType();
    parser.parseKeyword(insertion ? "into" : "from");
    var type = parser.parseType();
    if (insertion) {
      parser.resolveOperand(first, part, state);
    }
    parser.resolveOperand(vector, type, state);
    position.dynamics().forEach(operand -> parser.resolveOperand(operand, IndexType.INDEX, state));
    state.attribute("static_position", DenseArrayAttr.i64(position.statics().stream().mapToLong(Long::longValue).toArray()));
    state.result(insertion ? type : part);
  }

  @Override
  public void print(Operation op, OpPrinter printer) {
    int vector = insertion ? 1 : 0;
    printer.print(" ").printOperands(op.operands().subList(0, vector + 1));
    printer.print(insertion ? " " : "");
    position(op, vector).print(printer);
    printer.printOptionalAttributeDictionary(op, List.of("static_position")).print(" : ");
    printer.printType((insertion ? op.operand(0) : op.result()).type()).print(insertion ? " into " : " from ").printType(op.operand(vector).type());
  }

  static MixedIndices position(Operation op, int vector) {
    return new MixedIndices(op.attribute("static_position", DenseArrayAttr.class).values(), op.operands().subList(vector + 1, op.operandCount()));
  }

  /** The position at run time. */
  static long[] resolve(Operation op, int vector, Object[] arguments) {
    return MixedIndices.resolve(op.attribute("static_position", DenseArrayAttr.class).values(), arguments, vector + 1).stream()
        .mapToLong(Long::longValue).toArray();
  }

  static VectorType vectorType(Value value) {
    return (VectorType) value.type();
  }

  @Override
  public String syntax() {
    return insertion ? "$source `,` $dest `[` position `]` attr-dict `:` type($source) `into` type($dest)"
        : "$vector `[` position `]` attr-dict `:` type($result) `from` type($vector)";
  }
}
