package mlr.dialects.tensor;

import java.util.Arrays;
import java.util.List;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.eval.Kernel;
import mlr.ir.eval.Poison;
import mlr.ir.eval.PoisonResult;
import mlr.ir.eval.RuntimeValues;
import mlr.ir.eval.UndefinedBehavior;
import mlr.ir.types.RankedTensorType;
import mlr.ir.types.ShapedType;

/** Tensors from and to single elements; syntax and meaning are upstream's. */
public final class Elements {
  private Elements() {}

  static List<OpDefinition<?>> all() {
    return List.of(EmptyOp.DEFINITION, FromElementsOp.DEFINITION, SplatOp.DEFINITION, ExtractOp.DEFINITION, InsertOp.DEFINITION);
  }

  private static void checkIndices(Operation op, Value tensor, List<Value> indices, Value element, DiagnosticEngine diagnostics) {
    var type = Indexing.type(tensor);
    if (indices.size() != type.rank()) {
      diagnostics.opError(op, "incorrect number of indices: " + indices.size() + " for a tensor of rank " + type.rank());
    }
    if (!type.element().equals(element.type())) {
      diagnostics.opError(op, "type '" + element.type() + "' is not the element type of '" + type + "'");
    }
  }

  /** The position that the arguments from number {@code from} on lead to; any index may stand for one that is poison, also one outside. */
  private static int position(Value tensor, Object[] arguments, int from) {
    if (Arrays.stream(arguments, from, arguments.length).anyMatch(index -> index == Poison.POISON)) {
      throw new UndefinedBehavior("the index is poison");
    }
    return Indexing.position(Indexing.type(tensor).shape(), Arrays.stream(arguments, from, arguments.length).mapToLong(a -> (Long) a).toArray());
  }

  /** {@code tensor.empty}: a tensor without contents, poison when evaluated. */
  public static final class EmptyOp extends Operation {
    private static final OpSpec<EmptyOp> SPEC = OpDefinition.named("tensor.empty", EmptyOp.class, EmptyOp::new);

    static {
      SPEC.result("result", Indexing.STATIC_TENSOR);
    }

    public static final OpDefinition<EmptyOp> DEFINITION = SPEC.summary("empty tensor operation")
        .description("A tensor of the type, to be filled; its elements are unspecified, and reading them is poison.")
        .traits(Trait.PURE).assembly("`(` `)` attr-dict `:` type($result)").eval(_ -> (Kernel.General) _ -> {
          throw PoisonResult.INSTANCE;
        }).build();

    EmptyOp(OperationState state) {
      super(state);
    }
  }

  /** {@code tensor.from_elements}. */
  public static final class FromElementsOp extends Operation {
    private static final OpSpec<FromElementsOp> SPEC =
        OpDefinition.named("tensor.from_elements", FromElementsOp.class, FromElementsOp::new);
    private static final OperandHandle ELEMENTS = SPEC.variadicOperand("elements", Types.SCALAR);

    static {
      SPEC.result("result", Indexing.STATIC_TENSOR);
    }

    public static final OpDefinition<FromElementsOp> DEFINITION = SPEC.summary("tensor from elements operation")
        .description("The tensor with the operands as its elements, row-major.")
        .traits(Trait.PURE).typesMatchWith("result", "elements", ShapedType::elementOrSelf).assembly("$elements attr-dict `:` type($result)")
        .eval(op -> Kernel.General.strict(a -> RuntimeValues.tensor((ShapedType) op.result().type(), a)))
        .verify((op, diagnostics) -> {
          var type = Indexing.type(op.result());
          if (type.elementCount() != op.operandCount()) {
            diagnostics.opError(op, "has " + op.operandCount() + " elements for a result of " + type.elementCount());
          } else if (op.elements().stream().anyMatch(e -> !e.type().equals(type.element()))) {
            diagnostics.opError(op, "elements are not all of type '" + type.element() + "'");
          }
        }).build();

    FromElementsOp(OperationState state) {
      super(state);
    }

    public List<Value> elements() {
      return ELEMENTS.all(this);
    }
  }

  /** {@code tensor.splat}. */
  public static final class SplatOp extends Operation {
    private static final OpSpec<SplatOp> SPEC = OpDefinition.named("tensor.splat", SplatOp.class, SplatOp::new);
    private static final OperandHandle INPUT = SPEC.operand("input", Types.SCALAR);

