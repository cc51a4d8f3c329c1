package mlr.tools.mlr.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import mlr.dialects.reactive.NodeInterface;
import mlr.interpreter.Absent;
import mlr.ir.eval.TensorValue;

/** Writes what a node gave as a CSV table: one column an output or tensor element, one row an instant, empty where absent. */
public final class TraceWriter {
  private TraceWriter() {}

  /** The table of the outputs of each instant, lines ended by a line feed. */
  public static String write(NodeInterface node, List<Object[]> outputs) {
    var columns = node.outputs().stream().map(PortColumns::of).toList();
    var text = new StringBuilder(line(columns.stream().flatMap(List::stream).toList()));
    for (var instant : outputs) {
      var cells = new ArrayList<String>();
      for (int i = 0; i < instant.length; i++) {
        var format = new CellText(node.outputs().get(i), node.enums());
        switch (instant[i]) {
          case Absent _ -> columns.get(i).forEach(_ -> cells.add(""));
          case TensorValue tensor -> {
            for (int k = 0; k < tensor.size(); k++) {
              cells.add(format.format(tensor.get(k)));
            }
          }
          case Object scalar -> cells.add(format.format(scalar));
        }
      }
      text.append(line(cells));
    }
    return text.toString();
  }

  private static String line(List<String> cells) {
    return cells.stream().map(cell -> cell.contains(",") ? '"' + cell + '"' : cell).collect(Collectors.joining(",", "", "\n"));
  }
}
