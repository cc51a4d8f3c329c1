package mlr.validation;

/** A pass changed what a program computes; the details are in the pass's diagnostics. */
public final class PassChangedMeaning extends RuntimeException {
  PassChangedMeaning(String message) {
    super(message);
  }
}
