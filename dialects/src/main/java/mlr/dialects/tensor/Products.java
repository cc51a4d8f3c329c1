package mlr.dialects.tensor;

import java.util.ArrayList;
import java.util.List;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.eval.Kernel;
import mlr.ir.eval.TensorValue;
import mlr.ir.types.RankedTensorType;

/** Contractions: fused multiply-add from +0.0 with the contracted index ascending (section 1 of the language, "Bits"). */
public final class Products {
  private Products() {}

  static List<OpDefinition<?>> all() {
    return List.of(MatmulOp.DEFINITION, DotOp.DEFINITION, PackedMatvecOp.DEFINITION);
  }

  /** {@code tensor.matmul}. */
  public static final class MatmulOp extends Operation {
    private static final OpSpec<MatmulOp> SPEC = OpDefinition.named("tensor.matmul", MatmulOp.class, MatmulOp::new);
    private static final OperandHandle LHS = SPEC.operand("lhs", Indexing.STATIC_TENSOR);
    private static final OperandHandle RHS = SPEC.operand("rhs", Indexing.STATIC_TENSOR);

    static {
      SPEC.result("result", Indexing.STATIC_TENSOR);
    }

    public static final OpDefinition<MatmulOp> DEFINITION = SPEC.summary("matrix product")
        .description("""
            Matrix times matrix (MxK by KxN gives MxN), matrix times vector (MxK by K gives M) or vector times matrix (K by KxN gives N). Each
            element is a fused multiply-add chain from +0.0 over k ascending; integers wrap.""")
        .traits(Trait.PURE).assembly("$lhs `,` $rhs attr-dict `:` type($lhs) `,` type($rhs) `->` type($result)")
        .infer(state -> resultTypes(state.operands().get(0), state.operands().get(1))).verify(MatmulOp::check)
        .eval(MatmulOp::multiplication).build();

    MatmulOp(OperationState state) {
      super(state);
    }

    public Value lhs() {
      return LHS.in(this);
    }

    public Value rhs() {
      return RHS.in(this);
    }

    private static List<Type> resultTypes(Value lhs, Value rhs) {
      var a = Indexing.type(lhs);
      var b = Indexing.type(rhs);
      var shape = new ArrayList<Long>();
      if (a.rank() == 2) {
        shape.add(a.shape().get(0));
      }
      if (b.rank() == 2) {
        shape.add(b.shape().get(1));
      }
      return List.of(RankedTensorType.of(a.element(), shape));
    }

    private Kernel multiplication() {
      var type = Indexing.type(result());
      var b = Indexing.type(rhs());
      int depth = Indexing.type(lhs()).shape().getLast().intValue();
      int columns = b.rank() == 2 ? b.shape().get(1).intValue() : 1;
      Contraction.Positions left = (i, k) -> i / columns * depth + k;
      Contraction.Positions right = (i, k) -> k * columns + i % columns;
      return Kernel.General.strict(arguments -> Contraction.run(type, depth, (TensorValue) arguments[0], left, (TensorValue) arguments[1], right));
    }

    private void check(DiagnosticEngine diagnostics) {
      var a = Indexing.type(lhs());
      var b = Indexing.type(rhs());
      boolean ranks = a.rank() >= 1 && a.rank() <= 2 && b.rank() >= 1 && b.rank() <= 2 && a.rank() + b.rank() > 2;
      if (!ranks || !a.shape().getLast().equals(b.shape().getFirst()) || !a.element().equals(b.element())) {
        diagnostics.opError(this, "cannot multiply '" + a + "' by '" + b
            + "': the last extent of the first must be the first extent of the second, and one of them a matrix");
      } else if (!resultTypes(lhs(), rhs()).equals(List.of(result().type()))) {
        diagnostics.opError(this, "result type '" + result().type() + "' should be '" + resultTypes(lhs(), rhs()).getFirst() + "'");
      }
    }
  }

  /** {@code tensor.dot}. */
  public static final class DotOp extends Operation {
    private static final OpSpec<DotOp> SPEC = OpDefinition.named("tensor.dot", DotOp.class, DotOp::new);
    private static final OperandHandle LHS = SPEC.operand("lhs", Indexing.STATIC_TENSOR);
    private static final OperandHandle RHS = SPEC.operand("rhs", Indexing.STATIC_TENSOR);

