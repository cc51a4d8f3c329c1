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
import mlr.ir.transforms.StandardPasses;
import mlr.validation.PassValidation;
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
      case PIPELINE -> option.name() + "={func.func(" + (random.nextBoolean() ? "cse" : "sccp,canonicalize") + ")}";
      case STRING, STRING_LIST -> "";
    }).filter(text -> !text.isEmpty()).collect(Collectors.joining(" "));
    // Some options take certain numbers only; where these are not among them, the defaults have to do.
    return options.isEmpty() || accepts(pass.argument(), options) ? new Choice(pass.argument(), options) : new Choice(pass.argument(), "");
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
    try {
      boolean done = new PassManager(new Pipeline(MODULE, elements(pipeline)), registry, diagnostics, List.of(new Counting(), new PassValidation(VALIDATION), new VerifyInstrumentation()))
          .run(module.copy(new IrMapping()));
      count(done ? "pipelines run" : "pipelines that refused");
      return done || !isStandard(pipeline) ? Optional.empty() : Optional.of(new Failure(name, "refuses a valid module" + errors(diagnostics)));
    } catch (InternalPassError error) {
      if (isKnownLimit(error, pipeline)) {
        count("software functions that branch on poison");
        return Optional.empty();
      }
      return Optional.of(new Failure(name, error.getMessage() + (diagnostics.hasErrors() ? errors(diagnostics) : "\n" + StackText.of(error))));
    }
  }

  /** A function in software branches on its operand, which is undefined for poison, where the operation gave poison; arith has no freeze to put before it. */
  private static boolean isKnownLimit(InternalPassError error, List<Choice> pipeline) {
    return pipeline.stream().anyMatch(choice -> choice.pass().equals("expand-math")) && error.getMessage().contains("depends on a poison value");
  }

  private static String errors(DiagnosticEngine diagnostics) {
    return diagnostics.all().stream().filter(d -> d.severity() == Severity.ERROR)
        .map(d -> "\n" + d.message() + d.notes().stream().map(note -> "\n" + note.message()).collect(Collectors.joining())).collect(Collectors.joining());
  }

  private boolean isStandard(List<Choice> pipeline) {
    // With options that limit it, a pass may have a reason.
    return pipeline.stream().allMatch(choice -> standard.contains(choice.pass()) && choice.options().isEmpty());
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

  /** Adds up what validation counted. */
  private final class Counting implements PassInstrumentation {
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
