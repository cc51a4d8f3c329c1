package mlr.ir.definition;

import mlr.ir.Operation;
import mlr.ir.Region;

/** One declared region. */
public record RegionHandle(String name, int index) {
  public Region in(Operation op) {
    return op.region(index);
  }
}
