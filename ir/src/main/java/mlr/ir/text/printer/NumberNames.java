package mlr.ir.text.printer;

import java.util.ArrayList;
import java.util.List;

/** Names that end in a number, {@code %0}, {@code %1}, …; small ones are made once. */
final class NumberNames {
  private static final int SMALL = 1024;
  private final String prefix;
  private final List<String> made = new ArrayList<>();

  /** @param prefix what stands before the number */
  NumberNames(String prefix) {
    this.prefix = prefix;
  }

  String of(int number) {
    if (number >= SMALL) {
      return prefix + number;
    }
    while (made.size() <= number) {
      made.add(prefix + made.size());
    }
    return made.get(number);
  }
}
