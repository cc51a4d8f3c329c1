package mlr.ir.transforms.mem2reg;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mlr.ir.Block;
import mlr.ir.Operation;
import mlr.ir.Region;
import mlr.ir.interfaces.MemorySlot;
import mlr.ir.interfaces.PromotableAccess;
import mlr.ir.interfaces.PromotableRegions;

/** The loads and stores of a slot: which they are, in which blocks of its region, and inside which structured operations. */
final class SlotUses {
  private final Region home;
  private final Set<Operation> accesses = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Operation> accessing = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Operation> storing = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<Block, Operation> firstUses = new LinkedHashMap<>();
  private final Set<Block> definingBlocks = new LinkedHashSet<>();

  private SlotUses(Region home) {
    this.home = home;
  }

  /** The uses of a slot that is allocated in {@code home}; empty when one of them is neither a load nor a store, or stands where no value can be carried to. */
  static Optional<SlotUses> of(MemorySlot slot, Region home) {
    var uses = new SlotUses(home);
    boolean all = slot.pointer().users().stream()
        .allMatch(user -> user instanceof PromotableAccess access && access.accessesOnly(slot) && uses.add(user, access.storedValue().isPresent()));
    return all ? Optional.of(uses) : Optional.empty();
  }

  private boolean add(Operation access, boolean stores) {
    accesses.add(access);
    var op = access;
    while (op.parentRegion().orElseThrow() != home) {
      op = op.parentOp().orElseThrow();
      if (!(op instanceof PromotableRegions)) {
        return false;
      }
      accessing.add(op);
      if (stores) {
        storing.add(op);
      }
    }
    var block = op.block().orElseThrow();
    firstUses.merge(block, op, (a, b) -> a.isBeforeInBlock(b) ? a : b);
    if (stores) {
      definingBlocks.add(block);
    }
    return true;
  }

  boolean isAccess(Operation op) {
    return accesses.contains(op);
  }

  /** Whether a region of {@code op} loads or stores. */
  boolean accessesInside(Operation op) {
    return accessing.contains(op);
  }

  /** Whether a region of {@code op} stores. */
  boolean storesInside(Operation op) {
    return storing.contains(op);
  }

  /**
   * The blocks that may load what the slot held at their entry. A structured operation that stores also takes the value before: it
   * may not store on every way through it.
   */
  List<Block> loadingBlocks() {
    return firstUses.entrySet().stream().filter(first -> !isStore(first.getValue())).map(Map.Entry::getKey).toList();
  }

  private boolean isStore(Operation op) {
    return isAccess(op) && ((PromotableAccess) op).storedValue().isPresent();
  }

  /** The blocks that store. */
  Set<Block> definingBlocks() {
    return definingBlocks;
  }
}
