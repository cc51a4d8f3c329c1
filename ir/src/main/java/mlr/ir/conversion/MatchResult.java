package mlr.ir.conversion;

/** What a conversion pattern made of an operation. */
public sealed interface MatchResult {
  /** That a pattern applied. */
  Applied APPLIED = new Applied();

  /** The operation was replaced, erased or changed into a legal one. */
  record Applied() implements MatchResult {}

  /** Nothing was changed, for the reason given: the end of a sentence that starts with the pattern's name, "the step is not constant". */
  record MatchFailure(String reason) implements MatchResult {}

  static MatchResult applied() {
    return APPLIED;
  }

  static MatchResult failure(String reason) {
    return new MatchFailure(reason);
  }
}
