package mlr.frontend;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import mlr.ir.attributes.DenseElementsAttr;

/** Values for {@code param}s by name, as a safetensors file gives them. */
public interface ParamBindings {
  /** No values. */
  ParamBindings NONE = of("", Map.of());

  /** The value of a parameter, of whatever type it was stored in. */
  Optional<DenseElementsAttr> find(String name);

  /** The names that have values, for suggestions. */
  List<String> names();

  /** How messages call the place the values come from, such as a file name; empty when there is none. */
  String origin();

  /** The values of a map. */
  static ParamBindings of(String origin, Map<String, DenseElementsAttr> values) {
    return new ParamBindings() {
      @Override
      public Optional<DenseElementsAttr> find(String name) {
        return Optional.ofNullable(values.get(name));
      }

      @Override
      public List<String> names() {
        return List.copyOf(values.keySet());
      }

      @Override
      public String origin() {
        return origin;
      }
    };
  }
}
