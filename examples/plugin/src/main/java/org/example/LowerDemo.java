package org.example;

import java.util.List;
import mlr.dialects.arith.IntegerArithmetic.AddIOp;
import mlr.ir.Operation;
import mlr.ir.pass.Pass;
import mlr.ir.pass.PassContext;
import mlr.ir.pass.PassDefinition;
import mlr.ir.rewrite.GreedyRewriter;
import mlr.ir.rewrite.RewritePattern;

/** Turns {@code demo.twice} into an addition. */
record LowerDemo() implements Pass {
  static final PassDefinition DEFINITION = PassDefinition.named("lower-demo").summary("turn the demo dialect into arith").anchor("any")
      .creates(new LowerDemo());

  @Override
  public void run(Operation op, PassContext context) {
    // twice(x) = x + x
    var twice = RewritePattern.on(TwiceOp.DEFINITION, "twice(x) = x + x", (root, rewriter) -> {
      rewriter.replaceOp(root, rewriter.create(AddIOp.DEFINITION, root.location(), root.number(), root.number()).result());
      return true;
    });
    GreedyRewriter.apply(op, List.of(twice), context.registry());
  }
}
