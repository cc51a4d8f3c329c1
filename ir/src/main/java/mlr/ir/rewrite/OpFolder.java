package mlr.ir.rewrite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mlr.ir.Attribute;
import mlr.ir.Block;
import mlr.ir.Dialect;
import mlr.ir.DialectRegistry;
import mlr.ir.Location;
import mlr.ir.NamedAttributes;
import mlr.ir.OpBuilder;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Region;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.definition.FoldResult;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.Trait;

/**
 * Folds operations into existing values and constants. Equal constants become one operation at the entry of the
 * outermost region that a constant may move to: up to the nearest isolated operation, but never out of a region into a
 * graph region, where a constant would leave the instants it belongs to.
 */
public final class OpFolder {
  private record Key(Region region, OpDefinition<?> definition, NamedAttributes attributes, Type type) {
    // Written out, as those of a record are made when they are first used: see FormatWriter.
    @Override
    public boolean equals(Object other) {
      return other instanceof Key key && region.equals(key.region) && definition.equals(key.definition) && type.equals(key.type) && attributes.equals(key.attributes);
    }

    @Override
    public int hashCode() {
      return 31 * (31 * (31 * region.hashCode() + definition.hashCode()) + attributes.hashCode()) + type.hashCode();
    }
  }

  private final DialectRegistry registry;
  private final RewriteListener listener;
  private final Map<Key, Operation> constants = new HashMap<>();
  private final Map<Operation, Key> keys = new IdentityHashMap<>();

  /** The last of the constants at the head of a block. */
  private final Map<Block, Operation> lastConstants = new IdentityHashMap<>();

  public OpFolder(DialectRegistry registry, RewriteListener listener) {
    this.registry = registry;
    this.listener = listener;
  }

  /** Values equal to the results of {@code op}, constants among them created where needed; empty when it doesn't fold. */
  public Optional<List<Value>> fold(Operation op) {
    var results = ConstantFolding.fold(op);
    return results.isPresent() ? values(op, results.get()) : Optional.empty();
  }

  private Optional<List<Value>> values(Operation op, List<FoldResult> results) {
    var values = new ArrayList<Value>();
    for (int i = 0; i < results.size(); i++) {
      var type = op.result(i).type();
      Optional<? extends Value> value = results.get(i) instanceof FoldResult.Existing(Value existing) ? Optional.of(existing)
          : materialize(op, ((FoldResult.Constant) results.get(i)).value(), type);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values.add(value.get());
    }
    return Optional.of(values);
  }

  /** The constant {@code value}, created where needed, as {@code op} may use it; empty when no dialect that {@code op} depends on has such a constant. */
  public Optional<Value> materialize(Operation op, Attribute value, Type type) {
    var state = constantState(op, value, type);
    if (state.isEmpty()) {
      return Optional.empty();
    }
    var region = constantRegion(op);
    var key = new Key(region, state.get().definition(), state.get().attributes(), type);
    var constant = known(key, op);
    if (constant.isEmpty()) {
      constant = Optional.of(OpBuilder.atStart(region.entry()).create(state.get()));
      remember(key, constant.get());
      listener.created(constant.get());
    }
    return Optional.of(constant.get().result(0));
  }

  private Optional<OperationState> constantState(Operation op, Attribute value, Type type) {
    var dialect = registry.dialect(op.dialect());
    return dialect.isPresent() ? constantState(dialect.get(), value, type, op.location()) : Optional.empty();
  }

  private Optional<OperationState> constantState(Dialect dialect, Attribute value, Type type, Location location) {
    return dialect.materializeConstant(value, type, location).or(() -> dialect.dependentDialects().stream()
        .flatMap(name -> registry.dialect(name).flatMap(d -> d.materializeConstant(value, type, location)).stream()).findFirst());
  }

  /**
   * Takes note of a constant of the program. One that equals a known constant is to be replaced by the value returned;
   * any other is moved among the constants at the region's entry.
   */
  public Optional<Value> unify(Operation constant) {
    if (keys.containsKey(constant)) {
      return Optional.empty();
    }
    var region = constantRegion(constant);
    var key = new Key(region, constant.definition(), constant.attributes(), constant.result().type());
    var known = known(key, constant);
    if (known.isEmpty()) {
      moveToEntry(constant, region.entry());
      remember(key, constant);
    }
    return known.map(Operation::result);
  }

  /** Forgets a constant that is being erased. */
  public void erased(Operation op) {
    if (ConstantFolding.isConstant(op)) {
      var key = keys.remove(op);
      if (key != null) {
        constants.remove(key, op);
      }
    }
  }

  /** Forgets all constants: what comes next can't use them. */
  void clear() {
    constants.clear();
    keys.clear();
    lastConstants.clear();
  }

  private void remember(Key key, Operation constant) {
    constants.put(key, constant);
    keys.put(constant, key);
  }

  /** The known constant of {@code key}, made to stand before {@code user}; one that a pattern took elsewhere doesn't count. */
  private Optional<Operation> known(Key key, Operation user) {
    var entry = key.region().entry();
    var known = constants.get(key);
    if (known == null || !known.isIn(entry)) {
      return Optional.empty();
    }
    var ancestor = user.ancestorIn(key.region());
    if (ancestor.isPresent() && ancestor.get().isIn(entry) && !known.isBeforeInBlock(ancestor.get())) {
      known.moveBefore(entry.first().orElseThrow());
    }
    return Optional.of(known);
  }

  /** Puts {@code constant} behind the constants at the head of the block, where it may stand already. */
  private void moveToEntry(Operation constant, Block entry) {
    var previous = constant.previousInBlock();
    if (!constant.isIn(entry) || previous.isPresent() && !isKnown(previous.get())) {
      var first = firstOther(entry);
      if (first != constant) {
        constant.moveBefore(first);
      }
    }
    lastConstants.put(entry, constant);
  }

  /** The first operation of a block that is none of the constants at its head. */
  private Operation firstOther(Block entry) {
    var last = lastConstants.get(entry);
    var op = last != null && isKnown(last) && last.isIn(entry) ? last : entry.first().orElseThrow();
    while (isKnown(op)) {
      op = op.nextInBlock().orElseThrow();
    }
    return op;
  }

  private boolean isKnown(Operation op) {
    return ConstantFolding.isConstant(op) && keys.containsKey(op);
  }

  /** The region at whose entry constants used by {@code op} stand. */
  private static Region constantRegion(Operation op) {
    var region = op.parentRegion().orElseThrow();
    while (true) {
      var parent = region.parentOp();
      if (parent.isEmpty() || !letsConstantsOut(parent.get())) {
        return region;
      }
      var outer = parent.get().parentRegion();
      if (outer.isEmpty() || isGraph(outer.get())) {
        return region;
      }
      region = outer.get();
    }
  }

  private static boolean isGraph(Region region) {
    var parent = region.parentOp();
    return parent.isPresent() && parent.get().definition().hasTrait(Trait.GRAPH_REGION);
  }

  private static boolean letsConstantsOut(Operation op) {
    return op.definition().isRegistered() && !op.definition().hasTrait(Trait.ISOLATED_FROM_ABOVE);
  }
}
