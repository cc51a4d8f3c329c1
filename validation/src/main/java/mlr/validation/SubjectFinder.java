package mlr.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mlr.dialects.llvm.KeywordAttr;
import mlr.dialects.reactive.NodeInterface;
import mlr.dialects.reactive.NodeOp;
import mlr.dialects.sched.MachineOp;
import mlr.interpreter.NodeEngines;
import mlr.ir.Operation;
import mlr.ir.SymbolTable;
import mlr.ir.analysis.CallGraph;
import mlr.ir.attributes.StringAttr;
import mlr.validation.compare.Comparison;
import mlr.validation.input.InputGenerator;
import mlr.validation.subject.Callable;
import mlr.validation.subject.Subject;

/** Finds what can be driven in two modules. Private nodes are run through those that use them. */
final class SubjectFinder {
  private final Operation before;
  private final SymbolTable symbolsBefore;
  private final SymbolTable symbolsAfter;
  private final ValidationReport report;
  private final Licence licence;
  private final CallGraph calls;

  SubjectFinder(Operation before, SymbolTable symbolsBefore, SymbolTable symbolsAfter, Licence licence, ValidationReport report) {
    this.before = before;
    this.symbolsBefore = symbolsBefore;
    this.symbolsAfter = symbolsAfter;
    this.report = report;
    this.licence = licence;
    this.calls = new CallGraph(before);
  }

  /** Nodes, then functions, each in the order of the module; those that are gone without code after. */
  List<Subject> find() {
    var subjects = new ArrayList<Subject>();
    for (var name : nodeNames()) {
      var code = nodeCode(symbolsBefore, name);
      if (!code.isEmpty()) {
        subjects.add(new Subject.Node(NodeEngines.ports(before, name), code, nodeCode(symbolsAfter, name)));
      }
    }
    var entries = NodeInterface.all(before).stream().flatMap(node -> entries(node.name()).stream()).toList();
    symbolsBefore.symbols().forEach((name, op) -> Callable.of(op).filter(_ -> !entries.contains(name)).flatMap(this::function).ifPresent(subjects::add));
    return subjects;
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

  private Optional<Subject> function(Callable earlier) {
    if (licence.interprocedural() && calls.hasOnlyKnownCallers(earlier.op()) && !calls.callers(earlier.op()).isEmpty()) {
      report.skipped("private functions, other than through their callers");
      return Optional.empty();
    }
    var symbol = symbolsAfter.lookup(earlier.symbol());
    var later = symbol.flatMap(Callable::of);
    if (later.isEmpty()) {
      if (symbol.isPresent()) {
        report.skipped("functions that became declarations or something else");
      }
      return symbol.isEmpty() && !isPrivate(earlier.op()) ? Optional.of(new Subject.Function(earlier, Optional.empty())) : Optional.empty();
    }
    var obstacle = obstacle(earlier, later.get());
    obstacle.ifPresent(why -> report.skipped("functions " + why));
    return obstacle.isPresent() ? Optional.empty() : Optional.of(new Subject.Function(earlier, later));
  }

  private static boolean isPrivate(Operation op) {
    return op.attribute(SymbolTable.VISIBILITY_ATTRIBUTE).filter(new StringAttr("private")::equals).isPresent()
        || op instanceof mlr.dialects.llvm.FuncOp function && !function.linkage().equals(KeywordAttr.EXTERNAL);
  }

  /** Why a function cannot be driven, if it cannot. */
  private static Optional<String> obstacle(Callable earlier, Callable later) {
    if (!earlier.corresponds(later)) {
      return Optional.of("whose signature became another one");
    }
    return earlier.parameters().stream().filter(type -> !InputGenerator.supports(type)).findFirst().map(type -> "that take " + type)
        .or(() -> earlier.results().stream().filter(type -> !Comparison.supports(type)).findFirst().map(type -> "that return " + type));
  }
}
