package mlr.frontend;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mlr.ir.attributes.DenseElementsAttr;

/** Values for {@code param}s by name, as a safetensors file gives them. */
public interface ParamBindings {
  /** No values, and none needed: a parameter without an initial value stays open. For checking a program that is not run. */
  ParamBindings OPEN = new Values("", Map.of(), false);

  /** No values: every parameter needs an initial one. */
  ParamBindings NONE = new Values("", Map.of(), true);

  /** The value of a parameter, of whatever type it was stored in. */
  Optional<DenseElementsAttr> find(String name);

  /** The names that have values, for suggestions. */
  List<String> names();

  /** How messages call the place the values come from, such as a file name; empty when there is none. */
  String origin();

  /** Whether a parameter that has a value neither here nor of its own is an error. */
  boolean required();

  /** The values of a map. */
  static ParamBindings of(String origin, Map<String, DenseElementsAttr> values) {
    return new Values(origin, values, true);
  }

  /** Values in a map. */
  record Values(String origin, Map<String, DenseElementsAttr> values, boolean required) implements ParamBindings {
    public Values {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    @Override
    public Optional<DenseElementsAttr> find(String name) {
      return Optional.ofNullable(values.get(name));
    }

    @Override
    public List<String> names() {
      return List.copyOf(values.keySet());
    }
  }
}
