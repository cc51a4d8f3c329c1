package mlr.ir.diagnostics;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import mlr.ir.Location;

/** The texts that a tool has read, by name, so that diagnostics can show the line they are about. */
public final class SourceManager {
  private final Map<String, SourceFile> files = new LinkedHashMap<>();

  /** Adds a file and returns it. */
  public SourceFile add(SourceFile file) {
    files.put(file.name(), file);
    return file;
  }

  public Optional<SourceFile> file(String name) {
    return Optional.ofNullable(files.get(name));
  }

  /** The source line of a position. */
  public Optional<String> line(Location.FileLineCol position) {
    return file(position.file()).flatMap(file -> file.line(position.line()));
  }
}
