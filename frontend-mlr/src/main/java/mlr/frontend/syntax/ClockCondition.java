package mlr.frontend.syntax;

/** What stands after {@code when} or {@code on}. */
public sealed interface ClockCondition {
  /** Where it stands. */
  SourceRange range();

  /** {@code c} or {@code not c}. */
  record Flag(Name name, boolean value, SourceRange range) implements ClockCondition {}

  /** {@code C(x)}. */
  record Constructor(Name constructor, Name name, SourceRange range) implements ClockCondition {}

  /** {@code 0(01)}: digits read once, then digits read for ever. */
  record Periodic(String prefix, String period, SourceRange range) implements ClockCondition {}
}
