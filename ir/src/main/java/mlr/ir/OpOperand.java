package mlr.ir;

/** One use of a value: an operand slot of an operation, linked into the value's list of uses. */
public final class OpOperand {
  private final Operation owner;
  private Value value;
  OpOperand nextUse;
  OpOperand previousUse;

  OpOperand(Operation owner, Value value) {
    this.owner = owner;
    this.value = value;
    value.link(this);
  }

  /** The operation that has this operand. */
  public Operation owner() {
    return owner;
  }

  /** Position among the owner's operands, from 0. */
  public int index() {
    return owner.indexOf(this);
  }

  /** The value used. */
  public Value get() {
    return value;
  }

  /** Makes this operand use another value. */
  public void set(Value newValue) {
    value.unlink(this);
    value = newValue;
    newValue.link(this);
  }

  void drop() {
    value.unlink(this);
  }
}
