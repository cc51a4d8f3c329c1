package mlr.ir.reduction.step;

import java.util.ArrayList;
import java.util.List;
import mlr.ir.Operation;
import mlr.ir.Region;
import mlr.ir.SymbolTable;
import mlr.ir.attributes.StringAttr;
import mlr.ir.definition.Trait;

/** Takes regions away: a function's body, which leaves a declaration, or the operation around a region, whose inside takes its place. */
public record Bodies() implements ReductionStep {
  @Override
  public String units() {
    return "regions";
  }

  @Override
  public int count(Operation root) {
    return withRegions(root).size();
  }

  private static List<Operation> withRegions(Operation root) {
    var all = new ArrayList<Operation>();
    root.walkPreOrder(op -> {
      if (op != root && op.regions().stream().anyMatch(region -> !region.isEmpty())) {
        all.add(op);
      }
    });
    return all;
  }

  @Override
  public void remove(Operation root, int from, int to) {
    for (var op : List.copyOf(withRegions(root).subList(from, to)).reversed()) {
      if (op.block().isEmpty()) {
        continue;
      }
      if (op.definition().hasTrait(Trait.ISOLATED_FROM_ABOVE)) {
        declare(op);
      } else {
        unwrap(op);
      }
    }
  }

  private static void declare(Operation op) {
    if (SymbolTable.nameOf(op).isPresent() && !op.definition().hasTrait(Trait.SYMBOL_TABLE)) {
      op.regions().forEach(Bodies::empty);
      op.setAttribute(SymbolTable.VISIBILITY_ATTRIBUTE, new StringAttr("private"));
    }
  }

  private static void empty(Region region) {
    var blocks = List.copyOf(region.blocks());
    blocks.forEach(block -> block.operations().forEach(Operation::dropAllReferences));
    blocks.forEach(block -> block.operations().reversed().forEach(Operation::erase));
    blocks.forEach(region::removeBlock);
  }

  /** The first region with one block goes before the operation; its arguments and the results become the operands of the same types. */
  private static void unwrap(Operation op) {
    var body = op.regions().stream().filter(region -> region.blocks().size() == 1).findFirst();
    if (body.isEmpty()) {
      return;
    }
    var block = body.get().entry();
    var end = block.terminator();
    for (var argument : block.arguments()) {
      var value = op.operands().stream().filter(operand -> operand.type().equals(argument.type())).findFirst();
      if (value.isPresent()) {
        argument.replaceAllUsesWith(value.get());
      } else if (!argument.isUnused()) {
        return;
      }
    }
    for (var inner : block.operations()) {
      if (end.isEmpty() || inner != end.get()) {
        inner.moveBefore(op);
      }
    }
    for (var result : op.results()) {
      end.stream().flatMap(last -> last.operands().stream()).filter(value -> value.type().equals(result.type())).findFirst().ifPresent(result::replaceAllUsesWith);
    }
    if (op.isUnused()) {
      op.erase();
    }
  }
}
