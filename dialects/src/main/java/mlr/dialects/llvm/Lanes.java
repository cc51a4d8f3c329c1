package mlr.dialects.llvm;

import java.util.ArrayList;
import java.util.List;
import mlr.dialects.elementwise.Integers;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.attributes.DenseArrayAttr;
import mlr.ir.definition.AssemblyFormat;
import mlr.ir.definition.AttributeHandle;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;
import mlr.ir.eval.Kernel;
import mlr.ir.eval.Poison;
import mlr.ir.eval.PoisonResult;
import mlr.ir.eval.RuntimeValues;
import mlr.ir.eval.TensorValue;
import mlr.ir.text.OpParser;
import mlr.ir.text.OpPrinter;
import mlr.ir.types.IntegerType;
import mlr.ir.types.ShapedType;
import mlr.ir.types.VectorType;

/** Access to lanes of vectors. */
public final class Lanes {
  private Lanes() {}

  static List<OpDefinition<?>> all() {
    return List.of(ExtractElementOp.DEFINITION, InsertElementOp.DEFINITION, ShuffleVectorOp.DEFINITION);
  }

  private static int lane(Object index, Value operand, TensorValue vector) {
    long lane = Integers.unsigned((Long) index, Integers.width(operand.type()));
    if (lane < 0 || lane >= vector.size()) {
      throw PoisonResult.INSTANCE;
    }
    return (int) lane;
  }

  /** {@code llvm.extractelement}. */
  public static final class ExtractElementOp extends Operation {
    private static final OpSpec<ExtractElementOp> SPEC =
        OpDefinition.named("llvm.extractelement", ExtractElementOp.class, ExtractElementOp::new);
    private static final OperandHandle VECTOR = SPEC.operand("vector", Compatible.VECTOR);
    private static final OperandHandle POSITION = SPEC.operand("position", Types.INTEGER);

    static {
      SPEC.result("res", Compatible.ANY);
    }

    public static final OpDefinition<ExtractElementOp> DEFINITION = SPEC.summary("lane of a vector")
        .description("The lane at a run-time position; poison out of range.")
        .traits(Trait.PURE).typesMatchWith("vector", "res", ShapedType::elementOrSelf)
        .assembly("$vector `[` $position `:` type($position) `]` attr-dict `:` type($vector)")
        .infer(state -> List.of(ShapedType.elementOrSelf(state.operands().getFirst().type())))
        .eval(op -> Kernel.Lanes.strictFrom(1, op::extract)).build();

    ExtractElementOp(OperationState state) {
      super(state);
    }

    public Value vector() {
      return VECTOR.in(this);
    }

    public Value position() {
      return POSITION.in(this);
    }

    private Object extract(Object[] a) {
      var lanes = RuntimeValues.elements((VectorType) vector().type(), a[0]);
      return lanes.get(lane(a[1], position(), lanes));
    }
  }

  /** {@code llvm.insertelement}. */
  public static final class InsertElementOp extends Operation {
    private static final OpSpec<InsertElementOp> SPEC =
        OpDefinition.named("llvm.insertelement", InsertElementOp.class, InsertElementOp::new);
    private static final OperandHandle VECTOR = SPEC.operand("vector", Compatible.VECTOR);
    private static final OperandHandle VALUE = SPEC.operand("value", Compatible.ANY);
    private static final OperandHandle POSITION = SPEC.operand("position", Types.INTEGER);

    static {
      SPEC.result("res", Compatible.VECTOR);
    }

    public static final OpDefinition<InsertElementOp> DEFINITION = SPEC.summary("vector with a lane replaced")
        .description("The vector with the lane at a run-time position replaced; poison out of range.")
        .traits(Trait.PURE).typesMatchWith("vector", "value", ShapedType::elementOrSelf).typesMatchWith("vector", "res", type -> type)
        .assembly("$value `,` $vector `[` $position `:` type($position) `]` attr-dict `:` type($vector)")
        .infer(state -> List.of(state.operands().getFirst().type()))
        .eval(op -> Kernel.Lanes.strictFrom(2, op::insert)).build();

    InsertElementOp(OperationState state) {
      super(state);
    }

    public Value vector() {
      return VECTOR.in(this);
    }

    public Value value() {
      return VALUE.in(this);
    }

    public Value position() {
      return POSITION.in(this);
    }

