package mlr.tools.mlr.demo;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import mlr.dialects.reactive.NodeInterface;
import mlr.ir.eval.TensorValue;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** What the network was recorded to answer: its Q-values and the manoeuvre it chose, for every observation. */
public record Recording(List<double[]> values, List<Long> actions) {
  private static final int MANOEUVRES = 5;

  /** How a run compares: decisions that agree, of how many, and the largest difference of a Q-value. */
  public record Agreement(int equal, int of, double largestDifference) {}

  /** Reads a table with columns {@code q[0]} to {@code q[4]} and {@code action}. */
  public static Recording parse(String table) {
    try (var parser = CSVParser.parse(new StringReader(table), CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
      var values = new ArrayList<double[]>();
      var actions = new ArrayList<Long>();
      for (var row : parser) {
        values.add(IntStream.range(0, MANOEUVRES).mapToDouble(i -> Double.parseDouble(row.get("q[" + i + "]"))).toArray());
        actions.add(Long.parseLong(row.get("action")));
      }
      return new Recording(values, actions);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Compares what an engine gave for the ports {@code q} and {@code action}. */
  public Agreement compare(NodeInterface node, List<Object[]> outputs) {
    int q = port(node, "q");
    int action = port(node, "action");
    int equal = 0;
    double largest = 0;
    for (int i = 0; i < outputs.size(); i++) {
      equal += outputs.get(i)[action].equals(actions.get(i)) ? 1 : 0;
      var computed = (TensorValue) outputs.get(i)[q];
      for (int k = 0; k < MANOEUVRES; k++) {
        double difference = Math.abs(((Number) computed.get(k)).doubleValue() - values.get(i)[k]);
        // A NaN must not hide behind a comparison that is false.
        largest = Double.isNaN(difference) ? Double.POSITIVE_INFINITY : Math.max(largest, difference);
      }
    }
    return new Agreement(equal, actions.size(), largest);
  }

  private static int port(NodeInterface node, String name) {
    return IntStream.range(0, node.outputs().size()).filter(i -> node.outputs().get(i).name().equals(name)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("'" + node.name() + "' has no output '" + name + "'"));
  }
}
