package mlr.dialects.llvm;

import java.util.ArrayList;
import java.util.List;
import mlr.ir.Location;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.attributes.DenseArrayAttr;
import mlr.ir.definition.AssemblyFormat;
import mlr.ir.definition.AttributeHandle;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Trait;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.eval.Kernel;
import mlr.ir.text.OpParser;
import mlr.ir.text.OpPrinter;
import mlr.ir.types.IntegerType;

/** Access to fields of structs and arrays; lanes of vectors are in {@link Lanes}. */
public final class Aggregates {
  private Aggregates() {}

  static List<OpDefinition<?>> all() {
    var all = new ArrayList<OpDefinition<?>>(List.of(ExtractValueOp.DEFINITION, InsertValueOp.DEFINITION));
    all.addAll(Lanes.all());
    return all;
  }

  private static void check(Operation op, Value container, Value part, List<Long> position, DiagnosticEngine diagnostics) {
    try {
      var expected = AggregateValues.typeAt(container.type(), position);
      if (!expected.equals(part.type())) {
        diagnostics.opError(op, "type mismatch: at that position of '" + container.type() + "' stands '" + expected + "', not '" + part.type() + "'");
      }
    } catch (IllegalArgumentException e) {
      diagnostics.opError(op, e.getMessage());
    }
  }

  /** {@code llvm.extractvalue}. */
  public static final class ExtractValueOp extends Operation {
    private static final OpSpec<ExtractValueOp> SPEC =
        OpDefinition.named("llvm.extractvalue", ExtractValueOp.class, ExtractValueOp::new);
    private static final OperandHandle CONTAINER = SPEC.operand("container", Compatible.AGGREGATE);
    private static final AttributeHandle<DenseArrayAttr> POSITION =
        SPEC.attribute("position", DenseArrayAttr.class, "field numbers, outermost first", DenseArrayAttr.of(IntegerType.I64));

    static {
      SPEC.result("res", Compatible.ANY);
    }

    public static final OpDefinition<ExtractValueOp> DEFINITION = SPEC.summary("field of an aggregate")
        .description("The field at a constant position of a struct or array.")
        .traits(Trait.PURE).assembly(new FieldFormat(false))
        .infer(state -> List.of(AggregateValues.typeAt(state.operands().getFirst().type(), FieldFormat.position(state))))
        .eval(op -> Kernel.General.strict(a -> AggregateValues.get(a[0], op.position())))
        .verify((op, diagnostics) -> Aggregates.check(op, op.container(), op.result(), op.position(), diagnostics)).build();

    ExtractValueOp(OperationState state) {
      super(state);
    }

    public Value container() {
      return CONTAINER.in(this);
    }

    public List<Long> position() {
      return POSITION.in(this).values();
    }

    /** What makes an extraction. */
    public static OperationState of(Value container, Location location, long... position) {
      return OperationState.of(DEFINITION, location).operands(container).attribute("position", DenseArrayAttr.i64(position));
    }
  }

  /** {@code llvm.insertvalue}. */
  public static final class InsertValueOp extends Operation {
    private static final OpSpec<InsertValueOp> SPEC = OpDefinition.named("llvm.insertvalue", InsertValueOp.class, InsertValueOp::new);
    private static final OperandHandle CONTAINER = SPEC.operand("container", Compatible.AGGREGATE);
    private static final OperandHandle VALUE = SPEC.operand("value", Compatible.ANY);
    private static final AttributeHandle<DenseArrayAttr> POSITION =
        SPEC.attribute("position", DenseArrayAttr.class, "field numbers, outermost first", DenseArrayAttr.of(IntegerType.I64));

    static {
      SPEC.result("res", Compatible.AGGREGATE);
    }

    public static final OpDefinition<InsertValueOp> DEFINITION = SPEC.summary("aggregate with a field replaced")
        .description("The struct or array with the field at a constant position replaced.")
        .traits(Trait.PURE).assembly(new FieldFormat(true)).infer(state -> List.of(state.operands().getFirst().type())).typesMatchWith("container", "res", type -> type)
        .eval(op -> (Kernel.Lanes) a -> new Object[] {AggregateValues.with(a[0], op.position(), a[1])})
        .verify((op, diagnostics) -> Aggregates.check(op, op.container(), op.value(), op.position(), diagnostics)).build();

    InsertValueOp(OperationState state) {
      super(state);
    }

    public Value container() {
      return CONTAINER.in(this);
    }

    public Value value() {
      return VALUE.in(this);
    }

    public List<Long> position() {
      return POSITION.in(this).values();
    }

    /** What makes an insertion. */
    public static OperationState of(Value container, Value value, Location location, long... position) {
      return OperationState.of(DEFINITION, location).operands(container, value).attribute("position", DenseArrayAttr.i64(position));
    }
  }

  /** {@code %s[0, 1] : T} and {@code %v, %s[0, 1] : T}. */
  private record FieldFormat(boolean insertion) implements AssemblyFormat {
    static List<Long> position(OperationState state) {
      return ((DenseArrayAttr) state.attributes().get("position").orElseThrow()).values();
    }

    @Override
    public void parse(OpParser parser, OperationState state) {
      var operands = parser.parseOperandList();
      var position = new ArrayList<Long>();
      parser.parseCommaSeparated("[", "]", () -> position.add(parser.parseInteger()));
      state.attribute("position", DenseArrayAttr.i64(position.stream().mapToLong(Long::longValue).toArray()));
      parser.parseOptionalAttributeDictionary(state);
      parser.parsePunctuation(":");
      var container = parser.parseType();
      var part = partType(container, position, parser);
      parser.resolveOperand(operands.getLast(), container, state);
      if (insertion) {
        parser.resolveOperand(operands.getFirst(), part, state);
      }
      state.result(insertion ? container : part);
    }

    private static Type partType(Type container, List<Long> position, OpParser parser) {
      try {
        return AggregateValues.typeAt(container, position);
      } catch (IllegalArgumentException e) {
        throw parser.error(e.getMessage());
      }
    }

    @Override
    public void print(Operation op, OpPrinter printer) {
      printer.print(" ").printOperands(insertion ? op.operands().reversed() : op.operands())
          .print(op.attribute("position", DenseArrayAttr.class).values().toString());
      printer.printOptionalAttributeDictionary(op, List.of("position")).print(" : ").printType(op.operand(0).type()).print(" ");
    }

    @Override
    public String syntax() {
      return (insertion ? "$value `,` " : "") + "$container $position attr-dict `:` type($container)";
    }
  }
}
