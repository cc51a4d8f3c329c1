package mlr.ir.interfaces;

import mlr.ir.Region;

/** A symbol with a body that calls enter; an external one has an empty region. */
public interface CallableInterface {
  Region callableRegion();
}
