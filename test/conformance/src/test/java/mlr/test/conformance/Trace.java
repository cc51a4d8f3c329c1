package mlr.test.conformance;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/**
 * A table of what a node read or wrote: a column for every variable or tensor element, a row for every instant.
 *
 * @param columns names, such as {@code speed} or {@code x[0,3]}
 * @param rows texts of the cells, as many in each row as there are columns; an absent value is the empty text
 */
record Trace(List<String> columns, List<List<String>> rows) {

  /** Reads a trace from the text of a CSV file (RFC 4180) whose first line names the columns. */
  static Trace parse(String text) {
    try (var parser = CSVParser.parse(new StringReader(text), CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get())) {
      var lines = parser.stream().map(line -> line.toList()).toList();
      if (lines.isEmpty()) {
        throw new IllegalArgumentException("no line that names the columns");
      }
      return new Trace(lines.getFirst(), lines.subList(1, lines.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a trace from a CSV file. */
  static Trace read(Path file) {
    try {
      return parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** This trace without the given columns. */
  Trace without(List<String> names) {
    var kept = new ArrayList<Integer>();
    for (int i = 0; i < columns.size(); i++) {
      if (!names.contains(columns.get(i))) {
        kept.add(i);
      }
    }
    return new Trace(kept.stream().map(columns::get).toList(),
        rows.stream().map(row -> kept.stream().map(row::get).toList()).toList());
  }

  /**
   * What an actual trace has otherwise than this one: columns first, then lengths, then single cells, each as one line.
   *
   * @return no line when the traces agree
   */
  List<String> differences(Trace actual, CellComparison comparison) {
    if (!columns.equals(actual.columns)) {
      return List.of("columns " + columns + " expected, found " + actual.columns);
    }
    var found = new ArrayList<String>();
    if (rows.size() != actual.rows.size()) {
      found.add(rows.size() + " instants expected, found " + actual.rows.size());
    }
    for (int instant = 0; instant < Math.min(rows.size(), actual.rows.size()); instant++) {
      var expectedRow = rows.get(instant);
      var actualRow = actual.rows.get(instant);
      if (actualRow.size() != columns.size()) {
        found.add("instant " + instant + ": " + columns.size() + " cells expected, found " + actualRow.size());
        continue;
      }
      for (int column = 0; column < columns.size(); column++) {
        if (!comparison.agree(expectedRow.get(column), actualRow.get(column))) {
          found.add("instant " + instant + ", " + columns.get(column) + ": '" + expectedRow.get(column) + "' expected, found '"
              + actualRow.get(column) + "'");
        }
      }
    }
    return found;
  }
}
