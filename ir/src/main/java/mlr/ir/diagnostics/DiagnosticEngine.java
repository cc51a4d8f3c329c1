package mlr.ir.diagnostics;

import java.util.ArrayList;
import java.util.List;
import mlr.ir.Location;
import mlr.ir.Operation;
import mlr.ir.text.IrPrinter;
import mlr.ir.text.PrintOptions;

/** Collects diagnostics in the order of their reporting; a tool prints them when a stage ends. Safe for several threads. */
public final class DiagnosticEngine {
  /** What is added to diagnostics: the operation in question, and where in the compiler they were made. */
  public record Detail(boolean operation, boolean stackTrace) {
    /** Nothing. */
    public static final Detail NONE = new Detail(false, false);
  }

  private final Detail detail;
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private volatile int errors;

  public DiagnosticEngine() {
    this(Detail.NONE);
  }

  public DiagnosticEngine(Detail detail) {
    this.detail = detail;
  }

  /** An empty engine of the same kind; what it collects is taken over by {@link #addAll}. */
  public DiagnosticEngine fork() {
    return new DiagnosticEngine(detail);
  }

  /** Adds a diagnostic and returns it, so that notes can follow. */
  public synchronized Diagnostic report(Diagnostic diagnostic) {
    if (detail.stackTrace()) {
      var frames = StackWalker.getInstance().walk(all -> all.skip(1).limit(40).map(frame -> "\n  at " + frame).toList());
      diagnostic.note("diagnostic emitted with trace:" + String.join("", frames));
    }
    add(diagnostic);
    return diagnostic;
  }

  private synchronized void add(Diagnostic diagnostic) {
    diagnostics.add(diagnostic);
    errors += diagnostic.severity() == Severity.ERROR ? 1 : 0;
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
    var diagnostic = error(op.location(), "'" + op.name() + "' op " + message);
    return detail.operation() ? diagnostic.note("see current operation: " + IrPrinter.print(op, PrintOptions.GENERIC.withLocalScope(true))) : diagnostic;
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
    other.all().forEach(this::add);
  }
}
