package mlr.ir.text.assembly;

import java.util.List;

/**
 * Pieces of a format one behind the other. No general list: what is taken from one is checked to be of the interface {@link FormatElement}, which costs as much
 * as writing a short piece.
 */
final class FormatSequence {
  private static final FormatElement[] NONE = {};

  private final FormatElement[] elements;

  FormatSequence(List<FormatElement> elements) {
    this.elements = elements.toArray(NONE);
  }

  int size() {
    return elements.length;
  }

  FormatElement get(int index) {
    return elements[index];
  }

  List<FormatElement> asList() {
    return List.of(elements);
  }
}
