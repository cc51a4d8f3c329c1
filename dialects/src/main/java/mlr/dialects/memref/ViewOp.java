package mlr.dialects.memref;

import java.util.List;
import mlr.ir.Location;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
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
import mlr.ir.types.IntegerType;
import mlr.ir.types.MemRefType;
import mlr.ir.types.ShapedType;

/** {@code memref.view}: bytes from an offset on as a memref of any element type. */
public final class ViewOp extends Operation implements NamedByMnemonic, ViewLikeInterface {
  private static final OpSpec<ViewOp> SPEC = OpDefinition.named("memref.view", ViewOp.class, ViewOp::new);
  private static final OperandHandle SOURCE = SPEC.operand("source", Types.MEMREF);
  private static final OperandHandle BYTE_SHIFT = SPEC.operand("byte_shift", Types.INDEX);
  private static final OperandHandle SIZES = SPEC.variadicOperand("sizes", Types.INDEX);

  static {
    SPEC.result("result", Types.MEMREF);
  }

  public static final OpDefinition<ViewOp> DEFINITION = SPEC.summary("memref view operation")
      .description("""
          The bytes of a one-dimensional `memref<…xi8>` from `byte_shift` on, as a contiguous memref of the result's type; a size operand for each
          of its dynamic extents.""")
      .traits(Trait.PURE).assembly("$source `[` $byte_shift `]` `` `[` $sizes `]` attr-dict `:` type($source) `to` type($result)")
      .eval(op -> op.view((MemRefType) op.result().type())).verify(ViewOp::check).build();

  ViewOp(OperationState state) {
    super(state);
  }

  public Value source() {
    return SOURCE.in(this);
  }

  @Override
  public Value viewSource() {
    return source();
  }

  /** Offset of the first byte. */
  public Value byteShift() {
    return BYTE_SHIFT.in(this);
  }

  /** The extents that the result's type leaves open. */
  public List<Value> sizes() {
    return SIZES.all(this);
  }

  /** What makes a view of a static type. */
  public static OperationState of(Value source, Value byteShift, MemRefType type, Location location) {
    return OperationState.of(DEFINITION, location).operands(source, byteShift).result(type);
  }

  private Kernel view(MemRefType type) {
    var known = MemRefValue.contiguous(type.shape());
    return Kernel.General.strict(arguments -> {
      var source = (MemRefValue) arguments[0];
      var extents = MixedIndices.resolve(type.shape(), arguments, 2);
      var strides = type.hasStaticShape() ? known : MemRefValue.contiguous(extents);
      return new MemRefValue(source.memory(), source.byteOffset() + (Long) arguments[1], type, extents, strides);
    });
  }

  private void check(DiagnosticEngine diagnostics) {
    var from = (MemRefType) source().type();
    var to = (MemRefType) result().type();
    if (from.rank() != 1 || !from.element().equals(IntegerType.I8) || from.layout().isPresent() || to.layout().isPresent()) {
      diagnostics.opError(this, "views a contiguous memref of i8 with one dimension as a contiguous memref, not '" + from + "' as '" + to + "'");
    } else if (!from.memorySpace().equals(to.memorySpace())) {
      diagnostics.opError(this, "different memory spaces specified for base memref type '" + from + "' and view memref type '" + to + "'");
    } else if (to.shape().stream().filter(d -> d == ShapedType.DYNAMIC).count() != sizes().size()) {
      diagnostics.opError(this, "incorrect number of size operands for type " + to);
    }
  }
}
