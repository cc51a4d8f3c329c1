package mlr.ir.pass;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mlr.ir.Operation;
import mlr.ir.SymbolTable;

/**
 * Where a pass reported an error or broke.
 *
 * @param element the pass in its pipeline
 * @param anchors the pipelines it is nested in, outermost first
 * @param opName the name of the operation it ran on
 * @param symbol the name by which the program knows that operation, if it has one
 * @param path where the operation stands: for each level from the outermost inwards the numbers of region, block and operation
 */
public record FailedPass(PassElement element, List<String> anchors, String opName, Optional<String> symbol, List<Integer> path) {
  static FailedPass of(PassElement element, Operation op, List<String> anchors) {
    return new FailedPass(element, List.copyOf(anchors), op.name(), SymbolTable.nameOf(op), path(op));
  }

  static List<Integer> path(Operation op) {
    var path = new ArrayList<Integer>();
    for (var at = op; at.parentOp().isPresent(); at = at.parentOp().get()) {
      var block = at.block().orElseThrow();
      var region = block.region().orElseThrow();
      path.add(block.operations().indexOf(at));
      path.add(region.blocks().indexOf(block));
      path.add(at.parentOp().get().regions().indexOf(region));
    }
    return path.reversed();
  }

  /** The pipeline that runs this pass alone, on operations like the one it failed on. */
  public Pipeline pipeline() {
    PipelineElement inner = element;
    for (var anchor : anchors.reversed()) {
      inner = new Pipeline(anchor, List.of(inner));
    }
    return (Pipeline) inner;
  }

  /** As upstream puts it: <code>`CSE` on 'func.func' operation: @f</code>. */
  public String describe() {
    return "`" + element.definition().title() + "` on '" + opName + "' operation" + symbol.map(name -> ": @" + name).orElse("");
  }
}
