package mlr.ir.pass;

import java.util.List;
import java.util.Map;

/**
 * The values of a pass's options, checked against their kinds by whoever read them.
 *
 * @param pipelines what the options that are pipelines say, by name
 */
public record PassOptions(Map<String, String> values, Map<String, List<PipelineElement>> pipelines) {
  public PassOptions {
    values = Map.copyOf(values);
    pipelines = Map.copyOf(pipelines);
  }

  /** Values of which none is a pipeline that is to be run. */
  public PassOptions(Map<String, String> values) {
    this(values, Map.of());
  }

  /** The steps of an option that is a pipeline; none where the options were not read by somebody who knows passes. */
  public List<PipelineElement> pipeline(String name) {
    return pipelines.getOrDefault(name, List.of());
  }

  public boolean bool(String name) {
    return Boolean.parseBoolean(string(name));
  }

  public long integer(String name) {
    return Long.parseLong(string(name));
  }

  public String string(String name) {
    var value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("pass option '" + name + "' was not declared");
    }
    return value;
  }

  public List<Integer> integers(String name) {
    return list(name).stream().map(Integer::parseInt).toList();
  }

  public List<String> list(String name) {
    var value = string(name);
    return value.isEmpty() ? List.of() : List.of(value.split(","));
  }
}
