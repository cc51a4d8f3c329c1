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
  private final int trials;
  private final ValidationReport report;

  ModuleComparison(Operation before, Operation after, IntendedRounding rounding, int trials, ValidationReport report) {
    this.before = before;
    this.after = after;
    this.symbolsBefore = new SymbolTable(before);
    this.symbolsAfter = new SymbolTable(after);
    this.rounding = rounding;
    this.trials = trials;
    this.report = report;
  }

  /** Runs everything; ends with the first difference. */
  void run() {
    var subjects = new ArrayList<Subject>(nodes());
    subjects.addAll(functions());
    subjects.removeIf(subject -> !isRunnable(subject));
    if (subjects.isEmpty()) {
      return;
    }
    var running = new RunningModules(Metering.copy(before), Metering.copy(after));
    var budget = new WorkBudget(subjects.size());
    for (var subject : subjects) {
      var inputs = new InputGenerator(known(subject), takesAnyIndex(subject));
      switch (subject) {
        case Subject.Function function -> new FunctionTrials(function, running, inputs, report).run(trials, budget.next());
        case Subject.Node node -> new NodeTrials(node, running, inputs, report).run(trials, budget.next());
      }
    }
  }

  private List<Subject.Node> nodes() {
    var nodes = new ArrayList<Subject.Node>();
    for (var name : nodeNames()) {
      var code = nodeCode(symbolsBefore, name);
      if (!code.isEmpty()) {
        var ports = NodeEngines.ports(before, name);
        var later = nodeCode(symbolsAfter, name);
        var subject = new Subject.Node(ports, code, later);
        if (later.isEmpty()) {
          report.fail(subject, "is gone", List.of());
        }
        checkInterface(subject);
        nodes.add(subject);
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

  private void checkInterface(Subject.Node node) {
    NodeInterface later;
    try {
      later = NodeEngines.ports(after, node.ports().name());
    } catch (ExecutionError missing) {
      report.fail(node, "cannot be run any more: " + missing.getMessage(), List.of());
      return;
    }
    if (!ports(node.ports()).equals(ports(later))) {
      report.fail(node, "has other ports: " + ports(node.ports()) + " before, " + ports(later) + " after", List.of());
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
        if (earlier.get().corresponds(later.get()) && InputGenerator.supports(earlier.get().parameters()) && Comparison.supports(earlier.get().results())) {
          functions.add(new Subject.Function(earlier.get(), later.get()));
        } else {
          report.skipped("functions of signatures that cannot be driven");
        }
      }
    });
    return functions;
  }

  private boolean isRunnable(Subject subject) {
    var closureBefore = CodeClosure.of(subject.codeBefore(), symbolsBefore);
    var closureAfter = CodeClosure.of(subject.codeAfter(), symbolsAfter);
    if (closureBefore.sameAs(closureAfter)) {
      report.skipped("functions and nodes left as they were");
      return false;
    }
    if (!closureBefore.isRunnable() || !closureAfter.isRunnable()) {
      report.skipped("functions and nodes with external or unregistered parts");
      return false;
    }
    if (closureBefore.contains(rounding::concerns)) {
      report.skipped("functions and nodes that the pass is to round otherwise");
      return false;
    }
    return true;
  }

  /** The constants of the code before the pass, callees included. */
  private ConstantPool known(Subject subject) {
    return ConstantPool.of(CodeClosure.of(subject.codeBefore(), symbolsBefore).symbols().values());
  }

  /** Whether an index may be any number: it is no place in memory, and as wide after the pass as before. */
  private boolean takesAnyIndex(Subject subject) {
    return !CodeClosure.of(subject.codeBefore(), symbolsBefore).usesMemory()
        && !(subject instanceof Subject.Function function && function.after().parameters().contains(IntegerType.I32)
            && function.before().parameters().contains(IndexType.INDEX));
  }
}
