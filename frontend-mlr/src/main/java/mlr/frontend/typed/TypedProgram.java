package mlr.frontend.typed;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mlr.frontend.resolve.Program;

/**
 * A typed program.
 *
 * @param nodes every instance by {@link Instance#toString}, each after those that it uses
 */
public record TypedProgram(Program program, Map<String, TypedNode> nodes, List<TypedParam> params) {
  public TypedProgram {
    nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
    params = List.copyOf(params);
  }
}
