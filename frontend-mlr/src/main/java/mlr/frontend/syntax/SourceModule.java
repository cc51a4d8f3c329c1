package mlr.frontend.syntax;

import java.util.List;

/**
 * One {@code .mlr} file.
 *
 * @param declarations those without syntax errors, in source order; of a node with a wrong body its signature, as if it were external
 * @param lost names that declarations with syntax errors may have meant to declare
 */
public record SourceModule(String file, List<Declaration> declarations, List<String> lost) {
  public SourceModule {
    lost = List.copyOf(lost);
    declarations = List.copyOf(declarations);
  }
}
