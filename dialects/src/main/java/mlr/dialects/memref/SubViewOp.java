package mlr.dialects.memref;

import java.util.List;
import java.util.stream.IntStream;
import mlr.ir.Location;
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

/** {@code memref.subview}: a strided window on a memref. */
public final class SubViewOp extends Operation implements NamedByMnemonic, ViewLikeInterface {
  private static final OpSpec<SubViewOp> SPEC = OpDefinition.named("memref.subview", SubViewOp.class, SubViewOp::new);
  private static final OperandHandle SOURCE = SPEC.operand("source", Types.MEMREF);

  static {
    Slices.declare(SPEC);
    SPEC.result("result", Types.MEMREF);
  }

  public static final OpDefinition<SubViewOp> DEFINITION = SPEC.summary("memref subview operation")
      .description("""
          The elements `offset + i * stride` of each dimension, for i below its size: the same memory, without a copy. Extents of 1 may
          be left out of the result's type, whose layout says the strides and the offset.""")
      .traits(Trait.PURE, Trait.ATTR_SIZED_OPERAND_SEGMENTS).assembly(new Syntax()).verify(SubViewOp::check)
      .eval(op -> {
        var numbers = Slices.numbers(op, 1);
        return Kernel.General.strict(arguments -> op.window((MemRefValue) arguments[0], numbers.apply(arguments)));
      }).build();

  SubViewOp(OperationState state) {
    super(state);
  }

  public Value source() {
    return SOURCE.in(this);
  }

  @Override
  public Value viewSource() {
    return source();
  }

  /** Offsets of the window. */
  public MixedIndices offsets() {
    return Slices.part(this, "offsets", 1);
  }

  /** Extents of the window. */
  public MixedIndices sizes() {
    return Slices.part(this, "sizes", 1);
  }

  /** Steps of the window in elements of the source's dimensions. */
  public MixedIndices strides() {
    return Slices.part(this, "strides", 1);
  }

  /** What makes a window with static sizes and strides. */
  public static OperationState of(Value source, MemRefType result, List<Long> offsets, List<? extends Value> dynamicOffsets, List<Long> sizes,
      List<Long> strides, Location location) {
    return Slices.set(OperationState.of(DEFINITION, location).operand(source), 1, offsets, dynamicOffsets, sizes, strides).result(result);
  }

  private Object window(MemRefValue memref, Slices.Numbers slice) {
    var type = (MemRefType) result().type();
    var strides = memref.strides();
    long start = 0;
    for (int i = 0; i < strides.size(); i++) {
      start += slice.offsets().get(i) * strides.get(i);
    }
    var kept = type.rank() == strides.size() ? IntStream.range(0, type.rank()).boxed()
        .toList() : Slices.keptDimensions(slice.sizes(), type.shape());
    return memref.window(type, start, kept.stream().map(slice.sizes()::get).toList(), kept.stream()
        .map(i -> slice.strides().get(i) * strides.get(i)).toList());
  }

  private void check(DiagnosticEngine diagnostics) {
    int rank = ((MemRefType) source().type()).rank();
    for (var part : List.of("offsets", "sizes", "strides")) {
      if (Slices.statics(this, part).size() != rank) {
        diagnostics.opError(this, "expected " + rank + " " + part + ", one for each dimension, but got " + Slices.statics(this, part).size());
        return;
      }
    }
    if (!Slices.checkOperands(this, 1, diagnostics) || !ShapeCompatibility.check(this, (MemRefType) source().type(), (MemRefType) result().type(), diagnostics)) {
      return;
    }
    if (!Slices.isRankReduced(Slices.statics(this, "sizes"), ((MemRefType) result().type()).shape())) {
      diagnostics.opError(this, "result type '" + result()
          .type() + "' does not have the sizes " + Slices.statics(this, "sizes") + ", of which extents of 1 may be left out");
      return;
    }
    checkLayout((MemRefType) source().type(), (MemRefType) result().type(), diagnostics);
  }

  private void checkLayout(MemRefType from, MemRefType to, DiagnosticEngine diagnostics) {
    var actual = StridedLayout.of(to);
    var expected = StridedLayout.of(from).map(layout -> layout.window(Slices.statics(this, "offsets"), Slices.statics(this, "strides")))
        .map(layout -> to.rank() == from.rank() ? layout : layout.keeping(Slices.keptDimensions(Slices.statics(this, "sizes"), to.shape())));
    if (expected.isPresent() && !expected.equals(actual)) {
      diagnostics.opError(this, "expected result type with layout '" + expected.get() + "' or a rank-reduced version, but got '" + to + "' (mismatch of result layout)");
    }
  }

  /** {@code %m[0, %i] [4, 4] [1, 1] : T to U}. */
  private record Syntax() implements AssemblyFormat {
    @Override
    public void parse(OpParser parser, OperationState state) {
      var source = parser.parseOperand();
      var lists = Slices.parse(parser);
      parser.parseOptionalAttributeDictionary(state);
      parser.parsePunctuation(":");
      parser.resolveOperand(source, parser.parseType(), state);
      parser.parseKeyword("to");
      state.result(parser.parseType());
      Slices.resolve(lists, 1, parser, state);
    }

    @Override
    public void print(Operation op, OpPrinter printer) {
      printer.print(" ").printOperand(op.operand(0));
      Slices.print(op, 1, printer);
      printer.printOptionalAttributeDictionary(op, Slices.ELIDED).print(" : ").printType(op.operand(0).type()).print(" to ")
          .printType(op.result().type());
    }

    @Override
    public String syntax() {
      return "$source `[` offsets `]` `[` sizes `]` `[` strides `]` attr-dict `:` type($source) `to` type($result)";
    }
  }
}
