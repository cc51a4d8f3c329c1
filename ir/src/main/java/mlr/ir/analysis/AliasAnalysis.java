package mlr.ir.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mlr.ir.Attribute;
import mlr.ir.Block;
import mlr.ir.BlockArgument;
import mlr.ir.OpResult;
import mlr.ir.Operation;
import mlr.ir.Value;
import mlr.ir.attributes.ArrayAttr;
import mlr.ir.attributes.DictionaryAttr;
import mlr.ir.attributes.SymbolRefAttr;
import mlr.ir.definition.Effect;
import mlr.ir.interfaces.BranchInterface;
import mlr.ir.interfaces.CallableInterface;
import mlr.ir.interfaces.RegionBranchInterface;
import mlr.ir.interfaces.RegionEdge;
import mlr.ir.interfaces.ViewLikeInterface;

/**
 * Whether two values, pointers or memrefs, may reach the same memory. Each is followed back through views, branches and regions to the
 * places its memory comes from: allocations, symbols of globals, arguments of functions, or unknown. An allocation is no other
 * place; an argument marked {@code llvm.noalias} is none that is not derived from it. A snapshot.
 */
public final class AliasAnalysis {
  /** How the memory of two values relates. */
  public enum Alias {
    /** It never overlaps. */
    NO,
    /** It may overlap. */
    MAY,
    /** It is the same, from the same start. */
    MUST
  }

  private static final String NO_ALIAS = "llvm.noalias";

  private final Map<Value, List<Value>> handedOver = new IdentityHashMap<>();
  private final Set<Value> handedUnseen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<Value, Set<Value>> origins = new IdentityHashMap<>();

  /** Reads how values are handed over in {@code root}. */
  public AliasAnalysis(Operation root) {
    root.walkPreOrder(op -> {
      if (op instanceof RegionBranchInterface branch) {
        branch.edges().forEach(this::add);
      } else if (op instanceof BranchInterface branch) {
        for (int i = 0; i < op.successors().size(); i++) {
          add(op.successors().get(i), branch.successorOperands(i));
        }
      } else {
        op.successors().forEach(block -> handedUnseen.addAll(block.arguments()));
      }
    });
  }

  private void add(RegionEdge edge) {
    for (int i = 0; i < edge.inputs().size(); i++) {
      sources(edge.inputs().get(i)).add(edge.operands().get(i).get());
    }
  }

  private void add(Block target, List<Value> operands) {
    for (int i = 0; i < operands.size(); i++) {
      sources(target.argument(i)).add(operands.get(i));
    }
  }

  private List<Value> sources(Value value) {
    return handedOver.computeIfAbsent(value, _ -> new ArrayList<>());
  }

  /** Whether {@code a} and {@code b} reach the same memory. */
  public Alias alias(Value a, Value b) {
    if (a == b) {
      return Alias.MUST;
    }
    return origins(a).stream().allMatch(x -> origins(b).stream().allMatch(y -> areApart(x, y))) ? Alias.NO : Alias.MAY;
  }

  /** Where the memory of a value comes from: values that are no views and that nothing hands over. */
  public Set<Value> origins(Value value) {
    return origins.computeIfAbsent(value, this::findOrigins);
  }

  private Set<Value> findOrigins(Value start) {
    var found = new LinkedHashSet<Value>();
    Set<Value> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    var pending = new ArrayDeque<>(List.of(start));
    while (!pending.isEmpty()) {
      var value = pending.remove();
      if (seen.add(value)) {
        if (value.definingOp().orElse(null) instanceof ViewLikeInterface view) {
          pending.add(view.viewSource());
        } else {
          pending.addAll(handedOver.getOrDefault(value, List.of()));
          if (!handedOver.containsKey(value) || handedUnseen.contains(value)) {
            found.add(value);
          }
        }
      }
    }
    return found;
  }

  private static boolean areApart(Value a, Value b) {
    if (a == b) {
      return false;
    }
    return switch (new Pair(origin(a), origin(b))) {
      case Pair(Origin.Argument(var function, boolean first), Origin.Argument(var other, boolean second)) -> function == other && (first || second);
      case Pair(Origin.Argument(var function, boolean apart), var other) -> isApart(function, apart, other, b);
      case Pair(var other, Origin.Argument(var function, boolean apart)) -> isApart(function, apart, other, a);
      case Pair(Origin.Unknown _, _), Pair(_, Origin.Unknown _) -> false;
      case Pair(Origin.Global first, Origin.Global second) -> !first.equals(second);
      case Pair(_, _) -> true;
    };
  }

  /** Whether an argument is no such origin. In another function it may well be. */
  private static boolean isApart(Operation function, boolean apart, Origin other, Value value) {
    return value.definingOp().filter(function::isAncestorOf).isPresent()
        && (other instanceof Origin.Allocation || other instanceof Origin.Global && apart);
  }

  private record Pair(Origin first, Origin second) {}

  private sealed interface Origin {
    Origin UNKNOWN = new Unknown();

    record Allocation() implements Origin {}

    record Global(List<SymbolRefAttr> symbols) implements Origin {}

    record Argument(Operation function, boolean apart) implements Origin {}

    record Unknown() implements Origin {}
  }

  private static Origin origin(Value value) {
    return switch (value) {
      case OpResult result -> origin(result.owner());
      case BlockArgument argument -> argument.owner().parentOp()
          .filter(parent -> parent instanceof CallableInterface callable && callable.callableRegion().entry() == argument.owner())
          .<Origin>map(parent -> new Origin.Argument(parent, isMarkedNoAlias(parent, argument.index()))).orElse(Origin.UNKNOWN);
    };
  }

  private static Origin origin(Operation op) {
    if (op.definition().effects().filter(effects -> effects.contains(Effect.ALLOCATE)).isPresent()) {
      return new Origin.Allocation();
    }
    // The address of a symbol: nothing goes in.
    var symbols = SymbolUses.of(op);
    boolean global = op.operandCount() == 0 && op.regions().isEmpty() && !symbols.isEmpty() && Effects.isMemoryEffectFree(op);
    return global ? new Origin.Global(symbols) : Origin.UNKNOWN;
  }

  private static boolean isMarkedNoAlias(Operation function, int argument) {
    Optional<Attribute> all = function.attribute("arg_attrs");
    return all.filter(a -> a instanceof ArrayAttr array && argument < array.elements().size()
        && array.elements().get(argument) instanceof DictionaryAttr dictionary && dictionary.entries().containsKey(NO_ALIAS)).isPresent();
  }
}
