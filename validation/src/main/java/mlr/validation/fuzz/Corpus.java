package mlr.validation.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mlr.ir.diagnostics.SourceFile;

/** MLIR texts to break: the parts of test files. */
public final class Corpus {
  private static final int LARGEST = 20_000;

  private Corpus() {}

  /** The texts in a folder and those below it, in order of their paths; none when there is no such folder. */
  public static List<String> of(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.walk(folder)) {
      var texts = new ArrayList<String>();
      for (var file : files.filter(path -> path.toString().endsWith(".mlir")).sorted().toList()) {
        SourceFile.read(file).split().stream().map(SourceFile::text).filter(text -> !text.isBlank() && text.length() < LARGEST).forEach(texts::add);
      }
      return texts;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
