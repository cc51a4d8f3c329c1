package mlr.ir.diagnostics;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import mlr.ir.Location;

/** A text with the name that locations give it; lines and columns count from 1. A part of a file keeps the file's line numbers. */
public final class SourceFile {
  /** A line that starts so separates the parts of a file that are processed one by one. */
  public static final String SPLIT_MARKER = "// -----";

  /** How many lines to look at one by one before all are searched. */
  private static final int FEW_LINES = 6;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final String name;
  private final String text;
  private final int firstLine;
  private final int[] lineStarts;

  public SourceFile(String name, String text) {
    this(name, text, 1);
  }

  private SourceFile(String name, String text, int firstLine) {
    this.name = name;
    this.text = text;
    this.firstLine = firstLine;
    var starts = new int[16];
    int count = 1;
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, 2 * count);
      }
      starts[count++] = at + 1;
    }
    lineStarts = Arrays.copyOf(starts, count);
  }

  /** Reads a UTF-8 file, without the byte order mark that some editors and spreadsheets put first; locations name it by {@code path} as given. */
  public static SourceFile read(Path path) throws IOException {
    var text = Files.readString(path, StandardCharsets.UTF_8);
    return new SourceFile(path.toString(), text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text);
  }

  public String name() {
    return name;
  }

  public String text() {
    return text;
  }

  /** The place of the character at {@code offset}. */
  public Location.FileLineCol location(int offset) {
    return location(offset, firstLine);
  }

  /** The same, found at once when it lies in the line of number {@code near} or one of the next few. */
  public Location.FileLineCol location(int offset, int near) {
    int line = Math.max(near - firstLine, 0);
    int last = line + FEW_LINES;
    while (line < last && !isInLine(offset, line)) {
      line++;
    }
    if (line == last) {
      line = lineOf(offset);
    }
    return new Location.FileLineCol(name, firstLine + line, offset - lineStarts[line] + 1);
  }

  private boolean isInLine(int offset, int line) {
    return line < lineStarts.length && lineStarts[line] <= offset && (line + 1 == lineStarts.length || offset < lineStarts[line + 1]);
  }

  private int lineOf(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found : -found - 2;
  }

  /** A line without its end, if this text has it. */
  public Optional<String> line(int number) {
    int index = number - firstLine;
    if (index < 0 || index >= lineStarts.length) {
      return Optional.empty();
    }
    int end = index + 1 < lineStarts.length ? lineStarts[index + 1] - 1 : text.length();
    var line = text.substring(lineStarts[index], end);
    return Optional.of(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
  }

  /** The number of the first line. */
  public int firstLine() {
    return firstLine;
  }

  /** The number of the last line. */
  public int lastLine() {
    return firstLine + lineStarts.length - 1;
  }

  /** The parts between the lines that start with {@link #SPLIT_MARKER}. */
  public List<SourceFile> split() {
    return split(SPLIT_MARKER);
  }

  /** The parts between the lines that start with {@code marker}, which may be indented. */
  public List<SourceFile> split(String marker) {
    var parts = new ArrayList<SourceFile>();
    int partStart = 0;
    int partLine = firstLine;
    for (int i = 0; i < lineStarts.length; i++) {
      if (text.startsWith(marker, afterIndent(lineStarts[i]))) {
        parts.add(new SourceFile(name, text.substring(partStart, lineStarts[i]), partLine));
        partStart = i + 1 < lineStarts.length ? lineStarts[i + 1] : text.length();
        partLine = firstLine + i + 1;
      }
    }
    parts.add(new SourceFile(name, text.substring(partStart), partLine));
    return parts;
  }

  private int afterIndent(int start) {
    int at = start;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }
}
