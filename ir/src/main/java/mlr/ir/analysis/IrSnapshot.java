package mlr.ir.analysis;

import java.util.ArrayList;
import java.util.List;
import mlr.ir.Operation;
import mlr.ir.analysis.AnalysisKind.Aspect;
import mlr.ir.definition.Trait;
import mlr.ir.interfaces.LoopLikeInterface;

/** One aspect of what is in an operation, as the list of the objects that make it up; equal when these are the same objects. */
final class IrSnapshot {
  private final List<Object> parts = new ArrayList<>();

  private IrSnapshot() {}

  static IrSnapshot of(Operation root, Aspect aspect) {
    var snapshot = new IrSnapshot();
    snapshot.add(root, aspect);
    return snapshot;
  }

  private void add(Operation op, Aspect aspect) {
    switch (aspect) {
      case CONTROL_FLOW -> addControlFlow(op);
      case SYMBOLS -> addSymbols(op);
      case ALL -> addAll(op);
    }
    for (var region : op.regions()) {
      for (var block : region.blocks()) {
        for (var inner : block) {
          if (aspect != Aspect.CONTROL_FLOW || !inner.regions().isEmpty()) {
            add(inner, aspect);
          }
        }
      }
    }
  }

  private void addControlFlow(Operation op) {
    if (op instanceof LoopLikeInterface) {
      parts.add(op);
    }
    for (var region : op.regions()) {
      if (region.blocks().size() > 1) {
        parts.add(region);
        parts.addAll(region.blocks());
        region.blocks().forEach(block -> parts.addAll(block.successors()));
      }
    }
  }

  private void addSymbols(Operation op) {
    var uses = SymbolUses.of(op);
    if (!uses.isEmpty() || op.definition().hasTrait(Trait.SYMBOL) || op.definition().hasTrait(Trait.SYMBOL_TABLE)) {
      parts.add(op);
      op.parentOp().ifPresent(parts::add);
      parts.addAll(op.attributes().asMap().values());
      op.properties().ifPresent(parts::add);
    }
  }

  private void addAll(Operation op) {
    parts.add(op);
    parts.addAll(op.operands());
    parts.addAll(op.resultTypes());
    parts.addAll(op.successors());
    parts.addAll(op.attributes().asMap().values());
    op.properties().ifPresent(parts::add);
    for (var region : op.regions()) {
      parts.add(region);
      for (var block : region.blocks()) {
        parts.add(block);
        block.arguments().forEach(argument -> parts.add(argument.type()));
      }
    }
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof IrSnapshot snapshot) || parts.size() != snapshot.parts.size()) {
      return false;
    }
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i) != snapshot.parts.get(i)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    return parts.size();
  }
}
