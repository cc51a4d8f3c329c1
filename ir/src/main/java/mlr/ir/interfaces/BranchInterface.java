package mlr.ir.interfaces;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import mlr.ir.Attribute;
import mlr.ir.Value;

/** A terminator that hands values to the arguments of its successors. */
public interface BranchInterface {
  /** The operands that become the arguments of a successor, in order. */
  List<Value> successorOperands(int successor);

  /** The successor that control goes to, given what is known of values; empty when that leaves several. */
  default Optional<Integer> successorFor(Function<Value, Optional<Attribute>> constants) {
    return Optional.empty();
  }

  /** Replaces the operands of one successor, of which there may then be more or fewer; the block's arguments are the caller's to adjust. */
  void setSuccessorOperands(int successor, List<? extends Value> values);
}
