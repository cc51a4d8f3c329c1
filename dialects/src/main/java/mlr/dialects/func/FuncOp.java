package mlr.dialects.func;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import mlr.ir.Block;
import mlr.ir.Location;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Region;
import mlr.ir.SymbolTable;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.attributes.ArrayAttr;
import mlr.ir.attributes.StringAttr;
import mlr.ir.attributes.TypeAttr;
import mlr.ir.definition.AssemblyFormat;
import mlr.ir.definition.AttributeHandle;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.RegionHandle;
import mlr.ir.definition.Trait;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.interfaces.FunctionInterface;
import mlr.ir.text.OpParser;
import mlr.ir.text.OpPrinter;
import mlr.ir.types.FunctionType;

/** {@code func.func}: a function, or the declaration of one when its body is empty. */
public final class FuncOp extends Operation implements FunctionInterface {
  private static final OpSpec<FuncOp> SPEC = OpDefinition.named("func.func", FuncOp.class, FuncOp::new);
  private static final AttributeHandle<StringAttr> NAME = SPEC.attribute(SymbolTable.NAME_ATTRIBUTE, StringAttr.class, "symbol name");
  private static final AttributeHandle<TypeAttr> TYPE =
      SPEC.attribute("function_type", TypeAttr.class, "function type", a -> a.value() instanceof FunctionType);
  private static final AttributeHandle<StringAttr> VISIBILITY =
      SPEC.optionalAttribute(SymbolTable.VISIBILITY_ATTRIBUTE, StringAttr.class, "public, private or nested");
  private static final RegionHandle BODY = SPEC.region("body");

  static {
    FunctionSignature.declareAttributes(SPEC);
  }

  public static final OpDefinition<FuncOp> DEFINITION = SPEC.summary("an operation with a name containing a single region")
      .description("""
          A function: its entry block's arguments are the parameters, `func.return` gives the results. With an empty body it declares a
          function defined elsewhere, which must be private.""")
      .traits(Trait.SYMBOL, Trait.ISOLATED_FROM_ABOVE).defaultDialect("func").assembly(new Syntax()).verify(FuncOp::check).build();

  FuncOp(OperationState state) {
    super(state);
  }

  /** The name by which it is called. */
  public String symbol() {
    return NAME.in(this).value();
  }

  public FunctionType functionType() {
    return (FunctionType) TYPE.in(this).value();
  }

  /** Changes the type; the caller changes the entry block alike. */
  public void setFunctionType(FunctionType type) {
    setAttribute(TYPE.name(), new TypeAttr(type));
  }

  /** Whether it can be seen from this module only. */
  public boolean isPrivate() {
    return VISIBILITY.optional(this).filter(v -> v.value().equals("private")).isPresent();
  }

  /** Whether it has no body. */
  public boolean isDeclaration() {
    return body().isEmpty();
  }

  public Region body() {
    return BODY.in(this);
  }

  /** The arguments of the entry block; there must be one. */
  public List<? extends Value> arguments() {
    return body().entry().arguments();
  }

  @Override
  public Region callableRegion() {
    return body();
  }

  @Override
  public void eraseArguments(Set<Integer> positions) {
    List.copyOf(positions).stream().sorted(Comparator.reverseOrder()).forEach(body().entry()::eraseArgument);
    setFunctionType(new FunctionType(without(functionType().inputs(), positions), functionType().results()));
    eraseAttributes(FunctionSignature.ARGUMENT_ATTRIBUTES, positions);
  }

  @Override
  public void eraseResults(Set<Integer> positions) {
    setFunctionType(new FunctionType(functionType().inputs(), without(functionType().results(), positions)));
    eraseAttributes(FunctionSignature.RESULT_ATTRIBUTES, positions);
  }

  private void eraseAttributes(String name, Set<Integer> positions) {
    attribute(name).filter(ArrayAttr.class::isInstance)
        .ifPresent(all -> setAttribute(name, new ArrayAttr(without(((ArrayAttr) all).elements(), positions))));
  }

  private static <E> List<E> without(List<E> all, Set<Integer> positions) {
    return IntStream.range(0, all.size()).filter(i -> !positions.contains(i)).mapToObj(all::get).toList();
  }

  /** What makes a function without blocks; {@link #addEntryBlock} gives it its entry. */
  public static OperationState of(String name, FunctionType type, Optional<String> visibility, Location location) {
    var state = OperationState.of(DEFINITION, location).attribute(NAME.name(), new StringAttr(name)).attribute(TYPE.name(), new TypeAttr(type));
    visibility.ifPresent(v -> state.attribute(VISIBILITY.name(), new StringAttr(v)));
    state.addRegion();
    return state;
  }

  /** Adds the entry block, with an argument for each input. */
  public Block addEntryBlock() {
    var block = body().addBlock();
    for (Type input : functionType().inputs()) {
      block.addArgument(input, location());
    }
    return block;
  }

  private void check(DiagnosticEngine diagnostics) {
    FunctionSignature.checkAttributes(this, functionType().inputs().size(), functionType().results().size(), diagnostics);
    if (isDeclaration()) {
      if (VISIBILITY.optional(this).map(StringAttr::value).orElse("public").equals("public")) {
        diagnostics.opError(this, "symbol declaration cannot have public visibility");
      }
      return;
    }
    if (!Value.haveTypes(arguments(), functionType().inputs())) {
      diagnostics.opError(this, "entry block must have the arguments of the function's type " + functionType() + ", but they are ("
          + FuncTypes.list(Value.types(arguments())) + ")");
    }
  }

  /** {@code func.func private @f(%a: T) -> U attributes {…} {…}}. */
  private record Syntax() implements AssemblyFormat {
    private static final List<String> VISIBILITIES = List.of("public", "private", "nested");
    private static final List<String> ELIDED = List.of(SymbolTable.NAME_ATTRIBUTE, SymbolTable.VISIBILITY_ATTRIBUTE, "function_type",
        FunctionSignature.ARGUMENT_ATTRIBUTES, FunctionSignature.RESULT_ATTRIBUTES);

    @Override
    public void parse(OpParser parser, OperationState state) {
      var visibility = parser.parseOptionalKeywordOf(VISIBILITIES);
      if (visibility.isPresent()) {
        state.attribute(SymbolTable.VISIBILITY_ATTRIBUTE, new StringAttr(visibility.get()));
      }
      state.attribute(SymbolTable.NAME_ATTRIBUTE, new StringAttr(parser.parseSymbolName()));
      var signature = FunctionSignature.parse(parser, state, false);
      state.attribute("function_type", new TypeAttr(new FunctionType(signature.inputs(), signature.results())));
      parser.parseOptionalAttributeDictionaryWithKeyword(state);
      parser.parseOptionalRegion(state.addRegion(), signature.arguments());
    }

    @Override
    public void print(Operation op, OpPrinter printer) {
      var function = (FuncOp) op;
      printer.print(" ");
      var visibility = VISIBILITY.optional(op);
      if (visibility.isPresent()) {
        printer.print(visibility.get().value()).print(" ");
      }
      printer.printSymbol(function.symbol());
      FunctionSignature.print(op, function.body(), function.functionType().inputs(), function.functionType().results(), false, printer);
      printer.printOptionalAttributeDictionaryWithKeyword(op, ELIDED);
      if (!function.isDeclaration()) {
        printer.print(" ").printRegion(function.body(), false, true);
      }
    }

    @Override
    public String syntax() {
      return "$sym_visibility? $sym_name function-signature (`attributes` attr-dict)? $body?";
    }
  }
}
