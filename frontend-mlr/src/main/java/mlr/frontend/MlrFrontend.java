package mlr.frontend;

import java.util.List;
import java.util.Optional;
import mlr.dialects.AllDialects;
import mlr.frontend.emit.ModuleEmitter;
import mlr.frontend.infer.ProgramTyping;
import mlr.frontend.resolve.ModuleLoader;
import mlr.frontend.resolve.Program;
import mlr.frontend.resolve.Report;
import mlr.frontend.syntax.SourceModule;
import mlr.frontend.typed.TypedProgram;
import mlr.ir.DialectRegistry;
import mlr.ir.builtin.ModuleOp;
import mlr.ir.diagnostics.DiagnosticEngine;

/** The front end: MLR source to a module of the {@code reactive} dialect. */
public final class MlrFrontend {
  private MlrFrontend() {}

  /** Parses and types a program, or reports why it is wrong: every error found, in all declarations. One with syntax errors hides those of no other. */
  public static Optional<TypedProgram> check(Source source, FrontendOptions options, DiagnosticEngine diagnostics) {
    int errors = diagnostics.errorCount();
    return load(source, options, diagnostics).map(modules -> {
      var report = new Report(diagnostics, modules.stream().flatMap(module -> module.lost().stream()).toList());
      return ProgramTyping.type(Program.of(modules, report), report, options.real());
    }).filter(_ -> diagnostics.errorCount() == errors);
  }

  /** Compiles a program to one module of the {@code reactive} dialect, or reports why it is wrong. */
  public static Optional<ModuleOp> compile(Source source, FrontendOptions options, DialectRegistry registry, DiagnosticEngine diagnostics) {
    return check(source, options, diagnostics).flatMap(program -> emit(program, options, registry, diagnostics));
  }

  /** Makes one module of the {@code reactive} dialect of a typed program, or reports what cannot be exported. */
  public static Optional<ModuleOp> emit(TypedProgram program, FrontendOptions options, DialectRegistry registry, DiagnosticEngine diagnostics) {
    return ModuleEmitter.emit(program, options, registry, new Report(diagnostics, List.of()));
  }

  /** The same with a registry of every dialect of the project. */
  public static Optional<ModuleOp> compile(Source source, FrontendOptions options, DiagnosticEngine diagnostics) {
    return compile(source, options, AllDialects.registry(), diagnostics);
  }

  private static Optional<List<SourceModule>> load(Source source, FrontendOptions options, DiagnosticEngine diagnostics) {
    return switch (source) {
      case Source.File(var path) -> ModuleLoader.load(path, options.searchPath(), diagnostics);
      case Source.Text(var name, var content) -> ModuleLoader.load(name, content, options.searchPath(), diagnostics);
    };
  }
}
