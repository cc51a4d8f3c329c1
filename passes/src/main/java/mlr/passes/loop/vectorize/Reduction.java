package mlr.passes.loop.vectorize;

import java.util.Optional;
import mlr.dialects.arith.BitArithmetic;
import mlr.dialects.arith.ConstantOp;
import mlr.dialects.arith.FloatArithmetic;
import mlr.dialects.arith.IntegerArithmetic;
import mlr.dialects.arith.MinMax;
import mlr.dialects.elementwise.Constants;
import mlr.dialects.elementwise.Integers;
import mlr.dialects.loop.ForOp;
import mlr.dialects.vector.CombiningKind;
import mlr.ir.Attribute;
import mlr.ir.BlockArgument;
import mlr.ir.Location;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.types.VectorType;

/**
 * A carried value that only gathers up: each iteration combines it with something, and no one looks at it in between.
 *
 * @param step the operation that combines
 * @param added the operand that is not the carried value
 */
record Reduction(BlockArgument carried, Operation step, Value added, CombiningKind kind) {
  /**
   * The reduction that a carried value of a loop is, if its order does not matter: sums and products of integers, and extremes. Those
   * of floats too with {@code reassociate}.
   */
  static Optional<Reduction> of(ForOp loop, int position, boolean reassociate) {
    var carried = loop.carriedArguments().get(position);
    var step = loop.yield().values().get(position).definingOp();
    if (step.isEmpty() || !carried.hasOneUse() || carried.uses().getFirst().owner() != step.get() || step.get().operandCount() != 2 || step.get().resultCount() != 1
        || !step.get().result().hasOneUse()) {
      return Optional.empty();
    }
    var added = step.get().operand(step.get().operand(0) == carried ? 1 : 0);
    return kind(step.get()).filter(kind -> reassociate || isExact(kind, carried.type())).map(kind -> new Reduction(carried, step.get(), added, kind));
  }

  private static boolean isExact(CombiningKind kind, Type type) {
    return !(type instanceof mlr.ir.types.FloatType) || kind == CombiningKind.MINIMUMF || kind == CombiningKind.MAXIMUMF;
  }

  private static Optional<CombiningKind> kind(Operation op) {
    return Optional.ofNullable(switch (op) {
      case IntegerArithmetic.AddIOp _, FloatArithmetic.AddFOp _ -> CombiningKind.ADD;
      case IntegerArithmetic.MulIOp _, FloatArithmetic.MulFOp _ -> CombiningKind.MUL;
      case BitArithmetic.AndIOp _ -> CombiningKind.AND;
      case BitArithmetic.OrIOp _ -> CombiningKind.OR;
      case BitArithmetic.XOrIOp _ -> CombiningKind.XOR;
      case MinMax.MinSIOp _ -> CombiningKind.MINSI;
      case MinMax.MinUIOp _ -> CombiningKind.MINUI;
      case MinMax.MaxSIOp _ -> CombiningKind.MAXSI;
      case MinMax.MaxUIOp _ -> CombiningKind.MAXUI;
      case MinMax.MinimumFOp _ -> CombiningKind.MINIMUMF;
      case MinMax.MaximumFOp _ -> CombiningKind.MAXIMUMF;
      default -> null;
    });
  }

  /** What makes the vector that combining starts with: in each lane the value that changes nothing. */
  OperationState neutral(VectorType type, Location location) {
    return ConstantOp.of(neutral(type), location);
  }

  private Attribute neutral(VectorType type) {
    int width = Integers.width(type);
    boolean floating = carried.type() instanceof mlr.ir.types.FloatType;
    return switch (kind) {
      // -0 + x = x, also for x = -0.
      case ADD -> floating ? Constants.ofFloat(type, -0.0) : Constants.ofInteger(type, 0);
      case MUL -> floating ? Constants.ofFloat(type, 1) : Constants.ofInteger(type, 1);
      case AND, MINUI -> Constants.ofInteger(type, -1);
      case OR, XOR, MAXUI -> Constants.ofInteger(type, 0);
      case MINSI -> Constants.ofInteger(type, Integers.signedMax(width));
      case MAXSI -> Constants.ofInteger(type, -Integers.signedMax(width) - 1);
      case MINIMUMF, MINNUMF -> Constants.ofFloat(type, Double.POSITIVE_INFINITY);
      case MAXIMUMF, MAXNUMF -> Constants.ofFloat(type, Double.NEGATIVE_INFINITY);
    };
  }
}
