package mlr.dialects.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mlr.ir.Block;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.attributes.AffineExpr;
import mlr.ir.attributes.AffineMapAttr;
import mlr.ir.attributes.ArrayAttr;
import mlr.ir.attributes.StringAttr;
import mlr.ir.definition.AttributeHandle;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.RegionHandle;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.types.RankedTensorType;
import mlr.ir.types.ShapedType;

/** {@code tensor.generic}: a loop nest over tensors given by affine indexing maps, as upstream's linalg.generic. */
public final class GenericOp extends Operation {
  private static final StringAttr PARALLEL = new StringAttr("parallel");
  private static final StringAttr REDUCTION = new StringAttr("reduction");
  private static final OpSpec<GenericOp> SPEC = OpDefinition.named("tensor.generic", GenericOp.class, GenericOp::new);
  private static final OperandHandle INPUTS = SPEC.variadicOperand("inputs", Types.ANY);
  private static final OperandHandle OUTPUTS = SPEC.variadicOperand("outputs", Indexing.STATIC_TENSOR);
  private static final AttributeHandle<ArrayAttr> MAPS = SPEC.attribute("indexing_maps", ArrayAttr.class, "an affine map for each input and output",
      a -> a.elements().stream().allMatch(AffineMapAttr.class::isInstance));
  private static final AttributeHandle<ArrayAttr> ITERATORS =
      SPEC.attribute("iterator_types", ArrayAttr.class, "parallel or reduction for each loop, outermost first",
      a -> a.elements().stream().allMatch(e -> e.equals(PARALLEL) || e.equals(REDUCTION)));
  private static final RegionHandle BODY = SPEC.region("region");

  static {
    SPEC.variadicResult("results", Indexing.STATIC_TENSOR);
  }

  public static final OpDefinition<GenericOp> DEFINITION = SPEC.summary("loop nest over tensors")
      .description("""
          A perfect loop nest, one loop for each iterator, in row-major order. In each step the body sees the elements of inputs and outputs that
          their indexing maps (from loop indices to element indices) name, and yields new elements of the outputs. Results start as the
          outputs' values; scalars as inputs have maps without results.""")
      .traits(Trait.SINGLE_BLOCK, Trait.RECURSIVE_EFFECTS, Trait.ATTR_SIZED_OPERAND_SEGMENTS).assembly(new GenericFormat()).verify(GenericOp::check)
      .build();

  GenericOp(OperationState state) {
    super(state);
  }

  public List<Value> inputs() {
    return INPUTS.all(this);
  }

  public List<Value> outputs() {
    return OUTPUTS.all(this);
  }

  /** The maps of inputs, then outputs, from loop indices to element indices. */
  public List<AffineMapAttr> indexingMaps() {
    return MAPS.in(this).elements().stream().map(AffineMapAttr.class::cast).toList();
  }

  /** parallel or reduction for each loop, outermost first. */
  public List<String> iteratorTypes() {
    return ITERATORS.in(this).strings();
  }

  public Block body() {
    return BODY.in(this).entry();
  }

  /** Number of steps of each loop, outermost first, from the dimensions that some map names alone; empty when one is not determined. */
  public Optional<List<Long>> loopExtents() {
    var extents = new ArrayList<Long>();
    for (int loop = 0; loop < iteratorTypes().size(); loop++) {
      var extent = extentOf(new AffineExpr.Dimension(loop));
      if (extent.isEmpty()) {
        return Optional.empty();
      }
      extents.add(extent.get());
    }
    return Optional.of(extents);
  }

  private Optional<Long> extentOf(AffineExpr.Dimension dimension) {
    for (int i = 0; i < operandCount(); i++) {
      int at = indexingMaps().get(i).results().indexOf(dimension);
      if (at >= 0 && operand(i).type() instanceof RankedTensorType type) {
        return Optional.of(type.shape().get(at));
      }
    }
    return Optional.empty();
  }

  private void check(DiagnosticEngine diagnostics) {
    if (indexingMaps().size() != operandCount()) {
      diagnostics.opError(this, "expected the number of indexing_maps (" + indexingMaps()
          .size() + ") to be equal to the number of inputs and outputs (" + operandCount() + ")");
      return;
    }
    for (int i = 0; i < operandCount(); i++) {
      int rank = operand(i).type() instanceof RankedTensorType type ? type.rank() : 0;
      var map = indexingMaps().get(i);
      if (map.dimensions() != iteratorTypes().size() || map.symbols() != 0 || map.results().size() != rank) {
        diagnostics.opError(this, "expected indexing_map #" + i + " to have " + iteratorTypes()
            .size() + " dimensions, no symbols and " + rank + " results");
        return;
      }
    }
    if (loopExtents().isEmpty()) {
      diagnostics.opError(this, "expected every loop to be a dimension of some operand, so that its extent is known");
    }
    if (!resultTypes().equals(outputs().stream().map(Value::type).toList())) {
      diagnostics.opError(this, "expected results of the outputs' types");
    }
    checkBody(diagnostics);
  }

  private void checkBody(DiagnosticEngine diagnostics) {
    if (BODY.in(this).isEmpty() || body().arguments().size() != operandCount()) {
      diagnostics.opError(this, "expected a body with an argument for each input and output");
      return;
    }
    for (int i = 0; i < operandCount(); i++) {
      var element = ShapedType.elementOrSelf(operand(i).type());
      if (!body().argument(i).type().equals(element)) {
        diagnostics.opError(this, "expected argument " + i + " of the body to be of type '" + element + "'");
      }
    }
    var elements = outputs().stream().map(o -> ShapedType.elementOrSelf(o.type())).toList();
    if (body().last().isEmpty() || !(body().last().get() instanceof YieldOp yield) || !yield.values().stream().map(Value::type).toList()
        .equals(elements)) {
      diagnostics.opError(this, "expected the body to end with 'tensor.yield' of " + elements);
    }
  }
}
