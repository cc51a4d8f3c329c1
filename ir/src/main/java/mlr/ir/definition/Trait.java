package mlr.ir.definition;

/** A property of all operations of a definition that generic code relies on; names and meaning as upstream's where it has one. */
public enum Trait {
  /** Ends its block. */
  TERMINATOR,
  /** No side effect, no undefined behaviour: may be removed, merged, moved. */
  PURE,
  /** Its side effects are those of the operations in its regions. */
  RECURSIVE_EFFECTS,
  COMMUTATIVE,
  /** Works element by element on vectors and tensors of one shape. */
  ELEMENTWISE,
  /** Single result is a compile-time constant given by its attribute {@code value}. */
  CONSTANT_LIKE,
  /** Regions use no value defined outside. */
  ISOLATED_FROM_ABOVE,
  SYMBOL,
  SYMBOL_TABLE,
  /** Order inside its regions does not matter and cycles are allowed: no dominance within a block. */
  GRAPH_REGION,
  /** Blocks of its regions need no terminator. */
  NO_TERMINATOR,
  /** Each region has at most one block. */
  SINGLE_BLOCK,
  SAME_OPERANDS_AND_RESULT_TYPE,
  SAME_TYPE_OPERANDS,
  SAME_OPERANDS_AND_RESULT_SHAPE,
  RETURN_LIKE,
  /** f(f(x)) = f(x). */
  IDEMPOTENT,
  /** f(f(x)) = x. */
  INVOLUTION,
  /** Holds memory between instants (fby, pre, instance…): cse merges it only within one region and reset scope. */
  STATEFUL,
  /** Several variadic operand groups, their sizes in {@code operandSegmentSizes}. */
  ATTR_SIZED_OPERAND_SEGMENTS,
  /** Several variadic result groups, their sizes in {@code resultSegmentSizes}. */
  ATTR_SIZED_RESULT_SEGMENTS
}
