package mlr.ir.interfaces;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import mlr.ir.Attribute;
import mlr.ir.Value;

/**
 * An operation with regions of one block each, between which and itself control goes in known ways, as upstream's
 * {@code RegionBranchOpInterface}. Arguments of regions that no edge leads to, such as induction variables, are the
 * operation's own.
 */
public interface RegionBranchInterface {
  /** The ways that control may take, given what is known of values; those that constants rule out are left out. */
  List<RegionEdge> edges(Function<Value, Optional<Attribute>> constants);

  /** All ways that control may take. */
  default List<RegionEdge> edges() {
    return edges(_ -> Optional.empty());
  }
}
