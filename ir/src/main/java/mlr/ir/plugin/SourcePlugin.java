package mlr.ir.plugin;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mlr.ir.Dialect;
import mlr.ir.pass.PassDefinition;
import mlr.ir.pass.PassRegistry;
import mlr.ir.pass.PipelineDefinition;

/**
 * What compiled sources add: what their {@link Plugin} says if they have one, else every dialect, and every pass and pipeline that
 * a class keeps as a static definition.
 */
record SourcePlugin(List<Dialect> dialects, List<PassDefinition> passes, List<PipelineDefinition> pipelines) implements Plugin {
  @Override
  public void registerPasses(PassRegistry registry) {
    registry.register(passes);
    pipelines.forEach(registry::register);
  }

  /** What each of the compiled sources adds; {@code given} is the one that is blamed when none adds anything. */
  static List<LoadedPlugin> load(Path given, JavaCompilation compiled, ClassLoader parent) throws PluginException {
    var loader = new MemoryClassLoader(compiled, parent);
    var loaded = new ArrayList<LoadedPlugin>();
    for (var source : compiled.sources()) {
      var found = new Findings();
      for (var name : compiled.classes().keySet()) {
        if (source.equals(compiled.origins().get(name))) {
          try {
            found.look(Class.forName(name, false, loader));
          } catch (ReflectiveOperationException | RuntimeException | LinkageError | StackOverflowError | AssertionError thrown) {
            throw Blame.of(source, name, thrown);
          }
        }
      }
      for (var plugin : found.plugins()) {
        loaded.add(LoadedPlugin.of(source, plugin));
      }
    }
    if (loaded.isEmpty()) {
      throw PluginException.about(given, "adds nothing; write a class with a static PassDefinition or PipelineDefinition, a Dialect, or a Plugin");
    }
    return loaded;
  }

  /** What the classes of one source are. */
  private static final class Findings {
    private final List<Plugin> stated = new ArrayList<>();
    private final List<Dialect> dialects = new ArrayList<>();
    private final List<PassDefinition> passes = new ArrayList<>();
    private final List<PipelineDefinition> pipelines = new ArrayList<>();

    void look(Class<?> kind) throws ReflectiveOperationException {
      boolean concrete = !Modifier.isAbstract(kind.getModifiers());
      if (concrete && Plugin.class.isAssignableFrom(kind)) {
        stated.add(Plugin.class.cast(make(kind)));
      } else if (concrete && Dialect.class.isAssignableFrom(kind)) {
        dialects.add(Dialect.class.cast(make(kind)));
      }
      for (var field : constants(kind)) {
        switch (field.get(null)) {
          case PassDefinition pass -> passes.add(pass);
          case PipelineDefinition pipeline -> pipelines.add(pipeline);
          default -> { }
        }
      }
    }

    List<Plugin> plugins() {
      boolean nothing = dialects.isEmpty() && passes.isEmpty() && pipelines.isEmpty();
      return !stated.isEmpty() || nothing ? stated : List.of(new SourcePlugin(dialects, passes, pipelines));
    }
  }

  private static Object make(Class<?> kind) throws ReflectiveOperationException {
    try {
      var constructor = kind.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (NoSuchMethodException _) {
      throw new IllegalArgumentException("class " + kind.getName() + " needs a constructor without parameters");
    }
  }

  private static List<Field> constants(Class<?> kind) {
    return Arrays.stream(kind.getDeclaredFields())
        .filter(field -> Modifier.isStatic(field.getModifiers()) && (field.getType() == PassDefinition.class || field.getType() == PipelineDefinition.class))
        .peek(field -> field.setAccessible(true)).toList();
  }

  /** Defines the compiled classes. */
  private static final class MemoryClassLoader extends ClassLoader {
    private final JavaCompilation compiled;

    MemoryClassLoader(JavaCompilation compiled, ClassLoader parent) {
      super(Plugins.LOADER, parent);
      this.compiled = compiled;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (!compiled.classes().containsKey(name)) {
        throw new ClassNotFoundException(name);
      }
      var bytes = compiled.classes().get(name);
      return defineClass(name, bytes, 0, bytes.length);
    }
  }
}
