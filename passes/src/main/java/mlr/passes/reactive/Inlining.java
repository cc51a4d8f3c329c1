package mlr.passes.reactive;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mlr.dialects.arith.ConstantOp;
import mlr.dialects.reactive.InstanceOp;
import mlr.dialects.reactive.LanguageCode;
import mlr.dialects.reactive.NodeOp;
import mlr.dialects.reactive.ResetOp;
import mlr.dialects.reactive.YieldOp;
import mlr.ir.Block;
import mlr.ir.IrMapping;
import mlr.ir.Location;
import mlr.ir.OpBuilder;
import mlr.ir.OperationState;
import mlr.ir.Region;
import mlr.ir.Value;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.eval.RuntimeValues;

/** Replaces one instance by a copy of its node's body, which has no instances itself. */
final class Inlining {
  private final InstanceOp instance;
  private final DiagnosticEngine diagnostics;
  private final NodeOp callee;

  Inlining(InstanceOp instance, NodeOp callee, DiagnosticEngine diagnostics) {
    this.instance = instance;
    this.callee = callee;
    this.diagnostics = diagnostics;
  }

  /**
   * Puts the body in the place of the instance, in a reset block for {@code every}.
   *
   * @param never a stream on the instance's base clock that is always false, when the body needs it to stay on that clock
   */
  void run(Optional<Value> never) {
    var copy = new Region();
    new IrMapping().copyInto(callee.callableRegion(), copy);
    var body = copy.entry();
    locate(body);
    for (int i = 0; i < body.arguments().size(); i++) {
      body.argument(i).replaceAllUsesWith(instance.arguments().get(i));
    }
    var end = body.last().orElseThrow();
    var values = end.operands();
    end.erase();
    var conditions = new ArrayList<Value>();
    instance.every().ifPresent(conditions::add);
    never.ifPresent(conditions::add);
    for (var condition : conditions.reversed()) {
      values = enclose(body, values, condition);
    }
    for (var op : body) {
      op.moveBefore(instance);
    }
    replace(values);
  }

  private void locate(Block body) {
    for (var op : body) {
      op.walk(inner -> {
        inner.setLocation(called(inner.location()));
        inner.regions().forEach(region -> region.blocks().forEach(block -> block.arguments().forEach(argument -> argument.setLocation(called(argument.location())))));
      });
    }
  }

  private Location called(Location inside) {
    return new Location.CallSite(inside, instance.location());
  }

  /** Moves all of {@code body} into a reset block that then is all it holds; returns where the values come out. */
  private List<Value> enclose(Block body, List<Value> values, Value condition) {
    var region = new Region();
    var block = region.addBlock();
    body.first().ifPresent(first -> body.splitInto(first, block));
    var leaving = values.stream().distinct().filter(value -> value.parentBlock().filter(b -> b == block).isPresent()).toList();
    OpBuilder.atEnd(block).create(OperationState.of(YieldOp.DEFINITION, instance.location()).operands(leaving));
    var reset = OpBuilder.atEnd(body).create(OperationState.of(ResetOp.DEFINITION, instance.location()).operand(condition)
        .results(leaving.stream().map(Value::type).toList()).region(region));
    return values.stream().<Value>map(value -> leaving.contains(value) ? reset.result(leaving.indexOf(value)) : value).toList();
  }

  private void replace(List<Value> values) {
    var replacements = new ArrayList<Value>();
    for (int i = 0; i < values.size(); i++) {
      replacements.add(resolve(i, values, new HashSet<>()));
    }
    instance.replaceAllUsesWith(replacements);
    instance.erase();
  }

  /** An output that is an input passed through may lead back to this instance's own results. */
  private Value resolve(int index, List<Value> values, Set<Integer> seen) {
    var value = values.get(index);
    int next = instance.results().indexOf(value);
    if (next < 0) {
      return value;
    }
    if (seen.add(index)) {
      return resolve(next, values, seen);
    }
    var name = instance.location().sourceName().orElse("a value");
    diagnostics.error(instance.location(), "causality cycle: '" + name + "' is defined by itself at the same instant").code(LanguageCode.CAUSALITY_CYCLE)
        .note(callee.location(), "'" + callee.symbol() + "' passes it through");
    return OpBuilder.before(instance).create(ConstantOp.of(RuntimeValues.attribute(value.type(), RuntimeValues.zero(value.type())), instance.location())).result(0);
  }
}
