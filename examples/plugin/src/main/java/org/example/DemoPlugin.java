package org.example;

import java.util.List;
import mlr.ir.Dialect;
import mlr.ir.pass.PassRegistry;
import mlr.ir.plugin.Plugin;

/** What this jar adds to MLR's tools; named in {@code META-INF/services/mlr.ir.plugin.Plugin}. */
public final class DemoPlugin implements Plugin {
  @Override
  public List<Dialect> dialects() {
    return List.of(new DemoDialect());
  }

  @Override
  public void registerPasses(PassRegistry registry) {
    registry.register(LowerDemo.DEFINITION);
  }
}
