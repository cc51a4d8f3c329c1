package mlr.validation.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.Map;
import java.util.stream.Collectors;
import mlr.ir.DialectRegistry;
import mlr.ir.IrMapping;
import mlr.ir.Operation;
import mlr.ir.diagnostics.Diagnostic;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.diagnostics.Severity;
import mlr.ir.diagnostics.SourceFile;
import mlr.ir.pass.InternalPassError;
import mlr.ir.pass.PassInstrumentation;
import mlr.ir.pass.PassManager;
import mlr.ir.pass.PassOption;
import mlr.ir.pass.PassDefinition;
import mlr.ir.pass.PassRegistry;
import mlr.ir.pass.Pipeline;
import mlr.ir.pass.PipelineElement;
import mlr.ir.pass.PipelineParser;
import mlr.ir.pass.RunningPass;
import mlr.ir.pass.instrumentation.VerifyInstrumentation;
import mlr.validation.PassChangedMeaning;
import mlr.validation.PassValidation;
import mlr.validation.Validation;

/** Runs passes on copies of a module, verified and validated. What a pass refuses with a diagnostic is no failure. */
final class PassChecks {
  /** Eight calls of a function, and less work than usual: there are many modules, and they are small. */
  private static final Validation VALIDATION = new Validation(1, 31, 400_000);
  private static final String MODULE = "builtin.module";
  private final DialectRegistry registry;
  private final PassRegistry passes;
  private final List<PassDefinition> checked;
  private final Map<String, Long> counts = new TreeMap<>();

  PassChecks(DialectRegistry registry, PassRegistry passes, List<String> only) {
    this.registry = registry;
    this.passes = passes;
    this.checked = passes.passes().stream().filter(pass -> only.isEmpty() || only.contains(pass.argument())).toList();
  }

  /** What the runs so far did, by kind. */
  Map<String, Long> counts() {
    return counts;
  }

  /** A pass with options, as a flag gives them. */
  record Choice(String pass, String options) {
    @Override
    public String toString() {
      return options.isEmpty() ? pass : pass + "{" + options + "}";
    }
  }

  /** Each pass alone, now and then with options that are not the default, and some of them one after the other. */
  List<List<Choice>> pipelines(SplittableRandom random) {
    var all = new ArrayList<List<Choice>>();
    for (var pass : checked) {
      all.add(List.of(choice(pass, random)));
    }
    var several = new ArrayList<Choice>();
    for (int i = 3 + random.nextInt(3); i > 0; i--) {
      several.add(choice(checked.get(random.nextInt(checked.size())), random));
    }
    all.add(several);
    return all;
  }

  private Choice choice(PassDefinition pass, SplittableRandom random) {
    var options = pass.options().stream().filter(_ -> random.nextInt(4) == 0).map(option -> switch (option.kind()) {
      case BOOLEAN -> option.name() + "=" + random.nextBoolean();
      case INTEGER -> option.name() + "=" + random.nextInt(1, 9);
      case STRING, STRING_LIST -> "";
    }).filter(text -> !text.isEmpty()).collect(Collectors.joining(" "));
    // Some options take certain numbers only; where these are not among them, the defaults have to do.
    return elements(pass.argument(), options).isPresent() ? new Choice(pass.argument(), options) : new Choice(pass.argument(), "");
  }

  /** The failure of a pipeline on {@code module}, which is left as it is. */
  Optional<Failure> check(Operation module, List<Choice> pipeline) {
    var name = pipeline.stream().map(Choice::toString).collect(Collectors.joining(","));
    var diagnostics = new DiagnosticEngine();
    try {
      boolean done = new PassManager(new Pipeline(MODULE, elements(pipeline)), registry, diagnostics, List.of(new Counting(), new PassValidation(VALIDATION), new VerifyInstrumentation()))
          .run(module.copy(new IrMapping()));
      count(done ? "passes run" : "passes that refused");
      return Optional.empty();
    } catch (InternalPassError error) {
      return Optional.of(new Failure(name, describe(error, diagnostics)));
    }
  }

  private List<PipelineElement> elements(List<Choice> pipeline) {
    return pipeline.stream().flatMap(choice -> elements(choice.pass(), choice.options()).orElseThrow().stream()).toList();
  }

  private Optional<List<PipelineElement>> elements(String pass, String options) {
    return PipelineParser.parseFlag(pass, new SourceFile("options", options), MODULE, passes, new DiagnosticEngine());
  }

  private static String describe(InternalPassError error, DiagnosticEngine diagnostics) {
    var text = new StringBuilder(error.getMessage());
    diagnostics.all().stream().filter(d -> d.severity() == Severity.ERROR).forEach(d -> append(d, text));
    if (!(error.getCause() instanceof PassChangedMeaning) && diagnostics.all().isEmpty()) {
      text.append('\n').append(StackText.of(error));
    }
    return text.toString();
  }

  private static void append(Diagnostic diagnostic, StringBuilder text) {
    text.append("\n").append(diagnostic.message());
    diagnostic.notes().forEach(note -> text.append("\n").append(note.message()));
  }

  private void count(String what) {
    counts.merge(what, 1L, Long::sum);
  }

  /** Adds up what validation counted. */
  private final class Counting implements PassInstrumentation {
    @Override
    public void before(RunningPass pass, Operation op) {}

    @Override
    public void after(RunningPass pass, Operation op) {
      pass.context().statistics().forEach((name, amount) -> {
        if (name.contains("validated")) {
          counts.merge(name, amount, Long::sum);
        }
      });
    }
  }
}
