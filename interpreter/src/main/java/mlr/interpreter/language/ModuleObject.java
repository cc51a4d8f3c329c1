package mlr.interpreter.language;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.interop.InteropLibrary;
import com.oracle.truffle.api.interop.TruffleObject;
import com.oracle.truffle.api.interop.UnknownIdentifierException;
import com.oracle.truffle.api.library.ExportLibrary;
import com.oracle.truffle.api.library.ExportMessage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mlr.dialects.func.FuncOp;
import mlr.dialects.reactive.NodeInterface;
import mlr.dialects.reactive.NodeOp;
import mlr.interpreter.FunctionEngine;
import mlr.ir.Operation;
import mlr.ir.SymbolTable;

/** A module: its members are functions and nodes by name. */
@ExportLibrary(InteropLibrary.class)
final class ModuleObject implements TruffleObject {
  private final Map<String, Object> members = new LinkedHashMap<>();

  ModuleObject(Operation module) {
    var functions = new FunctionEngine(module);
    new SymbolTable(module).symbols().forEach((name, op) -> {
      switch (op) {
        case FuncOp function when !function.isDeclaration() -> members.put(name, new FunctionObject(functions, function));
        case NodeOp node -> members.put(name, new NodeObject(module, node.symbol()));
        default -> { }
      }
    });
    NodeInterface.all(module).stream().filter(NodeInterface::exported).forEach(node -> members.putIfAbsent(node.name(), new NodeObject(module, node.name())));
  }

  @ExportMessage
  boolean hasMembers() {
    return true;
  }

  @ExportMessage
  @TruffleBoundary
  Object getMembers(boolean includeInternal) {
    return new ListObject(List.copyOf(members.keySet()));
  }

  @ExportMessage
  @TruffleBoundary
  boolean isMemberReadable(String name) {
    return members.containsKey(name);
  }

  @ExportMessage
  @TruffleBoundary
  Object readMember(String name) throws UnknownIdentifierException {
    var member = members.get(name);
    if (member == null) {
      throw UnknownIdentifierException.create(name);
    }
    return member;
  }
}
