package mlr.ir.eval;

/** The boxed runtime value of a result that is poison. */
public enum Poison { POISON }
