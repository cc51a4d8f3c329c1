package mlr.ir.interfaces;

import java.util.List;
import java.util.Optional;
import mlr.ir.Block;
import mlr.ir.Region;
import mlr.ir.Value;

/** An operation that runs regions again and again, as upstream's {@code LoopLikeOpInterface}. */
public interface LoopLikeInterface {
  /** The regions that are repeated. */
  List<Region> loopRegions();

  /** Whether {@code value} is the same in all iterations because it is defined outside the loop. */
  default boolean isDefinedOutside(Value value) {
    Optional<Region> home = value.parentBlock().flatMap(Block::region);
    return home.isPresent() && loopRegions().stream().noneMatch(region -> region.encloses(home.get()));
  }
}
