package mlr.dialects.memref;

import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.definition.AssemblyFormat;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.eval.Kernel;
import mlr.ir.eval.MemRefValue;
import mlr.ir.interfaces.NamedByMnemonic;
import mlr.ir.interfaces.ViewLikeInterface;
import mlr.ir.text.OpParser;
import mlr.ir.text.OpPrinter;
import mlr.ir.types.MemRefType;

/** {@code memref.reinterpret_cast}: the same memory with any offset, extents and strides. */
public final class ReinterpretCastOp extends Operation implements NamedByMnemonic, ViewLikeInterface {
  private static final OpSpec<ReinterpretCastOp> SPEC =
      OpDefinition.named("memref.reinterpret_cast", ReinterpretCastOp.class, ReinterpretCastOp::new);
  private static final OperandHandle SOURCE = SPEC.operand("source", Types.MEMREF);

  static {
    Slices.declare(SPEC);
    SPEC.result("result", Types.MEMREF);
  }

  public static final OpDefinition<ReinterpretCastOp> DEFINITION = SPEC.summary("memref reinterpret cast operation")
      .description("""
          The memory of the source from `offset` elements on, with the given sizes and strides (in elements). The source's own extents and
          layout do not matter; that the window stays inside the memory is the program's promise.""")
      .traits(Trait.PURE, Trait.ATTR_SIZED_OPERAND_SEGMENTS).assembly(new Syntax()).verify(ReinterpretCastOp::check)
      .eval(op -> {
        var numbers = Slices.numbers(op, 1);
        var type = (MemRefType) op.result().type();
        return Kernel.General.strict(arguments -> {
          var slice = numbers.apply(arguments);
          return ((MemRefValue) arguments[0]).window(type, slice.offsets().getFirst(), slice.sizes(), slice.strides());
        });
      }).build();

  ReinterpretCastOp(OperationState state) {
    super(state);
  }

  public Value source() {
    return SOURCE.in(this);
  }

  @Override
  public Value viewSource() {
    return source();
  }

  /** The one offset, in elements. */
  public MixedIndices offset() {
    return Slices.part(this, "offsets", 1);
  }

  public MixedIndices sizes() {
    return Slices.part(this, "sizes", 1);
  }

  public MixedIndices strides() {
    return Slices.part(this, "strides", 1);
  }

  private void check(DiagnosticEngine diagnostics) {
    var type = (MemRefType) result().type();
    if (!Slices.checkOperands(this, 1, diagnostics)) {
      return;
    }
    if (Slices.statics(this, "offsets").size() != 1 || Slices.statics(this, "sizes").size() != type.rank() || Slices.statics(this, "strides")
        .size() != type.rank()) {
      diagnostics.opError(this, "expected one offset and a size and a stride for each dimension of '" + type + "'");
    } else if (!ShapeCompatibility.of(type.shape(), Slices.statics(this, "sizes"))) {
      diagnostics.opError(this, "expected result type with sizes " + Slices.statics(this, "sizes") + ", but got '" + type + "'");
    } else if (ShapeCompatibility.check(this, (MemRefType) source().type(), type, diagnostics)) {
      var expected = new StridedLayout(Slices.statics(this, "offsets").getFirst(), Slices.statics(this, "strides"));
      if (StridedLayout.of(type).filter(layout -> !layout.isCompatible(expected)).isPresent()) {
        diagnostics.opError(this, "expected result type with layout '" + expected + "', but got '" + type + "'");
      }
    }
  }

  /** {@code %m to offset: [%o], sizes: [2, 3], strides: [3, 1] : T to U}. */
  private record Syntax() implements AssemblyFormat {
    @Override
    public void parse(OpParser parser, OperationState state) {
      var source = parser.parseOperand();
      parser.parseKeyword("to");
      var offset = list(parser, "offset");
      parser.parsePunctuation(",");
      var sizes = list(parser, "sizes");
      parser.parsePunctuation(",");
      var strides = list(parser, "strides");
      parser.parseOptionalAttributeDictionary(state);
      parser.parsePunctuation(":");
      parser.resolveOperand(source, parser.parseType(), state);
      parser.parseKeyword("to");
      state.result(parser.parseType());
      Slices.resolve(new Slices.Lists(offset, sizes, strides), 1, parser, state);
    }

    private static MixedIndices.Unresolved list(OpParser parser, String keyword) {
      parser.parseKeyword(keyword);
      parser.parsePunctuation(":");
      return MixedIndices.parse(parser);
    }

    @Override
    public void print(Operation op, OpPrinter printer) {
      printer.print(" ").printOperand(op.operand(0)).print(" to offset: ");
      Slices.part(op, "offsets", 1).print(printer);
      printer.print(", sizes: ");
      Slices.part(op, "sizes", 1).print(printer);
      printer.print(", strides: ");
      Slices.part(op, "strides", 1).print(printer);
      printer.printOptionalAttributeDictionary(op, Slices.ELIDED).print(" : ").printType(op.operand(0).type()).print(" to ")
          .printType(op.result().type());
    }

    @Override
    public String syntax() {
      return "$source `to` `offset` `:` offset `,` `sizes` `:` sizes `,` `strides` `:` strides attr-dict `:` type($source) `to` type($result)";
    }
  }
}
