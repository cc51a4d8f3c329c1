package mlr.ir.interfaces;

/** An operation of which only some may be executed where they were not before: others would have undefined behaviour. Upstream's interface of that name. */
public interface ConditionallySpeculatable {
  /** Whether executing this operation is defined whatever its operands are; memory effects count elsewhere. */
  boolean isSpeculatable();
}
