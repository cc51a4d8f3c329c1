package mlr.dialects.tensor;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import mlr.dialects.elementwise.Constants;
import mlr.ir.Location;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.attributes.DenseArrayAttr;
import mlr.ir.definition.AttributeHandle;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.eval.Kernel;
import mlr.ir.eval.RuntimeValues;
import mlr.ir.eval.TensorValue;
import mlr.ir.types.IntegerType;
import mlr.ir.types.RankedTensorType;
import mlr.ir.types.ShapedType;

/** The same elements in another order, shape or number. */
public final class Rearrangement {
  private Rearrangement() {}

  static List<OpDefinition<?>> all() {
    return List.of(TransposeOp.DEFINITION, ReshapeOp.DEFINITION, BroadcastOp.DEFINITION, ReverseOp.DEFINITION);
  }

  /** {@code tensor.transpose}. */
  public static final class TransposeOp extends Operation {
    private static final OpSpec<TransposeOp> SPEC = OpDefinition.named("tensor.transpose", TransposeOp.class, TransposeOp::new);
    private static final OperandHandle INPUT = SPEC.operand("input", Indexing.STATIC_TENSOR);
    private static final AttributeHandle<DenseArrayAttr> PERMUTATION =
        SPEC.typedAttribute("permutation", DenseArrayAttr.class, IntegerType.I64, "for each dimension of the result, the dimension of the input");

    static {
      SPEC.result("result", Indexing.STATIC_TENSOR);
    }

    public static final OpDefinition<TransposeOp> DEFINITION = SPEC.summary("dimensions in another order")
        .description("Dimension i of the result is dimension `permutation[i]` of the input.")
        .traits(Trait.PURE).assembly("$input `permutation` $permutation attr-dict `:` type($input) `to` type($result)")
        .infer(state -> List.of(transposed(Indexing.type(state.operands().getFirst()), ((DenseArrayAttr) state.attributes().get("permutation").orElseThrow())
        .values())))
        .eval(op -> Kernel.General.strict(op::transpose)).verify(TransposeOp::check)
        // transpose by the identity = x
        .fold((op, _) -> op.permutation().equals(identity(op.permutation().size())) ? Constants.existing(op.input()) : Optional.empty()).build();

    TransposeOp(OperationState state) {
      super(state);
    }

    public Value input() {
      return INPUT.in(this);
    }

    public List<Long> permutation() {
      return PERMUTATION.in(this).values();
    }

    /** What makes a transposition. */
    public static OperationState of(Value input, Location location, long... permutation) {
      return OperationState.of(DEFINITION, location).operands(input).attribute("permutation", DenseArrayAttr.i64(permutation));
    }

    private static List<Long> identity(int rank) {
      return IntStream.range(0, rank).mapToObj(i -> (long) i).toList();
    }

    private static Type transposed(RankedTensorType type, List<Long> permutation) {
      return RankedTensorType.of(type.element(), permutation.stream().map(p -> type.shape().get(p.intValue())).toList());
    }

    private Object transpose(Object[] a) {
      var source = (TensorValue) a[0];
      var shape = Indexing.type(input()).shape();
      var type = Indexing.type(result());
      var elements = new Object[source.size()];
      var at = new long[shape.size()];
      Indexing.forEach(type.shape(), (i, indices) -> {
        for (int axis = 0; axis < at.length; axis++) {
          at[permutation().get(axis).intValue()] = indices[axis];
        }
        elements[i] = source.get(Indexing.position(shape, at));
      });
      return RuntimeValues.tensor(type, elements);
    }

    private void check(DiagnosticEngine diagnostics) {
      var type = Indexing.type(input());
      if (!permutation().stream().sorted().toList().equals(identity(type.rank()))) {
        diagnostics.opError(this, permutation() + " is not a permutation of the " + type.rank() + " dimensions of '" + type + "'");
      } else if (!result().type().equals(transposed(type, permutation()))) {
        diagnostics.opError(this, "result type '" + result().type() + "' should be '" + transposed(type, permutation()) + "'");
      }
    }
  }

  /** {@code tensor.reshape}. */
  public static final class ReshapeOp extends Operation {
    private static final OpSpec<ReshapeOp> SPEC = OpDefinition.named("tensor.reshape", ReshapeOp.class, ReshapeOp::new);
    private static final OperandHandle INPUT = SPEC.operand("input", Indexing.STATIC_TENSOR);

    static {
      SPEC.result("result", Indexing.STATIC_TENSOR);
    }

