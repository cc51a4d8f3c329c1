package mlr.interpreter.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import mlr.dialects.memref.AllocOp;
import mlr.dialects.memref.AllocaOp;
import mlr.dialects.memref.CopyOp;
import mlr.dialects.memref.DeallocOp;
import mlr.dialects.memref.GetGlobalOp;
import mlr.dialects.memref.LoadOp;
import mlr.dialects.memref.StoreOp;
import mlr.interpreter.nodes.ActionNode;
import mlr.interpreter.nodes.ConstantNode;
import mlr.interpreter.nodes.GeneralNode;
import mlr.interpreter.nodes.MemRefNodes;
import mlr.ir.Operation;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.eval.MemRefValue;
import mlr.ir.eval.Poison;
import mlr.ir.eval.UndefinedBehavior;
import mlr.ir.types.MemRefType;
import mlr.ir.types.ShapedType;

/** Memory with a shape: allocation, access by element or vector, copies, globals. */
final class MemRefTranslator implements OperationTranslator {
  private final LoadedModule module;

  MemRefTranslator(LoadedModule module) {
    this.module = module;
  }

  @Override
  public Optional<ActionNode> translate(Operation op, Translation in) {
    return switch (op) {
      case AllocOp alloc -> Optional.of(general(op, in, arguments -> new Object[] {allocate(alloc.type(), arguments)}));
      case AllocaOp alloca -> Optional.of(general(op, in, arguments -> new Object[] {allocate(alloca.type(), arguments)}));
      case DeallocOp _ -> Optional.of(general(op, in, arguments -> {
        memref(arguments[0]).memory().free();
        return arguments;
      }));
      case CopyOp _ -> Optional.of(general(op, in, arguments -> {
        copy(memref(arguments[0]), memref(arguments[1]));
        return arguments;
      }));
      case GetGlobalOp get -> Optional.of(new ConstantNode(module.global(get.global().root(), get), in.slot(get.result())));
      case LoadOp load -> Optional.of(load(op, load.memref(), load.indices(), in));
      case StoreOp store -> Optional.of(store(op, store.value(), store.memref(), store.indices(), in));
      case mlr.dialects.vector.LoadOp load -> Optional.of(load(op, load.base(), load.indices(), in));
      case mlr.dialects.vector.StoreOp store -> Optional.of(store(op, store.value(), store.base(), store.indices(), in));
      default -> Optional.empty();
    };
  }

  private static ActionNode general(Operation op, Translation in, UnaryOperator<Object[]> meaning) {
    return new GeneralNode(op, meaning, in.slots(op.operands()), in.slots(op.results()));
  }

  private static ActionNode load(Operation op, Value memref, List<Value> indices, Translation in) {
    return new MemRefNodes.Load(op, element(memref), op.result().type(), in.slot(memref), in.slots(indices), in.slot(op.result()));
  }

  private static ActionNode store(Operation op, Value value, Value memref, List<Value> indices, Translation in) {
    return new MemRefNodes.Store(op, element(memref), value.type(), in.slot(value), in.slot(memref), in.slots(indices));
  }

  private static Type element(Value memref) {
    return ((MemRefType) memref.type()).element();
  }

  private static MemRefValue memref(Object value) {
    if (value == Poison.POISON) {
      throw new UndefinedBehavior("accesses a poison memref");
    }
    return (MemRefValue) value;
  }

  private static long size(Object value) {
    if (value == Poison.POISON) {
      throw new UndefinedBehavior("depends on a poison value");
    }
    return (Long) value;
  }

  private static MemRefValue allocate(MemRefType type, Object[] dynamicSizes) {
    var sizes = new ArrayList<Long>();
    int next = 0;
    for (long extent : type.shape()) {
      sizes.add(extent == ShapedType.DYNAMIC ? size(dynamicSizes[next++]) : extent);
    }
    return MemRefValue.allocate(type, sizes);
  }

  private static void copy(MemRefValue source, MemRefValue target) {
    if (!source.sizes().equals(target.sizes())) {
      throw new UndefinedBehavior("copies extents " + source.sizes() + " to " + target.sizes());
    }
    source.forEachIndex((_, indices) -> target.store(source.load(indices), indices));
  }
}
