package mlr.dialects.llvm;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import mlr.dialects.elementwise.Constants;
import mlr.dialects.llvm.types.ArrayType;
import mlr.dialects.llvm.types.PointerType;
import mlr.ir.Attribute;
import mlr.ir.Location;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Region;
import mlr.ir.SymbolTable;
import mlr.ir.Type;
import mlr.ir.attributes.DenseElementsAttr;
import mlr.ir.attributes.DictionaryAttr;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.attributes.StringAttr;
import mlr.ir.attributes.SymbolRefAttr;
import mlr.ir.attributes.TypeAttr;
import mlr.ir.attributes.UnitAttr;
import mlr.ir.definition.AssemblyFormat;
import mlr.ir.definition.AttributeHandle;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.RegionHandle;
import mlr.ir.definition.Trait;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.text.OpParser;
import mlr.ir.text.OpPrinter;
import mlr.ir.text.Quoting;
import mlr.ir.types.IntegerType;

/** Variables of the program's own, and their addresses. */
public final class Globals {
  private Globals() {}

  static List<OpDefinition<?>> all() {
    return List.of(GlobalOp.DEFINITION, AddressOfOp.DEFINITION);
  }

  /** {@code llvm.mlir.global}. */
  public static final class GlobalOp extends Operation {
    private static final OpSpec<GlobalOp> SPEC = OpDefinition.named("llvm.mlir.global", GlobalOp.class, GlobalOp::new);
    private static final AttributeHandle<TypeAttr> TYPE = SPEC.attribute("global_type", TypeAttr.class, "type of the variable",
        type -> Compatible.ANY.accepts(type.value()));
    private static final AttributeHandle<UnitAttr> CONSTANT = SPEC.optionalAttribute("constant", UnitAttr.class, "never written");
    private static final AttributeHandle<StringAttr> NAME = SPEC.attribute(SymbolTable.NAME_ATTRIBUTE, StringAttr.class, "symbol name");
    private static final AttributeHandle<KeywordAttr> LINKAGE =
        SPEC.attribute("linkage", KeywordAttr.class, "linkage", k -> KeywordAttr.LINKAGES.contains(k.keyword()));
    private static final AttributeHandle<Attribute> VALUE = SPEC.optionalAttribute("value", Attribute.class, "initial value");
    private static final AttributeHandle<IntegerAttr> ALIGNMENT = SPEC.optionalAttribute("alignment", IntegerAttr.class, "alignment in bytes, a power of two",
        IntegerAttr.of(IntegerType.I64).and(IntegerAttr::isPowerOfTwo));
    private static final AttributeHandle<StringAttr> SECTION = SPEC.optionalAttribute("section", StringAttr.class, "section of the object file");
    private static final AttributeHandle<IntegerAttr> ADDRESS_SPACE = SPEC.attribute(
        new AttributeHandle<>("addr_space", IntegerAttr.class, false, "address space", IntegerAttr.of(IntegerType.I32).and(a -> a.value() >= 0)).orElse(IntegerAttr.i32(0)));
    private static final RegionHandle INITIALIZER = SPEC.region("initializer");

    static {
      SymbolProperties.declare(SPEC);
      SPEC.optionalAttribute("thread_local_", UnitAttr.class, "one for each thread");
      SPEC.optionalAttribute("dso_local", UnitAttr.class, "resolved in this object");
    }

    public static final OpDefinition<GlobalOp> DEFINITION = SPEC.summary("LLVM dialect global")
        .description("A variable that exists as long as the program, with an initial value from an attribute or a region that ends in "
            + "`llvm.return`, or, without either, defined elsewhere.")
        .traits(Trait.SYMBOL, Trait.ISOLATED_FROM_ABOVE).assembly(new Syntax()).verify(GlobalOp::check).build();

    GlobalOp(OperationState state) {
      super(state);
    }

    public String symbol() {
      return NAME.in(this).value();
    }

    public Type type() {
      return TYPE.in(this).value();
    }

