package mlr.ir.text.printer;

import java.util.List;
import java.util.stream.Collectors;
import mlr.ir.BlockArgument;
import mlr.ir.OpResult;
import mlr.ir.Operation;
import mlr.ir.Value;

/** Upstream's comments on who uses a value: {@code // users: %3, %2}. */
record UserComments(SsaNames names) {
  /** The comment behind an operation, a space first; empty where there is nothing to say. */
  String of(Operation op) {
    if (op.resultCount() == 0) {
      return op.operandCount() == 0 ? "" : " // id: " + names.operation(op);
    }
    if (op.isUnused()) {
      return " // unused";
    }
    var users = op.results().stream().flatMap(result -> result.users().stream()).distinct().toList();
    boolean one = users.size() <= 1 && users.stream().mapToInt(Operation::resultCount).sum() <= 1;
    return " // " + (one ? "user: " : "users: ")
        + op.results().stream().map(result -> op.resultCount() > 1 ? "(" + users(result) + ")" : users(result)).collect(Collectors.joining(", "));
  }

  /** The comment on a block argument. */
  String of(BlockArgument argument) {
    return "// " + names.value(argument) + (argument.isUnused() ? " is unused" : " is used by " + users(argument));
  }

  private String users(Value value) {
    return value.isUnused() ? "unused" : value.users().stream().map(this::id).collect(Collectors.joining(", "));
  }

  private String id(Operation user) {
    List<OpResult> results = user.results();
    return results.isEmpty() ? names.operation(user) : results.stream().map(names::value).collect(Collectors.joining(", "));
  }
}
