package mlr.validation.run;

import java.util.List;
import java.util.Set;
import mlr.dialects.func.CallOp;
import mlr.dialects.loop.ForOp;
import mlr.dialects.loop.WhileOp;
import mlr.interpreter.ExternalFunctions;
import mlr.ir.Block;
import mlr.ir.IrMapping;
import mlr.ir.OpBuilder;
import mlr.ir.Operation;
import mlr.ir.SymbolTable;
import mlr.ir.builtin.ModuleOp;
import mlr.ir.interfaces.CallableInterface;

/**
 * Makes running code count its work and stop when there is too much of it: in a copy that only the interpreter sees, every
 * function, iteration and basic block begins with the call of an external function, which may refuse.
 */
public final class Metering {
  private static final String TICK = "mlr.validation.tick";

  private Metering() {}

  /** A copy of some symbols of a module that counts. */
  public static Operation copy(Operation module, Set<String> symbols) {
    var copy = ModuleOp.create(module.location());
    module.attributes().asMap().forEach(copy::setAttribute);
    for (var op : module.region(0).entry()) {
      if (SymbolTable.nameOf(op).filter(symbols::contains).isPresent()) {
        copy.body().append(op.copy(new IrMapping()));
      }
    }
    copy.walk(op -> {
      switch (op) {
        case ForOp loop -> count(loop, loop.body());
        case WhileOp loop -> count(loop, loop.before());
        case mlr.dialects.func.FuncOp function -> countBlocks(function, function);
        case mlr.dialects.llvm.FuncOp function -> countBlocks(function, function);
        default -> { }
      }
    });
    return copy;
  }

  private static void countBlocks(Operation op, CallableInterface function) {
    function.callableRegion().blocks().forEach(block -> count(op, block));
  }

  private static void count(Operation op, Block block) {
    OpBuilder.atStart(block).create(CallOp.of(TICK, List.of(), List.of(), op.location()));
  }

  /** The external functions of metered code: it burns {@code fuel}. */
  static ExternalFunctions externals(Fuel fuel) {
    return ExternalFunctions.NONE.with(TICK, arguments -> {
      fuel.burn();
      return arguments;
    });
  }
}
