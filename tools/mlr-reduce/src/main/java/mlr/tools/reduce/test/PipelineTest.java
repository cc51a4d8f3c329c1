package mlr.tools.reduce.test;

import java.util.List;
import java.util.Optional;
import mlr.ir.DialectRegistry;
import mlr.ir.Operation;
import mlr.ir.diagnostics.Diagnostic;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.pass.InternalPassError;
import mlr.ir.pass.PassInstrumentation;
import mlr.ir.pass.PassManager;
import mlr.ir.pass.Pipeline;
import mlr.ir.pass.instrumentation.VerifyInstrumentation;
import mlr.ir.reduction.Interestingness;
import mlr.validation.PassChangedMeaning;
import mlr.validation.PassValidation;

/** IR on which a pipeline goes wrong in a certain way. */
public record PipelineTest(Pipeline pipeline, DialectRegistry registry, Wrong wrong) implements Interestingness {
  /** What goes wrong. */
  public sealed interface Wrong {
    /** A diagnostic, or the message of an internal error, contains a text. */
    record Says(String text) implements Wrong {}

    /** A pass throws, or leaves invalid IR. */
    record Crashes() implements Wrong {}

    /** A pass changes what the program means, as seen on so many traces. */
    record ChangesMeaning(int trials) implements Wrong {}
  }

  @Override
  public boolean test(Operation op) {
    var diagnostics = new DiagnosticEngine();
    var broken = run(op, diagnostics);
    return switch (wrong) {
      case Wrong.Says(var text) -> diagnostics.all().stream().anyMatch(diagnostic -> says(diagnostic, text)) || broken.filter(error -> error.getMessage().contains(text)).isPresent();
      case Wrong.Crashes() -> broken.filter(error -> !(error.getCause() instanceof PassChangedMeaning)).isPresent();
      case Wrong.ChangesMeaning _ -> broken.filter(error -> error.getCause() instanceof PassChangedMeaning).isPresent();
    };
  }

  private Optional<InternalPassError> run(Operation op, DiagnosticEngine diagnostics) {
    try {
      new PassManager(pipeline, registry, diagnostics, watching()).run(op);
      return Optional.empty();
    } catch (InternalPassError error) {
      return Optional.of(error);
    }
  }

  private List<PassInstrumentation> watching() {
    return wrong instanceof Wrong.ChangesMeaning(var trials) ? List.of(new PassValidation(trials), new VerifyInstrumentation()) : List.of(new VerifyInstrumentation());
  }

  private static boolean says(Diagnostic diagnostic, String text) {
    return diagnostic.message().contains(text) || diagnostic.notes().stream().anyMatch(note -> says(note, text));
  }
}
