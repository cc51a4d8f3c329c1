package mlr.ir.definition;

/** How many values stand in an operand or result group. */
public enum Arity { ONE, OPTIONAL, VARIADIC }