    public boolean isConstant() {
      return CONSTANT.optional(this).isPresent();
    }

    public KeywordAttr linkage() {
      return LINKAGE.in(this);
    }

    public Optional<Attribute> value() {
      return VALUE.optional(this);
    }

    /** Alignment in bytes, if it is prescribed. */
    public Optional<Long> alignment() {
      return ALIGNMENT.optional(this).map(IntegerAttr::value);
    }

    /** The number of the address space. */
    public int addressSpace() {
      return (int) ADDRESS_SPACE.in(this).value();
    }

    /** Whether each thread has its own. */
    public boolean isThreadLocal() {
      return hasAttribute("thread_local_");
    }

    public Optional<String> section() {
      return SECTION.optional(this).map(StringAttr::value);
    }

    /** The code that computes the initial value; empty when there is none. */
    public Region initializer() {
      return INITIALIZER.in(this);
    }

    /** What makes a constant with internal linkage. */
    public static OperationState constant(String name, Type type, Attribute value, long alignment, Location location) {
      var state = OperationState.of(DEFINITION, location).attribute(TYPE.name(), new TypeAttr(type)).attribute(CONSTANT.name(), UnitAttr.UNIT)
          .attribute(NAME.name(), new StringAttr(name)).attribute(LINKAGE.name(), KeywordAttr.INTERNAL).attribute(VALUE.name(), value)
          .attribute(ALIGNMENT.name(), IntegerAttr.i64(alignment)).attribute("addr_space", IntegerAttr.i32(0));
      state.addRegion();
      return state;
    }

    private void check(DiagnosticEngine diagnostics) {
      if (value().isPresent() && value().get() instanceof StringAttr text && !type().equals(new ArrayType(Quoting.bytes(text.value()).length, IntegerType.I8))) {
        diagnostics.opError(this, "requires an i8 array type of the length equal to that of the string attribute, but is of type '" + type() + "'");
      } else if (value().isPresent() && !initializer().isEmpty()) {
        diagnostics.opError(this, "cannot have both initializer value and region");
      } else if (value().isPresent() && value().get() instanceof DenseElementsAttr dense && type() instanceof ArrayType
          && elementCount(type()) != dense.type().elementCount()) {
        diagnostics.opError(this, "initial value has " + dense.type()
            .elementCount() + " elements, the type " + type() + " has " + elementCount(type()));
      }
    }

    private static long elementCount(Type type) {
      return type instanceof ArrayType array ? array.count() * elementCount(array.element()) : 1;
    }

    /** {@code internal constant @x(dense<…> : tensor<4xf32>) {…} : !llvm.array<4 x f32> {…}}. */
    private record Syntax() implements AssemblyFormat {
      @Override
      public void parse(OpParser parser, OperationState state) {
        state.attribute("linkage", KeywordAttr.parseLinkage(parser).orElse(KeywordAttr.EXTERNAL));
        SymbolProperties.parseVisibility(parser, state);
        // Upstream reads the two in this order only, and writes them in the other.
        SymbolProperties.parseUnnamedAddress(parser, state);
        if (parser.parseOptionalKeyword("thread_local")) {
          state.attribute("thread_local_", UnitAttr.UNIT);
        }
        SymbolProperties.parseUnnamedAddress(parser, state);
        if (parser.parseOptionalKeyword("constant")) {
          state.attribute("constant", UnitAttr.UNIT);
        }
        state.attribute(SymbolTable.NAME_ATTRIBUTE, new StringAttr(parser.parseSymbolName()));
        parser.parsePunctuation("(");
        if (!parser.parseOptionalPunctuation(")")) {
          state.attribute("value", parser.parseAttribute());
          parser.parsePunctuation(")");
        }
        state.attribute("addr_space", IntegerAttr.i32(0));
        parser.parseOptionalAttributeDictionary(state);
        state.attribute("global_type", new TypeAttr(parser.parseOptionalPunctuation(":") ? parser.parseType() : impliedType(parser, state)));
        parser.parseOptionalRegion(state.addRegion(), List.of());
      }

