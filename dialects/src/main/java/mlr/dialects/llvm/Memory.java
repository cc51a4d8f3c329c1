package mlr.dialects.llvm;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import mlr.dialects.llvm.types.PointerType;
import mlr.ir.Location;
import mlr.ir.OpBuilder;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.attributes.TypeAttr;
import mlr.ir.attributes.UnitAttr;
import mlr.ir.definition.AssemblyFormat;
import mlr.ir.definition.AttributeHandle;
import mlr.ir.definition.Effect;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.TypeConstraint;
import mlr.ir.definition.Types;
import mlr.ir.interfaces.MemoryEffectInterface;
import mlr.ir.interfaces.MemorySlot;
import mlr.ir.interfaces.PromotableAccess;
import mlr.ir.interfaces.PromotableAllocation;
import mlr.ir.text.OpParser;
import mlr.ir.text.OpPrinter;
import mlr.ir.types.IntegerType;

/** Memory through pointers. */
public final class Memory {
  static final TypeConstraint POINTER = new TypeConstraint("LLVM pointer type", t -> t instanceof PointerType);

  private Memory() {}

  static List<OpDefinition<?>> all() {
    return List.of(LoadOp.DEFINITION, StoreOp.DEFINITION, AllocaOp.DEFINITION, GetElementPtrOp.DEFINITION);
  }

  private static void declareAccess(OpSpec<?> spec) {
    spec.optionalAttribute("alignment", IntegerAttr.class, "alignment in bytes that the pointer has", IntegerAttr.of(IntegerType.I64));
    spec.optionalAttribute("volatile_", UnitAttr.class, "not to be removed or moved");
    spec.optionalAttribute("nontemporal", UnitAttr.class, "hint that the memory is not accessed again soon");
    spec.attribute(new AttributeHandle<>("ordering", IntegerAttr.class, false, "atomic ordering; 0 for none", IntegerAttr.of(IntegerType.I64).and(a -> a.value() == 0))
        .orElse(IntegerAttr.i64(0)));
  }

  private static boolean isPlain(Operation access) {
    return !access.hasAttribute("volatile_");
  }

  /** {@code llvm.load}. */
  public static final class LoadOp extends Operation implements MemoryEffectInterface, PromotableAccess {
    private static final OpSpec<LoadOp> SPEC = OpDefinition.named("llvm.load", LoadOp.class, LoadOp::new);
    private static final OperandHandle ADDR = SPEC.operand("addr", POINTER);

    static {
      declareAccess(SPEC);
      SPEC.result("res", Compatible.ANY);
    }

    public static final OpDefinition<LoadOp> DEFINITION = SPEC.summary("load from memory")
        .description("The value of the result's type at the pointer.")
        .effects(Effect.READ).assembly("(`volatile` $volatile_^)? $addr attr-dict `:` type($addr) `->` type($res)").build();

    LoadOp(OperationState state) {
      super(state);
    }

    public Value pointer() {
      return ADDR.in(this);
    }

    /** A volatile load counts as a write, so that it is not removed, merged or moved. */
    @Override
    public Optional<Set<Effect>> memoryEffects() {
      return isPlain(this) ? DEFINITION.effects() : Optional.of(Set.of(Effect.READ, Effect.WRITE));
    }

    @Override
    public boolean accessesOnly(MemorySlot slot) {
      return isPlain(this) && pointer() == slot.pointer() && result().type().equals(slot.element());
    }

    @Override
    public Optional<Value> storedValue() {
      return Optional.empty();
    }
  }

  /** {@code llvm.store}. */
  public static final class StoreOp extends Operation implements PromotableAccess {
    private static final OpSpec<StoreOp> SPEC = OpDefinition.named("llvm.store", StoreOp.class, StoreOp::new);
    private static final OperandHandle VALUE = SPEC.operand("value", Compatible.ANY);
    private static final OperandHandle ADDR = SPEC.operand("addr", POINTER);

    static {
      declareAccess(SPEC);
    }