    static {
      SPEC.result("aggregate", Indexing.STATIC_TENSOR);
    }

    public static final OpDefinition<SplatOp> DEFINITION = SPEC.summary("tensor splat or broadcast operation")
        .description("The tensor whose elements all are the operand.")
        .traits(Trait.PURE).typesMatchWith("aggregate", "input", ShapedType::elementOrSelf).assembly("$input attr-dict `:` type($aggregate)")
        .eval(op -> Kernel.General.strict(a -> RuntimeValues.splat((ShapedType) op.result().type(), a[0])))
        .verify((op, diagnostics) -> {
          if (!Indexing.type(op.result()).element().equals(op.input().type())) {
            diagnostics.opError(op, "operand type '" + op.input().type() + "' is not the element type of '" + op.result().type() + "'");
          }
        }).build();

    SplatOp(OperationState state) {
      super(state);
    }

    public Value input() {
      return INPUT.in(this);
    }
  }

  /** {@code tensor.extract}. */
  public static final class ExtractOp extends Operation {
    private static final OpSpec<ExtractOp> SPEC = OpDefinition.named("tensor.extract", ExtractOp.class, ExtractOp::new);
    private static final OperandHandle TENSOR = SPEC.operand("tensor", Indexing.STATIC_TENSOR);
    private static final OperandHandle INDICES = SPEC.variadicOperand("indices", Types.INDEX);

    static {
      SPEC.result("result", Types.SCALAR);
    }

    public static final OpDefinition<ExtractOp> DEFINITION = SPEC.summary("element extraction operation")
        .description("The element at the indices, one for each dimension. An index outside its extent is undefined behaviour.").effects()
        .typesMatchWith("tensor", "result", ShapedType::elementOrSelf).assembly("$tensor `[` $indices `]` attr-dict `:` type($tensor)")
        .infer(state -> List.of(ShapedType.elementOrSelf(state.operands().getFirst().type())))
        .eval(op -> (Kernel.Lanes) a -> new Object[] {RuntimeValues.elements(Indexing.type(op.tensor()), a[0]).get(position(op.tensor(), a, 1))})
        .verify((op, diagnostics) -> checkIndices(op, op.tensor(), op.indices(), op.result(), diagnostics)).build();

    ExtractOp(OperationState state) {
      super(state);
    }

    public Value tensor() {
      return TENSOR.in(this);
    }

    public List<Value> indices() {
      return INDICES.all(this);
    }
  }

  /** {@code tensor.insert}. */
  public static final class InsertOp extends Operation {
    private static final OpSpec<InsertOp> SPEC = OpDefinition.named("tensor.insert", InsertOp.class, InsertOp::new);
    private static final OperandHandle SCALAR = SPEC.operand("scalar", Types.SCALAR);
    private static final OperandHandle DEST = SPEC.operand("dest", Indexing.STATIC_TENSOR);
    private static final OperandHandle INDICES = SPEC.variadicOperand("indices", Types.INDEX);

    static {
      SPEC.result("result", Indexing.STATIC_TENSOR);
    }

    public static final OpDefinition<InsertOp> DEFINITION = SPEC.summary("element insertion operation")
        .description("The tensor with the element at the indices replaced. An index outside its extent is undefined behaviour.").effects()
        .typesMatchWith("dest", "scalar", ShapedType::elementOrSelf).typesMatchWith("dest", "result", type -> type)
        .assembly("$scalar `into` $dest `[` $indices `]` attr-dict `:` type($dest)").infer(state -> List.of(state.operands().get(1).type()))
        .eval(op -> (Kernel.Lanes) a -> new Object[] {op.insert(a)})
        .verify((op, diagnostics) -> checkIndices(op, op.destination(), op.indices(), op.scalar(), diagnostics)).build();

    InsertOp(OperationState state) {
      super(state);
    }

    public Value scalar() {
      return SCALAR.in(this);
    }

    public Value destination() {
      return DEST.in(this);
    }

    public List<Value> indices() {
      return INDICES.all(this);
    }

    private Object insert(Object[] a) {
      RankedTensorType type = Indexing.type(destination());
      int at = position(destination(), a, 2);
      var old = RuntimeValues.elements(type, a[1]);
      var elements = new Object[old.size()];
      for (int i = 0; i < elements.length; i++) {
        elements[i] = i == at ? a[0] : old.get(i);
      }
      return RuntimeValues.tensor(type, elements);
    }
  }
}
