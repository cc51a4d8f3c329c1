package mlr.frontend;

import java.nio.file.Path;

/** What to compile. */
public sealed interface Source {
  /** A {@code .mlr} file in UTF-8. */
  record File(Path path) implements Source {}

  /** A text that is in no file; locations carry {@code name}, and imports are looked for beside it. */
  record Text(String name, String content) implements Source {}
}