    public static final OpDefinition<StoreOp> DEFINITION = SPEC.summary("store to memory").description("Writes the value at the pointer.")
        .effects(Effect.WRITE).assembly("(`volatile` $volatile_^)? $value `,` $addr attr-dict `:` type($value) `,` type($addr)").build();

    StoreOp(OperationState state) {
      super(state);
    }

    public Value value() {
      return VALUE.in(this);
    }

    public Value pointer() {
      return ADDR.in(this);
    }

    @Override
    public boolean accessesOnly(MemorySlot slot) {
      return isPlain(this) && pointer() == slot.pointer() && value() != slot.pointer() && value().type().equals(slot.element());
    }

    @Override
    public Optional<Value> storedValue() {
      return Optional.of(value());
    }
  }

  /** {@code llvm.alloca}. */
  public static final class AllocaOp extends Operation implements PromotableAllocation {
    private static final OpSpec<AllocaOp> SPEC = OpDefinition.named("llvm.alloca", AllocaOp.class, AllocaOp::new);
    private static final OperandHandle ARRAY_SIZE = SPEC.operand("arraySize", Types.INTEGER);
    private static final AttributeHandle<TypeAttr> ELEMENT = SPEC.attribute("elem_type", TypeAttr.class, "type of the elements");

    static {
      SPEC.attribute(new AttributeHandle<>("alignment", IntegerAttr.class, false, "alignment in bytes; 0 for that of the type", IntegerAttr.of(IntegerType.I64))
          .orElse(IntegerAttr.i64(0)));
      SPEC.result("res", POINTER);
    }

    public static final OpDefinition<AllocaOp> DEFINITION = SPEC.summary("stack allocation")
        .description("Memory for so many elements of a type, without contents, until the function returns.").effects(Effect.ALLOCATE)
        .assembly(new Syntax()).build();

    AllocaOp(OperationState state) {
      super(state);
    }

    public Value count() {
      return ARRAY_SIZE.in(this);
    }

    public Type elementType() {
      return ELEMENT.in(this).value();
    }

    @Override
    public Optional<MemorySlot> promotableSlot() {
      boolean one = count().definingOp().filter(op -> op instanceof Literals.ConstantOp constant && constant.value() instanceof IntegerAttr number && number.value() == 1)
          .isPresent();
      return one ? Optional.of(new MemorySlot(result(), elementType())) : Optional.empty();
    }

    /** Undefined, as upstream has it. */
    @Override
    public Value defaultValue(OpBuilder builder) {
      return builder.create(OperationState.of(Literals.UndefOp.DEFINITION, location()).result(elementType())).result();
    }

    /** What makes an allocation of {@code count} elements. */
    public static OperationState of(Value count, Type element, Location location) {
      return OperationState.of(DEFINITION, location).operands(count).attribute(ELEMENT.name(), new TypeAttr(element)).result(PointerType.POINTER);
    }

    /** {@code %n x f32 {alignment = 8 : i64} : (i32) -> !llvm.ptr}. */
    private record Syntax() implements AssemblyFormat {
      @Override
      public void parse(OpParser parser, OperationState state) {
        var count = parser.parseOperand();
        parser.parseKeyword("x");
        state.attribute("elem_type", new TypeAttr(parser.parseType()));
        parser.parseOptionalAttributeDictionary(state);
        parser.parsePunctuation(":");
        var type = parser.parseFunctionType();
        if (type.inputs().size() != 1 || type.results().size() != 1) {
          throw parser.error("expected the type (size) -> pointer");
        }
        parser.resolveOperand(count, type.inputs().getFirst(), state);
        state.result(type.results().getFirst());
      }

      @Override
      public void print(Operation op, OpPrinter printer) {
        printer.print(" ").printOperand(op.operand(0)).print(" x ").printType(((AllocaOp) op).elementType());
        printer.printOptionalAttributeDictionary(op, List.of("elem_type"));
        printer.print(" : (").printType(op.operand(0).type()).print(") -> ").printType(op.result().type());
      }

      @Override
      public String syntax() {
        return "$arraySize `x` $elem_type attr-dict `:` functional-type($arraySize, $res)";
      }
    }
  }
}
