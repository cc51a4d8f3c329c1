package mlr.interpreter.function;

import com.oracle.truffle.api.CallTarget;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mlr.dialects.func.FuncOp;
import mlr.dialects.llvm.Globals;
import mlr.dialects.llvm.types.DataLayout;
import mlr.dialects.memref.GlobalOp;
import mlr.interpreter.ExecutionError;
import mlr.interpreter.ExternalFunctions;
import mlr.interpreter.nodes.FunctionNode;
import mlr.ir.Operation;
import mlr.ir.Region;
import mlr.ir.SymbolTable;
import mlr.ir.Type;
import mlr.ir.attributes.DenseElementsAttr;
import mlr.ir.eval.MemRefValue;
import mlr.ir.eval.Memory;
import mlr.ir.eval.PointerValue;
import mlr.ir.interfaces.CallableInterface;

/** A module whose functions can be called: each is turned into nodes when it is first needed; globals are shared by all. */
public final class LoadedModule {
  private final SymbolTable symbols;
  private final ExternalFunctions externals;
  private final Map<String, CallTarget> functions = new LinkedHashMap<>();
  private final Map<String, Global> globals = new LinkedHashMap<>();

  /** The memory of a global, what leads to it, and what it began with, where it can be written. */
  private record Global(Object address, Memory memory, Optional<Memory> initial) {
    static Global of(Object address, Memory memory) {
      return new Global(address, memory, memory.isWritable() ? Optional.of(memory.copy()) : Optional.empty());
    }
  }

  public LoadedModule(Operation module, ExternalFunctions externals) {
    this.symbols = new SymbolTable(module);
    this.externals = externals;
  }

  public ExternalFunctions externals() {
    return externals;
  }

  /** Whether the module has a function of that name with a body. */
  public boolean isDefined(String symbol) {
    return symbols.lookup(symbol, CallableInterface.class).filter(function -> !function.callableRegion().isEmpty()).isPresent();
  }

  /** The function of a name; an error at {@code user} when there is none. Takes boxed arguments and returns an array of results. */
  public CallTarget function(String symbol, Operation user) {
    var known = functions.get(symbol);
    if (known == null) {
      var op = symbols.lookup(symbol).filter(_ -> isDefined(symbol))
          .orElseThrow(() -> new ExecutionError(user.location(), "there is no function '@" + symbol + "' with a body"));
      known = translate(symbol, ((CallableInterface) op).callableRegion(), resultTypes(op)).getCallTarget();
      functions.put(symbol, known);
    }
    return known;
  }

  private FunctionNode translate(String symbol, Region region, List<Type> types) {
    var translation = new Translation(translators());
    var parameters = translation.slots(region.entry().arguments());
    var results = translation.newSlots(types);
    var body = translation.body(region, results);
    return new FunctionNode(symbol, translation.frame(), parameters, results, body);
  }

  /** The translators for the levels of functions. */
  public List<OperationTranslator> translators() {
    return List.of(new LoopTranslator(), new MemRefTranslator(this), new LlvmTranslator(this), new CallTranslator(this));
  }

  private static List<Type> resultTypes(Operation function) {
    return switch (function) {
      case FuncOp func -> func.functionType().results();
      case mlr.dialects.llvm.FuncOp func -> func.functionType().results();
      default -> throw new ExecutionError(function.location(), "'" + function.name() + "' op is no function that the interpreter knows");
    };
  }

  /** The memory of a {@code memref.global}, made when it is first asked for. */
  public MemRefValue global(String symbol, Operation user) {
    var op = symbols.lookup(symbol, GlobalOp.class).filter(global -> !global.isExternal())
        .orElseThrow(() -> new ExecutionError(user.location(), "there is no global '@" + symbol + "' with contents"));
    return (MemRefValue) globals.computeIfAbsent(symbol, _ -> {
      var memory = memory(op);
      return Global.of(new MemRefValue(memory, 0, op.type()), memory);
    }).address();
  }

  /** The memory of a global of either dialect. */
  public Memory globalMemory(String symbol, Operation user) {
    if (symbols.lookup(symbol, GlobalOp.class).isPresent()) {
      global(symbol, user);
    } else {
      address(symbol, user);
    }
    return globals.get(symbol).memory();
  }

  /** Gives every global the contents again that it begins with. */
  public void restoreGlobals() {
    globals.values().forEach(global -> global.initial().ifPresent(global.memory()::restore));
  }

  /** The address of an {@code llvm.mlir.global}, whose memory is made when it is first asked for, or of a function. */
  public Object address(String symbol, Operation user) {
    if (isDefined(symbol)) {
      return function(symbol, user);
    }
    var op = symbols.lookup(symbol, Globals.GlobalOp.class).filter(global -> global.value().isPresent() || !global.initializer().isEmpty())
        .orElseThrow(() -> new ExecutionError(user.location(), "there is no global '@" + symbol + "' with contents"));
    var known = globals.get(symbol);
    if (known == null) {
      var memory = memory(op);
      known = Global.of(new PointerValue(memory, 0), memory);
      globals.put(symbol, known);
    }
    return known.address();
  }

  private Memory memory(Globals.GlobalOp global) {
    if (global.isConstant() && global.value().orElse(null) instanceof DenseElementsAttr elements) {
      return Memory.constant(elements);
    }
    var memory = Memory.zeroed(DataLayout.HOST.size(global.type()));
    global.value().ifPresent(value -> AggregateMemory.initialize(global.type(), new PointerValue(memory, 0), value));
    if (!global.initializer().isEmpty()) {
      var value = ((Object[]) translate(global.symbol(), global.initializer(), List.of(global.type())).getCallTarget().call())[0];
      AggregateMemory.store(global.type(), new PointerValue(memory, 0), value);
    }
    return memory;
  }

  private static Memory memory(GlobalOp global) {
    return global.initialValue().map(value -> global.isConstant() ? Memory.constant(value) : Memory.initialized(value))
        .orElseGet(() -> Memory.uninitialized(global.type().elementCount() * Memory.byteSize(global.type().element())));
  }
}
