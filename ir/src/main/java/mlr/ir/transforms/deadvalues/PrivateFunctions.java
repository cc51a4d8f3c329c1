package mlr.ir.transforms.deadvalues;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mlr.ir.Operation;
import mlr.ir.SymbolTable;
import mlr.ir.analysis.SymbolUses;
import mlr.ir.attributes.StringAttr;
import mlr.ir.definition.Trait;
import mlr.ir.interfaces.CallInterface;
import mlr.ir.interfaces.FunctionInterface;

/** The functions of a module of which all calls are known: private ones that nothing but direct calls mentions. */
final class PrivateFunctions {
  private final Map<FunctionInterface, List<Operation>> calls = new LinkedHashMap<>();
  private final Map<Operation, FunctionInterface> callees = new IdentityHashMap<>();

  private PrivateFunctions() {}

  /** Those strictly inside {@code root}. */
  static PrivateFunctions in(Operation root) {
    var mentions = new HashMap<String, List<Operation>>();
    root.walkPreOrder(op -> SymbolUses.of(op).forEach(use -> {
      mentions.computeIfAbsent(use.root(), _ -> new ArrayList<>()).add(op);
      use.nested().forEach(name -> mentions.computeIfAbsent(name, _ -> new ArrayList<>()).add(op));
    }));
    var known = new PrivateFunctions();
    for (var function : root.collect(FunctionInterface.class)) {
      var op = (Operation) function;
      if (op != root && isPrivate(op) && !function.callableRegion().isEmpty()) {
        var users = mentions.getOrDefault(SymbolTable.nameOf(op).orElseThrow(), List.of());
        if (users.stream().allMatch(user -> isDirectCall(user, op))) {
          known.calls.put(function, users);
          users.forEach(user -> known.callees.put(user, function));
        }
      }
    }
    return known;
  }

  private static boolean isPrivate(Operation op) {
    return op.attribute(SymbolTable.VISIBILITY_ATTRIBUTE).filter(v -> v instanceof StringAttr text && text.value().equals("private")).isPresent();
  }

  /** Whether {@code user} is a call whose operands are all arguments, from within the symbol table that {@code function} is in. */
  private static boolean isDirectCall(Operation user, Operation function) {
    return user instanceof CallInterface call && SymbolUses.of(user).size() == 1 && call.arguments().size() == user.operandCount()
        && !user.definition().hasTrait(Trait.ATTR_SIZED_OPERAND_SEGMENTS) && SymbolTable.nearest(user).equals(SymbolTable.nearest(function));
  }

  /** The functions, in the order they stand in. */
  List<FunctionInterface> all() {
    return List.copyOf(calls.keySet());
  }

  boolean contains(Operation function) {
    return function instanceof FunctionInterface f && calls.containsKey(f);
  }

  /** The calls of a function. */
  List<Operation> calls(Operation function) {
    return calls.get((FunctionInterface) function);
  }

  /** The function that {@code call} calls, if it is one of these. */
  Optional<FunctionInterface> callee(Operation call) {
    return Optional.ofNullable(callees.get(call));
  }

  /** The operations that return from a function. */
  static List<Operation> returns(FunctionInterface function) {
    return function.callableRegion().blocks().stream().flatMap(block -> block.last().stream()).filter(op -> op.definition().hasTrait(Trait.RETURN_LIKE)).toList();
  }
}
