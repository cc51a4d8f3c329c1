package mlr.frontend.typed;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mlr.frontend.resolve.Program;

/**
 * A typed program.
 *
 * @param nodes every instance by {@link Instance#toString}, each after those that it uses
 * @param anticausal the names of those that exist only inside a segment of their caller
 */
public record TypedProgram(Program program, Map<String, TypedNode> nodes, List<TypedParam> params, Set<String> anticausal) {
  public TypedProgram {
    nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
    params = List.copyOf(params);
    anticausal = Collections.unmodifiableSet(new LinkedHashSet<>(anticausal));
  }
}
