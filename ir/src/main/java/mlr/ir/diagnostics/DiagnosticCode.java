package mlr.ir.diagnostics;

import java.util.Locale;

/** The kind of a diagnostic, for looking it up: an enumeration's constant. Printed in lower case, as in {@code error[clock-clash]:}. */
public interface DiagnosticCode {
  /** The constant's name. */
  String name();

  /** How it is printed and looked up. */
  default String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
