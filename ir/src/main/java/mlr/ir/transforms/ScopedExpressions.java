package mlr.ir.transforms;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mlr.ir.Operation;

/** The expressions computed so far that can be seen: one table, from which a scope takes its own when it ends. Outside of scopes they stay. */
final class ScopedExpressions {
  private final Map<Expression, Operation> visible = new HashMap<>();
  private final Deque<List<Expression>> scopes = new ArrayDeque<>();

  void openScope() {
    scopes.push(new ArrayList<>());
  }

  void closeScope() {
    for (var expression : scopes.pop()) {
      visible.remove(expression);
    }
  }

  /** The operation that computes the same as {@code op}; when there is none, it is {@code op} from now on. */
  Optional<Operation> findOrAdd(Operation op) {
    var expression = new Expression(op);
    var known = visible.putIfAbsent(expression, op);
    if (known == null && !scopes.isEmpty()) {
      scopes.element().add(expression);
    }
    return Optional.ofNullable(known);
  }
}
