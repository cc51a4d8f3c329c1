package mlr.ir.transforms.deadvalues;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mlr.ir.OpOperand;
import mlr.ir.Operation;
import mlr.ir.Value;
import mlr.ir.interfaces.RegionBranchInterface;

/**
 * The values that an operation hands through its regions, sorted into slots: what can only be removed together. A slot of a
 * loop is an initial value, an argument, what is yielded for it, and a result.
 */
final class RegionSlots {
  /** Operands of the operation and of terminators, and the arguments and results that they become. */
  record Slot(Set<OpOperand> operands, Set<Value> inputs) {}

  private final Map<Value, Slot> slots = new IdentityHashMap<>();
  private final List<Slot> all = new ArrayList<>();
  private final List<Value> controls = new ArrayList<>();

  RegionSlots(RegionBranchInterface op) {
    var byOperand = new IdentityHashMap<OpOperand, Slot>();
    for (var edge : op.edges()) {
      for (int i = 0; i < edge.inputs().size(); i++) {
        var operand = edge.operands().get(i);
        var input = edge.inputs().get(i);
        var slot = merged(byOperand.get(operand), slots.get(input));
        slot.operands().add(operand);
        slot.inputs().add(input);
        slot.operands().forEach(o -> byOperand.put(o, slot));
        slot.inputs().forEach(v -> slots.put(v, slot));
      }
    }
    var distinct = Collections.<Slot>newSetFromMap(new IdentityHashMap<>());
    op.edges().forEach(edge -> edge.inputs().stream().map(slots::get).filter(distinct::add).forEach(all::add));
    addControls((Operation) op, byOperand);
  }

  private static Slot merged(Slot a, Slot b) {
    var slot = new Slot(new LinkedHashSet<>(), new LinkedHashSet<>());
    for (var part : new Slot[] {a, b}) {
      if (part != null) {
        slot.operands().addAll(part.operands());
        slot.inputs().addAll(part.inputs());
      }
    }
    return slot;
  }

  private void addControls(Operation op, Map<OpOperand, Slot> byOperand) {
    var holders = new ArrayList<>(List.of(op));
    op.regions().forEach(region -> region.blocks().forEach(block -> block.last().ifPresent(holders::add)));
    holders.forEach(holder -> holder.opOperands().stream().filter(operand -> !byOperand.containsKey(operand)).map(OpOperand::get).forEach(controls::add));
  }

  List<Slot> all() {
    return all;
  }

  /** The slot of an argument or result; a slot of nothing for an argument that the operation itself sets. */
  Slot of(Value input) {
    return slots.getOrDefault(input, new Slot(Set.of(), Set.of()));
  }

  /** What decides where control goes, and how often. */
  List<Value> controls() {
    return controls;
  }
}
