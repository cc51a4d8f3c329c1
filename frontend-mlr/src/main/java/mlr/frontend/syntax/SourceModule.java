package mlr.frontend.syntax;

import java.util.List;

/** One {@code .mlr} file: its declarations in source order. */
public record SourceModule(String file, List<Declaration> declarations) {
  public SourceModule {
    declarations = List.copyOf(declarations);
  }
}