    private Object insert(Object[] a) {
      var type = (VectorType) vector().type();
      var old = RuntimeValues.elements(type, a[0]);
      var lanes = new Object[old.size()];
      for (int i = 0; i < lanes.length; i++) {
        lanes[i] = old.get(i);
      }
      lanes[lane(a[2], position(), old)] = a[1];
      return RuntimeValues.tensor(type, lanes);
    }
  }

  /** {@code llvm.shufflevector}. */
  public static final class ShuffleVectorOp extends Operation {
    private static final OpSpec<ShuffleVectorOp> SPEC =
        OpDefinition.named("llvm.shufflevector", ShuffleVectorOp.class, ShuffleVectorOp::new);
    private static final OperandHandle V1 = SPEC.operand("v1", Compatible.VECTOR);
    private static final OperandHandle V2 = SPEC.operand("v2", Compatible.VECTOR);
    private static final AttributeHandle<DenseArrayAttr> MASK =
        SPEC.attribute("mask", DenseArrayAttr.class, "lane numbers, those of the second vector after those of the first; -1 for any", DenseArrayAttr.of(IntegerType.I32));

    static {
      SPEC.result("res", Compatible.VECTOR);
    }

    public static final OpDefinition<ShuffleVectorOp> DEFINITION = SPEC.summary("lanes of two vectors by a mask")
        .description("Lane i is lane `mask[i]` of the operands joined; where that is -1 poison.")
        .traits(Trait.PURE, Trait.SAME_TYPE_OPERANDS).assembly(new ShuffleFormat())
        .infer(state -> List.of(VectorType.of(ShapedType.elementOrSelf(state.operands().getFirst().type()),
        ((DenseArrayAttr) state.attributes().get("mask").orElseThrow()).values().size())))
        .eval(op -> Kernel.Lanes.strictFrom(2, op::shuffle))
        .verify((op, diagnostics) -> {
          long lanes = 2 * ((VectorType) op.first().type()).elementCount();
          if (op.mask().isEmpty()) {
            diagnostics.opError(op, "invalid mask length: a vector has one lane at least");
          } else if (op.mask().stream().anyMatch(i -> i < -1 || i >= lanes)) {
            diagnostics.opError(op, "mask index out of range: the operands have " + lanes + " lanes together");
          }
        }).build();

    ShuffleVectorOp(OperationState state) {
      super(state);
    }

    public Value first() {
      return V1.in(this);
    }

    public Value second() {
      return V2.in(this);
    }

    public List<Long> mask() {
      return MASK.in(this).values();
    }

    private Object shuffle(Object[] a) {
      var type = (VectorType) result().type();
      int size = (int) ((VectorType) first().type()).elementCount();
      var lanes = new Object[mask().size()];
      for (int i = 0; i < lanes.length; i++) {
        int from = mask().get(i).intValue();
        lanes[i] = from < 0 ? Poison.POISON : RuntimeValues.elements((VectorType) first().type(), a[from / size]).get(from % size);
      }
      return RuntimeValues.tensor(type, lanes);
    }
  }

  /** {@code %a, %b [0, 5] : vector<4xf32>}. */
  private record ShuffleFormat() implements AssemblyFormat {
    @Override
    public void parse(OpParser parser, OperationState state) {
      var operands = parser.parseOperandList();
      var mask = new ArrayList<Integer>();
      parser.parseCommaSeparated("[", "]", () -> mask.add(parser.parseInt()));
      state.attribute("mask", DenseArrayAttr.i32(mask.stream().mapToInt(Integer::intValue).toArray()));
      parser.parseOptionalAttributeDictionary(state);
      parser.parsePunctuation(":");
      var type = parser.parseType();
      operands.forEach(operand -> parser.resolveOperand(operand, type, state));
      state.results(state.definition().inferResultTypes(state));
    }

    @Override
    public void print(Operation op, OpPrinter printer) {
      printer.print(" ").printOperands(op.operands()).print(" " + op.attribute("mask", DenseArrayAttr.class).values())
          .printOptionalAttributeDictionary(op, List.of("mask"));
      printer.print(" : ").printType(op.operand(0).type()).print(" ");
    }

    @Override
    public String syntax() {
      return "$v1 `,` $v2 $mask attr-dict `:` type($v1)";
    }
  }
}
