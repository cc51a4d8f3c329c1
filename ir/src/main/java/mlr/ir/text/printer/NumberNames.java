package mlr.ir.text.printer;

import java.util.ArrayList;
import java.util.List;

/** The names {@code %0}, {@code %1}, …; small ones are made once. */
final class NumberNames {
  private static final int SMALL = 1024;
  private final List<String> made = new ArrayList<>();

  String of(int number) {
    if (number >= SMALL) {
      return "%" + number;
    }
    while (made.size() <= number) {
      made.add("%" + made.size());
    }
    return made.get(number);
  }
}
