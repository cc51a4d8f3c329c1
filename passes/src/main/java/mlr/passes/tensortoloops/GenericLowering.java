package mlr.passes.tensortoloops;

import java.util.ArrayList;
import java.util.List;
import mlr.dialects.arith.IntegerArithmetic.AddIOp;
import mlr.dialects.arith.IntegerArithmetic.CeilDivSIOp;
import mlr.dialects.arith.IntegerArithmetic.FloorDivSIOp;
import mlr.dialects.arith.IntegerArithmetic.MulIOp;
import mlr.dialects.arith.IntegerArithmetic.SubIOp;
import mlr.dialects.tensor.GenericOp;
import mlr.dialects.tensor.YieldOp;
import mlr.ir.IrMapping;
import mlr.ir.Location;
import mlr.ir.OpBuilder;
import mlr.ir.Operation;
import mlr.ir.Value;
import mlr.ir.attributes.AffineExpr;
import mlr.ir.attributes.AffineMapAttr;
import mlr.ir.definition.OpDefinition;

/** The loop nest of a {@code tensor.generic}; outputs start as copies of what they are given. */
record GenericLowering(GenericOp op, ElementLowering elements, TensorLowering tensors) {

  /** Computes the results into {@code targets}. */
  void compute(List<Value> targets, OpBuilder builder) {
    for (int i = 0; i < targets.size(); i++) {
      tensors.copy(op.outputs().get(i), targets.get(i), op.location(), builder);
    }
    LoopNest.over(op.loopExtents().orElseThrow(), op.location(), builder, (inner, loops) -> step(loops, targets, inner));
  }

  private void step(List<Value> loops, List<Value> targets, OpBuilder builder) {
    var mapping = new IrMapping();
    int inputs = op.inputs().size();
    for (int i = 0; i < inputs; i++) {
      if (!op.body().argument(i).isUnused()) {
        mapping.map(op.body().argument(i), elements.element(op.inputs().get(i), indices(i, loops, builder), op.location(), builder));
      }
    }
    var places = new ArrayList<List<Value>>();
    for (int i = 0; i < targets.size(); i++) {
      places.add(indices(inputs + i, loops, builder));
      if (!op.body().argument(inputs + i).isUnused()) {
        mapping.map(op.body().argument(inputs + i), Elements.load(targets.get(i), places.get(i), op.location(), builder));
      }
    }
    for (var inner : op.body()) {
      if (inner instanceof YieldOp end) {
        for (int i = 0; i < targets.size(); i++) {
          Elements.store(mapping.get(end.values().get(i)), targets.get(i), places.get(i), op.location(), builder);
        }
      } else {
        builder.insert(mapping.copy(inner));
      }
    }
  }

  private List<Value> indices(int operand, List<Value> loops, OpBuilder builder) {
    AffineMapAttr map = op.indexingMaps().get(operand);
    return map.results().stream().map(expression -> index(expression, loops, builder)).toList();
  }

  private Value index(AffineExpr expression, List<Value> loops, OpBuilder builder) {
    var location = op.location();
    return switch (expression) {
      case AffineExpr.Dimension dimension -> loops.get(dimension.position());
      case AffineExpr.Constant constant -> LoopNest.index(constant.value(), location, builder);
      case AffineExpr.Binary(var operator, var left, var right) -> binary(operator, index(left, loops, builder), index(right, loops, builder), location, builder);
      case AffineExpr.Symbol _ -> throw new IllegalStateException("indexing maps have no symbols");
    };
  }

  private static Value binary(AffineExpr.Operator operator, Value a, Value b, Location location, OpBuilder builder) {
    return switch (operator) {
      case ADD -> create(AddIOp.DEFINITION, a, b, location, builder);
      case MULTIPLY -> create(MulIOp.DEFINITION, a, b, location, builder);
      case FLOOR_DIVIDE -> create(FloorDivSIOp.DEFINITION, a, b, location, builder);
      case CEIL_DIVIDE -> create(CeilDivSIOp.DEFINITION, a, b, location, builder);
      // a mod b = a - floor(a / b) * b
      case MODULO -> create(SubIOp.DEFINITION, a, create(MulIOp.DEFINITION, create(FloorDivSIOp.DEFINITION, a, b, location, builder), b, location, builder), location, builder);
    };
  }

  private static Value create(OpDefinition<? extends Operation> definition, Value a, Value b, Location location, OpBuilder builder) {
    return builder.create(definition, location, a, b).result();
  }
}
