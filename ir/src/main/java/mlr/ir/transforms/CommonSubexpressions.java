package mlr.ir.transforms;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mlr.ir.Attribute;
import mlr.ir.Block;
import mlr.ir.Operation;
import mlr.ir.Region;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.analysis.DominanceInfo;
import mlr.ir.analysis.Effects;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.Trait;

/** The walk down the dominator tree, with one scope of known expressions a block, that {@link CsePass} consists of. */
final class CommonSubexpressions {
  /** What makes two operations equal. Values and regions compare by identity; stateful operations carry the region they stand in. */
  private record Expression(OpDefinition<?> definition, List<Value> operands, Map<String, Attribute> attributes, List<Type> results, Optional<Region> home) {
    static Expression of(Operation op) {
      return new Expression(op.definition(), op.operands(), op.attributes().asMap(), op.resultTypes(),
          op.definition().hasTrait(Trait.STATEFUL) ? op.parentRegion() : Optional.empty());
    }

    /** The other way to write a commutative operation. */
    Optional<Expression> swapped() {
      return definition.hasTrait(Trait.COMMUTATIVE) && operands.size() == 2
          ? Optional.of(new Expression(definition, operands.reversed(), attributes, results, home)) : Optional.empty();
    }
  }

  private final DominanceInfo dominance = new DominanceInfo();
  private final ArrayDeque<Map<Expression, Operation>> scopes = new ArrayDeque<>();
  private int eliminated;

  private CommonSubexpressions() {}

  /** Merges equal operations below {@code root}; returns how many went. */
  static int eliminate(Operation root) {
    var walk = new CommonSubexpressions();
    // In graph regions merging the operands of two operations that come first makes those equal: until nothing changes.
    int before;
    do {
      before = walk.eliminated;
      walk.visitRegions(root);
    } while (walk.eliminated > before);
    return walk.eliminated;
  }

  private void visitRegions(Operation op) {
    if (op.definition().hasTrait(Trait.ISOLATED_FROM_ABOVE)) {
      var outside = List.copyOf(scopes);
      scopes.clear();
      op.regions().forEach(this::visit);
      scopes.addAll(outside);
    } else {
      op.regions().forEach(this::visit);
    }
  }

  private void visit(Region region) {
    if (region.isEmpty()) {
      return;
    }
    if (region.blocks().size() == 1) {
      inScope(() -> visit(region.entry()));
    } else if (DominanceInfo.hasSsaDominance(region)) {
      visitTree(region);
    }
  }

  private void inScope(Runnable visit) {
    scopes.push(new HashMap<>());
    visit.run();
    scopes.pop();
  }

  /** Visits blocks in preorder of the dominator tree; a stack of its own, as such trees may be deep. */
  private void visitTree(Region region) {
    record Visit(Block block, ArrayDeque<Block> children) {}
    var tree = dominance.tree(region);
    var children = new IdentityHashMap<Block, List<Block>>();
    for (var block : tree.reachable()) {
      children.put(block, new ArrayList<>());
      tree.immediateDominator(block).ifPresent(parent -> children.get(parent).add(block));
    }
    var stack = new ArrayDeque<Visit>();
    for (Optional<Block> next = Optional.of(region.entry()); next.isPresent() || !stack.isEmpty(); ) {
      if (next.isPresent()) {
        scopes.push(new HashMap<>());
        visit(next.get());
        stack.push(new Visit(next.get(), new ArrayDeque<>(children.get(next.get()))));
      } else {
        scopes.pop();
        stack.pop();
      }
      next = stack.isEmpty() ? Optional.empty() : Optional.ofNullable(stack.peek().children().poll());
    }
  }

  private void visit(Block block) {
    for (var op : block) {
      if (Effects.isTriviallyDead(op)) {
        op.erase();
        eliminated++;
      } else if (isMergeable(op)) {
        merge(op);
      } else {
        visitRegions(op);
      }
    }
  }

  private static boolean isMergeable(Operation op) {
    return op.resultCount() > 0 && op.regions().isEmpty() && !op.definition().isTerminator() && op.successors().isEmpty() && Effects.isMemoryEffectFree(op);
  }

  private void merge(Operation op) {
    var expression = Expression.of(op);
    var known = lookup(expression).or(() -> expression.swapped().flatMap(this::lookup));
    if (known.isPresent()) {
      op.replaceAllUsesWith(known.get().results());
      op.erase();
      eliminated++;
    } else {
      scopes.element().put(expression, op);
    }
  }

  private Optional<Operation> lookup(Expression expression) {
    for (var scope : scopes) {
      var known = scope.get(expression);
      if (known != null) {
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }
}
