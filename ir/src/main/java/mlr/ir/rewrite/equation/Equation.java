package mlr.ir.rewrite.equation;

import java.util.List;

/**
 * An equation that is read from left to right: {@code xori(cmpi[p](x, y), 1) = cmpi[negated(p)](x, y)}.
 *
 * @param text as it was written
 * @param left what is replaced
 * @param right by what
 * @param conditions what must hold besides
 * @param slots the number of variables
 */
record Equation(String text, Term.Apply left, Term right, List<Condition> conditions, int slots) {
  /** A condition of the vocabulary on some variables, by their slots. */
  record Condition(String name, List<Integer> slots, boolean negated) {}
}
