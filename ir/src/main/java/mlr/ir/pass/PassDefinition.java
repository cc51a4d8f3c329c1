package mlr.ir.pass;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a tool knows of a pass: the argument it is named by in pipelines and as a flag, a summary, the operation
 * it is anchored on, its options, and how to make one.
 */
public final class PassDefinition {
  private final String argument;
  private final String title;
  private final String summary;
  private final String anchor;
  private final List<PassOption> options;
  private final Map<String, String> statistics;
  private final boolean interprocedural;
  private final String description;
  private final List<PassExample> examples;
  private final Function<PassOptions, Pass> factory;

  private PassDefinition(Builder builder, Function<PassOptions, Pass> factory) {
    this.argument = builder.argument;
    this.title = builder.title;
    this.summary = builder.summary;
    this.anchor = builder.anchor;
    this.options = List.copyOf(builder.options);
    this.statistics = new LinkedHashMap<>(builder.statistics);
    this.interprocedural = builder.interprocedural;
    this.description = builder.description;
    this.examples = List.copyOf(builder.examples);
    this.factory = factory;
  }

  /** Starts the definition of a pass by its argument, {@code loop-unroll} say. */
  public static Builder named(String argument) {
    return new Builder(argument);
  }

  public String argument() {
    return argument;
  }

  /** The name that dumps and reports give it: upstream's class name where there is one, else made from the argument. */
  public String title() {
    return title;
  }

  public String summary() {
    return summary;
  }

  /** The name of the operation it runs on, {@code any} when it runs on every isolated one. */
  public String anchor() {
    return anchor;
  }

  public List<PassOption> options() {
    return options;
  }

  /** What it counts, with a description each. */
  public Map<String, String> statistics() {
    return Collections.unmodifiableMap(statistics);
  }

  /** What it does and what it leaves alone, in Markdown. */
  public String description() {
    return description;
  }

  /** What it makes of some modules. */
  public List<PassExample> examples() {
    return examples;
  }

  /** Whether the pass may change what a private function does for arguments that no call gives it. */
  public boolean isInterprocedural() {
    return interprocedural;
  }

  /** Makes the pass; {@code values} has a value for each option. */
  public Pass create(PassOptions values) {
    return factory.apply(values);
  }

  /** Gathers a pass definition. */
  public static final class Builder {
    private final String argument;
    private String title;
    private String summary = "";
    private String anchor = "builtin.module";
    private final List<PassOption> options = new ArrayList<>();
    private final Map<String, String> statistics = new LinkedHashMap<>();

    private boolean interprocedural;
    private String description = "";
    private final List<PassExample> examples = new ArrayList<>();

    private Builder(String argument) {
      this.argument = argument;
      this.title = camelCase(argument);
    }

    private static String camelCase(String argument) {
      return Arrays.stream(argument.split("-")).filter(word -> !word.isEmpty())
          .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1)).collect(Collectors.joining());
    }

    /** The name in dumps and reports; {@code SymbolDce} for {@code symbol-dce} when not said. */
    public Builder title(String name) {
      title = name;
      return this;
    }

    /** Something the pass counts through {@link PassContext#count}; reported even when that is never. */
    public Builder statistic(String name, String description) {
      statistics.put(name, description);
      return this;
    }

    public Builder summary(String text) {
      summary = text;
      return this;
    }

    /** What it does and what it leaves alone, in Markdown. */
    public Builder description(String markdown) {
      description = markdown;
      return this;
    }

    /** What it makes of a module, with its default options. */
    public Builder example(String before, String after) {
      return example("", before, after);
    }

    /** What it makes of a module with {@code options}, written {@code a=1 b=2}. */
    public Builder example(String withOptions, String before, String after) {
      examples.add(new PassExample(withOptions, before, after));
      return this;
    }

    /** The pass goes by all calls of private functions, and may change what these do for other arguments. */
    public Builder interprocedural() {
      interprocedural = true;
      return this;
    }

    /** The operation the pass runs on; {@code builtin.module} when not said, {@code any} for all. */
    public Builder anchor(String opName) {
      anchor = opName;
      return this;
    }

    public Builder option(String name, PassOption.Kind kind, String defaultValue, String description) {
      options.add(new PassOption(name, kind, defaultValue, description));
      return this;
    }

    /** A pass without options. */
    public PassDefinition creates(Pass pass) {
      return creates(_ -> pass);
    }

    /** A pass made from its options. */
    public PassDefinition creates(Function<PassOptions, Pass> factory) {
      return new PassDefinition(this, factory);
    }
  }
}
