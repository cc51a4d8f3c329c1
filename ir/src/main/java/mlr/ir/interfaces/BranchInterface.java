package mlr.ir.interfaces;

import java.util.List;
import mlr.ir.Value;

/** A terminator that hands values to the arguments of its successors. */
public interface BranchInterface {
  /** The operands that become the arguments of a successor, in order. */
  List<Value> successorOperands(int successor);
}
