package mlr.ir.conversion;

/** What a conversion pattern made of an operation. */
public sealed interface MatchResult {
  /** The operation was replaced, erased or changed into a legal one. */
  record Applied() implements MatchResult {}

  /** Nothing was changed, for the reason given: the end of a sentence that starts with the pattern's name, "the step is not constant". */
  record MatchFailure(String reason) implements MatchResult {}

  static MatchResult applied() {
    return new Applied();
  }

  static MatchResult failure(String reason) {
    return new MatchFailure(reason);
  }
}
