package mlr.test.conformance;

import java.util.regex.Pattern;

/**
 * When two cells of a trace count as equal.
 *
 * <p>Booleans, constructors, integers and absent values agree when their texts do. Floats agree when they are the same
 * number of their width (0.0 and -0.0 are different, all NaNs are one), or lie within one of the tolerances.
 *
 * @param binary64 whether floats are of 64 bits; else of 32
 * @param absolute largest allowed difference of two floats; 0 asks for the same bits
 * @param relative largest allowed difference as a fraction of the expected float; 0 asks for the same bits
 */
record CellComparison(boolean binary64, double absolute, double relative) {

  /** Same texts, same bits of binary32 floats. */
  static final CellComparison BITS = new CellComparison(false, 0, 0);

  private static final Pattern INTEGER = Pattern.compile("[+-]?\\d+");
  private static final Pattern FLOAT = Pattern.compile("[+-]?(\\d+(\\.\\d*)?([eE][+-]?\\d+)?|Infinity)|NaN");

  /** Whether every bit counts. */
  boolean exact() {
    return absolute == 0 && relative == 0;
  }

  /** Whether an engine's cell passes for the expected one. */
  boolean agree(String expected, String actual) {
    boolean floats = FLOAT.matcher(expected).matches() && FLOAT.matcher(actual).matches();
    if (!floats || INTEGER.matcher(expected).matches()) {
      return expected.equals(actual);
    }
    double right = value(expected);
    double found = value(actual);
    if (Double.compare(right, found) == 0) {
      return true;
    }
    double difference = Math.abs(right - found);
    return !exact() && (difference <= absolute || difference <= relative * Math.abs(right));
  }

  private double value(String text) {
    return binary64 ? Double.parseDouble(text) : Float.parseFloat(text);
  }
}
