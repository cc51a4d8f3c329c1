package mlr.ir.transforms;

import mlr.ir.Operation;
import mlr.ir.Value;
import mlr.ir.definition.Trait;

/**
 * An operation as what it computes: equal to others of the same definition, attributes, result types, regions and operands, whose order
 * does not matter where two commute. Stateful operations are equal only within one region. The operation must not change.
 */
final class Expression {
  private final Operation op;
  private final int hash;

  Expression(Operation op) {
    this.op = op;
    int all = 31 * op.definition().hashCode() + op.attributes().hashCode();
    if (commutes()) {
      all = 31 * all + op.operand(0).hashCode() + op.operand(1).hashCode();
    } else {
      for (int i = 0; i < op.operandCount(); i++) {
        all = 31 * all + op.operand(i).hashCode();
      }
    }
    this.hash = all;
  }

  Operation op() {
    return op;
  }

  private boolean commutes() {
    return op.operandCount() == 2 && op.definition().hasTrait(Trait.COMMUTATIVE);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Expression that && hash == that.hash && op.definition() == that.op.definition()
        && (hasOperandsOf(that) || commutes() && hasSwappedOperandsOf(that))
        && op.attributes().equals(that.op.attributes()) && (op.regions().isEmpty() && that.op.regions().isEmpty() || RegionEquivalence.haveEqualRegions(op, that.op)) && op.resultTypes().equals(that.op.resultTypes())
        && (!op.definition().hasTrait(Trait.STATEFUL) || op.parentRegion().equals(that.op.parentRegion()));
  }

  // Values compare by identity.
  private boolean hasOperandsOf(Expression that) {
    if (op.operandCount() != that.op.operandCount()) {
      return false;
    }
    for (int i = 0; i < op.operandCount(); i++) {
      if (op.operand(i) != that.op.operand(i)) {
        return false;
      }
    }
    return true;
  }

  private boolean hasSwappedOperandsOf(Expression that) {
    Value first = op.operand(0);
    Value second = op.operand(1);
    return that.op.operandCount() == 2 && first == that.op.operand(1) && second == that.op.operand(0);
  }
}
