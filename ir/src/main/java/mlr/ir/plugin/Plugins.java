package mlr.ir.plugin;

import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import mlr.ir.DialectRegistry;
import mlr.ir.pass.PassDefinition;
import mlr.ir.pass.PassRegistry;

/** What the plugins of one run of a tool add to it. */
public final class Plugins implements AutoCloseable {
  /** No plugins. */
  public static final Plugins NONE = new Plugins(List.of(), List.of(), Optional.empty());

  /** The name of the class loaders of plugins. */
  public static final String LOADER = "plugin";

  private final List<LoadedPlugin> all;
  private final List<Path> sources;
  private final Optional<URLClassLoader> jars;

  Plugins(List<LoadedPlugin> all, List<Path> sources, Optional<URLClassLoader> jars) {
    this.all = List.copyOf(all);
    this.sources = List.copyOf(sources);
    this.jars = jars;
  }

  /**
   * Loads jars, whose plugins are found as services, and Java sources, which are compiled together with those in their folders that they refer to.
   *
   * @throws PluginException when one of them can't be used
   */
  public static Plugins load(List<Path> files) throws PluginException {
    return files.isEmpty() ? NONE : PluginLoader.load(files);
  }

  /** Adds their dialects; a namespace that is taken is an error. */
  public DialectRegistry addTo(DialectRegistry dialects) throws PluginException {
    for (var plugin : all) {
      for (var dialect : plugin.dialects()) {
        if (dialects.namespaces().contains(dialect.namespace())) {
          throw PluginException.about(plugin.file(), "there is a dialect '" + dialect.namespace() + "' already; give this one another namespace");
        }
        dialects.register(dialect.namespace(), () -> dialect);
      }
    }
    return dialects;
  }

  /** Adds their passes and pipelines; a name that is taken is an error. */
  public PassRegistry addTo(PassRegistry passes) throws PluginException {
    for (var plugin : all) {
      for (var pass : plugin.passes()) {
        requireNew(pass.argument(), passes, plugin);
        passes.register(pass);
      }
      for (var pipeline : plugin.pipelines()) {
        requireNew(pipeline.name(), passes, plugin);
        passes.register(pipeline);
      }
    }
    return passes;
  }

  private static void requireNew(String name, PassRegistry passes, LoadedPlugin plugin) throws PluginException {
    if (passes.pass(name).isPresent() || passes.pipeline(name).isPresent()) {
      throw PluginException.about(plugin.file(), "there is a pass or pipeline '" + name + "' already; give this one another name");
    }
  }

  /** The Java sources that were compiled: those given and those that they refer to. */
  public List<Path> sources() {
    return sources;
  }

  /** The passes that {@code file} itself adds. */
  public List<PassDefinition> passesOf(Path file) {
    return all.stream().filter(plugin -> plugin.file().equals(file)).flatMap(plugin -> plugin.passes().stream()).toList();
  }

  /** Closes the jars; classes that were not loaded until then can't be any more. */
  @Override
  public void close() {
    try {
      if (jars.isPresent()) {
        jars.get().close();
      }
    } catch (IOException _) {
      // The jars were only read: nothing is lost.
    }
  }
}
