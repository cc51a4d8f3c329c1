package mlr.ir.transforms;

import mlr.ir.Location;
import mlr.ir.Operation;
import mlr.ir.pass.Pass;
import mlr.ir.pass.PassContext;
import mlr.ir.pass.PassDefinition;

/** Makes every location unknown. */
public record StripDebugInfoPass() implements Pass {
  public static final PassDefinition DEFINITION = PassDefinition.named("strip-debuginfo").title("StripDebugInfo")
      .summary("Make every location unknown")
      .anchor("any")
      .creates(new StripDebugInfoPass());

  @Override
  public void run(Operation op, PassContext context) {
    op.walk(inner -> {
      inner.setLocation(Location.UNKNOWN);
      inner.regions().forEach(region -> region.blocks().forEach(block -> block.arguments().forEach(argument -> argument.setLocation(Location.UNKNOWN))));
    });
  }
}
