package mlr.test.lit;

import java.nio.file.Files;
import java.nio.file.Path;

/** The project that the tests belong to. */
public final class Project {
  private Project() {}

  /** The folder with the Maven wrapper, at or above the working directory. */
  public static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve(".mvn"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
