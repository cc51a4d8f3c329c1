package mlr.ir.pass;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What a tool knows of a pass: the argument it is named by in pipelines and as a flag, a summary, the operation
 * it is anchored on, its options, and how to make one.
 */
public final class PassDefinition {
  private final String argument;
  private final String summary;
  private final String anchor;
  private final List<PassOption> options;
  private final Function<PassOptions, Pass> factory;

  private PassDefinition(Builder builder, Function<PassOptions, Pass> factory) {
    this.argument = builder.argument;
    this.summary = builder.summary;
    this.anchor = builder.anchor;
    this.options = List.copyOf(builder.options);
    this.factory = factory;
  }

  /** Starts the definition of a pass by its argument, {@code loop-unroll} say. */
  public static Builder named(String argument) {
    return new Builder(argument);
  }

  public String argument() {
    return argument;
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

  /** Makes the pass; {@code values} has a value for each option. */
  public Pass create(PassOptions values) {
    return factory.apply(values);
  }

  /** Gathers a pass definition. */
  public static final class Builder {
    private final String argument;
    private String summary = "";
    private String anchor = "builtin.module";
    private final List<PassOption> options = new ArrayList<>();

    private Builder(String argument) {
      this.argument = argument;
    }

    public Builder summary(String text) {
      summary = text;
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
