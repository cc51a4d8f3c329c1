package mlr.dialects.llvm;

import java.util.ArrayList;
import java.util.List;
import mlr.dialects.elementwise.Integers;
import mlr.dialects.llvm.types.ArrayType;
import mlr.dialects.llvm.types.DataLayout;
import mlr.dialects.llvm.types.PointerType;
import mlr.dialects.llvm.types.StructType;
import mlr.ir.Location;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.attributes.DenseArrayAttr;
import mlr.ir.attributes.TypeAttr;
import mlr.ir.attributes.UnitAttr;
import mlr.ir.definition.AssemblyFormat;
import mlr.ir.definition.AttributeHandle;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.eval.Kernel;
import mlr.ir.eval.PointerValue;
import mlr.ir.interfaces.ViewLikeInterface;
import mlr.ir.text.OpParser;
import mlr.ir.text.OpPrinter;
import mlr.ir.types.IntegerType;
import mlr.ir.types.VectorType;

/** {@code llvm.getelementptr}: pointer arithmetic by the layout of a type. */
public final class GetElementPtrOp extends Operation implements ViewLikeInterface {
  /** The number in the index attribute that stands for the next operand, as upstream's. */
  public static final int DYNAMIC = Integer.MIN_VALUE;

  private static final OpSpec<GetElementPtrOp> SPEC =
      OpDefinition.named("llvm.getelementptr", GetElementPtrOp.class, GetElementPtrOp::new);
  private static final OperandHandle BASE = SPEC.operand("base", Memory.POINTER);
  private static final OperandHandle DYNAMIC_INDICES = SPEC.variadicOperand("dynamicIndices", Types.INTEGER);
  private static final AttributeHandle<DenseArrayAttr> RAW_INDICES =
      SPEC.attribute("rawConstantIndices", DenseArrayAttr.class, "indices, -2147483648 for the next operand", DenseArrayAttr.of(IntegerType.I32));
  private static final AttributeHandle<TypeAttr> ELEMENT = SPEC.attribute("elem_type", TypeAttr.class, "type that the base points to");
  private static final AttributeHandle<UnitAttr> INBOUNDS =
      SPEC.optionalAttribute("inbounds", UnitAttr.class, "the result stays inside the allocation");

  static {
    SPEC.result("res", Memory.POINTER);
  }

  public static final OpDefinition<GetElementPtrOp> DEFINITION = SPEC.summary("pointer arithmetic")
      .description("""
          The first index steps over whole elements of the type, the further ones into arrays, vectors and (constant ones) structs. Nothing is
          accessed.""")
      .traits(Trait.PURE).assembly(new Syntax()).verify(GetElementPtrOp::check).eval(op -> op.steps(op.elementType(), op.rawIndices())).build();

  GetElementPtrOp(OperationState state) {
    super(state);
  }

  public Value base() {
    return BASE.in(this);
  }

  @Override
  public Value viewSource() {
    return base();
  }

  public Type elementType() {
    return ELEMENT.in(this).value();
  }

  public boolean isInbounds() {
    return INBOUNDS.optional(this).isPresent();
  }

  /** The indices, {@link #DYNAMIC} where the next of {@link #dynamicIndices} stands. */
  public List<Long> rawIndices() {
    return RAW_INDICES.in(this).values();
  }

  public List<Value> dynamicIndices() {
    return DYNAMIC_INDICES.all(this);
  }

  /** What makes the pointer {@code index} elements further on. */
  public static OperationState of(Value base, Type element, Value index, Location location) {
    return OperationState.of(DEFINITION, location).operands(base, index).attribute(RAW_INDICES.name(), DenseArrayAttr.i32(DYNAMIC))
        .attribute(ELEMENT.name(), new TypeAttr(element)).result(PointerType.POINTER);
  }

  /** What makes a pointer with constant indices. */
  public static OperationState constant(Value base, Type element, Location location, int... indices) {
    return OperationState.of(DEFINITION, location).operands(base).attribute(RAW_INDICES.name(), DenseArrayAttr.i32(indices))
        .attribute(ELEMENT.name(), new TypeAttr(element)).result(PointerType.POINTER);
  }

