package org.example;

import java.util.List;
import mlr.ir.Dialect;
import mlr.ir.definition.OpDefinition;

/** The dialect {@code demo}. */
final class DemoDialect implements Dialect {
  @Override
  public String namespace() {
    return "demo";
  }

  @Override
  public String description() {
    return "A dialect to start from.";
  }

  @Override
  public List<OpDefinition<?>> operations() {
    return List.of(TwiceOp.DEFINITION);
  }
}
