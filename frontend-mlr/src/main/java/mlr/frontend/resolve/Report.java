package mlr.frontend.resolve;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import mlr.dialects.reactive.LanguageCode;
import mlr.frontend.syntax.Name;
import mlr.frontend.syntax.SourceRange;
import mlr.ir.Location;
import mlr.ir.diagnostics.Diagnostic;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.diagnostics.Severity;

/** Reports each message once a place: a generic declaration is typed for each of its instances, and its errors are the same in all. */
public final class Report {
  private final DiagnosticEngine engine;
  private final Set<String> lost;
  private final Set<String> seen = new HashSet<>();
  private int kept;

  /**
   * A report to {@code engine}.
   *
   * @param lost names that declarations with syntax errors may have meant to declare
   */
  public Report(DiagnosticEngine engine, Collection<String> lost) {
    this.engine = engine;
    this.lost = Set.copyOf(lost);
  }

  /** An error about a name that nothing declares, unless a declaration with syntax errors may have meant to. */
  public void undefined(LanguageCode code, Name name, String message) {
    if (lost.contains(name.text())) {
      kept++;
    } else {
      error(code, name.range(), message);
    }
  }

  /** An error; notes may be added to what is returned. */
  public Diagnostic error(LanguageCode code, SourceRange range, String message) {
    return report(code, Severity.ERROR, range.location(), message);
  }

  /** An error about no particular piece of source. */
  public Diagnostic error(LanguageCode code, Location location, String message) {
    return report(code, Severity.ERROR, location, message);
  }

  /** A warning; notes may be added to what is returned. */
  public Diagnostic warning(LanguageCode code, SourceRange range, String message) {
    return report(code, Severity.WARNING, range.location(), message);
  }

  /** An error about something that the language has and this compiler does not, yet. */
  public Diagnostic notYet(SourceRange range, String what) {
    return error(LanguageCode.NOT_YET, range, what + " not supported yet");
  }

  /** How many errors there are, those that were kept back included: compare before and after a body to see whether something is wrong in it. */
  public int errors() {
    return engine.errorCount() + kept;
  }

  private Diagnostic report(LanguageCode code, Severity severity, Location location, String message) {
    var diagnostic = new Diagnostic(severity, location, message).code(code);
    return seen.add(location + message) ? engine.report(diagnostic) : diagnostic;
  }
}
