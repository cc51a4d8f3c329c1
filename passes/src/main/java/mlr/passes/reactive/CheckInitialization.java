package mlr.passes.reactive;

import mlr.ir.Operation;
import mlr.ir.pass.Pass;
import mlr.ir.pass.PassContext;
import mlr.ir.pass.PassDefinition;

/**
 * Checks that nobody sees the undefined first value of a {@code pre}. An instance counts as its body, so a node may leave its inputs or
 * outputs undefined where its users cure that. Nodes with wrong clocks are left to {@link CheckClocks}.
 *
 * <pre>{@code
 * %p = reactive.pre %x : f32             // error: 'p' has no first value, and output 'p' shows it
 * reactive.return %p : f32
 * }</pre>
 */
public record CheckInitialization() implements Pass {
  public static final PassDefinition DEFINITION = PassDefinition.named("check-initialization")
      .summary("Check that no undefined first value of a 'pre' is seen").creates(new CheckInitialization());

  @Override
  public void run(Operation module, PassContext context) {
    FlatProgram.of(module, context.diagnostics()).ifPresent(program ->
        program.check(context.diagnostics(), Initialization::check));
  }
}
