package mlr.interpreter.language;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.interop.ArityException;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.TruffleObject;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import mlr.interpreter.ExternalFunctions;
import mlr.interpreter.TraceRunner;
import mlr.ir.Operation;

/** A node: instantiating it, without arguments, gives one that runs. */
@ExportLibrary(InteropLibrary.class)
final class NodeObject implements TruffleObject {
  private final Operation module;
  private final String name;

  NodeObject(Operation module, String name) {
    this.module = module;
    this.name = name;
  }

  @ExportMessage
  boolean isInstantiable() {
    return true;
  }

  @ExportMessage
  @TruffleBoundary
  Object instantiate(Object[] arguments) throws ArityException {
    if (arguments.length != 0) {
      throw ArityException.create(0, 0, arguments.length);
    }
    return new RunningNode(ProgramException.guard(() -> TraceRunner.of(module, name, ExternalFunctions.NONE)));
  }
}
