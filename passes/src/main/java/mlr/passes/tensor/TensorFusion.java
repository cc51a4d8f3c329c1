package mlr.passes.tensor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import mlr.dialects.arith.ConstantOp;
import mlr.dialects.tensor.ReshapeOp;
import mlr.ir.OpOperand;
import mlr.ir.Operation;
import mlr.ir.Value;
import mlr.ir.attributes.DenseElementsAttr;
import mlr.ir.types.RankedTensorType;

/**
 * Which tensors are never stored: an operation with one user computes its elements in the loop of that user when each is wanted
 * once there. A contraction may so take the elementwise operations that follow it (bias, activation) into its own loop.
 * The analysis is valid as long as the IR does not change.
 */
public final class TensorFusion {
  /** How many arithmetic operations may follow a contraction in its loop, which repeats them for each of its outputs. */
  private static final int LONGEST_EPILOGUE = 8;

  private final Set<Operation> fused = Collections.newSetFromMap(new IdentityHashMap<>());

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

  private TensorFusion() {}

  /** Chooses what to fuse within {@code root}. */
  public static TensorFusion of(Operation root) {
    var fusion = new TensorFusion();
    root.walkPreOrder(op -> {
      if (fusion.mayFuse(op)) {
        fused(fusion, op);
      }
    });
    Set<Operation> taken = Collections.newSetFromMap(new IdentityHashMap<>());
    root.walkPreOrder(op -> {
      if (ElementAccess.isContraction(op)) {
        fusion.fuseEpilogue(op, taken);
      }
    });
    return fusion;
  }

  private static void fused(TensorFusion fusion, Operation op) {
    fusion.fused.add(op);
  }

  public static boolean isTensor(Value value) {
    return value.type() instanceof RankedTensorType;
  }

  /** Whether the elements of {@code op}'s result are computed by the loop of its user. */
  public boolean isFused(Operation op) {
    return fused.contains(op);
  }

  /** Whether {@code op} gives the memory of its operand another shape. */
  public boolean isView(Operation op) {
    return op instanceof ReshapeOp;
  }

  /** The value in whose memory {@code value} lies: itself, or what it is a view of. */
  public Value root(Value value) {
    return value.definingOp().filter(this::isView).map(op -> root(op.operand(0))).orElse(value);
  }

  /** Whether {@code value} is an operation's tensor result that needs memory of its own to be written to. */
  public boolean isStored(Value value) {
    return isTensor(value) && value.definingOp().filter(op -> !isFused(op) && !isView(op) && !(op instanceof ConstantOp) && !isInput(op)).isPresent();
  }

  /** All reads of the memory of {@code value}, in the order of the program where they stand in one block. */
  public List<Read> reads(Value value) {
    var reads = new ArrayList<Read>();
    for (var use : value.uses().reversed()) {
      var user = use.owner();
      if (isFused(user) || isView(user)) {
        boolean keepsOrder = isView(user) || ElementAccess.readsInOrder(use);
        reads(user.result()).forEach(read -> reads.add(new Read(read.use(), read.inOrder() && keepsOrder)));
      } else {
        reads.add(new Read(use, ElementAccess.readsInOrder(use)));
      }
    }
    return reads;
  }

  private boolean mayFuse(Operation op) {
    if (!ElementAccess.isPointwise(op) && !ElementAccess.isIndexMap(op) || !op.result().hasOneUse()) {
      return false;
    }
    var use = op.result().uses().getFirst();
    return use.owner().block().equals(op.block()) && (ElementAccess.readsOnce(use) || isCheap(op) && readsElements(use.owner()));
  }

  /** Whether an element costs no more than the address of another one. */
  private boolean isCheap(Operation op) {
    return ElementAccess.isIndexMap(op) && (op.operandCount() == 0 || op.operand(0).definingOp().filter(this::isFused).map(this::isCheap).orElse(true));
  }

  private static boolean readsElements(Operation op) {
    return ElementAccess.isContraction(op) || ElementAccess.isIndexMap(op);
  }

  private void fuseEpilogue(Operation contraction, Set<Operation> taken) {
    var user = contraction;
    for (int length = 0; user.resultCount() == 1 && user.result().hasOneUse() && (user == contraction || isFused(user)); length++) {
      var next = user.result().uses().getFirst().owner();
      boolean ends = ElementAccess.isWrite(next);
      if (!next.block().equals(contraction.block()) || length > LONGEST_EPILOGUE || !ends && !isArithmetic(next)) {
        return;
      }
      user = next;
      if (ends) {
        break;
      }
    }
    if (user.previousInBlock().isPresent() && user != contraction && !ElementAccess.isWrite(contraction.result().uses().getFirst().owner()) && taken.add(user)) {
      fused.add(contraction);
    }
  }

  /** Pointwise and no more than an instruction or two an element. */
  private static boolean isArithmetic(Operation op) {
    return ElementAccess.isPointwise(op) && op.dialect().equals("arith");
  }

  private static boolean isInput(Operation op) {
    return op instanceof mlr.dialects.sched.InputOp;
  }
}
