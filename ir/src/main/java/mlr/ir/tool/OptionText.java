package mlr.ir.tool;

import java.util.Optional;
import java.util.regex.Pattern;

/** Values of options as LLVM's command line spells them, for flags of tools and options of passes alike. */
public final class OptionText {
  private static final Pattern INTEGER = Pattern.compile("([-+]?)(0[xX][0-9a-fA-F]{1,15}|0[bB][01]{1,59}|0[oO]?[0-7]{1,19}|0|[1-9][0-9]{0,17})");

  private OptionText() {}

  /** Nothing means true. */
  public static Optional<Boolean> bool(String text) {
    return switch (text) {
      case "", "true", "TRUE", "True", "1" -> Optional.of(true);
      case "false", "FALSE", "False", "0" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** Decimal, {@code 0x} hexadecimal, {@code 0b} binary, {@code 0o} or {@code 0} octal. */
  public static Optional<Long> integer(String text) {
    var matcher = INTEGER.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    var digits = matcher.group(2).toLowerCase(java.util.Locale.ROOT);
    long value = switch (digits.length() < 2 || digits.charAt(0) != '0' ? ' ' : digits.charAt(1)) {
      case 'x' -> Long.parseLong(digits.substring(2), 16);
      case 'b' -> Long.parseLong(digits.substring(2), 2);
      case 'o' -> Long.parseLong(digits.substring(2), 8);
      case ' ' -> Long.parseLong(digits);
      default -> Long.parseLong(digits, 8);
    };
    return Optional.of(matcher.group(1).equals("-") ? -value : value);
  }
}
