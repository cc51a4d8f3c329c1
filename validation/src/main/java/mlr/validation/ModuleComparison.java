package mlr.validation;

import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import mlr.dialects.reactive.NodeInterface;
import mlr.interpreter.ExecutionError;
import mlr.interpreter.NodeEngines;
import mlr.ir.Operation;
import mlr.ir.SymbolTable;
import mlr.ir.types.IndexType;
import mlr.ir.types.IntegerType;
import mlr.validation.input.ConstantPool;
import mlr.validation.input.InputGenerator;
import mlr.validation.run.FunctionRun;
import mlr.validation.run.Metering;
import mlr.validation.run.NodeRun;
import mlr.validation.subject.Callable;
import mlr.validation.subject.CodeClosure;
import mlr.validation.subject.SameCode;
import mlr.validation.subject.Subject;

/**
 * Leaves out of what two modules have in common what is the same code on both sides or cannot be run, and runs the rest on
 * both: what changed itself before what only calls it, callees before callers, so that the first difference names its cause.
 */
final class ModuleComparison {
  private final Operation before;
  private final Operation after;
  private final SymbolTable symbolsBefore;
  private final SymbolTable symbolsAfter;
  private final Licence licence;
  private final Validation validation;
  private final LastRuns runs;
  private final ValidationReport report;

  /** Symbols before the pass, and whether they are the same code after it. */
  private final Map<Operation, Boolean> unchanged = new IdentityHashMap<>();

  ModuleComparison(Operation before, Operation after, Licence licence, Validation validation, LastRuns runs, ValidationReport report) {
    this.before = before;
    this.after = after;
    this.symbolsBefore = new SymbolTable(before);
    this.symbolsAfter = new SymbolTable(after);
    this.licence = licence;
    this.validation = validation;
    this.runs = runs;
    this.report = report;
  }

  /** A subject with all code that it reaches. */
  private record Candidate(Subject subject, CodeClosure before, CodeClosure after) {}

  /** Runs everything; ends with the first difference. */
  Optional<Difference> run() {
    var subjects = new SubjectFinder(before, symbolsBefore, symbolsAfter, licence, report).find();
    var missing = subjects.stream().flatMap(subject -> missing(subject).stream()).findFirst();
    if (missing.isPresent()) {
      return missing;
    }
    var candidates = subjects.stream()
        .map(subject -> new Candidate(subject, CodeClosure.of(subject.codeBefore(), symbolsBefore), CodeClosure.of(subject.codeAfter(), symbolsAfter)))
        .filter(this::isToBeRun)
        .sorted(Comparator.comparing((Candidate candidate) -> isUnchanged(candidate.subject().codeBefore()))
            .thenComparing(candidate -> candidate.subject() instanceof Subject.Function)
            .thenComparing(candidate -> candidate.before().symbols().size()))
        .toList();
    return candidates.isEmpty() ? Optional.empty() : run(candidates);
  }

  private Optional<Difference> run(List<Candidate> candidates) {
    var meteredBefore = Metering.copy(before, reached(candidates.stream().map(Candidate::before)));
    var meteredAfter = Metering.copy(after, reached(candidates.stream().map(Candidate::after)));
    var budget = new WorkBudget(validation.work(), candidates.size());
    return candidates.stream().flatMap(candidate -> {
      var running = new RunningModules(meteredBefore, meteredAfter, candidate.before(), candidate.after());
      return run(candidate.subject(), running, takesAnyIndex(candidate), budget.next()).stream();
    }).findFirst();
  }

  private Optional<Difference> run(Subject subject, RunningModules running, boolean anyIndex, long budget) {
    var known = runs.of(subject, running);
    var constants = ConstantPool.of(running.closureBefore().symbols().values());
    var pool = known.map(last -> last.constants().and(constants)).orElse(constants);
    var inputs = new InputGenerator(pool, anyIndex);
    return switch (subject) {
      case Subject.Function function -> {
        var trials = new FunctionTrials(function, running, inputs, known.map(last -> (FunctionRun) last.run().asBefore()), report);
        var difference = trials.run(validation.trials(), validation.seed(), budget);
        runs.keep(subject, running, pool, trials.after());
        yield difference;
      }
      case Subject.Node node -> {
        var trials = new NodeTrials(node, running, inputs, known.map(last -> (NodeRun) last.run().asBefore()), report);
        var difference = trials.run(validation.trials(), validation.seed(), budget);
        runs.keep(subject, running, pool, trials.after());
        yield difference;
      }
    };
  }

  private static TreeSet<String> reached(Stream<CodeClosure> closures) {
    var symbols = new TreeSet<String>();
    closures.forEach(closure -> symbols.addAll(closure.symbols().keySet()));
    return symbols;
  }

  /** What can be said of a subject without running it. */
  private Optional<Difference> missing(Subject subject) {
    if (subject.codeAfter().isEmpty()) {
      return Optional.of(Difference.of(subject, "is gone", List.of()));
    }
    return subject instanceof Subject.Node node ? otherInterface(node) : Optional.empty();
  }

  private Optional<Difference> otherInterface(Subject.Node node) {
    try {
      var later = NodeEngines.ports(after, node.ports().name());
      return ports(node.ports()).equals(ports(later)) ? Optional.empty()
          : Optional.of(Difference.of(node, "has other ports: " + ports(node.ports()) + " before, " + ports(later) + " after", List.of()));
    } catch (ExecutionError missing) {
      return Optional.of(Difference.of(node, "cannot be run any more: " + missing.getMessage(), List.of()));
    }
  }

  private static String ports(NodeInterface node) {
    return texts(node.inputs()) + " -> " + texts(node.outputs());
  }

  private static List<String> texts(List<NodeInterface.Port> ports) {
    return ports.stream().map(port -> port.name() + ": " + port.sourceType() + " " + port.clock()).toList();
  }

  private boolean isToBeRun(Candidate candidate) {
    if (candidate.before().symbols().keySet().equals(candidate.after().symbols().keySet()) && isUnchanged(candidate.before().symbols().values())) {
      report.skipped(ValidationReport.UNCHANGED);
      return false;
    }
    var obstacle = candidate.before().obstacle().or(candidate.after()::obstacle).or(() -> candidate.before().newExternal(candidate.after()));
    obstacle.ifPresent(why -> report.skipped("functions and nodes with " + why));
    if (obstacle.isPresent()) {
      return false;
    }
    if (candidate.before().contains(licence.rounding()::concerns)) {
      report.skipped("functions and nodes that the pass is to round otherwise");
      return false;
    }
    return true;
  }

  private boolean isUnchanged(Iterable<Operation> code) {
    for (var op : code) {
      if (!unchanged.computeIfAbsent(op, earlier -> SymbolTable.nameOf(earlier).flatMap(symbolsAfter::lookup).filter(later -> new SameCode().test(earlier, later)).isPresent())) {
        return false;
      }
    }
    return true;
  }

  /** Whether an index may be any number: it is no place in memory, and as wide after the pass as before. */
  private static boolean takesAnyIndex(Candidate candidate) {
    return !candidate.before().usesMemory() && !(candidate.subject() instanceof Subject.Function(Callable earlier, Optional<Callable> later)
        && later.orElseThrow().parameters().contains(IntegerType.I32) && earlier.parameters().contains(IndexType.INDEX));
  }
}
