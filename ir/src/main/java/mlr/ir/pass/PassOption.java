package mlr.ir.pass;

import java.util.Optional;
import mlr.ir.tool.OptionText;

/** One option of a pass, given in a pipeline as {@code name=value}. */
public record PassOption(String name, Kind kind, String defaultValue, String description) {
  /** What values an option takes; lists are comma-separated. */
  public enum Kind {
    BOOLEAN("true or false"), INTEGER("an integer"), STRING("a string"), STRING_LIST("names separated by commas"), PIPELINE("passes and nested pipelines separated by commas"), INTEGER_LIST("integers separated by commas");

    private final String description;

    Kind(String description) {
      this.description = description;
    }

    /** What a value is, in words. */
    public String description() {
      return description;
    }
  }

  /** {@code text} in the form that {@link PassOptions} holds; empty when it is no value of this kind. */
  public Optional<String> read(String text) {
    return switch (kind) {
      case BOOLEAN -> OptionText.bool(text).map(String::valueOf);
      case INTEGER -> OptionText.integer(text).map(String::valueOf);
      case STRING, STRING_LIST, PIPELINE -> Optional.of(text);
      case INTEGER_LIST -> text.matches("|[-+]?[0-9]{1,9}(,[-+]?[0-9]{1,9})*") ? Optional.of(text) : Optional.empty();
    };
  }
}
