package mlr.tools.mlr.trace;

import mlr.ir.Location;
import mlr.ir.diagnostics.SourceFile;
import org.apache.commons.csv.CSVRecord;

/** Where the cells of a CSV table (RFC 4180) stand in its text, so that diagnostics can point at them. */
record CellPlaces(SourceFile table) {
  /** The start of a record's cell, counted from 0; the end of the record for a cell that it lacks. */
  Location of(CSVRecord record, int cell) {
    var text = table.text();
    int at = (int) record.getCharacterPosition();
    while (record.size() > 1 && at < text.length() && isLineEnd(text.charAt(at))) {
      at++;
    }
    boolean quoted = false;
    for (int left = cell; at < text.length() && (left > 0 || cell >= record.size()); at++) {
      char c = text.charAt(at);
      quoted ^= c == '"';
      if (!quoted && isLineEnd(c)) {
        break;
      }
      if (!quoted && c == ',') {
        left--;
      }
    }
    return table.location(at);
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }
}
