package mlr.ir.diagnostics;

import java.util.ArrayList;
import java.util.List;
import mlr.ir.Location;
import mlr.ir.Operation;

/** Collects diagnostics in the order of their reporting; a tool prints them when a stage ends. Safe for several threads. */
public final class DiagnosticEngine {
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private volatile int errors;

  /** Adds a diagnostic and returns it, so that notes can follow. */
  public synchronized Diagnostic report(Diagnostic diagnostic) {
    diagnostics.add(diagnostic);
    errors += diagnostic.severity() == Severity.ERROR ? 1 : 0;
    return diagnostic;
  }

  public Diagnostic error(Location location, String message) {
    return report(new Diagnostic(Severity.ERROR, location, message));
  }

  public Diagnostic warning(Location location, String message) {
    return report(new Diagnostic(Severity.WARNING, location, message));
  }

  public Diagnostic remark(Location location, String message) {
    return report(new Diagnostic(Severity.REMARK, location, message));
  }

  /** An error about an operation, in upstream's form {@code 'arith.addf' op message}. */
  public Diagnostic opError(Operation op, String message) {
    return error(op.location(), "'" + op.name() + "' op " + message);
  }

  /** A snapshot of everything reported. */
  public synchronized List<Diagnostic> all() {
    return List.copyOf(diagnostics);
  }

  /** Whether an error was reported. */
  public boolean hasErrors() {
    return errors > 0;
  }

  /** Number of errors so far; compare before and after a stage to see whether it failed. */
  public int errorCount() {
    return errors;
  }

  /** Adds everything that another engine collected. */
  public void addAll(DiagnosticEngine other) {
    other.all().forEach(this::report);
  }
}
