package mlr.dialects.llvm;

import java.util.List;
import mlr.dialects.func.FunctionSignature;
import mlr.dialects.llvm.types.LlvmFunctionType;
import mlr.dialects.llvm.types.VoidType;
import mlr.ir.Location;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Region;
import mlr.ir.SymbolTable;
import mlr.ir.Value;
import mlr.ir.attributes.ArrayAttr;
import mlr.ir.attributes.StringAttr;
import mlr.ir.attributes.TypeAttr;
import mlr.ir.attributes.UnitAttr;
import mlr.ir.definition.AssemblyFormat;
import mlr.ir.definition.AttributeHandle;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.RegionHandle;
import mlr.ir.definition.Trait;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.interfaces.CallableInterface;
import mlr.ir.text.OpParser;
import mlr.ir.text.OpPrinter;

/** {@code llvm.func}: an LLVM function, or the declaration of one when its body is empty. */
public final class FuncOp extends Operation implements CallableInterface {
  private static final OpSpec<FuncOp> SPEC = OpDefinition.named("llvm.func", FuncOp.class, FuncOp::new);
  private static final AttributeHandle<StringAttr> NAME = SPEC.attribute(SymbolTable.NAME_ATTRIBUTE, StringAttr.class, "symbol name");
  private static final AttributeHandle<TypeAttr> TYPE =
      SPEC.attribute("function_type", TypeAttr.class, "LLVM function type", a -> a.value() instanceof LlvmFunctionType);
  private static final AttributeHandle<KeywordAttr> LINKAGE = SPEC.attribute(
      new AttributeHandle<>("linkage", KeywordAttr.class, false, "linkage", k -> KeywordAttr.LINKAGES.contains(k.keyword()))
          .orElse(KeywordAttr.EXTERNAL));
  private static final AttributeHandle<KeywordAttr> CONVENTION = SPEC.attribute(KeywordAttr.handle("CConv", "cconv", "ccc", "calling convention"));
  private static final RegionHandle BODY = SPEC.region("body");

  static {
    SPEC.optionalAttribute(SymbolTable.VISIBILITY_ATTRIBUTE, StringAttr.class, "public, private or nested");
    SymbolProperties.declare(SPEC);
    SPEC.optionalAttribute("dso_local", UnitAttr.class, "resolved in this object");
    SPEC.optionalAttribute("passthrough", ArrayAttr.class, "attributes of LLVM's function, by name, or by name and value");
    SPEC.optionalAttribute("section", StringAttr.class, "section of the object file");
    FunctionSignature.declareAttributes(SPEC);
  }

  public static final OpDefinition<FuncOp> DEFINITION = SPEC.summary("LLVM dialect function")
      .description("A function with at most one result, whose entry block's arguments are the parameters; without a body it declares one "
          + "that is linked in.")
      .traits(Trait.SYMBOL, Trait.ISOLATED_FROM_ABOVE).assembly(new Syntax()).verify(FuncOp::check).build();

  FuncOp(OperationState state) {
    super(state);
  }

  public String symbol() {
    return NAME.in(this).value();
  }

  public LlvmFunctionType functionType() {
    return (LlvmFunctionType) TYPE.in(this).value();
  }

  public KeywordAttr linkage() {
    return LINKAGE.in(this);
  }

  public boolean isDeclaration() {
    return body().isEmpty();
  }

  public Region body() {
    return BODY.in(this);
  }

  @Override
  public Region callableRegion() {
    return body();
  }

  /** What makes a function without blocks. */
  public static OperationState of(String name, LlvmFunctionType type, KeywordAttr linkage, Location location) {
    var state = OperationState.of(DEFINITION, location).attribute(NAME.name(), new StringAttr(name)).attribute(TYPE.name(), new TypeAttr(type))
        .attribute(LINKAGE.name(), linkage);
    state.addRegion();
    return state;
  }

  private void check(DiagnosticEngine diagnostics) {
    FunctionSignature.checkAttributes(this, functionType().parameters().size(), functionType().result() instanceof VoidType ? 0 : 1, diagnostics);
    if (isDeclaration() && !KeywordAttr.DECLARED.contains(linkage().keyword())) {
      diagnostics.opError(this, "external functions must have 'external' or 'extern_weak' linkage, but this has '" + linkage().keyword() + "'");
    } else if (!isDeclaration() && !Value.haveTypes(body().entry().arguments(), functionType().parameters())) {
      diagnostics.opError(this, "entry block must have the arguments of the function's type " + functionType());
    }
  }

  /** {@code llvm.func internal @f(%a: i32, ...) -> f32 attributes {…} {…}}. */
  private record Syntax() implements AssemblyFormat {
    private static final List<String> ELIDED = List.of(SymbolTable.NAME_ATTRIBUTE, "function_type", "linkage", "CConv", "visibility_", "unnamed_addr",
        FunctionSignature.ARGUMENT_ATTRIBUTES,
        FunctionSignature.RESULT_ATTRIBUTES);

    @Override
    public void parse(OpParser parser, OperationState state) {
      KeywordAttr.parseLinkage(parser).ifPresent(linkage -> state.attribute("linkage", linkage));
      SymbolProperties.parseVisibility(parser, state);
      SymbolProperties.parseUnnamedAddress(parser, state);
      parser.parseOptionalKeywordOf(KeywordAttr.CONVENTIONS).ifPresent(keyword -> state.attribute(CONVENTION.name(), new KeywordAttr("cconv", keyword)));
      state.attribute(SymbolTable.NAME_ATTRIBUTE, new StringAttr(parser.parseSymbolName()));
      var signature = FunctionSignature.parse(parser, state, true);
      if (signature.results().size() > 1) {
        throw parser.error("failed to construct function type: expected zero or one function result");
      }
      var result = signature.results().isEmpty() ? VoidType.VOID : signature.results().getFirst();
      state.attribute("function_type", new TypeAttr(new LlvmFunctionType(result, signature.inputs(), signature.variadic())));
      parser.parseOptionalAttributeDictionaryWithKeyword(state);
      parser.parseOptionalRegion(state.addRegion(), signature.arguments());
    }

    @Override
    public void print(Operation op, OpPrinter printer) {
      var function = (FuncOp) op;
      printer.print(" ");
      if (!function.linkage().equals(KeywordAttr.EXTERNAL)) {
        printer.print(function.linkage().keyword() + " ");
      }
      printer.print(SymbolProperties.visibility(op) + SymbolProperties.unnamedAddress(op));
      if (op.hasAttribute(CONVENTION.name()) && !CONVENTION.optional(op).equals(CONVENTION.defaultValue())) {
        printer.print(CONVENTION.in(op).keyword() + " ");
      }
      var type = function.functionType();
      printer.printSymbol(function.symbol());
      FunctionSignature.print(op, function.body(), type.parameters(), type.results(), type.variadic(), printer);
      printer.printOptionalAttributeDictionaryWithKeyword(op, ELIDED);
      if (!function.isDeclaration()) {
        printer.print(" ").printRegion(function.body(), false, true);
      }
    }

    @Override
    public String syntax() {
      return "$linkage? $sym_name function-signature (`attributes` attr-dict)? $body?";
    }
  }
}
