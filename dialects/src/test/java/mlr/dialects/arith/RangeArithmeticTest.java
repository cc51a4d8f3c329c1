package mlr.dialects.arith;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import mlr.ir.Block;
import mlr.ir.Location;
import mlr.ir.OpBuilder;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.dataflow.IntegerRange;
import mlr.ir.definition.OpDefinition;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.eval.Evaluation;
import mlr.ir.eval.Poison;
import mlr.ir.eval.UndefinedBehavior;
import mlr.ir.types.IndexType;
import mlr.ir.types.IntegerType;
import mlr.ir.verify.Verifier;
import org.junit.jupiter.api.Test;

/** No operation of arith gives a result outside the range that its rule infers, whatever is inside those of its operands. */
class RangeArithmeticTest {
  private static final List<Type> TYPES = List.of(IntegerType.I1, IntegerType.signless(4), IntegerType.I8, IntegerType.I32, IntegerType.I64, IndexType.INDEX);
  private final SplittableRandom random = new SplittableRandom(7);

  @Test
  void resultsAreInTheRangeInferred() {
    int checked = 0;
    for (var definition : new ArithDialect().operations()) {
      if (definition.ranges().isPresent()) {
        int of = 0;
        for (int i = 0; i < 4000; i++) {
          var op = instance(definition);
          if (Verifier.verify(op, new DiagnosticEngine())) {
            of += check(op);
          }
          op.dropAllReferences();
        }
        assertTrue(of > 100, "only " + of + " results of " + definition.name());
        checked++;
      }
    }
    assertTrue(checked >= 24, "only " + checked + " operations have a rule");
  }

  private Operation instance(OpDefinition<?> definition) {
    var type = type();
    var block = new Block();
    var state = OperationState.of(definition, Location.UNKNOWN);
    for (int i = 0; i < definition.operands().size(); i++) {
      boolean condition = definition == SelectOp.DEFINITION && i == 0;
      state.operand(block.addArgument(condition ? IntegerType.I1 : type, Location.UNKNOWN));
    }
    if (definition == CmpIOp.DEFINITION) {
      state.attribute("predicate", IntegerAttr.i64(random.nextInt(10)));
    }
    if (!definition.infersResultTypes()) {
      state.result(type());
    }
    return OpBuilder.atEnd(block).create(state);
  }

  private Type type() {
    return TYPES.get(random.nextInt(TYPES.size()));
  }

  private int check(Operation op) {
    var ranges = new ArrayList<IntegerRange>();
    op.operands().forEach(operand -> ranges.add(range(operand.type())));
    var inferred = op.definition().range(op, ranges).orElseThrow();
    assertTrue(inferred.isWithin(IntegerRange.of(op.result().type())), () -> op + " on " + ranges + " is in " + inferred + ", beyond its type");
    int defined = 0;
    for (int i = 0; i < 20; i++) {
      var operands = ranges.stream().map(range -> (Object) within(range)).toArray();
      try {
        var result = Evaluation.run(op, operands).orElseThrow()[0];
        if (result != Poison.POISON) {
          defined++;
          assertTrue(inferred.contains((Long) result), () -> op + " on " + ranges + " is in " + inferred + ", but on " + List.of(operands) + " is " + result);
        }
      } catch (UndefinedBehavior _) {
        // No result, no range.
      }
    }
    return defined;
  }

  private IntegerRange range(Type type) {
    long a = value(type);
    long b = random.nextInt(3) == 0 ? a : value(type);
    return new IntegerRange(Math.min(a, b), Math.max(a, b));
  }

  private long value(Type type) {
    return IntegerAttr.wrap(type, random.nextInt(4) == 0 ? random.nextInt(2) == 0 ? Long.MIN_VALUE : Long.MAX_VALUE : random.nextLong() >> random.nextInt(64));
  }

  private long within(IntegerRange range) {
    return switch (random.nextInt(4)) {
      case 0 -> range.min();
      case 1 -> range.max();
      default -> range.isSingle() ? range.min() : range.max() == Long.MAX_VALUE ? Math.max(range.min(), random.nextLong()) : random.nextLong(range.min(), range.max() + 1);
    };
  }
}
