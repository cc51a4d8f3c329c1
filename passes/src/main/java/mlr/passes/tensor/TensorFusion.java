package mlr.passes.tensor;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mlr.dialects.tensor.Rearrangement.ReshapeOp;
import mlr.ir.Block;
import mlr.ir.OpOperand;
import mlr.ir.Operation;
import mlr.ir.Value;
import mlr.ir.types.IntegerType;
import mlr.ir.types.RankedTensorType;
import mlr.ir.types.ShapedType;

/**
 * Which tensors are never stored: the elements of an operation are computed in the loop of a later one, its root, where all its users are
 * computed too and each element is wanted once. A contraction may so take the arithmetic that follows it (bias, activation) into its
 * own loop. The analysis is valid as long as the IR does not change.
 */
public final class TensorFusion {
  /** How many operations may follow a contraction in its loop, which repeats them for each of its outputs. */
  private static final int LONGEST_EPILOGUE = 12;

  /**
   * A fused operation.
   *
   * @param root the operation whose loop computes it
   * @param aligned whether element i of the root, and only that, needs element i of this
   * @param repeated whether the root asks for an element several times
   */
  private record Fused(Operation root, boolean aligned, boolean repeated) {}

  /**
   * A read of a stored tensor by an operation that runs loops, through fused operations or not.
   *
   * @param use the operand of the reader
   * @param inOrder whether element i is read only before the reader writes its own element i
   */
  public record Read(OpOperand use, boolean inOrder) {
    public Operation reader() {
      return use.owner();
    }
  }

  private final Map<Operation, Fused> fused = new IdentityHashMap<>();
  private final Set<Operation> rootsOfContractions = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<Value, List<Read>> reads = new HashMap<>();

  private TensorFusion() {}

  /** Chooses what to fuse within {@code root}. */
  public static TensorFusion of(Operation root) {
    var fusion = new TensorFusion();
    root.regions().forEach(region -> region.blocks().forEach(fusion::choose));
    return fusion;
  }

  /** Users before what they use. */
  private void choose(Block block) {
    for (var op : block.operations().reversed()) {
      op.regions().forEach(region -> region.blocks().forEach(this::choose));
      if (ElementAccess.isPointwise(op) || ElementAccess.isIndexMap(op) || ElementAccess.isMatrixVector(op)) {
        place(op).ifPresent(place -> fused.put(op, place));
      }
    }
  }

  public static boolean isTensor(Value value) {
    return value.type() instanceof RankedTensorType;
  }

  /** Whether the elements of {@code op}'s result are computed by the loop of its user. */
  public boolean isFused(Operation op) {
    return fused.containsKey(op);
  }

  /** Whether {@code op} gives the memory of its operand another shape. */
  public boolean isView(Operation op) {
    return op instanceof ReshapeOp;
  }

  /** The value in whose memory {@code value} lies: itself, or what it is a view of. */
  public Value root(Value value) {
    return value.definingOp().filter(this::isView).map(op -> root(op.operand(0))).orElse(value);
  }

  /** Whether {@code value} is an operation's tensor result that needs memory to be written to. */
  public boolean isStored(Value value) {
    return isTensor(value) && value.definingOp().filter(op -> !isFused(op) && !isView(op) && !ElementAccess.isReference(op)).isPresent();
  }

  /** All reads of the memory of {@code value}, each operand once. */
  public List<Read> reads(Value value) {
    var known = reads.get(value);
    if (known != null) {
      return known;
    }
    var inOrder = new LinkedHashMap<OpOperand, Boolean>();
    for (var use : value.uses().reversed()) {
      var user = use.owner();
      boolean keepsOrder = isView(user) || ElementAccess.readsInOrder(use);
      if (isFused(user) || isView(user)) {
        reads(user.result()).forEach(read -> inOrder.merge(read.use(), read.inOrder() && keepsOrder, Boolean::logicalAnd));
      } else {
        inOrder.merge(use, keepsOrder, Boolean::logicalAnd);
      }
    }
    var all = inOrder.entrySet().stream().map(entry -> new Read(entry.getKey(), entry.getValue())).toList();
    reads.put(value, all);
    return all;
  }

  /** In which operation's loop {@code op} can be computed, if in any. */
  private Optional<Fused> place(Operation op) {
    var uses = op.result().uses();
    var places = uses.stream().map(use -> placeOf(op, use)).distinct().toList();
    if (places.size() != 1 || places.getFirst().isEmpty()) {
      return Optional.empty();
    }
    var place = places.getFirst().get();
    if (uses.size() > 1 && !place.aligned()) {
      return Optional.empty();
    }
    return ElementAccess.isContraction(op) && !takesContraction(op, place) ? Optional.empty() : Optional.of(place);
  }

  /** Where one use of {@code op} lets it be computed. */
  private Optional<Fused> placeOf(Operation op, OpOperand use) {
    var user = use.owner();
    if (!user.block().equals(op.block())) {
      return Optional.empty();
    }
    var outer = Optional.ofNullable(fused.get(user));
    boolean aligned = ElementAccess.isPointwise(user) || ElementAccess.isWrite(user);
    boolean repeated = !ElementAccess.readsOnce(use);
    if (repeated && !(ElementAccess.isContraction(user) || ElementAccess.isIndexMap(user)) || ElementAccess.isContraction(user) && outer.isPresent() && !ElementAccess.isIndexMap(op)) {
      return Optional.empty();
    }
    var place = outer.map(o -> new Fused(o.root(), o.aligned() && aligned, o.repeated() || repeated)).orElse(new Fused(user, aligned, repeated));
    return place.repeated() && !ElementAccess.isIndexMap(op) ? Optional.empty() : Optional.of(place);
  }

  /** Whether the loop of the root can run over the outputs of {@code contraction}: all that follows is arithmetic on them, and no other contraction leads there. */
  private boolean takesContraction(Operation contraction, Fused place) {
    Set<Operation> followers = Collections.newSetFromMap(new IdentityHashMap<>());
    collectFollowers(contraction, followers);
    return place.aligned() && !ElementAccess.isWrite(contraction.result().users().getFirst()) && followers.size() <= LONGEST_EPILOGUE
        && followers.stream().allMatch(op -> isEpilogue(op, contraction, followers)) && rootsOfContractions.add(place.root());
  }

  /** Whether {@code op} can be done on several outputs at once: what it needs is computed from them, consecutive in memory, or the same for all. */
  private boolean isEpilogue(Operation op, Operation contraction, Set<Operation> followers) {
    if (ElementAccess.isWrite(op)) {
      return hasBytes(op.operand(0));
    }
    return op.dialect().equals("arith") && (isFused(op) || hasBytes(op.result())) && op.operands().stream().filter(TensorFusion::isTensor).allMatch(operand -> {
      var definition = operand.definingOp().filter(d -> isFused(d) || d == contraction);
      return definition.isEmpty() ? hasBytes(operand) : definition.get() == contraction || followers.contains(definition.get()) || ElementAccess.isUniform(definition.get());
    });
  }

  /** Whether elements lie in memory as in vectors; those of i1 don't. */
  private static boolean hasBytes(Value tensor) {
    return !ShapedType.elementOrSelf(tensor.type()).equals(IntegerType.I1);
  }

  private void collectFollowers(Operation op, Set<Operation> followers) {
    for (var user : op.result().users()) {
      if (followers.add(user) && isFused(user)) {
        collectFollowers(user, followers);
      }
    }
  }
}
