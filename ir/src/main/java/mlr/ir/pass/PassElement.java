package mlr.ir.pass;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A pass in a pipeline, with the values of all its options. */
public record PassElement(PassDefinition definition, PassOptions options, Pass pass) implements PipelineElement {
  /** A pass whose options have the given values where given, their defaults otherwise. */
  public static PassElement of(PassDefinition definition, Map<String, String> given) {
    var options = withDefaults(definition.options(), given);
    return new PassElement(definition, options, definition.create(options));
  }

  static PassOptions withDefaults(Iterable<PassOption> options, Map<String, String> given) {
    var values = new LinkedHashMap<String, String>();
    for (var option : options) {
      values.put(option.name(), given.getOrDefault(option.name(), option.defaultValue()));
    }
    return new PassOptions(values);
  }

  /** The pass as pipelines name it, with the options that differ from their defaults. */
  @Override
  public String toString() {
    var set = definition.options().stream().filter(o -> !options.string(o.name()).equals(o.defaultValue()))
        .map(o -> o.name() + "=" + quoted(options.string(o.name()))).collect(Collectors.joining(" "));
    return definition.argument() + (set.isEmpty() ? "" : "{" + set + "}");
  }

  /** The same with all options, but for pipelines without steps. */
  String describe() {
    var all = definition.options().stream().filter(o -> o.kind() != PassOption.Kind.PIPELINE || !options.string(o.name()).isEmpty()).map(o -> o.name() + "=" + quoted(options.string(o.name()))).collect(Collectors.joining(" "));
    return definition.argument() + (all.isEmpty() ? "" : "{" + all + "}");
  }

  private static String quoted(String value) {
    return value.chars().anyMatch(c -> Character.isWhitespace(c) || c == '{' || c == '}' || c == '"') || value.isEmpty() ? "'" + value + "'" : value;
  }
}
