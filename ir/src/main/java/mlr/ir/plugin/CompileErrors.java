package mlr.ir.plugin;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.tools.JavaFileObject;
import mlr.ir.Location;
import mlr.ir.diagnostics.Diagnostic;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.diagnostics.DiagnosticPrinter;
import mlr.ir.diagnostics.Severity;
import mlr.ir.diagnostics.SourceFile;
import mlr.ir.diagnostics.SourceManager;

/** What the Java compiler found wrong, printed as everything else is that is wrong with a source. */
final class CompileErrors {
  private CompileErrors() {}

  static String print(List<javax.tools.Diagnostic<? extends JavaFileObject>> problems) {
    var sources = new SourceManager();
    var diagnostics = new DiagnosticEngine();
    for (var problem : problems) {
      if (problem.getKind() == javax.tools.Diagnostic.Kind.ERROR) {
        report(problem, sources, diagnostics);
      }
    }
    return "the plugin does not compile\n" + new DiagnosticPrinter(sources).print(diagnostics).stripTrailing();
  }

  private static void report(javax.tools.Diagnostic<? extends JavaFileObject> problem, SourceManager sources, DiagnosticEngine diagnostics) {
    var lines = problem.getMessage(Locale.ROOT).lines().map(String::strip).toList();
    var diagnostic = diagnostics.report(new Diagnostic(Severity.ERROR, place(problem, sources), lines.getFirst()));
    if (lines.size() > 1) {
      diagnostic.note(Location.UNKNOWN, lines.stream().skip(1).map(line -> line.replaceAll("\\s+", " ")).collect(Collectors.joining(", ")));
    }
  }

  // From the offset, since the compiler's own column counts a tab as several.
  private static Location place(javax.tools.Diagnostic<? extends JavaFileObject> problem, SourceManager sources) {
    if (problem.getSource() == null || problem.getPosition() == javax.tools.Diagnostic.NOPOS) {
      return Location.UNKNOWN;
    }
    try {
      return sources.add(new SourceFile(problem.getSource().getName(), problem.getSource().getCharContent(true).toString())).location(Math.toIntExact(problem.getPosition()));
    } catch (IOException _) {
      return Location.at(problem.getSource().getName(), Math.toIntExact(problem.getLineNumber()), Math.toIntExact(problem.getColumnNumber()));
    }
  }
}
