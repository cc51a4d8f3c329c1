package mlr.dialects.llvm;

import java.util.List;
import mlr.ir.Location;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.definition.Effect;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.TypeConstraint;
import mlr.ir.definition.Types;
import mlr.ir.types.IntegerType;

/** LLVM's intrinsic functions on stretches of memory. As upstream's, they have no syntax of their own. */
public final class MemoryIntrinsics {
  private static final TypeConstraint BYTE = TypeConstraint.exactly("8-bit signless integer", IntegerType.I8);

  private MemoryIntrinsics() {}

  static List<OpDefinition<?>> all() {
    return List.of(MemcpyOp.DEFINITION, MemmoveOp.DEFINITION, MemsetOp.DEFINITION);
  }

  /** {@code llvm.intr.memcpy}. */
  public static final class MemcpyOp extends Operation {
    private static final OpSpec<MemcpyOp> SPEC = OpDefinition.named("llvm.intr.memcpy", MemcpyOp.class, MemcpyOp::new);
    private static final OperandHandle DST = SPEC.operand("dst", Memory.POINTER);
    private static final OperandHandle SRC = SPEC.operand("src", Memory.POINTER);
    private static final OperandHandle LEN = SPEC.operand("len", Types.INTEGER);

    static {
      SPEC.attribute("isVolatile", IntegerAttr.class, "not to be removed", IntegerAttr.of(IntegerType.I1));
    }

    public static final OpDefinition<MemcpyOp> DEFINITION = SPEC.summary("copy memory")
        .description("Copies `len` bytes; overlap is undefined unless source and destination are equal.")
        .effects(Effect.READ, Effect.WRITE).build();

    MemcpyOp(OperationState state) {
      super(state);
    }

    public Value destination() {
      return DST.in(this);
    }

    public Value source() {
      return SRC.in(this);
    }

    public Value length() {
      return LEN.in(this);
    }

    /** What makes a copy. */
    public static OperationState of(Value destination, Value source, Value length, Location location) {
      return OperationState.of(DEFINITION, location).operands(destination, source, length).attribute("isVolatile", IntegerAttr.FALSE);
    }
  }

  /** {@code llvm.intr.memmove}. */
  public static final class MemmoveOp extends Operation {
    private static final OpSpec<MemmoveOp> SPEC = OpDefinition.named("llvm.intr.memmove", MemmoveOp.class, MemmoveOp::new);
    private static final OperandHandle DST = SPEC.operand("dst", Memory.POINTER);
    private static final OperandHandle SRC = SPEC.operand("src", Memory.POINTER);
    private static final OperandHandle LEN = SPEC.operand("len", Types.INTEGER);

    static {
      SPEC.attribute("isVolatile", IntegerAttr.class, "not to be removed", IntegerAttr.of(IntegerType.I1));
    }

    public static final OpDefinition<MemmoveOp> DEFINITION = SPEC.summary("move memory")
        .description("Copies `len` bytes, as if through a buffer where they overlap.")
        .effects(Effect.READ, Effect.WRITE).build();

    MemmoveOp(OperationState state) {
      super(state);
    }

    public Value destination() {
      return DST.in(this);
    }

    public Value source() {
      return SRC.in(this);
    }

    public Value length() {
      return LEN.in(this);
    }
  }

  /** {@code llvm.intr.memset}. */
  public static final class MemsetOp extends Operation {
    private static final OpSpec<MemsetOp> SPEC = OpDefinition.named("llvm.intr.memset", MemsetOp.class, MemsetOp::new);
    private static final OperandHandle DST = SPEC.operand("dst", Memory.POINTER);
    private static final OperandHandle VAL = SPEC.operand("val", BYTE);
    private static final OperandHandle LEN = SPEC.operand("len", Types.INTEGER);

    static {
      SPEC.attribute("isVolatile", IntegerAttr.class, "not to be removed", IntegerAttr.of(IntegerType.I1));
    }

    public static final OpDefinition<MemsetOp> DEFINITION = SPEC.summary("fill memory").description("Sets `len` bytes to the i8 `val`.")
        .effects(Effect.WRITE).build();

    MemsetOp(OperationState state) {
      super(state);
    }

    public Value destination() {
      return DST.in(this);
    }

    public Value value() {
      return VAL.in(this);
    }

    public Value length() {
      return LEN.in(this);
    }

    /** What makes a fill. */
    public static OperationState of(Value destination, Value value, Value length, Location location) {
      return OperationState.of(DEFINITION, location).operands(destination, value, length).attribute("isVolatile", IntegerAttr.FALSE);
    }
  }
}
