package mlr.dialects.llvm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mlr.dialects.elementwise.FlagsAttr;
import mlr.dialects.llvm.types.LlvmFunctionType;
import mlr.dialects.llvm.types.PointerType;
import mlr.ir.Location;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.SymbolTable;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.attributes.SymbolRefAttr;
import mlr.ir.attributes.TypeAttr;
import mlr.ir.definition.AssemblyFormat;
import mlr.ir.definition.AttributeHandle;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.ResultHandle;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.interfaces.CallInterface;
import mlr.ir.text.OpParser;
import mlr.ir.text.OpPrinter;
import mlr.ir.types.FunctionType;

/** {@code llvm.call}: a call by name, or, without one, through the pointer that is the first operand. */
public final class CallOp extends Operation implements CallInterface {
  private static final OpSpec<CallOp> SPEC = OpDefinition.named("llvm.call", CallOp.class, CallOp::new);
  private static final AttributeHandle<SymbolRefAttr> CALLEE = SPEC.optionalAttribute("callee", SymbolRefAttr.class, "flat symbol reference");
  private static final AttributeHandle<TypeAttr> VARIADIC_TYPE = SPEC.attribute(
      new AttributeHandle<>("var_callee_type", TypeAttr.class, false, "type of a variadic callee", a -> a.value() instanceof LlvmFunctionType type && type.variadic()));
  private static final AttributeHandle<FlagsAttr> FASTMATH =
      SPEC.attribute(FlagsAttr.handle(LlvmDialect.NAMESPACE, FlagsAttr.Kind.FASTMATH, "fastmathFlags"));
  private static final AttributeHandle<KeywordAttr> CONVENTION =
      SPEC.attribute(KeywordAttr.handle("CConv", "cconv", "ccc", "calling convention"));
  private static final AttributeHandle<KeywordAttr> TAIL =
      SPEC.attribute(KeywordAttr.handle("TailCallKind", "tailcallkind", "none", "tail call kind"));
  private static final OperandHandle OPERANDS = SPEC.variadicOperand("callee_operands", Compatible.ANY);
  private static final ResultHandle RESULT = SPEC.optionalResult("result", Compatible.ANY);
  public static final OpDefinition<CallOp> DEFINITION = SPEC.summary("call to an LLVM function")
      .description("Calls the function of that name, or the one that the first operand points to when there is no name. A call of a "
          + "variadic function says its type.")
      .assembly(new Syntax()).verify(CallOp::check).build();

  CallOp(OperationState state) {
    super(state);
  }

  @Override
  public boolean isDirect() {
    return !isIndirect();
  }

  /** Whether the callee is an operand. */
  public boolean isIndirect() {
    return CALLEE.optional(this).isEmpty();
  }

  @Override
  public SymbolRefAttr callee() {
    return CALLEE.in(this);
  }

  @Override
  public List<Value> arguments() {
    var all = OPERANDS.all(this);
    return isIndirect() ? all.subList(1, all.size()) : all;
  }

  /** The type of a variadic callee. */
  public Optional<LlvmFunctionType> variadicType() {
    return VARIADIC_TYPE.optional(this).map(a -> (LlvmFunctionType) a.value());
  }

  /** The result, if the function has one. */
  public Optional<? extends Value> returned() {
    return RESULT.optional(this);
  }

  /** What makes a call by name. */
  public static OperationState of(String callee, List<? extends Value> arguments, List<? extends Type> results, Location location) {
    return OperationState.of(DEFINITION, location).attribute(CALLEE.name(), new SymbolRefAttr(callee)).operands(arguments).results(results);
  }

