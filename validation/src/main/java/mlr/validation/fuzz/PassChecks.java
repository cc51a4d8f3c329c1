package mlr.validation.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import mlr.ir.DialectRegistry;
import mlr.ir.IrMapping;
import mlr.ir.Location;
import mlr.ir.Operation;
import mlr.ir.builtin.ModuleOp;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.diagnostics.Severity;
import mlr.ir.diagnostics.SourceFile;
import mlr.ir.pass.InternalPassError;
import mlr.ir.pass.PassManager;
import mlr.ir.pass.PassOption;
import mlr.ir.pass.PassDefinition;
import mlr.ir.pass.PassRegistry;
import mlr.ir.pass.Pipeline;
import mlr.ir.pass.PipelineElement;
import mlr.ir.pass.PipelineParser;
import mlr.ir.pass.instrumentation.VerifyInstrumentation;
import mlr.ir.transforms.StandardPasses;
import mlr.validation.Validation;

/** Runs passes on copies of a module, verified and validated. What a pass refuses with a diagnostic is no failure. */
final class PassChecks {
  /** Eight calls of a function, and less work than usual: there are many modules, and they are small. */
  private static final Validation VALIDATION = new Validation(1, 31, 400_000);
  private static final int SELDOM = 4;
  private static final String MODULE = "builtin.module";
  private final DialectRegistry registry;
  private final PassRegistry passes;
  private final List<PassDefinition> checked;
  private final Set<String> standard = new TreeSet<>();
  private final Map<String, Long> counts = new TreeMap<>();

  PassChecks(DialectRegistry registry, PassRegistry passes, List<String> only) {
    this.registry = registry;
    this.passes = passes;
    this.checked = passes.passes().stream().filter(pass -> only.isEmpty() || only.contains(pass.argument())).toList();
    StandardPasses.all().forEach(pass -> standard.add(pass.argument()));
    passes.passes().stream().map(PassDefinition::argument).filter(name -> name.startsWith("loop-")).forEach(standard::add);
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

  /** Each standard pass alone, others on one module in four, now and then with options that are not the default, and some of them one after the other. */
  List<List<Choice>> pipelines(SplittableRandom random) {
    var all = new ArrayList<List<Choice>>();
    for (var pass : checked) {
      if (checked.size() == 1 || standard.contains(pass.argument()) || random.nextInt(SELDOM) == 0) {
        all.add(List.of(choice(pass, random)));
      }
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
      case INTEGER_LIST -> option.name() + "=" + random.ints(random.nextInt(1, 4), 0, 5).mapToObj(Integer::toString).collect(Collectors.joining(","));
      case STRING, STRING_LIST -> "";
    }).filter(text -> !text.isEmpty()).collect(Collectors.joining(" "));
    // Some options take certain numbers only; where these are not among them, the defaults have to do.
    return accepts(pass.argument(), options) ? new Choice(pass.argument(), options) : new Choice(pass.argument(), "");
  }

  /** Whether the options are such that the pass runs at all: some are looked at when it does. */
  private boolean accepts(String pass, String options) {
    return elements(pass, options).filter(steps -> new PassManager(new Pipeline(MODULE, steps), registry, new DiagnosticEngine(), List.of()).withThreads(1)
        .run(ModuleOp.create(Location.UNKNOWN))).isPresent();
  }

  /** The failure of a pipeline on {@code module}, which is left as it is. */
  Optional<Failure> check(Operation module, List<Choice> pipeline) {
    var name = pipeline.stream().map(Choice::toString).collect(Collectors.joining(","));
    var diagnostics = new DiagnosticEngine();
    var after = module.copy(new IrMapping());
    try {
      if (!new PassManager(new Pipeline(MODULE, elements(pipeline)), registry, diagnostics, List.of(new VerifyInstrumentation())).run(after)) {
        count("pipelines that refused");
        return isStandard(pipeline) ? Optional.of(new Failure(name, "refuses a valid module" + errors(diagnostics))) : Optional.empty();
      }
      count("pipelines run");
      var result = VALIDATION.compare(module, after);
      result.counts().forEach((kind, amount) -> counts.merge(kind, amount, Long::sum));
      return result.difference().map(difference -> new Failure(name, difference.message() + "\ninputs:" + difference.inputText() + "\nbefore:\n" + difference.before() + "\nafter:\n" + difference.after()));
    } catch (InternalPassError error) {
      return Optional.of(new Failure(name, error.getMessage() + (diagnostics.hasErrors() ? errors(diagnostics) : "\n" + StackText.of(error))));
    }
  }

  private static String errors(DiagnosticEngine diagnostics) {
    return diagnostics.all().stream().filter(d -> d.severity() == Severity.ERROR).map(d -> "\n" + d.message()).collect(Collectors.joining());
  }

  private boolean isStandard(List<Choice> pipeline) {
    return pipeline.stream().allMatch(choice -> standard.contains(choice.pass()));
  }

  private List<PipelineElement> elements(List<Choice> pipeline) {
    return pipeline.stream().flatMap(choice -> elements(choice.pass(), choice.options()).orElseThrow().stream()).toList();
  }

  private Optional<List<PipelineElement>> elements(String pass, String options) {
    return PipelineParser.parseFlag(pass, new SourceFile("options", options), MODULE, passes, new DiagnosticEngine());
  }

  private void count(String what) {
    counts.merge(what, 1L, Long::sum);
  }
}
