package mlr.lowering.translate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import mlr.dialects.llvm.Branches.SwitchOp;
import mlr.dialects.llvm.FuncOp;
import mlr.ir.Block;
import mlr.ir.Operation;
import mlr.ir.Value;
import mlr.ir.interfaces.BranchInterface;

/** The body of a function: labels, phi instructions for block arguments, instructions. */
final class LlvmFunctionText {
  /** An arrival at a block: from where, with which arguments. */
  private record Arrival(String label, List<Value> arguments) {}

  private final FuncOp function;
  private final LlvmOperands operands = new LlvmOperands();
  private final LlvmInstructionText instructions;
  private final Map<Block, String> labels = new IdentityHashMap<>();
  private final Map<Block, List<Arrival>> arrivals = new IdentityHashMap<>();
  private final Map<Operation, List<String>> targets = new IdentityHashMap<>();
  private final Map<Operation, Map<String, String>> detours = new IdentityHashMap<>();
  private final StringBuilder out = new StringBuilder();

  /** Of a function with a body; declarations of intrinsic functions that it calls are added to {@code intrinsics}. */
  LlvmFunctionText(FuncOp function, Set<String> intrinsics) {
    this.function = function;
    this.instructions = new LlvmInstructionText(operands, intrinsics);
  }

  /** The text between the braces. */
  String body() {
    var blocks = function.body().blocks();
    for (int i = 0; i < blocks.size(); i++) {
      labels.put(blocks.get(i), "b" + i);
      arrivals.put(blocks.get(i), new ArrayList<>());
    }
    var entry = function.body().entry();
    for (int i = 0; i < entry.arguments().size(); i++) {
      operands.define(entry.argument(i), "%a" + i);
    }
    blocks.forEach(block -> block.last().ifPresent(this::connect));
    for (var block : blocks) {
      out.append(labels.get(block)).append(":\n");
      if (block != entry) {
        phis(block);
      }
      for (var op : block) {
        if (op.successors().isEmpty()) {
          instructions.of(op).ifPresent(text -> out.append("  ").append(text).append('\n'));
        } else {
          branch(op);
        }
      }
    }
    return out.toString();
  }

  /**
   * Finds what each target of a terminator is called and how its arguments arrive. A phi can tell arrivals only by the block that they come
   * from: a second edge between the same blocks that brings arguments takes a detour through a block of its own.
   */
  private void connect(Operation terminator) {
    var from = labels.get(terminator.block().orElseThrow());
    var seen = new HashSet<Block>();
    var names = new ArrayList<String>();
    var extra = new LinkedHashMap<String, String>();
    for (int i = 0; i < terminator.successors().size(); i++) {
      var target = terminator.successors().get(i);
      var label = labels.get(target);
      var arguments = ((BranchInterface) terminator).successorOperands(i);
      if (arguments.isEmpty() || seen.add(target)) {
        arrivals.get(target).add(new Arrival(from, arguments));
        names.add(label);
      } else {
        var detour = from + "_" + i;
        arrivals.get(target).add(new Arrival(detour, arguments));
        extra.put(detour, label);
        names.add(detour);
      }
    }
    targets.put(terminator, names);
    detours.put(terminator, extra);
  }

  private void phis(Block block) {
    for (int i = 0; i < block.arguments().size(); i++) {
      int index = i;
      var argument = block.argument(i);
      var incoming = arrivals.get(block).stream().map(arrival -> "[ " + operands.of(arrival.arguments().get(index)) + ", %" + arrival.label() + " ]")
          .collect(Collectors.joining(", "));
      if (!incoming.isEmpty()) {
        out.append("  ").append(operands.name(argument)).append(" = phi ").append(LlvmTypeText.of(argument.type())).append(' ').append(incoming).append('\n');
      } else {
        operands.define(argument, "poison");
      }
    }
  }

  private void branch(Operation terminator) {
    var names = targets.get(terminator).stream().map(label -> "label %" + label).toList();
    out.append("  ").append(switch (terminator) {
      case SwitchOp choice -> choice(choice, names);
      default -> terminator.successors().size() == 1 ? "br " + names.getFirst() : "br " + operands.typed(terminator.operand(0)) + ", " + names.get(0) + ", " + names.get(1);
    }).append('\n');
    detours.get(terminator).forEach((detour, label) -> out.append(detour).append(":\n  br label %").append(label).append('\n'));
  }

  private String choice(SwitchOp choice, List<String> names) {
    var cases = new StringBuilder();
    for (int i = 0; i < choice.caseValues().size(); i++) {
      cases.append(' ').append(LlvmTypeText.of(choice.value().type())).append(' ').append(choice.caseValues().get(i)).append(", ").append(names.get(i + 1));
    }
    return "switch " + operands.typed(choice.value()) + ", " + names.getFirst() + " [" + cases + " ]";
  }
}
