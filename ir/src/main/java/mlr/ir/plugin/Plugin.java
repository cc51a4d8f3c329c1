package mlr.ir.plugin;

import java.util.List;
import mlr.ir.Dialect;
import mlr.ir.pass.PassRegistry;

/**
 * What a jar of the user's adds to the tools. The jar names its implementation, which has a public constructor without parameters,
 * in {@code META-INF/services/mlr.ir.plugin.Plugin}, where {@link java.util.ServiceLoader} finds it.
 */
public interface Plugin {
  /** Dialects whose namespaces no other plugin and no dialect of MLR's has. */
  default List<Dialect> dialects() {
    return List.of();
  }

  /** Adds passes and pipelines; {@code registry} holds nothing but this plugin's. */
  default void registerPasses(PassRegistry registry) {}
}
