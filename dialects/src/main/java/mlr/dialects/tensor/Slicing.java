package mlr.dialects.tensor;

import java.util.ArrayList;
import java.util.List;
import mlr.dialects.memref.MixedIndices;
import mlr.dialects.memref.Slices;
import mlr.ir.Location;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.definition.AttributeHandle;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Trait;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.eval.Kernel;
import mlr.ir.eval.RuntimeValues;
import mlr.ir.eval.TensorValue;
import mlr.ir.types.IntegerType;
import mlr.ir.types.RankedTensorType;
import mlr.ir.types.ShapedType;

/** Parts of tensors and tensors from parts; syntax and meaning are upstream's, sizes and strides static. */
public final class Slicing {
  private Slicing() {}

  static List<OpDefinition<?>> all() {
    return List.of(ExtractSliceOp.DEFINITION, InsertSliceOp.DEFINITION, ConcatOp.DEFINITION);
  }

  private static void check(Operation op, RankedTensorType whole, RankedTensorType part, DiagnosticEngine diagnostics) {
    var sizes = Slices.statics(op, "sizes");
    var strides = Slices.statics(op, "strides");
    var offsets = Slices.statics(op, "offsets");
    if (!Slices.checkOperands(op, op.definition().operands().size() - 3, diagnostics)) {
      return;
    }
    if (sizes.size() != whole.rank() || strides.size() != whole.rank() || offsets.size() != whole.rank()) {
      diagnostics.opError(op, "expected an offset, a size and a stride for each of the " + whole.rank() + " dimensions of '" + whole + "'");
    } else if (!Slices.hasStaticSizesAndStrides(op)) {
      diagnostics.opError(op, "expects static sizes and strides");
    } else if (!whole.element().equals(part.element()) || !Slices.isRankReduced(sizes, part.shape())) {
      diagnostics.opError(op, "type '" + part + "' does not have the sizes " + sizes + ", of which extents of 1 may be left out");
    } else {
      for (int i = 0; i < sizes.size(); i++) {
        long last = offsets.get(i) + (sizes.get(i) - 1) * strides.get(i);
        if (offsets.get(i) != ShapedType.DYNAMIC && (offsets.get(i) < 0 || last >= whole.shape().get(i))) {
          diagnostics.opError(op, "slice runs out of dimension " + i + ": it ends at " + last + ", the extent is " + whole.shape().get(i));
        }
      }
    }
  }

  private static int[] positions(RankedTensorType whole, Slices.Numbers slice) {
    var positions = new int[Indexing.count(slice.sizes())];
    var at = new long[whole.rank()];
    Indexing.forEach(slice.sizes(), (i, indices) -> {
      for (int axis = 0; axis < at.length; axis++) {
        at[axis] = slice.offsets().get(axis) + indices[axis] * slice.strides().get(axis);
      }
      positions[i] = Indexing.position(whole.shape(), at);
    });
    return positions;
  }

  /** {@code tensor.extract_slice}. */
  public static final class ExtractSliceOp extends Operation {
    private static final OpSpec<ExtractSliceOp> SPEC =
        OpDefinition.named("tensor.extract_slice", ExtractSliceOp.class, ExtractSliceOp::new);
    private static final OperandHandle SOURCE = SPEC.operand("source", Indexing.STATIC_TENSOR);

    static {
      Slices.declare(SPEC);
      SPEC.result("result", Indexing.STATIC_TENSOR);
    }

    public static final OpDefinition<ExtractSliceOp> DEFINITION = SPEC.summary("extract slice operation")
        .description("The elements `offset + i * stride` of each dimension, for i below its size. Extents of 1 may be left out of the "
            + "result's type. A slice that leaves the tensor is undefined behaviour.")
        .traits(Trait.ATTR_SIZED_OPERAND_SEGMENTS).effects().assembly(new SliceFormat(false)).eval(op -> {
          var numbers = Slices.numbers(op, 1);
          return Kernel.General.strict(a -> op.extract((TensorValue) a[0], numbers.apply(a)));
        })
        .verify((op, diagnostics) -> check(op, Indexing.type(op.source()), Indexing.type(op.result()), diagnostics)).build();

    ExtractSliceOp(OperationState state) {
      super(state);
    }

    public Value source() {
      return SOURCE.in(this);
    }

    public MixedIndices offsets() {
      return Slices.part(this, "offsets", 1);
    }

    public List<Long> sizes() {
      return Slices.statics(this, "sizes");
    }

    public List<Long> strides() {
      return Slices.statics(this, "strides");
    }

    /** What makes a slice; {@code offsets} has {@code ShapedType.DYNAMIC} where the next of {@code dynamicOffsets} stands. */
    public static OperationState of(Value source, RankedTensorType result, List<Long> offsets, List<? extends Value> dynamicOffsets,
        List<Long> sizes, List<Long> strides, Location location) {
      return Slices.set(OperationState.of(DEFINITION, location).operand(source), 1, offsets, dynamicOffsets, sizes, strides).result(result);
    }

    private Object extract(TensorValue source, Slices.Numbers slice) {
      var positions = positions(Indexing.type(source()), slice);
      var elements = new Object[positions.length];
      for (int i = 0; i < elements.length; i++) {
        elements[i] = source.get(positions[i]);
      }
      return RuntimeValues.tensor(Indexing.type(result()), elements);
    }
  }

