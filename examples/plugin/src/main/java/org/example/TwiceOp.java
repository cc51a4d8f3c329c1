package org.example;

import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;
import mlr.ir.eval.Kernel;

/** {@code demo.twice}: a number added to itself. */
final class TwiceOp extends Operation {
  private static final OpSpec<TwiceOp> SPEC = OpDefinition.named("demo.twice", TwiceOp.class, TwiceOp::new);
  private static final OperandHandle NUMBER = SPEC.operand("number", Types.INTEGER);

  static {
    SPEC.result("twice", Types.INTEGER);
  }

  static final OpDefinition<TwiceOp> DEFINITION = SPEC.summary("a number added to itself")
      .traits(Trait.PURE, Trait.SAME_OPERANDS_AND_RESULT_TYPE)
      .assembly("$number attr-dict `:` type($twice)")
      .eval(_ -> (Kernel.LongUnary) number -> number + number)
      .build();

  TwiceOp(OperationState state) {
    super(state);
  }

  Value number() {
    return NUMBER.in(this);
  }
}
