package mlr.dialects.memref;

import java.util.List;
import java.util.Optional;
import mlr.dialects.arith.ConstantOp;
import mlr.dialects.elementwise.Constants;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.definition.FoldResult;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Types;
import mlr.ir.eval.Kernel;
import mlr.ir.eval.MemRefValue;
import mlr.ir.eval.Poison;
import mlr.ir.eval.UndefinedBehavior;
import mlr.ir.interfaces.ConditionallySpeculatable;
import mlr.ir.interfaces.NamedByMnemonic;
import mlr.ir.types.IndexType;
import mlr.ir.types.MemRefType;
import mlr.ir.types.ShapedType;

/** {@code memref.dim}: an extent. */
public final class DimOp extends Operation implements ConditionallySpeculatable, NamedByMnemonic {
  private static final OpSpec<DimOp> SPEC = OpDefinition.named("memref.dim", DimOp.class, DimOp::new);
  private static final OperandHandle SOURCE = SPEC.operand("source", Types.MEMREF);
  private static final OperandHandle INDEX = SPEC.operand("index", Types.INDEX);

  static {
    SPEC.result("result", Types.INDEX);
  }

  public static final OpDefinition<DimOp> DEFINITION = SPEC.summary("dimension index operation")
      .description("The extent of the dimension that `index` says; undefined behaviour beyond the rank.")
      .effects().assembly("attr-dict $source `,` $index `:` type($source)").infer(_ -> List.of(IndexType.INDEX))
      .eval(op -> (Kernel.General) a -> new Object[] {op.size(a[0], a[1])})
      .fold((op, constants) -> Constants.integer(constants.get(1)).flatMap(op::extent)).canonicalize(CastFolding.into(DimOp.class, "memref.dim")).build();

  DimOp(OperationState state) {
    super(state);
  }

  public Value source() {
    return SOURCE.in(this);
  }

  public Value index() {
    return INDEX.in(this);
  }

  /** Where the dimension is a constant below the rank. */
  @Override
  public boolean isSpeculatable() {
    return Constants.integer(ConstantOp.valueOf(index())).filter(i -> i >= 0 && i < ((MemRefType) source().type()).rank()).isPresent();
  }

  private Object size(Object memref, Object index) {
    if (!(index instanceof Long dimension)) {
      throw new UndefinedBehavior("the dimension is poison");
    }
    int rank = ((MemRefType) source().type()).rank();
    if (dimension < 0 || dimension >= rank) {
      throw new UndefinedBehavior("dimension " + dimension + " of a memref of rank " + rank);
    }
    return memref instanceof MemRefValue value ? value.sizes().get(dimension.intValue()) : Poison.POISON;
  }

  /** The extent that the type says, or else the allocation. */
  private Optional<FoldResult> extent(long index) {
    var shape = ((MemRefType) source().type()).shape();
    if (index < 0 || index >= shape.size()) {
      return Optional.empty();
    }
    int dimension = (int) index;
    if (shape.get(dimension) != ShapedType.DYNAMIC) {
      return Constants.constant(IndexType.INDEX, shape.get(dimension));
    }
    int open = (int) shape.subList(0, dimension).stream().filter(extent -> extent == ShapedType.DYNAMIC).count();
    return source().definingOp().filter(op -> op instanceof AllocOp || op instanceof AllocaOp)
        .flatMap(allocation -> Constants.existing(AllocationFormat.dynamicSizes(allocation).get(open)));
  }
}
