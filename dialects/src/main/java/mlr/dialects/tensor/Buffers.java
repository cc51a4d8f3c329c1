package mlr.dialects.tensor;

import java.util.List;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.definition.Effect;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Types;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.eval.Kernel;
import mlr.ir.eval.MemRefValue;
import mlr.ir.eval.Poison;
import mlr.ir.eval.TensorValue;
import mlr.ir.eval.UndefinedBehavior;
import mlr.ir.types.MemRefType;
import mlr.ir.types.RankedTensorType;

/** The border between tensors and memory, there while tensors are being turned into loops. */
public final class Buffers {
  private Buffers() {}

  static List<OpDefinition<?>> all() {
    return List.of(ToBufferOp.DEFINITION, FromBufferOp.DEFINITION);
  }

  private static void check(Operation op, Value tensor, Value memref, DiagnosticEngine diagnostics) {
    var t = (RankedTensorType) tensor.type();
    var m = (MemRefType) memref.type();
    if (!t.element().equals(m.element()) || !t.shape().equals(m.shape())) {
      diagnostics.opError(op, "'" + t + "' and '" + m + "' differ in shape or element type");
    }
  }

  /** {@code tensor.to_buffer}. */
  public static final class ToBufferOp extends Operation {
    private static final OpSpec<ToBufferOp> SPEC = OpDefinition.named("tensor.to_buffer", ToBufferOp.class, ToBufferOp::new);
    private static final OperandHandle TENSOR = SPEC.operand("tensor", Indexing.STATIC_TENSOR);

    static {
      SPEC.result("buffer", Types.MEMREF);
    }

    public static final OpDefinition<ToBufferOp> DEFINITION = SPEC.summary("memory that holds a tensor")
        .description("Memory with the elements of the tensor; it may only be read.")
        .effects().assembly("$tensor attr-dict `:` type($tensor) `to` type($buffer)")
        .verify((op, diagnostics) -> check(op, op.tensor(), op.result(), diagnostics))
        .eval(op -> (Kernel.Lanes) a -> {
          var type = (MemRefType) op.result().type();
          var memref = MemRefValue.allocate(type, type.shape());
          if (a[0] instanceof TensorValue tensor) {
            memref.fromTensor(tensor);
          }
          return new Object[] {memref};
        }).build();

    ToBufferOp(OperationState state) {
      super(state);
    }

    public Value tensor() {
      return TENSOR.in(this);
    }
  }

  /** {@code tensor.from_buffer}. */
  public static final class FromBufferOp extends Operation {
    private static final OpSpec<FromBufferOp> SPEC = OpDefinition.named("tensor.from_buffer", FromBufferOp.class, FromBufferOp::new);
    private static final OperandHandle BUFFER = SPEC.operand("buffer", Types.MEMREF);

    static {
      SPEC.result("tensor", Indexing.STATIC_TENSOR);
    }

    public static final OpDefinition<FromBufferOp> DEFINITION = SPEC.summary("tensor read from memory")
        .description("The tensor whose elements the memory holds at this point of the program.")
        .effects(Effect.READ).assembly("$buffer attr-dict `:` type($buffer) `to` type($tensor)")
        .verify((op, diagnostics) -> check(op, op.result(), op.buffer(), diagnostics))
        .eval(op -> (Kernel.General) a -> {
          if (a[0] == Poison.POISON) {
            throw new UndefinedBehavior("accesses a poison memref");
          }
          return new Object[] {((MemRefValue) a[0]).toTensor((RankedTensorType) op.result().type())};
        }).build();

    FromBufferOp(OperationState state) {
      super(state);
    }

    public Value buffer() {
      return BUFFER.in(this);
    }
  }
}
