package mlr.validation.fuzz;

import java.util.List;
import java.util.SplittableRandom;
import mlr.ir.Attribute;
import mlr.ir.Location;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.attributes.ArrayAttr;
import mlr.ir.attributes.DenseArrayAttr;
import mlr.ir.attributes.DenseElementsAttr;
import mlr.ir.attributes.DictionaryAttr;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.attributes.StringAttr;
import mlr.ir.attributes.SymbolRefAttr;
import mlr.ir.attributes.TypeAttr;
import mlr.ir.attributes.UnitAttr;
import mlr.ir.builtin.ModuleOp;
import mlr.ir.types.FloatType;
import mlr.ir.types.FunctionType;
import mlr.ir.types.IndexType;
import mlr.ir.types.IntegerType;
import mlr.ir.types.MemRefType;
import mlr.ir.types.RankedTensorType;
import mlr.ir.types.ShapedType;
import mlr.ir.types.UnrankedTensorType;
import mlr.ir.types.VectorType;

/** Breaks modules in memory: attributes, operands, types, terminators, blocks and places that operations do not ask for. */
final class StructureMutator {
  private static final List<Type> TYPES = List.of(IntegerType.I1, IntegerType.I64, IndexType.INDEX, FloatType.F32, VectorType.of(FloatType.F32, 4), RankedTensorType.of(FloatType.F32, 4),
      RankedTensorType.of(FloatType.F32, ShapedType.DYNAMIC), new UnrankedTensorType(FloatType.F32), MemRefType.of(FloatType.F32, 4), new FunctionType(List.of(), List.of()),
      IntegerType.signless(128), RankedTensorType.of(IntegerType.I8, 1L << 40));
  private static final List<Attribute> ATTRIBUTES = List.of(UnitAttr.UNIT, IntegerAttr.i64(-1), IntegerAttr.i64(99), IntegerAttr.i32(1), IntegerAttr.TRUE, new StringAttr("x"),
      new TypeAttr(FloatType.F32), new TypeAttr(new FunctionType(List.of(IntegerType.I32), List.of())), new ArrayAttr(List.of()), new ArrayAttr(List.of(UnitAttr.UNIT)), DictionaryAttr.EMPTY,
      DenseArrayAttr.i32(), DenseArrayAttr.i32(1, 1), DenseArrayAttr.i32(-1, 9, 1), DenseArrayAttr.i64(0), DenseArrayAttr.i64(-9, 7), new SymbolRefAttr("f0"), new SymbolRefAttr("nothing"),
      DenseElementsAttr.splat(RankedTensorType.of(FloatType.F32, 4), 0));
  private final SplittableRandom random;

  StructureMutator(SplittableRandom random) {
    this.random = random;
  }

  /** Breaks {@code module} itself. */
  void mutate(ModuleOp module) {
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      var all = module.collect(Operation.class);
      if (all.size() > 1) {
        mutate(all.get(1 + random.nextInt(all.size() - 1)), all);
      }
    }
  }

  private void mutate(Operation op, List<Operation> all) {
    switch (random.nextInt(9)) {
      case 0 -> attributeName(op, name -> op.removeAttribute(name));
      case 1, 2 -> attributeName(op, name -> op.setAttribute(name, pick(ATTRIBUTES)));
      case 3, 4 -> operand(op, all);
      case 5 -> rebuild(op, otherTypes(op), op.operands());
      case 6 -> rebuild(op, op.resultTypes(), otherOperands(op));
      case 7 -> op.block().flatMap(block -> block.last()).filter(Operation::isUnused).ifPresent(Operation::erase);
      default -> structure(op);
    }
  }

  private void attributeName(Operation op, java.util.function.Consumer<String> change) {
    var names = List.copyOf(op.attributes().asMap().keySet());
    var declared = op.definition().attributes();
    if (!names.isEmpty() && (declared.isEmpty() || random.nextBoolean())) {
      change.accept(pick(names));
    } else if (!declared.isEmpty()) {
      change.accept(pick(declared).name());
    }
  }

  private void operand(Operation op, List<Operation> all) {
    var other = pick(all);
    if (op.operandCount() > 0 && other.resultCount() > 0) {
      op.opOperand(random.nextInt(op.operandCount())).set(other.result(0));
    }
  }

  private List<Type> otherTypes(Operation op) {
    return op.resultTypes().stream().map(type -> random.nextBoolean() ? type : pick(TYPES)).toList();
  }

  private List<Value> otherOperands(Operation op) {
    var operands = new java.util.ArrayList<>(op.operands());
    if (!operands.isEmpty() && random.nextBoolean()) {
      operands.removeLast();
    } else if (!operands.isEmpty()) {
      operands.add(operands.getFirst());
    }
    return List.copyOf(operands);
  }

  /** Puts an operation with other results or operands, and with empty regions, in the place of {@code op}. */
  private void rebuild(Operation op, List<Type> results, List<Value> operands) {
    if (op.block().isEmpty()) {
      return;
    }
    var state = OperationState.of(op.definition(), op.location()).results(results).operands(operands).attributes(op.attributes());
    op.successors().forEach(state::successor);
    op.regions().forEach(_ -> state.addRegion());
    var other = state.definition().instantiate(state);
    other.insertBefore(op);
    for (int i = 0; i < op.resultCount(); i++) {
      op.result(i).replaceAllUsesWith(other.result(i));
    }
    op.erase();
  }

  private void structure(Operation op) {
    op.regions().forEach(region -> {
      if (region.isEmpty() || random.nextBoolean()) {
        region.addBlock();
      } else {
        region.entry().addArgument(pick(TYPES), Location.UNKNOWN);
      }
    });
  }

  private <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
