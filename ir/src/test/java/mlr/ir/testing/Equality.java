package mlr.ir.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.function.Supplier;

/** What {@code equals} and {@code hashCode} promise each other. */
public final class Equality {
  private Equality() {}

  /** Asserts that {@code values}, which makes new objects each time, gives objects that equal those of the same position and no others. */
  public static void assertDistinct(Supplier<? extends List<?>> values) {
    var ones = values.get();
    var others = values.get();
    for (int i = 0; i < ones.size(); i++) {
      var one = ones.get(i);
      assertEquals(one.hashCode(), others.get(i).hashCode(), one::toString);
      for (int k = 0; k < others.size(); k++) {
        if (i == k) {
          assertEquals(one, others.get(k));
        } else {
          assertNotEquals(one, others.get(k));
        }
      }
      assertNotEquals(one, "another class");
      assertNotEquals(one, null);
    }
  }
}
