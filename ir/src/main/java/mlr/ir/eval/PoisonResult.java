package mlr.ir.eval;

/** Thrown by a kernel whose result is poison; the slow path turns it into {@link Poison#POISON}. */
public final class PoisonResult extends RuntimeException {
  public static final PoisonResult INSTANCE = new PoisonResult();

  private PoisonResult() {
    super("poison", null, false, false);
  }
}
