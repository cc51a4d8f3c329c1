package mlr.passes.reactive;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mlr.dialects.reactive.InstanceOp;
import mlr.dialects.reactive.LanguageCode;
import mlr.dialects.reactive.NodeOp;
import mlr.dialects.reactive.clock.ClockAnalysis;
import mlr.ir.Operation;
import mlr.ir.SymbolTable;
import mlr.ir.Value;
import mlr.ir.diagnostics.DiagnosticEngine;

/** Puts the bodies of nodes in the place of their instances, callees before callers, so that each node is opened once. */
final class Flattening {
  private final Operation module;
  private final DiagnosticEngine diagnostics;
  private final int errors;
  private final Set<NodeOp> done = new HashSet<>();
  private final List<InstanceOp> chain = new ArrayList<>();
  private final Map<NodeOp, Boolean> freeClocks = new IdentityHashMap<>();

  private Flattening(Operation module, DiagnosticEngine diagnostics) {
    this.module = module;
    this.diagnostics = diagnostics;
    this.errors = diagnostics.errorCount();
  }

  /** Flattens {@code roots} in place; false, with errors, when a node contains itself or an instance has no node. */
  static boolean run(Operation module, List<NodeOp> roots, DiagnosticEngine diagnostics) {
    var flattening = new Flattening(module, diagnostics);
    roots.forEach(flattening::flatten);
    return flattening.isFine();
  }

  private boolean isFine() {
    return diagnostics.errorCount() == errors;
  }

  private void flatten(NodeOp node) {
    if (done.contains(node)) {
      return;
    }
    var callees = new IdentityHashMap<InstanceOp, NodeOp>();
    for (var instance : node.collect(InstanceOp.class)) {
      chain.add(instance);
      callee(instance).ifPresent(callee -> {
        if (isOpen(callee)) {
          reportRecursion(callee);
        } else {
          flatten(callee);
          callees.put(instance, callee);
        }
      });
      chain.removeLast();
    }
    done.add(node);
    if (isFine()) {
      inline(node, callees);
    }
  }

  private Optional<NodeOp> callee(InstanceOp instance) {
    var name = instance.callee().root();
    var callee = SymbolTable.lookupNearest(instance, name).filter(NodeOp.class::isInstance).map(NodeOp.class::cast);
    if (callee.isEmpty()) {
      diagnostics.error(instance.location(), "there is no node '" + name + "' to instantiate").code(LanguageCode.UNDEFINED_NAME);
      return callee;
    }
    var type = callee.get().functionType();
    if (!type.inputs().equals(instance.arguments().stream().map(Value::type).toList()) || !type.results().equals(instance.resultTypes())) {
      diagnostics.error(instance.location(), "an instance of type " + instance.arguments().stream().map(Value::type).toList() + " -> " + instance.resultTypes()
          + " does not fit node '" + name + "' of type " + type).code(LanguageCode.TYPE_MISMATCH).note(callee.get().location(), "'" + name + "' is defined here");
      return Optional.empty();
    }
    return callee;
  }

  private boolean isOpen(NodeOp callee) {
    return chain.stream().anyMatch(instance -> instance.parentOfType(NodeOp.class).orElseThrow() == callee);
  }

  private void reportRecursion(NodeOp callee) {
    int start = 0;
    while (chain.get(start).parentOfType(NodeOp.class).orElseThrow() != callee) {
      start++;
    }
    var circle = chain.subList(start, chain.size());
    var names = Stream.concat(Stream.of(callee.symbol()), circle.stream().map(instance -> instance.callee().root())).collect(Collectors.joining(" -> "));
    var error = diagnostics.error(circle.getFirst().location(), "node '" + callee.symbol() + "' contains an instance of itself: " + names
        + "; a node is finite, so instances must not be recursive").code(LanguageCode.RECURSION);
    circle.stream().skip(1).forEach(instance -> error.note(instance.location(), "'" + instance.callee().root() + "' is instantiated here"));
  }

  private void inline(NodeOp node, Map<InstanceOp, NodeOp> callees) {
    var instances = node.collect(InstanceOp.class);
    if (instances.isEmpty()) {
      return;
    }
    // Clocks are looked up before the first instance goes: they may name the results of others.
    var bases = new IdentityHashMap<InstanceOp, Value>();
    if (instances.stream().anyMatch(instance -> hasFreeClocks(callees.get(instance)))) {
      var clocks = ClockAnalysis.of(node, module);
      instances.stream().filter(instance -> hasFreeClocks(callees.get(instance)))
          .forEach(instance -> new InstanceBase(instance, clocks).never().ifPresent(never -> bases.put(instance, never)));
    }
    for (var instance : instances) {
      new Inlining(instance, callees.get(instance), diagnostics).run(Optional.ofNullable(bases.get(instance)));
    }
  }

  private boolean hasFreeClocks(NodeOp callee) {
    return freeClocks.computeIfAbsent(callee, node -> ClockAnalysis.of(node, module).hasFreeClocks());
  }
}
