package mlr.frontend.typed;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mlr.frontend.resolve.Program;
import mlr.frontend.syntax.SourceRange;

/**
 * A typed program.
 *
 * @param nodes every instance by {@link Instance#toString}, each after those that it uses
 * @param anticausal the names of those that exist only inside a segment of their caller, each with the place where it looks ahead
 */
public record TypedProgram(Program program, Map<String, TypedNode> nodes, List<TypedParam> params, Map<String, SourceRange> anticausal) {
  public TypedProgram {
    nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
    params = List.copyOf(params);
    anticausal = Collections.unmodifiableMap(new LinkedHashMap<>(anticausal));
  }
}