    static {
      SPEC.result("result", Types.SCALAR);
    }

    public static final OpDefinition<DotOp> DEFINITION = SPEC.summary("inner product of two vectors")
        .description("The sum of products of two vectors of one length: a fused multiply-add chain from +0.0 over k ascending; integers wrap.")
        .traits(Trait.PURE).assembly("$lhs `,` $rhs attr-dict `:` type($lhs) `,` type($rhs) `->` type($result)")
        .infer(state -> List.of(Indexing.type(state.operands().getFirst()).element()))
        .eval(op -> Kernel.General.strict(a -> Contraction.run(RankedTensorType.of(op.result().type()), ((TensorValue) a[0])
        .size(), (TensorValue) a[0], (_, k) -> k,
            (TensorValue) a[1], (_, k) -> k).get(0)))
        .verify((op, diagnostics) -> {
          var type = Indexing.type(op.lhs());
          if (type.rank() != 1 || !op.rhs().type().equals(type) || !op.result().type().equals(type.element())) {
            diagnostics.opError(op, "takes two vectors of one type to their element type, not '" + type + "' and '" + op.rhs()
                .type() + "' to '" + op.result().type() + "'");
          }
        }).build();

    DotOp(OperationState state) {
      super(state);
    }

    public Value lhs() {
      return LHS.in(this);
    }

    public Value rhs() {
      return RHS.in(this);
    }
  }

  /** {@code tensor.packed_matvec}. */
  public static final class PackedMatvecOp extends Operation {
    private static final OpSpec<PackedMatvecOp> SPEC =
        OpDefinition.named("tensor.packed_matvec", PackedMatvecOp.class, PackedMatvecOp::new);
    private static final OperandHandle WEIGHTS = SPEC.operand("weights", Indexing.STATIC_TENSOR);
    private static final OperandHandle VECTOR = SPEC.operand("vector", Indexing.STATIC_TENSOR);

    static {
      SPEC.result("result", Indexing.STATIC_TENSOR);
    }

    public static final OpDefinition<PackedMatvecOp> DEFINITION = SPEC.summary("matrix times vector with packed weights")
        .description("""
            The product of a matrix W of M rows with a vector of length K, where the weights are packed as BxKxL, `weights[b][k][l] = W[b * L + l][k]`,
            so that a block of L outputs is computed side by side; M is at most B * L. The same bits as `tensor.matmul`.""")
        .traits(Trait.PURE).assembly("$weights `,` $vector attr-dict `:` type($weights) `,` type($vector) `->` type($result)")
        .eval(PackedMatvecOp::multiplication).verify(PackedMatvecOp::check).build();

    PackedMatvecOp(OperationState state) {
      super(state);
    }

    public Value weights() {
      return WEIGHTS.in(this);
    }

    public Value vector() {
      return VECTOR.in(this);
    }

    private Kernel multiplication() {
      var type = Indexing.type(result());
      int depth = Indexing.type(weights()).shape().get(1).intValue();
      int lanes = Indexing.type(weights()).shape().get(2).intValue();
      Contraction.Positions packed = (i, k) -> (i / lanes * depth + k) * lanes + i % lanes;
      return Kernel.General.strict(arguments -> Contraction.run(type, depth, (TensorValue) arguments[0], packed, (TensorValue) arguments[1], (_, k) -> k));
    }

    private void check(DiagnosticEngine diagnostics) {
      var w = Indexing.type(weights());
      var x = Indexing.type(vector());
      var y = Indexing.type(result());
      boolean good = w.rank() == 3 && x.rank() == 1 && y.rank() == 1 && w.shape().get(1).equals(x.shape().get(0)) && y.shape().get(0) <= w.shape()
          .get(0) * w.shape().get(2)
              && w.element().equals(x.element()) && w.element().equals(y.element());
      if (!good) {
        diagnostics.opError(this, "takes weights of BxKxL and a vector of K to a vector of at most B*L, not '" + w + "' and '" + x + "' to '" + y
            + "'");
      }
    }
  }
}
