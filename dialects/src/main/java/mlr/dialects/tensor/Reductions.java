package mlr.dialects.tensor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import mlr.ir.Location;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.attributes.DenseArrayAttr;
import mlr.ir.definition.AttributeHandle;
import mlr.ir.definition.AttributeSyntax;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.eval.Kernel;
import mlr.ir.eval.RuntimeValues;
import mlr.ir.eval.TensorValue;
import mlr.ir.types.FloatType;
import mlr.ir.types.IntegerType;
import mlr.ir.types.RankedTensorType;
import mlr.ir.types.ShapedType;

/** Many elements to one, in row-major order. */
public final class Reductions {
  private Reductions() {}

  static List<OpDefinition<?>> all() {
    return List.of(ReduceOp.DEFINITION, ArgmaxOp.DEFINITION, ArgminOp.DEFINITION);
  }

  /** {@code tensor.reduce}. */
  public static final class ReduceOp extends Operation {
    private static final OpSpec<ReduceOp> SPEC = OpDefinition.named("tensor.reduce", ReduceOp.class, ReduceOp::new);
    private static final AttributeHandle<ReductionKind> KIND = SPEC.attribute(
        new AttributeHandle<>("kind", ReductionKind.class, true, "sum, prod, min, max, minui or maxui", _ -> true)
            .written(new AttributeSyntax.Stripped("tensor", "reduction")));
    private static final OperandHandle INPUT = SPEC.operand("input", Indexing.STATIC_TENSOR);
    private static final AttributeHandle<DenseArrayAttr> AXES =
        SPEC.typedAttribute("axes", DenseArrayAttr.class, IntegerType.I64, "dimensions that disappear, ascending");

    static {
      SPEC.result("result", Types.SCALAR.or(Indexing.STATIC_TENSOR));
    }

    public static final OpDefinition<ReduceOp> DEFINITION = SPEC.summary("reduction along dimensions")
        .description("""
            Elements that differ only in the given dimensions become one, combined in row-major order: a sum starts from +0 and adds one after the
            other, a product starts from 1, a minimum `a < x ? a : x` or maximum `a > x ? a : x` from the first element. Nothing is fused or
            reassociated. With all dimensions the result is a scalar.""")
        .traits(Trait.PURE).assembly("$kind $input `axes` $axes attr-dict `:` type($input) `to` type($result)")
        .infer(state -> List.of(reduced(Indexing.type(state.operands().getFirst()), ((DenseArrayAttr) state.attributes().get("axes").orElseThrow()).values())))
        .eval(op -> Kernel.General.strict(op::reduce)).verify(ReduceOp::check).build();

    ReduceOp(OperationState state) {
      super(state);
    }

    public ReductionKind kind() {
      return KIND.in(this);
    }

    public Value input() {
      return INPUT.in(this);
    }

    public List<Long> axes() {
      return AXES.in(this).values();
    }

    /** What makes a reduction. */
    public static OperationState of(ReductionKind kind, Value input, Location location, long... axes) {
      return OperationState.of(DEFINITION, location).operands(input).attribute("kind", kind).attribute("axes", DenseArrayAttr.i64(axes));
    }

    private static Type reduced(RankedTensorType type, List<Long> axes) {
      var kept = IntStream.range(0, type.rank()).filter(i -> !axes.contains((long) i)).mapToObj(type.shape()::get).toList();
      return kept.isEmpty() ? type.element() : RankedTensorType.of(type.element(), kept);
    }

    private Object reduce(Object[] a) {
      var source = (TensorValue) a[0];
      var type = Indexing.type(input());
      var shape = result().type() instanceof ShapedType shaped ? shaped.shape() : List.<Long>of();
      var found = new ArrayList<Object>(Collections.nCopies(Math.toIntExact(shape.stream().reduce(1L, (x, y) -> x * y)), kind().start(type.element())
          .orElse(this)));
      Indexing.forEach(type.shape(), (i, indices) -> {
        int at = Indexing.position(shape, IntStream.range(0, indices.length).filter(axis -> !axes().contains((long) axis))
            .mapToLong(axis -> indices[axis]).toArray());
        // The operation itself marks an element that nothing was found for yet.
        found.set(at, found.get(at) == this ? source.get(i) : kind().combine(type.element(), found.get(at), source.get(i)));
      });
      return result().type() instanceof ShapedType shaped ? RuntimeValues.tensor(shaped, found.toArray()) : found.getFirst();
    }

    private void check(DiagnosticEngine diagnostics) {
      var type = Indexing.type(input());
      boolean ascending = IntStream.range(1, axes().size()).allMatch(i -> axes().get(i - 1) < axes().get(i));
      if (!ascending || axes().stream().anyMatch(axis -> axis < 0 || axis >= type.rank())) {
        diagnostics.opError(this, "axes " + axes() + " are not ascending dimensions of '" + type + "'");
      } else if (!reduced(type, axes()).equals(result().type())) {
        diagnostics.opError(this, "result type '" + result().type() + "' should be '" + reduced(type, axes()) + "'");
      } else if (type.element() instanceof FloatType && (kind() == ReductionKind.MINUI || kind() == ReductionKind.MAXUI)) {
        diagnostics.opError(this, "compares unsigned integers, not '" + type.element() + "'");
      }
    }
  }

  private static <T extends Operation> OpSpec<T> position(String mnemonic, Class<T> kind, Function<OperationState, T> factory,
      boolean greatest) {
    var spec = OpDefinition.named("tensor." + mnemonic, kind, factory);
    spec.operand("input", Indexing.STATIC_TENSOR);
    spec.result("result", Types.I32);
    return spec.traits(Trait.PURE).assembly("$input attr-dict `:` type($input) `->` type($result)").infer(_ -> List.of(IntegerType.I32))
        .eval(op -> Kernel.General.strict(a -> best(Indexing.type(op.operand(0)).element(), (TensorValue) a[0], greatest)))
        .verify((op, diagnostics) -> {
          if (Indexing.type(op.operand(0)).rank() != 1 || Indexing.type(op.operand(0)).elementCount() == 0) {
            diagnostics.opError(op, "takes a vector of at least one element, not '" + op.operand(0).type() + "'");
          }
        });
  }

  private static Object best(Type element, TensorValue vector, boolean greatest) {
    int best = 0;
    for (int i = 1; i < vector.size(); i++) {
      boolean better = greatest ? ReductionKind.isLess(element, vector.get(best), vector.get(i))
          : ReductionKind.isLess(element, vector.get(i), vector.get(best));
      best = better ? i : best;
    }
    return (long) best;
  }

  /** {@code tensor.argmax}. */
  public static final class ArgmaxOp extends Operation {
    public static final OpDefinition<ArgmaxOp> DEFINITION = position("argmax", ArgmaxOp.class, ArgmaxOp::new, true)
        .summary("position of the greatest element")
        .description("The position, from 0, of the first element that none exceeds by `>` (signed for integers), starting from the first.").build();

    ArgmaxOp(OperationState state) {
      super(state);
    }

    public Value input() {
      return operand(0);
    }
  }

  /** {@code tensor.argmin}. */
  public static final class ArgminOp extends Operation {
    public static final OpDefinition<ArgminOp> DEFINITION = position("argmin", ArgminOp.class, ArgminOp::new, false)
        .summary("position of the smallest element")
        .description("The position, from 0, of the first element that none is below by `<` (signed for integers), starting from the first.").build();

    ArgminOp(OperationState state) {
      super(state);
    }

    public Value input() {
      return operand(0);
    }
  }
}
