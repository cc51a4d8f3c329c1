package mlr.passes.reactive;

import mlr.ir.Operation;
import mlr.ir.pass.Pass;
import mlr.ir.pass.PassContext;
import mlr.ir.pass.PassDefinition;

/**
 * Checks that streams meet only on one clock.
 *
 * <pre>{@code
 * %a = reactive.when %x, %c is 1 : f32, i1
 * %y = arith.addf %x, %a : f32          // error: clock clash: 'a' is on clock '. on c', but '.' is needed here
 * }</pre>
 */
public record CheckClocks() implements Pass {
  public static final PassDefinition DEFINITION = PassDefinition.named("check-clocks").summary("Check that streams that meet are on one clock").creates(new CheckClocks());

  @Override
  public void run(Operation module, PassContext context) {
    ProgramChecks.checkClocks(module, context.diagnostics());
  }
}
