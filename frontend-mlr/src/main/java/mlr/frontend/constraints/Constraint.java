package mlr.frontend.constraints;

/** A relation between types that plain unification cannot express, such as broadcasting. It waits until enough is known. */
public interface Constraint {
  /** How far a constraint may go in assuming what it does not know. */
  enum Guess { NONE, FROM_ONE_SIDE, FREELY }

  /** Decides the constraint if it can, reporting an error when it does not hold; true when it need not be asked again. */
  boolean attempt(Guess guess);
}
