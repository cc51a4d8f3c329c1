package mlr.interpreter.function;

import com.oracle.truffle.api.frame.FrameDescriptor;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import mlr.interpreter.ExecutionError;
import mlr.interpreter.nodes.ActionNode;
import mlr.interpreter.nodes.ConstantNode;
import mlr.interpreter.nodes.DispatchNode;
import mlr.interpreter.nodes.KernelNodes;
import mlr.interpreter.nodes.MovesNode;
import mlr.interpreter.nodes.SequenceNode;
import mlr.interpreter.nodes.Slots;
import mlr.ir.Block;
import mlr.ir.Operation;
import mlr.ir.Region;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.definition.Trait;
import mlr.ir.eval.Evaluation;

/** One body on its way to nodes: gives every SSA value a frame slot of its type's kind and every operation its node. */
public final class Translation {
  private final List<OperationTranslator> translators;
  private final FrameDescriptor.Builder descriptor = FrameDescriptor.newBuilder();
  private final Map<Value, Integer> slots = new IdentityHashMap<>();

  /** @param translators asked in order for each operation; who is left has a kernel or no meaning */
  public Translation(List<OperationTranslator> translators) {
    this.translators = List.copyOf(translators);
  }

  /** The layout of the frame; complete when all is translated. */
  public FrameDescriptor frame() {
    return descriptor.build();
  }

  /** The slot of a value. */
  public int slot(Value value) {
    return slots.computeIfAbsent(value, v -> newSlot(v.type()));
  }

  /** The slots of several values, in order. */
  public int[] slots(List<? extends Value> values) {
    return values.stream().mapToInt(this::slot).toArray();
  }

  /** A slot for values of a type that are no SSA value. */
  public int newSlot(Type type) {
    return descriptor.addSlot(Slots.kind(type), null, null);
  }

  /** New slots for results of the given types. */
  public int[] newSlots(List<? extends Type> types) {
    return types.stream().mapToInt(this::newSlot).toArray();
  }

  /** All operations of a block but its terminator. */
  public List<ActionNode> actions(Block block) {
    var actions = new ArrayList<ActionNode>();
    for (var op : block) {
      if (block.terminator().filter(end -> end == op).isEmpty()) {
        actions.add(action(op));
      }
    }
    return actions;
  }

  /** All operations of a block but its terminator, then {@code end}. */
  public ActionNode sequence(Block block, ActionNode end) {
    var actions = actions(block);
    actions.add(end);
    return new SequenceNode(actions);
  }

  /** Hands values to other values, all at once. */
  public ActionNode moves(List<? extends Value> from, List<? extends Value> to) {
    return new MovesNode(slots(from), slots(to));
  }

  /** The node of one operation. */
  public ActionNode action(Operation op) {
    for (var translator : translators) {
      var node = translator.translate(op, this);
      if (node.isPresent()) {
        return node.get();
      }
    }
    var kernel = op.definition().kernel(op)
        .orElseThrow(() -> new ExecutionError(op.location(), "'" + op.name() + "' op has no meaning that the interpreter knows"));
    if (op.operandCount() == 0 && op.definition().hasTrait(Trait.CONSTANT_LIKE)) {
      return new ConstantNode(Evaluation.run(op, kernel)[0], slot(op.result()));
    }
    return KernelNodes.create(op, kernel, slots(op.operands()), slots(op.results()));
  }

  /** A body of basic blocks that leaves its results in the given slots. */
  public ActionNode body(Region region, int[] results) {
    var blocks = new ArrayList<DispatchNode.BasicBlock>();
    for (var block : region.blocks()) {
      var end = new Terminators(this, region, results).translate(block.terminator().orElseThrow());
      blocks.add(new DispatchNode.BasicBlock(new SequenceNode(actions(block)), end));
    }
    return new DispatchNode(blocks);
  }
}
