package mlr.ir.plugin;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mlr.ir.Dialect;
import mlr.ir.pass.PassDefinition;
import mlr.ir.pass.PassRegistry;
import mlr.ir.pass.PipelineDefinition;

/** A plugin that has said what it adds, and the file it came from. */
record LoadedPlugin(Path file, List<Dialect> dialects, List<PassDefinition> passes, List<PipelineDefinition> pipelines) {
  /** Asks {@code plugin} for all it has; what it throws, and names that it gives twice, are told as its mistakes. */
  static LoadedPlugin of(Path file, Plugin plugin) throws PluginException {
    var registry = new PassRegistry();
    try {
      var dialects = List.copyOf(plugin.dialects());
      plugin.registerPasses(registry);
      for (var dialect : dialects) {
        wrongOperation(dialect).ifPresent(problem -> {
          throw new IllegalArgumentException(problem);
        });
      }
      return new LoadedPlugin(file, dialects, registry.passes(), registry.pipelines());
    } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError thrown) {
      throw Blame.of(file, plugin.getClass().getName(), thrown);
    }
  }

  /** What an operation of the dialect is called that it can't be. */
  private static Optional<String> wrongOperation(Dialect dialect) {
    Set<String> names = new LinkedHashSet<>();
    for (var operation : dialect.operations()) {
      if (!operation.name().startsWith(dialect.namespace() + ".")) {
        return Optional.of("dialect '" + dialect.namespace() + "' has an operation '" + operation.name() + "'; its name must start with '" + dialect.namespace() + ".'");
      }
      if (!names.add(operation.name())) {
        return Optional.of("dialect '" + dialect.namespace() + "' has two operations '" + operation.name() + "'");
      }
    }
    return Optional.empty();
  }
}
