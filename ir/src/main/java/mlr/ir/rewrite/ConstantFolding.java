package mlr.ir.rewrite;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import mlr.ir.Attribute;
import mlr.ir.OpResult;
import mlr.ir.Operation;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.analysis.Effects;
import mlr.ir.attributes.DenseElementsAttr;
import mlr.ir.attributes.FloatAttr;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.definition.FoldResult;
import mlr.ir.definition.Trait;
import mlr.ir.eval.Evaluation;
import mlr.ir.eval.RuntimeValues;
import mlr.ir.eval.UndefinedBehavior;
import mlr.ir.types.FloatType;
import mlr.ir.types.IndexType;
import mlr.ir.types.IntegerType;
import mlr.ir.types.RankedTensorType;
import mlr.ir.types.ShapedType;
import mlr.ir.types.VectorType;

/** What the results of an operation are known to equal: by its declared folder, by its traits, or by evaluating it on constants. */
public final class ConstantFolding {
  /** A fold makes no constant of more elements than this, unless its operands have as many. */
  private static final long LARGEST_NEW_CONSTANT = 1024;

  /** For each small number of operands: none of them a constant. */
  private static final List<List<Optional<Attribute>>> NO_CONSTANTS =
      IntStream.range(0, 4).mapToObj(count -> Collections.nCopies(count, Optional.<Attribute>empty())).toList();

  private ConstantFolding() {}

  /** The attribute of the constant that defines {@code value}, if a constant does. */
  public static Optional<Attribute> constant(Value value) {
    return value instanceof OpResult result && isConstant(result.owner()) ? result.owner().attribute("value") : Optional.empty();
  }

  /** Whether {@code op} is a constant. */
  public static boolean isConstant(Operation op) {
    return op.definition().hasTrait(Trait.CONSTANT_LIKE);
  }

  /** One replacement a result; empty when nothing is known. Does not change the IR. */
  public static Optional<List<FoldResult>> fold(Operation op) {
    return isConstant(op) || op.resultCount() == 0 ? Optional.empty() : fold(op, constants(op));
  }

  private static List<Optional<Attribute>> constants(Operation op) {
    int count = op.operandCount();
    for (int i = 0; i < count; i++) {
      if (constant(op.operand(i)).isPresent()) {
        var all = new ArrayList<Optional<Attribute>>(count);
        for (int j = 0; j < count; j++) {
          all.add(constant(op.operand(j)));
        }
        return all;
      }
    }
    // Mostly none is.
    return count < NO_CONSTANTS.size() ? NO_CONSTANTS.get(count) : Collections.nCopies(count, Optional.empty());
  }

  /** The same, were the operands the given constants where there is one. */
  public static Optional<List<FoldResult>> fold(Operation op, List<Optional<Attribute>> constants) {
    var declared = op.definition().fold(op, constants);
    if (declared.isPresent() && isReplacement(op, declared.get())) {
      return declared.map(List::of);
    }
    var byTraits = byTraits(op);
    return byTraits.isPresent() ? byTraits.map(List::of) : byEvaluation(op, constants);
  }

  private static boolean isReplacement(Operation op, FoldResult result) {
    return !(result instanceof FoldResult.Existing(Value value)) || value != op.result(0) && value.type().equals(op.result(0).type());
  }

  private static Optional<FoldResult> byTraits(Operation op) {
    if (op.operandCount() != 1 || op.resultCount() != 1) {
      return Optional.empty();
    }
    boolean isInvolution = op.definition().hasTrait(Trait.INVOLUTION);
    if (!isInvolution && !op.definition().hasTrait(Trait.IDEMPOTENT)) {
      return Optional.empty();
    }
    var inner = op.operand(0).definingOp().filter(def -> def.definition() == op.definition() && def.attributes().equals(op.attributes()));
    if (inner.isEmpty() || inner.get() == op) {
      return Optional.empty();
    }
    // f(f(x)) = x or f(x)
    var same = isInvolution ? inner.get().operand(0) : op.operand(0);
    return same.type().equals(op.result(0).type()) ? Optional.of(new FoldResult.Existing(same)) : Optional.empty();
  }

  private static Optional<List<FoldResult>> byEvaluation(Operation op, List<Optional<Attribute>> constants) {
    var arguments = new Object[constants.size()];
    for (int i = 0; i < arguments.length; i++) {
      var constant = constants.get(i);
      if (constant.isEmpty() || !hasRuntimeValue(constant.get())) {
        return Optional.empty();
      }
      arguments[i] = RuntimeValues.of(constant.get());
    }
    if (!isEvaluable(op)) {
      return Optional.empty();
    }
    try {
      return Evaluation.run(op, arguments).flatMap(values -> attributes(op, values));
    } catch (UndefinedBehavior _) {
      return Optional.empty();
    }
  }

  private static Optional<List<FoldResult>> attributes(Operation op, Object[] values) {
    var all = new ArrayList<FoldResult>();
    for (int i = 0; i < values.length; i++) {
      if (RuntimeValues.hasPoison(values[i])) {
        return Optional.empty();
      }
      all.add(new FoldResult.Constant(RuntimeValues.attribute(op.result(i).type(), values[i])));
    }
    return Optional.of(all);
  }

  private static boolean isEvaluable(Operation op) {
    return op.regions().isEmpty() && !op.definition().hasTrait(Trait.STATEFUL) && op.definition().eval().isPresent()
        && Effects.isMemoryEffectFree(op)
        && op.results().stream().allMatch(r -> isConstantType(r.type()) && elements(r.type()) <= Math.max(LARGEST_NEW_CONSTANT, largestOperand(op)));
  }

  private static long largestOperand(Operation op) {
    return op.operands().stream().mapToLong(v -> isConstantType(v.type()) ? elements(v.type()) : 0).max().orElse(0);
  }

  private static boolean isConstantType(Type type) {
    return switch (type) {
      case IntegerType integer -> integer.width() <= 64;
      case FloatType _, IndexType _ -> true;
      case VectorType vector -> vector.hasStaticShape() && isConstantType(vector.element());
      case RankedTensorType tensor -> tensor.hasStaticShape() && isConstantType(tensor.element());
      default -> false;
    };
  }

  private static long elements(Type type) {
    return type instanceof ShapedType shaped ? shaped.elementCount() : 1;
  }

  /** Whether an attribute is a value that operations compute with. */
  public static boolean hasRuntimeValue(Attribute attribute) {
    return attribute instanceof IntegerAttr || attribute instanceof FloatAttr || attribute instanceof DenseElementsAttr;
  }
}