  private void check(DiagnosticEngine diagnostics) {
    if (isIndirect()) {
      if (operandCount() == 0 || !(operand(0).type() instanceof PointerType)) {
        diagnostics.opError(this, "must have either a `callee` attribute or a pointer as its first operand");
      } else {
        variadicType().ifPresent(type -> checkVariadic(type, diagnostics));
      }
      return;
    }
    var target = SymbolTable.lookupNearest(this, callee().root());
    if (target.isEmpty() || !(target.get() instanceof FuncOp function)) {
      if (SymbolTable.nearest(this).isPresent()) {
        diagnostics.opError(this, "'" + callee().root() + "' does not reference a symbol in the current scope" + SymbolTable.suggestion(this, callee().root()));
      }
      return;
    }
    var type = function.functionType();
    var given = arguments().stream().map(Value::type).toList();
    int fixed = type.parameters().size();
    if (given.size() < fixed || given.size() > fixed && !type.variadic() || !given.subList(0, fixed).equals(type.parameters())) {
      diagnostics.opError(this, "operands of types " + given + " do not match the callee's type '" + type + "'").note(function.location(), "the callee is here");
    } else if (type.variadic() && variadicType().isEmpty()) {
      diagnostics.opError(this, "missing var_callee_type attribute for vararg call").note(function.location(), "the callee is here");
    } else if (!resultTypes().equals(type.results())) {
      diagnostics.opError(this, "result types " + resultTypes() + " do not match the callee's type '" + type + "'").note(function.location(), "the callee is here");
    }
  }

  private void checkVariadic(LlvmFunctionType type, DiagnosticEngine diagnostics) {
    var given = Value.types(arguments());
    int fixed = type.parameters().size();
    if (given.size() < fixed || !given.subList(0, fixed).equals(type.parameters()) || !resultTypes().equals(type.results())) {
      diagnostics.opError(this, "operands of types " + given + " and results of types " + resultTypes() + " do not match the variadic type '" + type + "'");
    }
  }

  /** {@code @f(%a) vararg(!llvm.func<…>) : (T) -> U}, {@code %p(%a) : !llvm.ptr, (T) -> U}. */
  private record Syntax() implements AssemblyFormat {
    private static final List<String> ELIDED = List.of("callee", "var_callee_type");

    @Override
    public void parse(OpParser parser, OperationState state) {
      var callee = parser.parseOptionalSymbolName();
      callee.ifPresent(name -> state.attribute(CALLEE.name(), new SymbolRefAttr(name)));
      var pointer = new ArrayList<OpParser.UnresolvedOperand>();
      if (callee.isEmpty()) {
        pointer.add(parser.parseOperand());
      }
      var operands = parser.parseParenthesizedOperandList();
      if (parser.parseOptionalKeyword("vararg")) {
        parser.parsePunctuation("(");
        state.attribute(VARIADIC_TYPE.name(), new TypeAttr(parser.parseType()));
        parser.parsePunctuation(")");
      }
      parser.parseOptionalAttributeDictionary(state);
      parser.parsePunctuation(":");
      if (!pointer.isEmpty()) {
        parser.resolveOperand(pointer.getFirst(), parser.parseType(), state);
        parser.parsePunctuation(",");
      }
      var type = parser.parseFunctionType();
      parser.resolveOperands(operands, type.inputs(), state);
      state.results(type.results());
    }

    @Override
    public void print(Operation op, OpPrinter printer) {
      var call = (CallOp) op;
      printer.print(" ");
      if (call.isIndirect()) {
        printer.printOperand(op.operand(0));
      } else {
        printer.printSymbol(call.callee().root());
      }
      printer.print("(").printOperands(call.arguments()).print(")");
      call.variadicType().ifPresent(type -> printer.print(" vararg(").printType(type).print(")"));
      printer.printOptionalAttributeDictionary(op, elided(op)).print(" : ");
      if (call.isIndirect()) {
        printer.printType(op.operand(0).type()).print(", ");
      }
      printer.printType(new FunctionType(call.arguments().stream().map(Value::type).toList(), op.resultTypes()));
    }

    private static List<String> elided(Operation op) {
      var names = new ArrayList<>(ELIDED);
      for (var handle : List.of(FASTMATH, CONVENTION, TAIL)) {
        if (op.attribute(handle.name()).equals(handle.defaultValue())) {
          names.add(handle.name());
        }
      }
      return names;
    }

    @Override
    public String syntax() {
      return "($callee | pointer) `(` arguments `)` (`vararg` `(` $var_callee_type `)`)? attr-dict `:` (type(pointer) `,`)? "
          + "functional-type(arguments, $result)";
    }
  }
}
