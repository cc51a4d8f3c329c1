package mlr.ir.pass;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A pipeline that has a name and options of its own, and stands for steps given in text. */
public final class PipelineDefinition {
  private final String name;
  private final String summary;
  private final List<PassOption> options;
  private final Function<PassOptions, String> text;

  private PipelineDefinition(Builder builder, Function<PassOptions, String> text) {
    this.name = builder.name;
    this.summary = builder.summary;
    this.options = List.copyOf(builder.options);
    this.text = text;
  }

  /** Starts the definition of a pipeline by its name, {@code mlr-to-llvm} say. */
  public static Builder named(String name) {
    return new Builder(name);
  }

  public String name() {
    return name;
  }

  public String summary() {
    return summary;
  }

  public List<PassOption> options() {
    return options;
  }

  /** The steps, separated by commas, for the given values of the options. */
  public String text(PassOptions values) {
    return text.apply(values);
  }

  /** Gathers a pipeline definition. */
  public static final class Builder {
    private final String name;
    private String summary = "";
    private final List<PassOption> options = new ArrayList<>();

    private Builder(String name) {
      this.name = name;
    }

    public Builder summary(String words) {
      summary = words;
      return this;
    }

    public Builder option(String optionName, PassOption.Kind kind, String defaultValue, String description) {
      options.add(new PassOption(optionName, kind, defaultValue, description));
      return this;
    }

    /** A pipeline of always the same steps: {@code "canonicalize,func.func(cse)"}. */
    public PipelineDefinition expandsTo(String steps) {
      return expandsTo(_ -> steps);
    }

    /** A pipeline whose steps depend on its options. */
    public PipelineDefinition expandsTo(Function<PassOptions, String> steps) {
      return new PipelineDefinition(this, steps);
    }
  }
}
