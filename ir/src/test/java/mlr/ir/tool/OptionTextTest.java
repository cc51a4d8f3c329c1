package mlr.ir.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OptionTextTest {
  @ParameterizedTest
  @CsvSource({"0, 0", "10, 10", "-1, -1", "+7, 7", "0x1F, 31", "0B101, 5", "0o17, 15", "017, 15", "-0x10, -16", "999999999999999999, 999999999999999999"})
  void integersAreReadInAnyRadix(String text, long value) {
    assertEquals(Optional.of(value), OptionText.integer(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "08", "0x", "0b2", "1.5", "--1", "1 ", "99999999999999999999"})
  void whatIsNoIntegerIsRefused(String text) {
    assertEquals(Optional.empty(), OptionText.integer(text));
  }

  @ParameterizedTest
  @CsvSource({"'', true", "true, true", "TRUE, true", "True, true", "1, true", "false, false", "FALSE, false", "False, false", "0, false"})
  void truthHasSeveralSpellings(String text, boolean value) {
    assertEquals(Optional.of(value), OptionText.bool(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "tRUE", "2", " "})
  void whatIsNeitherIsRefused(String text) {
    assertEquals(Optional.empty(), OptionText.bool(text));
  }
}
