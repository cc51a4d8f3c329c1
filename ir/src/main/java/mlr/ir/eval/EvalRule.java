package mlr.ir.eval;

import mlr.ir.Operation;

/**
 * Chooses the kernel for one operation by its types and attributes; a kernel of an elementwise operation
 * computes one element, whatever the shape.
 */
@FunctionalInterface
public interface EvalRule<T extends Operation> {
  Kernel kernel(T op);
}
