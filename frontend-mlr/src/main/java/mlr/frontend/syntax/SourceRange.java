package mlr.frontend.syntax;

import mlr.ir.Location;

/**
 * A stretch of a source file, both ends included; lines and columns count from 1.
 *
 * @param file the path under which the file was opened
 */
public record SourceRange(String file, int line, int column, int endLine, int endColumn) {
  /** The place where the range starts. */
  public Location location() {
    return Location.at(file, line, column);
  }

  /** The place where the range starts, carrying the name of the variable that is defined there. */
  public Location location(String name) {
    return new Location.Name(name, location());
  }
}
