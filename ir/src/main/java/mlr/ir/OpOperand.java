package mlr.ir;

/** One use of a value: an operand slot of an operation, linked into the value's list of uses. */
public final class OpOperand {
  private final Operation owner;
  private int index;
  private Value value;
  OpOperand nextUse;
  OpOperand previousUse;

  OpOperand(Operation owner, int index, Value value) {
    this.owner = owner;
    this.index = index;
    this.value = value;
    value.link(this);
  }

  /** The operation that has this operand. */
  public Operation owner() {
    return owner;
  }

  /** Position among the owner's operands, from 0. */
  public int index() {
    return index;
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

  void setIndex(int newIndex) {
    index = newIndex;
  }

  void drop() {
    value.unlink(this);
  }
}
