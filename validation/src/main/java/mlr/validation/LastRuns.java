package mlr.validation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mlr.ir.Operation;
import mlr.ir.SymbolTable;
import mlr.validation.input.ConstantPool;
import mlr.validation.run.SubjectRun;
import mlr.validation.subject.CodeClosure;
import mlr.validation.subject.SameCode;
import mlr.validation.subject.Subject;

/**
 * What the comparison of the last pass ran after it: unless something came between, that is the code before the next pass, whose runs are known then.
 * Whether nothing did is seen by the code itself. Inputs go on to be drawn from the same constants, and from new ones that a pass brings, so that they
 * are the same from pass to pass where they can be.
 */
final class LastRuns {
  private Map<String, Run> last = Map.of();
  private Map<String, Run> now = new HashMap<>();

  /**
   * A subject that was run.
   *
   * @param module the metered module that holds it
   * @param symbols what it reaches in that
   * @param constants that inputs were drawn from
   */
  record Run(Operation module, Set<String> symbols, ConstantPool constants, SubjectRun run) {
    /** Whether a subject of a metered module is the same. */
    private boolean isOf(CodeClosure otherCode, Operation otherModule) {
      return module.attributes().asMap().equals(otherModule.attributes().asMap()) && symbols.equals(otherCode.symbols().keySet())
          && sameSymbols(otherModule);
    }

    private boolean sameSymbols(Operation otherModule) {
      var ours = new SymbolTable(module);
      var others = new SymbolTable(otherModule);
      return symbols.stream().allMatch(name -> new SameCode().test(ours.lookup(name).orElseThrow(), others.lookup(name).orElseThrow()));
    }
  }

  /** The subject as it was after the last pass, if it is so before this one. */
  Optional<Run> of(Subject subject, RunningModules modules) {
    return Optional.ofNullable(last.get(subject.title())).filter(run -> run.isOf(modules.closureBefore(), modules.before()));
  }

  /** Keeps a subject that was run after this pass. */
  void keep(Subject subject, RunningModules modules, ConstantPool constants, SubjectRun after) {
    now.put(subject.title(), new Run(modules.after(), Set.copyOf(modules.closureAfter().symbols().keySet()), constants, after));
  }

  /** This pass is the last one from here on; one that did not run anything changed nothing either. */
  void turn() {
    if (!now.isEmpty()) {
      last = now;
      now = new HashMap<>();
    }
  }
}