  private Kernel steps(Type element, List<Long> indices) {
    return Kernel.General.strict(arguments -> ((PointerValue) arguments[0]).plus(bytes(element, indices, arguments)));
  }

  private long bytes(Type element, List<Long> indices, Object[] arguments) {
    var layout = DataLayout.HOST;
    long bytes = 0;
    int next = 1;
    Type type = element;
    boolean first = true;
    for (long raw : indices) {
      long index = raw == DYNAMIC ? Integers.signed((Long) arguments[next], Integers.width(operand(next).type())) : raw;
      next += raw == DYNAMIC ? 1 : 0;
      if (first) {
        bytes += index * layout.size(type);
      } else if (type instanceof StructType struct) {
        bytes += layout.offset(struct, (int) index);
        type = struct.fields().get((int) index);
      } else {
        type = element(type);
        bytes += index * layout.size(type);
      }
      first = false;
    }
    return bytes;
  }

  private static Type element(Type type) {
    return switch (type) {
      case ArrayType array -> array.element();
      case VectorType vector -> vector.element();
      default -> throw new IllegalArgumentException("no elements in " + type);
    };
  }

  private void check(DiagnosticEngine diagnostics) {
    if (rawIndices().stream().filter(i -> i == DYNAMIC).count() != dynamicIndices().size()) {
      diagnostics.opError(this, "expected as many dynamic indices as specified in '" + RAW_INDICES.name() + "'");
      return;
    }
    Type type = elementType();
    for (long index : rawIndices().stream().skip(1).toList()) {
      switch (type) {
        case StructType struct when index >= 0 && index < struct.fields().size() -> type = struct.fields().get((int) index);
        case ArrayType array -> type = array.element();
        case VectorType vector -> type = vector.element();
        default -> {
          diagnostics.opError(this, "index " + (index == DYNAMIC ? "that is not constant" : index) + " does not lead into '" + type + "'");
          return;
        }
      }
    }
  }

  /** {@code inbounds %p[%i, 2] : (!llvm.ptr, i64) -> !llvm.ptr, !llvm.struct<…>}. */
  private record Syntax() implements AssemblyFormat {
    @Override
    public void parse(OpParser parser, OperationState state) {
      if (parser.parseOptionalKeyword("inbounds")) {
        state.attribute("inbounds", UnitAttr.UNIT);
      }
      var operands = new ArrayList<>(List.of(parser.parseOperand()));
      var indices = new ArrayList<Integer>();
      parser.parseCommaSeparated("[", "]", () -> {
        var operand = parser.parseOptionalOperand();
        operand.ifPresent(operands::add);
        indices.add(operand.isPresent() ? DYNAMIC : parser.parseInt());
      });
      parser.parseOptionalAttributeDictionary(state);
      parser.parsePunctuation(":");
      var type = parser.parseFunctionType();
      parser.parsePunctuation(",");
      state.attribute("elem_type", new TypeAttr(parser.parseType()))
          .attribute("rawConstantIndices", DenseArrayAttr.i32(indices.stream().mapToInt(Integer::intValue).toArray()));
      parser.resolveOperands(operands, type.inputs(), state);
      state.results(type.results());
    }

    @Override
    public void print(Operation op, OpPrinter printer) {
      var gep = (GetElementPtrOp) op;
      printer.print(gep.isInbounds() ? " inbounds " : " ").printOperand(gep.base()).print("[");
      var dynamic = gep.dynamicIndices().iterator();
      var separator = "";
      for (long index : gep.rawIndices()) {
        printer.print(separator);
        if (index == DYNAMIC) {
          printer.printOperand(dynamic.next());
        } else {
          printer.print(Long.toString(index));
        }
        separator = ", ";
      }
      printer.print("]").printOptionalAttributeDictionary(op, List.of("inbounds", "elem_type", "rawConstantIndices")).print(" : (");
      printer.printTypes(op.operands().stream().map(Value::type).toList()).print(") -> ").printType(op.result().type()).print(", ")
          .printType(gep.elementType());
    }

    @Override
    public String syntax() {
      return "(`inbounds` $inbounds^)? $base `[` indices `]` attr-dict `:` functional-type(operands, $res) `,` $elem_type";
    }
  }
}
