package mlr.interpreter;

import mlr.interpreter.function.LoadedModule;
import mlr.ir.Operation;
import mlr.ir.eval.Memory;

/** Calls functions of a module, whether of the func or the llvm dialect. Globals keep their contents from call to call. */
public final class FunctionEngine {
  private final Operation module;
  private final LoadedModule loaded;

  public FunctionEngine(Operation module) {
    this(module, ExternalFunctions.NONE);
  }

  public FunctionEngine(Operation module, ExternalFunctions externals) {
    this.module = module;
    this.loaded = new LoadedModule(module, externals);
  }

  /**
   * The results of a function on runtime values in the order of its parameters.
   *
   * @throws ExecutionError when there is no such function or the program goes wrong
   * @throws mlr.ir.eval.UndefinedBehavior when an operation is executed whose behaviour is undefined; the message says where
   */
  public Object[] call(String function, Object[] arguments) {
    return (Object[]) loaded.function(function, module).call(arguments);
  }

  /** Whether the module has a function of that name with a body. */
  public boolean isDefined(String function) {
    return loaded.isDefined(function);
  }

  /**
   * Makes a function ready to be called, which is otherwise done at its first call.
   *
   * @throws ExecutionError when there is no such function, or it has an operation without a meaning, even one that would never be executed
   */
  public void load(String function) {
    loaded.function(function, module);
  }

  /** Gives every global the contents again that it begins with. */
  public void restoreGlobals() {
    loaded.restoreGlobals();
  }

  /** The memory of a global of the memref or the llvm dialect. */
  public Memory global(String symbol) {
    return loaded.globalMemory(symbol, module);
  }

  /** One call of a function of a freshly loaded module. */
  public static Object[] call(Operation module, String function, Object[] arguments) {
    return new FunctionEngine(module).call(function, arguments);
  }
}
