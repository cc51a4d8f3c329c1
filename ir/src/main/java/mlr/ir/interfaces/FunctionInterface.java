package mlr.ir.interfaces;

import java.util.Set;

/** A callable whose signature can be changed, as upstream's {@code FunctionOpInterface}. */
public interface FunctionInterface extends CallableInterface {
  /** Removes arguments, which must be unused, from signature and entry block. */
  void eraseArguments(Set<Integer> positions);

  /** Removes results from the signature; what returns them is the caller's to adjust. */
  void eraseResults(Set<Integer> positions);
}
