package mlr.dialects.memref;

import java.util.Optional;
import mlr.dialects.elementwise.Constants;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.definition.FoldResult;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;
import mlr.ir.eval.Kernel;
import mlr.ir.eval.MemRefValue;
import mlr.ir.eval.PoisonResult;
import mlr.ir.interfaces.NamedByMnemonic;
import mlr.ir.interfaces.ViewLikeInterface;
import mlr.ir.types.MemRefType;

/** {@code memref.cast}: the same memory under a type that knows more or less of its extents and layout. */
public final class CastOp extends Operation implements NamedByMnemonic, ViewLikeInterface {
  private static final OpSpec<CastOp> SPEC = OpDefinition.named("memref.cast", CastOp.class, CastOp::new);
  private static final OperandHandle SOURCE = SPEC.operand("source", Types.MEMREF);

  static {
    SPEC.result("dest", Types.MEMREF);
  }

  public static final OpDefinition<CastOp> DEFINITION = SPEC.summary("memref cast operation")
      .description("The same memory under a type whose static extents and strides agree with the source's; poison where dynamic ones turn out not to.")
      .traits(Trait.PURE).assembly("$source attr-dict `:` type($source) `to` type($dest)")
      .eval(op -> Kernel.General.strict(a -> {
        var source = (MemRefValue) a[0];
        var type = (MemRefType) op.result().type();
        if (!ShapeCompatibility.of(source.sizes(), type.shape()) || !ShapeCompatibility.of(source.strides(), MemRefValue.strides(type))) {
          throw PoisonResult.INSTANCE;
        }
        return source.window(type, 0, source.sizes(), source.strides());
      }))
      .fold((op, _) -> op.fold()).canonicalize(CastFolding.into(CastOp.class, "memref.cast", CastOp::fits))
      .verify((op, diagnostics) -> {
        var from = (MemRefType) op.source().type();
        if (!op.fits(from)) {
          var to = op.result().type();
          diagnostics.opError(op, "operand type '" + from + "' and result type '" + to + "' are cast incompatible");
        }
      }).build();

  CastOp(OperationState state) {
    super(state);
  }

  /** Whether memory of a type can be that of the result. */
  private boolean fits(MemRefType from) {
    var to = (MemRefType) result().type();
    return from.element().equals(to.element()) && ShapeCompatibility.of(from.shape(), to.shape()) && from.memorySpace().equals(to.memorySpace())
        && ShapeCompatibility.of(MemRefValue.strides(from), MemRefValue.strides(to));
  }

  private Optional<FoldResult> fold() {
    if (source().type().equals(result().type())) {
      return Constants.existing(source());
    }
    return CastFolding.sourceOfCast(source()).filter(before -> before.type().equals(result().type())).flatMap(Constants::existing);
  }

  public Value source() {
    return SOURCE.in(this);
  }

  @Override
  public Value viewSource() {
    return source();
  }
}
