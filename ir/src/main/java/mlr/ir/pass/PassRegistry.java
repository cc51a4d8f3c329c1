package mlr.ir.pass;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The passes and named pipelines that a tool knows, in order of registration. */
public final class PassRegistry {
  private final Map<String, PassDefinition> passes = new LinkedHashMap<>();
  private final Map<String, PipelineDefinition> pipelines = new LinkedHashMap<>();

  /** Adds a pass, whose name must be new. */
  public PassRegistry register(PassDefinition pass) {
    requireNew(pass.argument());
    passes.put(pass.argument(), pass);
    return this;
  }

  /** Adds several passes. */
  public PassRegistry register(Collection<PassDefinition> all) {
    all.forEach(this::register);
    return this;
  }

  /** Adds a named pipeline, whose name must be new. */
  public PassRegistry register(PipelineDefinition pipeline) {
    requireNew(pipeline.name());
    pipelines.put(pipeline.name(), pipeline);
    return this;
  }

  private void requireNew(String name) {
    if (passes.containsKey(name) || pipelines.containsKey(name)) {
      throw new IllegalArgumentException("a pass or pipeline '" + name + "' is already registered");
    }
  }

  public Optional<PassDefinition> pass(String argument) {
    return Optional.ofNullable(passes.get(argument));
  }

  public Optional<PipelineDefinition> pipeline(String name) {
    return Optional.ofNullable(pipelines.get(name));
  }

  public List<PassDefinition> passes() {
    return List.copyOf(passes.values());
  }

  public List<PipelineDefinition> pipelines() {
    return List.copyOf(pipelines.values());
  }

  /** The names of all passes and pipelines. */
  public List<String> names() {
    var names = new ArrayList<>(passes.keySet());
    names.addAll(pipelines.keySet());
    return names;
  }
}
