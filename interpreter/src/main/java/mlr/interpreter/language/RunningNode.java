package mlr.interpreter.language;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.interop.ArityException;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.TruffleObject;
import com.oracle.truffle.api.interop.UnknownIdentifierException;
import com.oracle.truffle.api.interop.UnsupportedTypeException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import java.util.List;
import mlr.dialects.reactive.NodeInterface;
import mlr.interpreter.TraceRunner;

/** A running node: {@code step(inputs…)} runs an instant and gives the list of outputs, null where absent; {@code reset()} starts again. */
@ExportLibrary(InteropLibrary.class)
final class RunningNode implements TruffleObject {
  private static final List<String> MEMBERS = List.of("reset", "step");
  private final TraceRunner runner;

  RunningNode(TraceRunner runner) {
    this.runner = runner;
    runner.engine().reset();
  }

  @ExportMessage
  boolean hasMembers() {
    return true;
  }

  @ExportMessage
  Object getMembers(boolean includeInternal) {
    return new ListObject(MEMBERS);
  }

  @ExportMessage
  @TruffleBoundary
  boolean isMemberInvocable(String name) {
    return MEMBERS.contains(name);
  }

  @ExportMessage
  @TruffleBoundary
  Object invokeMember(String name, Object[] arguments) throws ArityException, UnsupportedTypeException, UnknownIdentifierException {
    switch (name) {
      case "reset" -> {
        runner.engine().reset();
        return ListObject.EMPTY;
      }
      case "step" -> {
        var inputs = InteropValues.fromGuest(runner.ports().inputs().stream().map(NodeInterface.Port::type).toList(), arguments);
        var outputs = ProgramException.guard(() -> runner.step(inputs));
        return InteropValues.toGuest(runner.ports().outputs().stream().map(NodeInterface.Port::type).toList(), outputs);
      }
      default -> throw UnknownIdentifierException.create(name);
    }
  }
}
