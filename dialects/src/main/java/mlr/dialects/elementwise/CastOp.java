package mlr.dialects.elementwise;

import java.util.function.BiFunction;
import java.util.function.Function;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.Trait;
import mlr.ir.definition.TypeConstraint;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.eval.Kernel;
import mlr.ir.types.FloatType;
import mlr.ir.types.IndexType;
import mlr.ir.types.ShapedType;

/** A conversion from one element type to another, element by element. */
public abstract class CastOp extends Operation {
  /** How the widths of source and target must compare. */
  public enum Widths { ANY, WIDER, NARROWER, EQUAL }

  protected CastOp(OperationState state) {
    super(state);
  }

  /** Starts the definition of a conversion without side effects, whose kernel is chosen by source and target element type. */
  public static <T extends CastOp> OpSpec<T> start(String name, Class<T> kind, Function<OperationState, T> factory, TypeConstraint from,
      TypeConstraint to, Widths widths, BiFunction<Type, Type, Kernel> kernel) {
    var spec = OpDefinition.named(name, kind, factory);
    spec.operand("in", from);
    spec.result("out", to);
    return spec.traits(Trait.PURE, Trait.ELEMENTWISE, Trait.SAME_OPERANDS_AND_RESULT_SHAPE).assembly("$in attr-dict `:` type($in) `to` type($out)")
        .eval(op -> kernel.apply(op.sourceElement(), op.targetElement())).verify((op, diagnostics) -> check(op, widths, diagnostics));
  }

  public final Value in() {
    return operand(0);
  }

  /** The element type of the operand. */
  public final Type sourceElement() {
    return ShapedType.elementOrSelf(operand(0).type());
  }

  /** The element type of the result. */
  public final Type targetElement() {
    return ShapedType.elementOrSelf(result(0).type());
  }

  private static void check(CastOp op, Widths widths, DiagnosticEngine diagnostics) {
    int from = bits(op.sourceElement());
    int to = bits(op.targetElement());
    boolean good = switch (widths) {
      case ANY -> true;
      case WIDER -> to > from;
      case NARROWER -> to < from;
      case EQUAL -> to == from && op.sourceElement() instanceof IndexType == op.targetElement() instanceof IndexType;
    };
    if (!good) {
      diagnostics.opError(op, "operand type '" + op.in().type() + "' and result type '" + op.result().type() + "' are cast incompatible");
    }
  }

  private static int bits(Type type) {
    return type instanceof FloatType format ? format.width() : Integers.width(type);
  }
}
