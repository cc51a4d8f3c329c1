package mlr.ir;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** What stands for what while IR is copied: old values and blocks to new ones. Identity maps, read only by key. */
public final class IrMapping {
  private final Map<Value, Value> values = new IdentityHashMap<>();
  private final Map<Block, Block> blocks = new IdentityHashMap<>();

  public IrMapping map(Value from, Value to) {
    values.put(from, to);
    return this;
  }

  public IrMapping map(List<? extends Value> from, List<? extends Value> to) {
    for (int i = 0; i < from.size(); i++) {
      map(from.get(i), to.get(i));
    }
    return this;
  }

  public IrMapping map(Block from, Block to) {
    blocks.put(from, to);
    return this;
  }

  public boolean contains(Value value) {
    return values.containsKey(value);
  }

  /** The copy of {@code value}, or the value itself when it was not mapped. */
  public Value get(Value value) {
    return values.getOrDefault(value, value);
  }

  public Block get(Block block) {
    return blocks.getOrDefault(block, block);
  }

  /** Copies an operation with all nested ones; forward references inside regions are resolved at the end. */
  public Operation copy(Operation op) {
    var result = copyShallowFirst(op);
    result.walk(inner -> {
      for (var operand : inner.opOperands()) {
        operand.set(get(operand.get()));
      }
    });
    return result;
  }

  /** Copies all blocks of a region into another, with the same resolution of forward references. */
  public void copyInto(Region from, Region to) {
    int before = to.blocks().size();
    copyBlocks(from, to);
    for (var block : to.blocks().subList(before, to.blocks().size())) {
      for (var op : block) {
        op.walk(inner -> {
          for (var operand : inner.opOperands()) {
            operand.set(get(operand.get()));
          }
        });
      }
    }
  }

  private Operation copyShallowFirst(Operation op) {
    var state = OperationState.of(op.definition(), op.location());
    op.operands().forEach(v -> state.operand(get(v)));
    state.results(op.resultTypes());
    state.attributes(op.attributes()).properties(op.properties());
    op.successors().forEach(b -> state.successor(get(b)));
    var copies = op.regions().stream().map(_ -> state.addRegion()).toList();
    var result = op.definition().instantiate(state);
    map(op.results(), result.results());
    for (int i = 0; i < copies.size(); i++) {
      copyBlocks(op.region(i), copies.get(i));
    }
    return result;
  }

  private void copyBlocks(Region from, Region to) {
    for (var block : from.blocks()) {
      var copy = to.addBlock();
      map(block, copy);
      for (var argument : block.arguments()) {
        map(argument, copy.addArgument(argument.type(), argument.location()));
      }
    }
    for (var block : from.blocks()) {
      for (var op : block) {
        get(block).append(copyShallowFirst(op));
      }
    }
  }
}
