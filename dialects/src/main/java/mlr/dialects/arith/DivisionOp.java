package mlr.dialects.arith;

import mlr.dialects.elementwise.BinaryOp;
import mlr.dialects.elementwise.Constants;
import mlr.ir.OperationState;
import mlr.ir.interfaces.ConditionallySpeculatable;

/** A division or remainder of integers: undefined for some divisors. */
public abstract class DivisionOp extends BinaryOp implements ConditionallySpeculatable {
  DivisionOp(OperationState state) {
    super(state);
  }

  /** Where the divisor is a constant other than 0 and -1, which overflows. */
  @Override
  public boolean isSpeculatable() {
    return Constants.integer(ConstantOp.valueOf(rhs())).filter(divisor -> divisor != 0 && divisor != -1).isPresent();
  }
}
