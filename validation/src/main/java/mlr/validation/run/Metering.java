package mlr.validation.run;

import java.util.List;
import java.util.Set;
import mlr.dialects.func.CallOp;
import mlr.dialects.loop.ForOp;
import mlr.dialects.loop.WhileOp;
import mlr.dialects.llvm.MemoryIntrinsics.MemcpyOp;
import mlr.dialects.llvm.MemoryIntrinsics.MemmoveOp;
import mlr.dialects.llvm.MemoryIntrinsics.MemsetOp;
import mlr.dialects.memref.AllocOp;
import mlr.dialects.memref.AllocaOp;
import mlr.interpreter.ExternalFunctions;
import mlr.ir.Block;
import mlr.ir.IrMapping;
import mlr.ir.OpBuilder;
import mlr.ir.Operation;
import mlr.ir.SymbolTable;
import mlr.ir.Value;
import mlr.ir.builtin.ModuleOp;
import mlr.ir.eval.MemRefValue;
import mlr.ir.interfaces.CallableInterface;
import mlr.ir.types.MemRefType;
import mlr.ir.types.ShapedType;

/**
 * Makes running code count its work and stop when there is too much of it: in a copy that only the interpreter sees, every
 * function, iteration and basic block begins with the call of an external function, which may refuse; so is what allocates or copies as much as
 * it is told preceded by one.
 */
public final class Metering {
  private static final String TICK = "mlr.validation.tick";
  private static final String CALL = "mlr.validation.call";
  private static final String MEMORY = "mlr.validation.memory";

  /** The ticks of a call. A recursion without end should stop before its stack takes long to unwind. */
  private static final int FOR_A_CALL = 16;

  /** How many bytes or elements count as one tick. */
  private static final long FOR_A_TICK = 80;

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
        case AllocOp alloc -> measure(alloc, dynamicSizes(alloc, alloc.type()));
        case AllocaOp alloca -> measure(alloca, dynamicSizes(alloca, alloca.type()));
        case mlr.dialects.llvm.Memory.AllocaOp alloca -> measure(alloca, List.of(alloca.count()));
        case mlr.dialects.memref.CopyOp copied -> measure(copied, List.of(copied.source()));
        case MemcpyOp _, MemmoveOp _, MemsetOp _ -> measure(op, List.of(op.operand(2)));
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

  private static List<Value> dynamicSizes(Operation op, MemRefType type) {
    return op.operands().subList(0, (int) type.shape().stream().filter(extent -> extent == ShapedType.DYNAMIC).count());
  }

  private static void measure(Operation op, List<Value> sizes) {
    if (!sizes.isEmpty()) {
      OpBuilder.before(op).create(CallOp.of(MEMORY, sizes, List.of(), op.location()));
    }
  }

  /** The product of sizes, of which some are those of a memref, as far as they are known: poison is undefined further on. */
  private static long size(Object[] sizes) {
    double product = 1;
    for (var size : sizes) {
      for (long extent : size instanceof MemRefValue memref ? memref.sizes() : size instanceof Long number ? List.of(number) : List.<Long>of()) {
        product *= Math.max(1, extent);
      }
    }
    return (long) product;
  }

  /** The external functions of metered code: it burns {@code fuel}. */
  static ExternalFunctions externals(Fuel fuel) {
    return ExternalFunctions.NONE.with(TICK, burning(fuel, 1)).with(CALL, burning(fuel, FOR_A_CALL)).with(MEMORY, arguments -> {
      fuel.burn(size(arguments) / FOR_A_TICK);
      return arguments;
    });
  }

  private static ExternalFunctions.Implementation burning(Fuel fuel, int amount) {
    return arguments -> {
      fuel.burn(amount);
      return arguments;
    };
  }
}
