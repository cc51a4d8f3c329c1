package mlr.interpreter.language;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.interop.ArityException;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.TruffleObject;
import com.oracle.truffle.api.interop.UnsupportedTypeException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import mlr.dialects.func.FuncOp;
import mlr.interpreter.FunctionEngine;

/** A function: executing it gives its result, or a list of them when it has none or several. */
@ExportLibrary(InteropLibrary.class)
final class FunctionObject implements TruffleObject {
  private final FunctionEngine engine;
  private final FuncOp function;

  FunctionObject(FunctionEngine engine, FuncOp function) {
    this.engine = engine;
    this.function = function;
  }

  @ExportMessage
  boolean isExecutable() {
    return true;
  }

  @ExportMessage
  @TruffleBoundary
  Object execute(Object[] arguments) throws ArityException, UnsupportedTypeException {
    var type = function.functionType();
    var values = InteropValues.fromGuest(type.inputs(), arguments);
    var results = ProgramException.guard(() -> engine.call(function.symbol(), values));
    return results.length == 1 ? InteropValues.toGuest(type.results().getFirst(), results[0]) : InteropValues.toGuest(type.results(), results);
  }
}
