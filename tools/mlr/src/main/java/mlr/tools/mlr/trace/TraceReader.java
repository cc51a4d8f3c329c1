package mlr.tools.mlr.trace;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mlr.dialects.reactive.NodeInterface;
import mlr.dialects.reactive.NodeInterface.Port;
import mlr.frontend.resolve.Suggestions;
import mlr.interpreter.Absent;
import mlr.ir.Location;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.diagnostics.SourceFile;
import mlr.ir.eval.RuntimeValues;
import mlr.ir.types.ShapedType;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads what a node is fed with from a CSV table (RFC 4180): one column an input or tensor element, in any order, one row
 * an instant. A cell whose input is absent in that instant is not read.
 */
public final class TraceReader {
  private final NodeInterface node;
  private final SourceFile file;
  private final DiagnosticEngine diagnostics;
  private final CellPlaces places;

  private TraceReader(NodeInterface node, SourceFile file, DiagnosticEngine diagnostics) {
    this.node = node;
    this.file = file;
    this.diagnostics = diagnostics;
    this.places = new CellPlaces(file);
  }

  /** The values of each instant in the order of the node's inputs; empty, with errors at their line and column, when the table does not fit. */
  public static Optional<List<Object[]>> read(NodeInterface node, SourceFile file, DiagnosticEngine diagnostics) {
    int errors = diagnostics.errorCount();
    var rows = new TraceReader(node, file, diagnostics).read();
    return diagnostics.errorCount() == errors ? Optional.of(rows) : Optional.empty();
  }

  private List<Object[]> read() {
    int line = 1;
    try (var parser = CSVParser.parse(new StringReader(file.text()), CSVFormat.RFC4180.builder().setIgnoreEmptyLines(node.inputs().size() != 1).get())) {
      var lines = parser.iterator();
      if (!lines.hasNext()) {
        diagnostics.error(Location.at(file.name(), 1, 1), "the table is empty; its first line must name the columns " + String.join(", ", wanted()));
        return List.of();
      }
      var columns = columns(lines.next());
      var rows = new ArrayList<Object[]>();
      line = (int) parser.getCurrentLineNumber() + 1;
      while (lines.hasNext() && !diagnostics.hasErrors()) {
        var record = lines.next();
        line = (int) parser.getCurrentLineNumber() + 1;
        if (!isBlankLastLine(record, lines.hasNext())) {
          rows.add(row(record, columns));
        }
      }
      return rows;
    } catch (IOException | UncheckedIOException _) {
      diagnostics.error(Location.at(file.name(), line, 1), "a quotation mark is not closed, or more than a comma follows the closing one");
      return List.of();
    }
  }

  private static boolean isBlankLastLine(CSVRecord record, boolean more) {
    return !more && record.size() == 1 && record.get(0).isEmpty();
  }

  private List<String> wanted() {
    return node.inputs().stream().flatMap(port -> PortColumns.of(port).stream()).toList();
  }

  private Map<String, Integer> columns(CSVRecord header) {
    var wanted = wanted();
    var positions = new LinkedHashMap<String, Integer>();
    int column = 0;
    for (int i = 0; i < header.size(); i++, column++) {
      int start = i;
      var name = header.get(i).strip().replace(" ", "");
      // The comma in x[0,3] divides no columns, quoted or not.
      while (name.lastIndexOf('[') > name.lastIndexOf(']') && i + 1 < header.size()) {
        i++;
        name += "," + header.get(i).strip().replace(" ", "");
      }
      if (!wanted.contains(name)) {
        diagnostics.error(places.of(header, start), "column '" + name + "' is no input of '" + node.name() + "'" + Suggestions.didYouMean(name, wanted))
            .note("its inputs are " + String.join(", ", wanted));
      } else if (positions.putIfAbsent(name, column) != null) {
        diagnostics.error(places.of(header, start), "column '" + name + "' is there twice");
      }
    }
    for (var name : wanted) {
      if (!positions.containsKey(name)) {
        diagnostics.error(places.of(header, 0), "no column for input '" + name + "' of '" + node.name() + "'");
      }
    }
    return positions;
  }

  private Object[] row(CSVRecord record, Map<String, Integer> columns) {
    if (record.size() > columns.size()) {
      diagnostics.error(places.of(record, columns.size()), "the row has " + record.size() + " cells, but the table has " + columns.size() + " columns");
    }
    var values = new Object[node.inputs().size()];
    Arrays.fill(values, Absent.ABSENT);
    var presence = new Presence();
    var open = new ArrayList<>(node.inputs());
    // An input's clock may name any other input: those that are known first.
    for (boolean progress = true; progress && !open.isEmpty(); ) {
      progress = open.removeIf(port -> {
        if (!presence.knows(port.clock())) {
          return false;
        }
        Object value = presence.of(port.clock()) ? value(port, record, columns) : Absent.ABSENT;
        values[node.inputs().indexOf(port)] = value;
        presence.put(port.name(), value);
        return true;
      });
    }
    return values;
  }

  private Object value(Port port, CSVRecord record, Map<String, Integer> columns) {
    var text = new CellText(port, node.enums());
    var elements = new ArrayList<Object>();
    for (var column : PortColumns.of(port)) {
      int position = columns.getOrDefault(column, -1);
      if (position < 0) {
        return Absent.ABSENT;
      }
      var at = places.of(record, position);
      if (position >= record.size()) {
        diagnostics.error(at, "the row ends after " + record.size() + (record.size() == 1 ? " cell" : " cells") + "; there is none for '" + column + "'");
        return Absent.ABSENT;
      }
      if (record.get(position).isBlank()) {
        diagnostics.error(at, "the cell of '" + column + "' is empty, but the input is present in this instant"
            + (port.clock().isBase() ? "" : " (its clock is '" + port.clock() + "')"));
        return Absent.ABSENT;
      }
      try {
        elements.add(text.parse(record.get(position)));
      } catch (CellText.Malformed malformed) {
        diagnostics.error(at, "column '" + column + "': " + malformed.getMessage());
        return Absent.ABSENT;
      }
    }
    return port.type() instanceof ShapedType tensor ? RuntimeValues.tensor(tensor, elements.toArray()) : elements.getFirst();
  }
}