    public static final OpDefinition<ReshapeOp> DEFINITION = SPEC.summary("another shape of as many elements")
        .description("The same elements, row-major, in another shape. Unlike upstream's operation of that name the shape is the result's type.")
        .traits(Trait.PURE).assembly("$input attr-dict `:` type($input) `to` type($result)")
        .eval(op -> Kernel.General.strict(a -> ((TensorValue) a[0]).withType((ShapedType) op.result().type())))
        .verify((op, diagnostics) -> {
          var from = Indexing.type(op.input());
          var to = Indexing.type(op.result());
          if (from.elementCount() != to.elementCount() || !from.element().equals(to.element())) {
            diagnostics.opError(op, "cannot reshape '" + from + "', of " + from.elementCount() + " elements, to '" + to + "', of "
                + to.elementCount());
          }
        })
        // reshape to its own type = x
        .fold((op, _) -> op.input().type().equals(op.result().type()) ? Constants.existing(op.input()) : Optional.empty()).build();

    ReshapeOp(OperationState state) {
      super(state);
    }

    public Value input() {
      return INPUT.in(this);
    }
  }

  /** {@code tensor.broadcast}. */
  public static final class BroadcastOp extends Operation {
    private static final OpSpec<BroadcastOp> SPEC = OpDefinition.named("tensor.broadcast", BroadcastOp.class, BroadcastOp::new);
    private static final OperandHandle INPUT = SPEC.operand("input", Types.SCALAR.or(Indexing.STATIC_TENSOR));

    static {
      SPEC.result("result", Indexing.STATIC_TENSOR);
    }

    public static final OpDefinition<BroadcastOp> DEFINITION = SPEC.summary("repetition along dimensions")
        .description("By NumPy's rule: shapes are aligned at their last dimension, and the input is repeated along dimensions that it lacks "
            + "or where its extent is 1. A scalar is repeated everywhere.")
        .traits(Trait.PURE).assembly("$input attr-dict `:` type($input) `to` type($result)").eval(op -> Kernel.General.strict(op::broadcast))
        .verify(BroadcastOp::check)
        // broadcast to its own type = x
        .fold((op, _) -> op.input().type().equals(op.result().type()) ? Constants.existing(op.input()) : Optional.empty()).build();

    BroadcastOp(OperationState state) {
      super(state);
    }

    public Value input() {
      return INPUT.in(this);
    }

    private Object broadcast(Object[] a) {
      var type = Indexing.type(result());
      if (!(a[0] instanceof TensorValue source)) {
        return RuntimeValues.splat(type, a[0]);
      }
      var shape = ((ShapedType) input().type()).shape();
      int lead = type.rank() - shape.size();
      var elements = new Object[Math.toIntExact(type.elementCount())];
      var at = new long[shape.size()];
      Indexing.forEach(type.shape(), (i, indices) -> {
        for (int axis = 0; axis < at.length; axis++) {
          at[axis] = shape.get(axis) == 1 ? 0 : indices[lead + axis];
        }
        elements[i] = source.get(Indexing.position(shape, at));
      });
      return RuntimeValues.tensor(type, elements);
    }

    private void check(DiagnosticEngine diagnostics) {
      var type = Indexing.type(result());
      List<Long> shape = input().type() instanceof ShapedType shaped ? shaped.shape() : List.of();
      int lead = type.rank() - shape.size();
      boolean good = lead >= 0 && ShapedType.elementOrSelf(input().type()).equals(type.element());
      for (int i = 0; good && i < shape.size(); i++) {
        good = shape.get(i) == 1 || shape.get(i).equals(type.shape().get(lead + i));
      }
      if (!good) {
        diagnostics.opError(this, "cannot broadcast '" + input().type() + "' to '" + type + "'");
      }
    }
  }

  /** {@code tensor.reverse}. */
  public static final class ReverseOp extends Operation {
    private static final OpSpec<ReverseOp> SPEC = OpDefinition.named("tensor.reverse", ReverseOp.class, ReverseOp::new);
    private static final OperandHandle INPUT = SPEC.operand("input", Indexing.STATIC_TENSOR);

    static {
      SPEC.result("result", Indexing.STATIC_TENSOR);
    }

    public static final OpDefinition<ReverseOp> DEFINITION = SPEC.summary("leading dimension in reverse")
        .description("The slices along the leading dimension in reverse order; the rank is at least 1.")
        .traits(Trait.PURE, Trait.SAME_OPERANDS_AND_RESULT_TYPE, Trait.INVOLUTION).assembly("$input attr-dict `:` type($input)")
        .eval(op -> Kernel.General.strict(op::reverse))
        .verify((op, diagnostics) -> {
          if (Indexing.type(op.input()).rank() == 0) {
            diagnostics.opError(op, "has no leading dimension to reverse");
          }
        }).build();

    ReverseOp(OperationState state) {
      super(state);
    }

    public Value input() {
      return INPUT.in(this);
    }

    private Object reverse(Object[] a) {
      var source = (TensorValue) a[0];
      var type = Indexing.type(input());
      int rows = type.shape().getFirst().intValue();
      int row = rows == 0 ? 0 : source.size() / rows;
      return RuntimeValues.tensor(type, IntStream.range(0, source.size()).mapToObj(i -> source.get((rows - 1 - i / row) * row + i % row)).toArray());
    }
  }
}
