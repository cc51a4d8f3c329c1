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
  private static final String CALL = "mlr.validation.call";

  /** The ticks of a call. A recursion without end should stop before its stack takes long to unwind. */
  private static final int FOR_A_CALL = 16;

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
        case ForOp loop -> count(TICK, loop, loop.body());
        case WhileOp loop -> count(TICK, loop, loop.before());
        case mlr.dialects.func.FuncOp function -> countBlocks(function, function);
        case mlr.dialects.llvm.FuncOp function -> countBlocks(function, function);
        default -> { }
      }
    });
    return copy;
  }

  private static void countBlocks(Operation op, CallableInterface function) {
    var region = function.callableRegion();
    region.blocks().forEach(block -> count(block == region.entry() ? CALL : TICK, op, block));
  }

  private static void count(String what, Operation op, Block block) {
    OpBuilder.atStart(block).create(CallOp.of(what, List.of(), List.of(), op.location()));
  }

  /** The external functions of metered code: it burns {@code fuel}. */
  static ExternalFunctions externals(Fuel fuel) {
    return ExternalFunctions.NONE.with(TICK, burning(fuel, 1)).with(CALL, burning(fuel, FOR_A_CALL));
  }

  private static ExternalFunctions.Implementation burning(Fuel fuel, int amount) {
    return arguments -> {
      fuel.burn(amount);
      return arguments;
    };
  }
}
