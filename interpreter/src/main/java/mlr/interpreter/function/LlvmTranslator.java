package mlr.interpreter.function;

import java.util.Optional;
import java.util.function.UnaryOperator;
import mlr.dialects.llvm.CallOp;
import mlr.dialects.llvm.Globals;
import mlr.dialects.llvm.MemoryIntrinsics;
import mlr.dialects.llvm.TrapOp;
import mlr.dialects.llvm.types.DataLayout;
import mlr.dialects.llvm.types.LlvmType;
import mlr.interpreter.AssertionFailed;
import mlr.interpreter.ExecutionError;
import mlr.interpreter.nodes.ActionNode;
import mlr.interpreter.nodes.ConstantNode;
import mlr.interpreter.nodes.GeneralNode;
import mlr.interpreter.nodes.PointerNodes;
import mlr.ir.Operation;
import mlr.ir.eval.Memory;
import mlr.ir.eval.PointerValue;
import mlr.ir.eval.UndefinedBehavior;

/** Memory through pointers, and calls through them, in the llvm dialect. */
final class LlvmTranslator implements OperationTranslator {
  private final LoadedModule module;

  LlvmTranslator(LoadedModule module) {
    this.module = module;
  }

  @Override
  public Optional<ActionNode> translate(Operation op, Translation in) {
    return switch (op) {
      case mlr.dialects.llvm.Memory.LoadOp load when load.result().type() instanceof LlvmType type ->
          Optional.of(general(op, in, arguments -> new Object[] {AggregateMemory.load(type, pointer(arguments[0]))}));
      case mlr.dialects.llvm.Memory.LoadOp load ->
          Optional.of(new PointerNodes.Load(op, load.result().type(), in.slot(load.pointer()), in.slot(load.result())));
      case mlr.dialects.llvm.Memory.StoreOp store when store.value().type() instanceof LlvmType type -> Optional.of(general(op, in, arguments -> {
        AggregateMemory.store(type, pointer(arguments[1]), arguments[0]);
        return arguments;
      }));
      case mlr.dialects.llvm.Memory.StoreOp store ->
          Optional.of(new PointerNodes.Store(op, store.value().type(), in.slot(store.value()), in.slot(store.pointer())));
      case mlr.dialects.llvm.Memory.AllocaOp alloca -> {
        long size = DataLayout.HOST.size(alloca.elementType());
        yield Optional.of(general(op, in, arguments -> new Object[] {new PointerValue(Memory.uninitialized(Memory.bytes(number(arguments[0]), size)), 0)}));
      }
      case Globals.AddressOfOp address -> Optional.of(new ConstantNode(module.address(address.symbol().root(), op), in.slot(address.result())));
      case MemoryIntrinsics.MemcpyOp _, MemoryIntrinsics.MemmoveOp _ -> Optional.of(general(op, in, arguments -> {
        var to = pointer(arguments[0]);
        var from = pointer(arguments[1]);
        to.memory().copyFrom(from.memory(), from.offset(), to.offset(), number(arguments[2]));
        return arguments;
      }));
      case MemoryIntrinsics.MemsetOp _ -> Optional.of(general(op, in, arguments -> {
        var to = pointer(arguments[0]);
        to.memory().fill(to.offset(), number(arguments[2]), (byte) number(arguments[1]));
        return arguments;
      }));
      case TrapOp _ -> Optional.of(general(op, in, _ -> {
        throw new AssertionFailed(op.location(), "the program trapped");
      }));
      case CallOp call when call.isIndirect() -> Optional.of(general(op, in, CallTranslator::callIndirect));
      default -> Optional.empty();
    };
  }

  private static ActionNode general(Operation op, Translation in, UnaryOperator<Object[]> meaning) {
    return new GeneralNode(op, meaning, in.slots(op.operands()), in.slots(op.results()));
  }

  private static PointerValue pointer(Object value) {
    if (value instanceof PointerValue pointer) {
      return pointer;
    }
    throw new UndefinedBehavior("accesses memory through a poison pointer");
  }

  private static long number(Object value) {
    if (value instanceof Long number) {
      return number;
    }
    throw new UndefinedBehavior("depends on a poison value");
  }
}
