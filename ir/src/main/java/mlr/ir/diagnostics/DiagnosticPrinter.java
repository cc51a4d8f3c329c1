package mlr.ir.diagnostics;

import java.util.Locale;
import java.util.Optional;
import mlr.ir.Location;

/** Prints diagnostics the way compilers do: {@code file:line:col: error[code]: message}, the source line, a caret; then the notes. */
public final class DiagnosticPrinter {
  private final SourceManager sources;

  public DiagnosticPrinter(SourceManager sources) {
    this.sources = sources;
  }

  /** Everything that an engine collected, in order. */
  public String print(DiagnosticEngine engine) {
    var out = new StringBuilder();
    engine.all().forEach(diagnostic -> print(diagnostic, out));
    return out.toString();
  }

  /** One diagnostic with its notes. */
  public String print(Diagnostic diagnostic) {
    var out = new StringBuilder();
    print(diagnostic, out);
    return out.toString();
  }

  private void print(Diagnostic diagnostic, StringBuilder out) {
    printOne(diagnostic, out);
    for (var call = callSite(diagnostic.location()); call.isPresent(); call = callSite(call.get().caller())) {
      printOne(new Diagnostic(Severity.NOTE, call.get().caller(), "called from"), out);
    }
    diagnostic.notes().forEach(note -> print(note, out));
  }

  private void printOne(Diagnostic diagnostic, StringBuilder out) {
    var position = diagnostic.location().filePosition();
    position.ifPresent(p -> out.append(p.file()).append(':').append(p.line()).append(':').append(p.column()).append(": "));
    out.append(diagnostic.severity().name().toLowerCase(Locale.ROOT));
    diagnostic.code().ifPresent(code -> out.append('[').append(code.text()).append(']'));
    out.append(": ").append(diagnostic.message()).append('\n');
    position.ifPresent(p -> sources.line(p).ifPresent(line -> out.append(line).append('\n').append(caret(line, p.column())).append('\n')));
  }

  // The caret's line repeats the tabs of the source line, so that it stands right whatever a tab's width.
  private static String caret(String line, int column) {
    var out = new StringBuilder();
    for (int i = 0; i < column - 1; i++) {
      out.append(i < line.length() && line.charAt(i) == '\t' ? '\t' : ' ');
    }
    return out.append('^').toString();
  }

  private static Optional<Location.CallSite> callSite(Location location) {
    return switch (location) {
      case Location.CallSite call -> Optional.of(call);
      case Location.Name name -> callSite(name.child());
      default -> Optional.empty();
    };
  }
}
