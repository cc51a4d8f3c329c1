package mlr.frontend.resolve;

import java.util.HashSet;
import java.util.Set;
import mlr.frontend.syntax.SourceRange;
import mlr.ir.Location;
import mlr.ir.diagnostics.Diagnostic;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.diagnostics.Severity;

/** Reports each message once a place: a generic declaration is typed for each of its instances, and its errors are the same in all. */
public final class Report {
  private final DiagnosticEngine engine;
  private final Set<String> seen = new HashSet<>();

  public Report(DiagnosticEngine engine) {
    this.engine = engine;
  }

  /** An error; notes may be added to what is returned. */
  public Diagnostic error(SourceRange range, String message) {
    return report(Severity.ERROR, range.location(), message);
  }

  /** An error about no particular piece of source. */
  public Diagnostic error(Location location, String message) {
    return report(Severity.ERROR, location, message);
  }

  /** A warning; notes may be added to what is returned. */
  public Diagnostic warning(SourceRange range, String message) {
    return report(Severity.WARNING, range.location(), message);
  }

  /** An error about something that the language has and this compiler does not, yet. */
  public Diagnostic notYet(SourceRange range, String what) {
    return error(range, what + " not supported yet");
  }

  /** How many errors there are. */
  public int errors() {
    return engine.errorCount();
  }

  private Diagnostic report(Severity severity, Location location, String message) {
    var diagnostic = new Diagnostic(severity, location, message);
    return seen.add(location + message) ? engine.report(diagnostic) : diagnostic;
  }
}
