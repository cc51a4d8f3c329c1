package mlr.ir.definition;

import mlr.ir.Operation;
import mlr.ir.Region;

/**
 * One declared region.
 *
 * @param oneBlock whether it must have exactly one block
 */
public record RegionHandle(String name, int index, boolean oneBlock) {
  public Region in(Operation op) {
    return op.region(index);
  }
}
