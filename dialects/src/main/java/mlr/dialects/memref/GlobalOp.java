package mlr.dialects.memref;

import java.util.List;
import java.util.Optional;
import mlr.ir.Attribute;
import mlr.ir.Location;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.SymbolTable;
import mlr.ir.attributes.DenseElementsAttr;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.attributes.StringAttr;
import mlr.ir.attributes.TypeAttr;
import mlr.ir.attributes.TypedAttr;
import mlr.ir.attributes.UnitAttr;
import mlr.ir.definition.AssemblyFormat;
import mlr.ir.definition.AttributeHandle;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.Trait;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.text.OpParser;
import mlr.ir.text.OpPrinter;
import mlr.ir.types.IntegerType;
import mlr.ir.types.MemRefType;
import mlr.ir.types.RankedTensorType;
import mlr.ir.types.ShapedType;

/** {@code memref.global}: memory of the program's own. */
public final class GlobalOp extends Operation {
  private static final OpSpec<GlobalOp> SPEC = OpDefinition.named("memref.global", GlobalOp.class, GlobalOp::new);
  private static final AttributeHandle<StringAttr> NAME = SPEC.attribute(SymbolTable.NAME_ATTRIBUTE, StringAttr.class, "symbol name");
  private static final AttributeHandle<StringAttr> VISIBILITY =
      SPEC.optionalAttribute(SymbolTable.VISIBILITY_ATTRIBUTE, StringAttr.class, "public, private or nested");
  private static final AttributeHandle<TypeAttr> TYPE = SPEC.attribute("type", TypeAttr.class, "memref type with static shape",
      a -> a.value() instanceof MemRefType type && type.hasStaticShape());
  private static final AttributeHandle<Attribute> INITIAL_VALUE = SPEC.optionalAttribute("initial_value", Attribute.class,
      "dense elements, or unit for memory without contents; absent when defined elsewhere", GlobalOp::isElements);
  private static final AttributeHandle<UnitAttr> CONSTANT = SPEC.optionalAttribute("constant", UnitAttr.class, "never written");
  private static final AttributeHandle<IntegerAttr> ALIGNMENT =
      SPEC.optionalAttribute("alignment", IntegerAttr.class, "alignment in bytes, a power of two", IntegerAttr.of(IntegerType.I64).and(IntegerAttr::isPowerOfTwo));
  public static final OpDefinition<GlobalOp> DEFINITION = SPEC.summary("declare or define a global memref variable")
      .description("""
          Memory that exists as long as the program, with initial elements, without contents (`uninitialized`), or defined elsewhere. A `constant`
          one is read-only.""")
      .traits(Trait.SYMBOL).effects().assembly(new Syntax()).verify(GlobalOp::check).build();

  GlobalOp(OperationState state) {
    super(state);
  }

  public String symbol() {
    return NAME.in(this).value();
  }

  public MemRefType type() {
    return (MemRefType) TYPE.in(this).value();
  }

  public boolean isConstant() {
    return CONSTANT.optional(this).isPresent();
  }

  /** The initial elements. */
  public Optional<DenseElementsAttr> initialValue() {
    return INITIAL_VALUE.optional(this).filter(DenseElementsAttr.class::isInstance).map(DenseElementsAttr.class::cast);
  }

  /** Alignment in bytes, if it is prescribed. */
  public Optional<Long> alignment() {
    return ALIGNMENT.optional(this).map(IntegerAttr::value);
  }

  /** Whether it is defined in another module. */
  public boolean isExternal() {
    return INITIAL_VALUE.optional(this).isEmpty();
  }

  /** What makes a private constant. */
  public static OperationState constant(String name, MemRefType type, DenseElementsAttr value, Location location) {
    return OperationState.of(DEFINITION, location).attribute(NAME.name(), new StringAttr(name))
        .attribute(VISIBILITY.name(), new StringAttr("private"))
        .attribute(TYPE.name(), new TypeAttr(type)).attribute(INITIAL_VALUE.name(), value).attribute(CONSTANT.name(), UnitAttr.UNIT);
  }

  private static boolean isElements(Attribute value) {
    return value instanceof UnitAttr || value instanceof TypedAttr typed && typed.type() instanceof ShapedType;
  }

  private void check(DiagnosticEngine diagnostics) {
    INITIAL_VALUE.optional(this).filter(TypedAttr.class::isInstance).map(TypedAttr.class::cast).ifPresent(value -> {
      var expected = RankedTensorType.of(type().element(), type().shape());
      if (!value.type().equals(expected)) {
        diagnostics.opError(this, "initial value expected to be of type '" + expected + "', but was of type '" + value.type() + "'");
      }
    });
  }

  /** {@code "private" constant @name : memref<2xf32> = dense<…> {alignment = 16 : i64}}; the elements' tensor type is implied. */
  private record Syntax() implements AssemblyFormat {
    private static final List<String> ELIDED = List.of(SymbolTable.NAME_ATTRIBUTE, SymbolTable.VISIBILITY_ATTRIBUTE, "type", "initial_value",
        "constant");

    @Override
    public void parse(OpParser parser, OperationState state) {
      parser.parseOptionalString().ifPresent(v -> state.attribute(VISIBILITY.name(), new StringAttr(v)));
      if (parser.parseOptionalKeyword("constant")) {
        state.attribute(CONSTANT.name(), UnitAttr.UNIT);
      }
      state.attribute(NAME.name(), new StringAttr(parser.parseSymbolName()));
      parser.parsePunctuation(":");
      if (!(parser.parseType() instanceof MemRefType type) || !type.hasStaticShape()) {
        throw parser.error("type should be static shaped memref");
      }
      state.attribute(TYPE.name(), new TypeAttr(type));
      if (parser.parseOptionalPunctuation("=")) {
        state.attribute(INITIAL_VALUE.name(), parser.parseOptionalKeyword("uninitialized") ? UnitAttr.UNIT
            : parser.parseAttribute(RankedTensorType.of(type.element(), type.shape())));
      }
      parser.parseOptionalAttributeDictionary(state);
    }

    @Override
    public void print(Operation op, OpPrinter printer) {
      var global = (GlobalOp) op;
      printer.print(" ");
      VISIBILITY.optional(op).ifPresent(v -> printer.printAttribute(v).print(" "));
      printer.print(global.isConstant() ? "constant " : "").printSymbol(global.symbol()).print(" : ").printType(global.type());
      INITIAL_VALUE.optional(op).ifPresent(value -> {
        printer.print(" = ");
        if (value instanceof UnitAttr) {
          printer.print("uninitialized");
        } else {
          printer.printAttributeWithoutType(value);
        }
      });
      printer.printOptionalAttributeDictionary(op, ELIDED);
    }

    @Override
    public String syntax() {
      return "($sym_visibility^)? (`constant`)? $sym_name `:` $type (`=` (`uninitialized` | $initial_value))? attr-dict";
    }
  }
}
