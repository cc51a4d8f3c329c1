package mlr.passes.reactivetosched;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mlr.dialects.sched.GuardOp;
import mlr.dialects.sched.YieldOp;
import mlr.ir.OpBuilder;
import mlr.ir.OperationState;
import mlr.ir.Region;
import mlr.ir.Value;

/** Writes ordered actions, neighbours of one clock under one guard; what later actions read leaves the guard as a result. */
final class GuardEmitter {
  private final List<Action> actions;
  private final Map<Key, List<Integer>> readers = new HashMap<>();
  private final Set<Key> wanted;

  /**
   * @param actions in their order
   * @param wanted what must be visible at the end, outside all guards
   */
  GuardEmitter(List<Action> actions, Set<Key> wanted) {
    this.actions = actions;
    this.wanted = wanted;
    for (int i = 0; i < actions.size(); i++) {
      for (var key : actions.get(i).reads()) {
        readers.computeIfAbsent(key, _ -> new ArrayList<>()).add(i);
      }
    }
  }

  void emit(OpBuilder builder, Environment environment) {
    emit(0, actions.size(), 0, builder, environment);
  }

  private void emit(int from, int to, int depth, OpBuilder builder, Environment environment) {
    for (int i = from; i < to; ) {
      var action = actions.get(i);
      if (action.path().size() == depth) {
        action.emit(builder, environment);
        i++;
      } else {
        int end = i + 1;
        var step = action.path().get(depth);
        while (end < to && actions.get(end).path().size() > depth && actions.get(end).path().get(depth).equals(step)) {
          end++;
        }
        emitGuard(i, end, depth, builder, environment);
        i = end;
      }
    }
  }

  private void emitGuard(int from, int to, int depth, OpBuilder builder, Environment environment) {
    var location = actions.get(from).source().location();
    var condition = Samplings.holds(actions.get(from).path().get(depth), builder, environment, location);
    var region = new Region();
    var block = region.addBlock();
    var inside = environment.nested();
    emit(from, to, depth + 1, OpBuilder.atEnd(block), inside);
    var leaving = leaving(from, to);
    var values = leaving.stream().map(inside::get).toList();
    OpBuilder.atEnd(block).create(OperationState.of(YieldOp.DEFINITION, location).operands(values));
    var guard = builder.create(OperationState.of(GuardOp.DEFINITION, location).operand(condition)
        .results(values.stream().map(Value::type).toList()).region(region).region(new Region()));
    for (int i = 0; i < leaving.size(); i++) {
      environment.define(leaving.get(i), guard.result(i));
    }
  }

  private List<Key> leaving(int from, int to) {
    var defined = new LinkedHashSet<Key>();
    for (int i = from; i < to; i++) {
      defined.addAll(actions.get(i).defines());
    }
    var outside = new HashSet<>(wanted);
    for (var key : defined) {
      if (readers.getOrDefault(key, List.of()).stream().anyMatch(reader -> reader < from || reader >= to)) {
        outside.add(key);
      }
    }
    return defined.stream().filter(outside::contains).toList();
  }
}