      private static Type impliedType(OpParser parser, OperationState state) {
        var value = state.attributes().get("value");
        if (value.isPresent() && value.get() instanceof StringAttr text) {
          return new ArrayType(Quoting.bytes(text.value()).length, IntegerType.I8);
        }
        return value.flatMap(Constants::typeOf).orElseThrow(() -> parser.error("type can only be omitted for string globals"));
      }

      @Override
      public void print(Operation op, OpPrinter printer) {
        var global = (GlobalOp) op;
        printer.print(" " + global.linkage().keyword() + " " + SymbolProperties.visibility(op) + (global.isThreadLocal() ? "thread_local " : "")
            + SymbolProperties.unnamedAddress(op) + (global.isConstant() ? "constant " : "")).printSymbol(global.symbol()).print("(");
        global.value().ifPresent(printer::printAttribute);
        // The address space is written though it is the default one.
        var written = new TreeMap<>(op.attributes().asMap());
        written.keySet().removeAll(List.of("linkage", "constant", SymbolTable.NAME_ATTRIBUTE, "value", "global_type", "thread_local_"));
        written.keySet().removeAll(SymbolProperties.ELIDED);
        written.putIfAbsent("addr_space", IntegerAttr.i32(0));
        printer.print(") ").printAttribute(new DictionaryAttr(written));
        if (!(global.value().orElse(UnitAttr.UNIT) instanceof StringAttr)) {
          printer.print(" : ").printType(global.type());
        }
        if (!global.initializer().isEmpty()) {
          printer.print(" ").printRegion(global.initializer(), false, true);
        }
      }

      @Override
      public String syntax() {
        return "$linkage visibility? `thread_local`? unnamed_addr? (`constant`)? $sym_name `(` ($value)? `)` attr-dict (`:` $global_type)? $initializer?";
      }
    }
  }

  /** {@code llvm.mlir.addressof}. */
  public static final class AddressOfOp extends Operation {
    private static final OpSpec<AddressOfOp> SPEC = OpDefinition.named("llvm.mlir.addressof", AddressOfOp.class, AddressOfOp::new);
    private static final AttributeHandle<SymbolRefAttr> NAME =
        SPEC.attribute("global_name", SymbolRefAttr.class, "flat symbol reference", s -> s.nested().isEmpty());

    static {
      SPEC.result("res", Memory.POINTER);
    }

    public static final OpDefinition<AddressOfOp> DEFINITION = SPEC.summary("address of a global or function")
        .description("The address of the global or function of that name.")
        .traits(Trait.PURE).assembly("$global_name attr-dict `:` type($res)").infer(_ -> List.of(PointerType.POINTER)).verify(AddressOfOp::check)
        .build();

    AddressOfOp(OperationState state) {
      super(state);
    }

    public SymbolRefAttr symbol() {
      return NAME.in(this);
    }

    /** What makes the address of a symbol. */
    public static OperationState of(String symbol, Location location) {
      return OperationState.of(DEFINITION, location).attribute(NAME.name(), new SymbolRefAttr(symbol)).result(PointerType.POINTER);
    }

    private void check(DiagnosticEngine diagnostics) {
      var target = SymbolTable.lookupNearest(this, symbol().root());
      if (SymbolTable.nearest(this).isPresent() && (target.isEmpty() || !(target.get() instanceof GlobalOp || target.get() instanceof FuncOp))) {
        diagnostics.opError(this, "must reference a global defined by 'llvm.mlir.global' or 'llvm.func', but '" + symbol().root() + "' is none" + SymbolTable.suggestion(this, symbol().root()));
      } else if (target.isPresent() && ((PointerType) result().type()).addressSpace() != (target.get() instanceof GlobalOp global ? global.addressSpace() : 0)) {
        diagnostics.opError(this, "pointer address space must match address space of the referenced global").note(target.get().location(), "the global is here");
      }
    }
  }
}
