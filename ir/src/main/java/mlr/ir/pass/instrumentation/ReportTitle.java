package mlr.ir.pass.instrumentation;

/** The head of upstream's reports: a title between two rules. */
final class ReportTitle {
  private static final int WIDTH = 80;
  private static final String RULE = "===" + "-".repeat(WIDTH - 7) + "===\n";

  private ReportTitle() {}

  static String of(String title) {
    var text = "... " + title + " ...";
    return RULE + " ".repeat((WIDTH - text.length()) / 2) + text + "\n" + RULE;
  }
}
