package mlr.dialects.arith;

import mlr.dialects.elementwise.BinaryOp;
import mlr.dialects.elementwise.Constants;
import mlr.dialects.elementwise.Integers;
import mlr.ir.OperationState;
import mlr.ir.interfaces.ConditionallySpeculatable;

/** A division or remainder of integers: undefined for some divisors. */
public abstract class DivisionOp extends BinaryOp implements ConditionallySpeculatable {
  DivisionOp(OperationState state) {
    super(state);
  }

  /** Where the divisor is a constant other than 0 and -1, which overflows; the 1 of an i1 is -1. */
  @Override
  public boolean isSpeculatable() {
    return Constants.integer(ConstantOp.valueOf(rhs())).map(divisor -> Integers.signed(divisor, Integers.width(elementType())))
        .filter(divisor -> divisor != 0 && divisor != -1).isPresent();
  }
}
