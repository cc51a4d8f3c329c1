package mlr.passes.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mlr.dialects.arith.BitArithmetic;
import mlr.dialects.arith.CmpIOp;
import mlr.dialects.arith.ConstantOp;
import mlr.dialects.arith.IntegerArithmetic.AddIOp;
import mlr.dialects.arith.IntegerArithmetic.DivUIOp;
import mlr.dialects.arith.IntegerArithmetic.MulIOp;
import mlr.dialects.arith.IntegerArithmetic.RemUIOp;
import mlr.dialects.arith.IntegerArithmetic.SubIOp;
import mlr.dialects.arith.MinMax.MinUIOp;
import mlr.dialects.arith.SelectOp;
import mlr.dialects.elementwise.IntegerPredicate;
import mlr.dialects.elementwise.Integers;
import mlr.dialects.loop.ForOp;
import mlr.ir.Attribute;
import mlr.ir.Block;
import mlr.ir.DialectRegistry;
import mlr.ir.Location;
import mlr.ir.OpBuilder;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.Trait;
import mlr.ir.rewrite.OpFolder;
import mlr.ir.rewrite.RewriteListener;

/** Arithmetic on bounds of one type, modulo 2^width, that folds what it can as it goes. */
public record BoundArithmetic(OpBuilder builder, Type type, Location location, OpFolder folder, List<Operation> created) {
  /** Constants further away in a block are not looked for: the time that takes stays linear. */
  private static final int FARTHEST = 200;

  /** Arithmetic in the type of {@code loop}'s bounds, in front of it. */
  public static BoundArithmetic before(ForOp loop, DialectRegistry registry) {
    return new BoundArithmetic(OpBuilder.before(loop), loop.lowerBound().type(), loop.location(), new OpFolder(registry, RewriteListener.NONE), new ArrayList<>());
  }

  /** The same, elsewhere. */
  BoundArithmetic at(OpBuilder place) {
    return new BoundArithmetic(place, type, location, folder, created);
  }

  /** The same with bounds of another type. */
  BoundArithmetic in(Type other) {
    return new BoundArithmetic(builder, other, location, folder, created);
  }

  /** Whether {@code number} is a positive number of the type. */
  public boolean holds(long number) {
    return number > 0 && number <= Integers.signedMax(Integers.width(type));
  }

  public Value constant(long value) {
    return constant(new IntegerAttr(type, IntegerAttr.wrap(type, value)));
  }

  private Value constant(Attribute value) {
    return known(value).orElseGet(() -> create(ConstantOp.of(value, location)).result());
  }

  /** A constant that stands in a block around this place, or in this one, before it. */
  private Optional<Value> known(Attribute value) {
    var last = builder.insertionPoint();
    for (Optional<Block> block = Optional.of(builder.block()); block.isPresent(); ) {
      var op = last.isPresent() ? last.get().previousInBlock() : block.get().last();
      for (int i = 0; i < FARTHEST && op.isPresent(); i++, op = op.get().previousInBlock()) {
        if (op.get() instanceof ConstantOp constant && constant.value().equals(value)) {
          return Optional.of(constant.result());
        }
      }
      last = block.get().parentOp().filter(parent -> !parent.definition().hasTrait(Trait.ISOLATED_FROM_ABOVE));
      block = last.flatMap(Operation::block);
    }
    return Optional.empty();
  }

  public Value add(Value a, Value b) {
    return binary(AddIOp.DEFINITION, a, b);
  }

  public Value subtract(Value a, Value b) {
    return binary(SubIOp.DEFINITION, a, b);
  }

  Value multiply(Value a, Value b) {
    return binary(MulIOp.DEFINITION, a, b);
  }

  Value multiply(Value a, long b) {
    return multiply(a, constant(b));
  }

  /** The quotient of the unsigned readings. */
  Value divide(Value a, Value b) {
    return binary(DivUIOp.DEFINITION, a, b);
  }

  /** The remainder of the unsigned readings. */
  public Value remainder(Value a, Value b) {
    return binary(RemUIOp.DEFINITION, a, b);
  }

  /** The smaller one of the unsigned readings. */
  Value minimum(Value a, Value b) {
    return binary(MinUIOp.DEFINITION, a, b);
  }

  Value compare(IntegerPredicate predicate, Value a, Value b) {
    return folded(create(CmpIOp.of(predicate, a, b, location)));
  }

  Value select(Value condition, Value whenTrue, Value whenFalse) {
    return folded(create(OperationState.of(SelectOp.DEFINITION, location).operands(condition, whenTrue, whenFalse)));
  }

  private Operation create(OperationState state) {
    var op = builder.create(state);
    created.add(op);
    return op;
  }

  /** Erases what was created and turned out not to be needed. */
  public void eraseUnused() {
    created.reversed().stream().filter(Operation::isUnused).forEach(Operation::erase);
    created.clear();
  }

  private Value binary(OpDefinition<?> definition, Value a, Value b) {
    return folded(create(OperationState.of(definition, location).operands(a, b)));
  }

  private Value folded(Operation op) {
    var values = folder.fold(op);
    if (values.isEmpty()) {
      return op.result();
    }
    var value = values.get().getFirst();
    var constant = ConstantOp.valueOf(value);
    constant.ifPresent(_ -> created.add(value.definingOp().orElseThrow()));
    return constant.map(this::constant).orElse(value);
  }

  /** {@code value} where the condition holds, else {@code otherwise}; constants need no guard. */
  Value guarded(Optional<Value> condition, Value value, long otherwise) {
    return condition.isEmpty() || ConstantOp.valueOf(value).isPresent() ? value : select(condition.get(), value, constant(otherwise));
  }

  /** Whether a loop of these bounds runs at all, and what is around it does. */
  Value runs(Value lower, Value upper, Optional<Value> around) {
    var itself = compare(IntegerPredicate.SLT, lower, upper);
    return around.<Value>map(outer -> binary(BitArithmetic.AndIOp.DEFINITION, outer, itself)).orElse(itself);
  }

  /**
   * How often a loop of these bounds runs, read as an unsigned number: exact for all bounds, those whose difference is no signed
   * number among them.
   */
  public Value tripCount(Value lower, Value upper, Value step) {
    var last = subtract(subtract(upper, lower), constant(1));
    return select(compare(IntegerPredicate.SLT, lower, upper), add(divide(last, step), constant(1)), constant(0));
  }
}
