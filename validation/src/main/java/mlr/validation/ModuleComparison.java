package mlr.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mlr.dialects.reactive.NodeInterface;
import mlr.dialects.reactive.NodeOp;
import mlr.dialects.sched.MachineOp;
import mlr.interpreter.ExecutionError;
import mlr.interpreter.NodeEngines;
import mlr.ir.Operation;
import mlr.ir.SymbolTable;
import mlr.ir.types.IndexType;
import mlr.ir.types.IntegerType;
import mlr.validation.compare.Comparison;
import mlr.validation.input.ConstantPool;
import mlr.validation.input.InputGenerator;
import mlr.validation.run.Metering;
import mlr.validation.subject.Callable;
import mlr.validation.subject.CodeClosure;
import mlr.validation.subject.Subject;

/**
 * Finds what two modules have in common, leaves out what is the same code on both sides or cannot be run, and runs the rest
 * on both. Private nodes are run through those that use them.
 */
final class ModuleComparison {
  private final Operation before;
  private final Operation after;
  private final SymbolTable symbolsBefore;
  private final SymbolTable symbolsAfter;
  private final IntendedRounding rounding;
  private final Validation validation;
  private final ValidationReport report;

  ModuleComparison(Operation before, Operation after, IntendedRounding rounding, Validation validation, ValidationReport report) {
    this.before = before;
    this.after = after;
    this.symbolsBefore = new SymbolTable(before);
    this.symbolsAfter = new SymbolTable(after);
    this.rounding = rounding;
    this.validation = validation;
    this.report = report;
  }

  /** Runs everything; ends with the first difference. */
  Optional<Difference> run() {
    var subjects = new ArrayList<Subject>(nodes());
    subjects.addAll(functions());
    var missing = subjects.stream().flatMap(subject -> missing(subject).stream()).findFirst();
    subjects.removeIf(subject -> !isRunnable(subject));
    if (missing.isPresent() || subjects.isEmpty()) {
      return missing;
    }
    var meteredBefore = Metering.copy(before);
    var meteredAfter = Metering.copy(after);
    var budget = new WorkBudget(subjects.size());
    for (var subject : subjects) {
      var running = new RunningModules(meteredBefore, meteredAfter, CodeClosure.of(subject.codeBefore(), symbolsBefore), CodeClosure.of(subject.codeAfter(), symbolsAfter));
      var inputs = new InputGenerator(ConstantPool.of(running.closureBefore().symbols().values()), takesAnyIndex(subject, running.closureBefore()));
      var difference = switch (subject) {
        case Subject.Function function -> new FunctionTrials(function, running, inputs, report).run(validation.trials(), validation.seed(), budget.next());
        case Subject.Node node -> new NodeTrials(node, running, inputs, report).run(validation.trials(), validation.seed(), budget.next());
      };
      if (difference.isPresent()) {
        return difference;
      }
    }
    return Optional.empty();
  }

  /** What can be said of a subject without running it. */
  private Optional<Difference> missing(Subject subject) {
    if (subject.codeAfter().isEmpty()) {
      return Optional.of(Difference.of(subject, "is gone", List.of()));
    }
    return subject instanceof Subject.Node node ? otherInterface(node) : Optional.empty();
  }

  private List<Subject.Node> nodes() {
    var nodes = new ArrayList<Subject.Node>();
    for (var name : nodeNames()) {
      var code = nodeCode(symbolsBefore, name);
      if (!code.isEmpty()) {
        var ports = NodeEngines.ports(before, name);
        var later = nodeCode(symbolsAfter, name);
        nodes.add(new Subject.Node(ports, code, later));
      }
    }
    return nodes;
  }

  /** The names of nodes that the outside sees, in order. */
  private List<String> nodeNames() {
    var names = new ArrayList<>(NodeInterface.all(before).stream().filter(NodeInterface::exported).map(NodeInterface::name).toList());
    symbolsBefore.symbols().forEach((name, op) -> {
      if (op instanceof NodeOp node && !node.isPrivate() && NodeInterface.of(before, name).isEmpty()) {
        names.add(name);
      }
    });
    return names;
  }

  private static List<Operation> nodeCode(SymbolTable symbols, String name) {
    var op = symbols.lookup(name).filter(found -> found instanceof NodeOp || found instanceof MachineOp);
    if (op.isPresent()) {
      return List.of(op.get());
    }
    var functions = entries(name).stream().map(symbols::lookup).flatMap(Optional::stream).filter(f -> Callable.of(f).isPresent()).toList();
    return functions.size() == 2 ? functions : List.of();
  }

  private static List<String> entries(String node) {
    return List.of(node + "_step", node + "_reset");
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

  private List<Subject.Function> functions() {
    var entries = NodeInterface.all(before).stream().flatMap(node -> entries(node.name()).stream()).toList();
    var functions = new ArrayList<Subject.Function>();
    symbolsBefore.symbols().forEach((name, op) -> {
      var earlier = Callable.of(op);
      var later = symbolsAfter.lookup(name).flatMap(Callable::of);
      if (earlier.isPresent() && later.isPresent() && !entries.contains(name)) {
        var obstacle = obstacle(earlier.get(), later.get());
        obstacle.ifPresentOrElse(why -> report.skipped("functions " + why), () -> functions.add(new Subject.Function(earlier.get(), later.get())));
      }
    });
    return functions;
  }

  /** Why a function cannot be driven, if it cannot. */
  private static Optional<String> obstacle(Callable earlier, Callable later) {
    if (!earlier.corresponds(later)) {
      return Optional.of("whose signature became another one");
    }
    return earlier.parameters().stream().filter(type -> !InputGenerator.supports(type)).findFirst().map(type -> "that take " + type)
        .or(() -> earlier.results().stream().filter(type -> !Comparison.supports(type)).findFirst().map(type -> "that return " + type));
  }

  private boolean isRunnable(Subject subject) {
    if (subject.codeAfter().isEmpty()) {
      return false;
    }
    var closureBefore = CodeClosure.of(subject.codeBefore(), symbolsBefore);
    var closureAfter = CodeClosure.of(subject.codeAfter(), symbolsAfter);
    if (closureBefore.sameAs(closureAfter)) {
      report.skipped("functions and nodes left as they were");
      return false;
    }
    var obstacle = closureBefore.obstacle().or(closureAfter::obstacle).or(() -> closureBefore.newExternal(closureAfter));
    obstacle.ifPresent(why -> report.skipped("functions and nodes with " + why));
    if (obstacle.isPresent()) {
      return false;
    }
    if (closureBefore.contains(rounding::concerns)) {
      report.skipped("functions and nodes that the pass is to round otherwise");
      return false;
    }
    return true;
  }

  /** Whether an index may be any number: it is no place in memory, and as wide after the pass as before. */
  private static boolean takesAnyIndex(Subject subject, CodeClosure closureBefore) {
    return !closureBefore.usesMemory()
        && !(subject instanceof Subject.Function function && function.after().parameters().contains(IntegerType.I32)
            && function.before().parameters().contains(IndexType.INDEX));
  }
}