  /** {@code tensor.insert_slice}. */
  public static final class InsertSliceOp extends Operation {
    private static final OpSpec<InsertSliceOp> SPEC =
        OpDefinition.named("tensor.insert_slice", InsertSliceOp.class, InsertSliceOp::new);
    private static final OperandHandle SOURCE = SPEC.operand("source", Indexing.STATIC_TENSOR);
    private static final OperandHandle DEST = SPEC.operand("dest", Indexing.STATIC_TENSOR);

    static {
      Slices.declare(SPEC);
      SPEC.result("result", Indexing.STATIC_TENSOR);
    }

    public static final OpDefinition<InsertSliceOp> DEFINITION = SPEC.summary("insert slice operation")
        .description("`dest` with the elements `offset + i * stride` of each dimension, for i below its size, replaced by those of "
            + "`source`. A slice that leaves the tensor is undefined behaviour.")
        .traits(Trait.ATTR_SIZED_OPERAND_SEGMENTS).effects().assembly(new SliceFormat(true)).eval(op -> {
          var numbers = Slices.numbers(op, 2);
          return Kernel.General.strict(a -> op.insert((TensorValue) a[0], (TensorValue) a[1], numbers.apply(a)));
        })
        .verify((op, diagnostics) -> check(op, Indexing.type(op.destination()), Indexing.type(op.source()), diagnostics)).build();

    InsertSliceOp(OperationState state) {
      super(state);
    }

    public Value source() {
      return SOURCE.in(this);
    }

    public Value destination() {
      return DEST.in(this);
    }

    public MixedIndices offsets() {
      return Slices.part(this, "offsets", 2);
    }

    public List<Long> sizes() {
      return Slices.statics(this, "sizes");
    }

    public List<Long> strides() {
      return Slices.statics(this, "strides");
    }

    /** What makes an insertion of a slice. */
    public static OperationState of(Value source, Value destination, List<Long> offsets, List<? extends Value> dynamicOffsets, List<Long> sizes,
        List<Long> strides, Location location) {
      return Slices.set(OperationState.of(DEFINITION, location).operands(source, destination), 2, offsets, dynamicOffsets, sizes, strides)
          .result(destination.type());
    }

    private Object insert(TensorValue source, TensorValue old, Slices.Numbers slice) {
      var type = Indexing.type(destination());
      var elements = new Object[old.size()];
      for (int i = 0; i < elements.length; i++) {
        elements[i] = old.get(i);
      }
      var positions = positions(type, slice);
      for (int i = 0; i < positions.length; i++) {
        elements[positions[i]] = source.get(i);
      }
      return RuntimeValues.tensor(type, elements);
    }
  }

  /** {@code tensor.concat}. */
  public static final class ConcatOp extends Operation {
    private static final OpSpec<ConcatOp> SPEC = OpDefinition.named("tensor.concat", ConcatOp.class, ConcatOp::new);
    private static final AttributeHandle<IntegerAttr> DIM =
        SPEC.typedAttribute("dim", IntegerAttr.class, IntegerType.I64, "dimension along which the inputs follow each other");
    private static final OperandHandle INPUTS = SPEC.variadicOperand("inputs", Indexing.STATIC_TENSOR);

    static {
      SPEC.result("result", Indexing.STATIC_TENSOR);
    }

    public static final OpDefinition<ConcatOp> DEFINITION = SPEC.summary("tensor concatenation operation")
        .description("The inputs one behind the other along a dimension; their other extents are equal.")
        .traits(Trait.PURE).assembly("`dim` `(` $dim `)` $inputs attr-dict `:` functional-type(operands, results)").verify(ConcatOp::check)
        .eval(op -> Kernel.General.strict(op::concatenate)).build();

    ConcatOp(OperationState state) {
      super(state);
    }

    public int dimension() {
      return (int) DIM.in(this).value();
    }

    public List<Value> inputs() {
      return INPUTS.all(this);
    }

    private Object concatenate(Object[] a) {
      var type = Indexing.type(result());
      var elements = new Object[Math.toIntExact(type.elementCount())];
      int dimension = dimension();
      long start = 0;
      for (var value : a) {
        var part = (TensorValue) value;
        long offset = start;
        var shape = part.type().shape();
        Indexing.forEach(shape, (i, indices) -> {
          var at = indices.clone();
          at[dimension] += offset;
          elements[Indexing.position(type.shape(), at)] = part.get(i);
        });
        start += shape.get(dimension);
      }
      return RuntimeValues.tensor(type, elements);
    }

    private void check(DiagnosticEngine diagnostics) {
      var type = Indexing.type(result());
      if (inputs().isEmpty() || dimension() < 0 || dimension() >= type.rank()) {
        diagnostics.opError(this, "requires at least one input and a dimension below the rank " + type.rank());
        return;
      }
      long sum = 0;
      for (var input : inputs()) {
        var shape = new ArrayList<>(Indexing.type(input).shape());
        if (shape.size() != type.rank()) {
          diagnostics.opError(this, "rank of concatenated inputs must match result rank " + type.rank());
          return;
        }
        sum += shape.set(dimension(), type.shape().get(dimension()));
        if (!shape.equals(type.shape()) || !Indexing.type(input).element().equals(type.element())) {
          diagnostics.opError(this, "input '" + input.type() + "' differs from result '" + type + "' in more than dimension " + dimension());
        }
      }
      if (sum != type.shape().get(dimension())) {
        diagnostics.opError(this, "result extent " + type.shape().get(dimension()) + " is not the sum " + sum + " of the inputs' extents");
      }
    }
  }
}
