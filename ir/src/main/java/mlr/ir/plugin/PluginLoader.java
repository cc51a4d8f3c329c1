package mlr.ir.plugin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** Opens jars and compiles sources. All plugins of a run see each other's classes: sources those of the jars, jars each other's. */
final class PluginLoader {
  private static final String SERVICE = "META-INF/services/" + Plugin.class.getName();

  private PluginLoader() {}

  /** The plugins in {@code files}, in their order, jars first; a file that is given twice counts once. */
  static Plugins load(List<Path> files) throws PluginException {
    Map<Path, Path> distinct = new LinkedHashMap<>();
    for (var file : files) {
      distinct.putIfAbsent(existing(file), file);
    }
    var sources = distinct.values().stream().filter(PluginLoader::isSource).toList();
    var jars = distinct.values().stream().filter(file -> !isSource(file)).toList();
    var providers = new LinkedHashMap<String, Path>();
    for (var jar : jars) {
      for (var provider : providers(jar)) {
        if (providers.putIfAbsent(provider, jar) != null) {
          throw PluginException.about(jar, "its class " + provider + " is in '" + providers.get(provider) + "' too; give one of the two");
        }
      }
    }
    var loader = new URLClassLoader(Plugins.LOADER, urls(jars), Plugin.class.getClassLoader());
    var loaded = instantiate(providers, loader);
    if (sources.isEmpty()) {
      return new Plugins(loaded, List.of(), Optional.of(loader));
    }
    var compiled = JavaCompilation.of(sources, jars);
    loaded.addAll(SourcePlugin.load(sources.getFirst(), compiled, loader));
    return new Plugins(loaded, compiled.sources(), Optional.of(loader));
  }

  private static boolean isSource(Path file) {
    return file.toString().endsWith(".java");
  }

  private static Path existing(Path file) throws PluginException {
    if (!Files.exists(file)) {
      throw PluginException.about(file, "no such file");
    }
    if (Files.isDirectory(file)) {
      throw PluginException.about(file, "is a folder; give a jar or a .java file");
    }
    try {
      return file.toRealPath();
    } catch (IOException unreadable) {
      throw PluginException.about(file, "cannot be read (" + unreadable.getMessage() + ")");
    }
  }

  /** The classes that a jar names for the service. */
  private static List<String> providers(Path jar) throws PluginException {
    try (var opened = new JarFile(jar.toFile())) {
      var service = opened.getEntry(SERVICE);
      if (service == null) {
        throw PluginException.about(jar, "has no " + SERVICE + "; add a file of that name which holds the full name of the class that implements Plugin");
      }
      var reader = new BufferedReader(new InputStreamReader(opened.getInputStream(service), StandardCharsets.UTF_8));
      var names = reader.lines().map(line -> line.replaceFirst("#.*", "").strip()).filter(line -> !line.isEmpty()).toList();
      if (names.isEmpty()) {
        throw PluginException.about(jar, SERVICE + " names no class");
      }
      for (var name : names) {
        if (opened.getEntry(name.replace('.', '/') + ".class") == null) {
          throw PluginException.about(jar, SERVICE + " names " + name + ", but the jar has no such class");
        }
      }
      return names;
    } catch (IOException unreadable) {
      throw PluginException.about(jar, "is no jar (" + unreadable.getMessage() + "); give a jar or a .java file");
    }
  }

  private static List<LoadedPlugin> instantiate(Map<String, Path> providers, ClassLoader loader) throws PluginException {
    var found = new LinkedHashMap<String, Plugin>();
    var all = ServiceLoader.load(Plugin.class, loader).iterator();
    // The services come in the order of the jars: what fails is the first that has not been found yet.
    for (var provider : providers.keySet()) {
      while (!found.containsKey(provider)) {
        try {
          var plugin = all.next();
          found.put(plugin.getClass().getName(), plugin);
        } catch (ServiceConfigurationError | RuntimeException | LinkageError | StackOverflowError | AssertionError thrown) {
          throw blame(providers.get(provider), provider, thrown);
        }
      }
    }
    var loaded = new ArrayList<LoadedPlugin>();
    for (var provider : providers.entrySet()) {
      loaded.add(LoadedPlugin.of(provider.getValue(), found.get(provider.getKey())));
    }
    return loaded;
  }

  private static PluginException blame(Path jar, String provider, Throwable thrown) {
    return thrown instanceof ServiceConfigurationError wrong && wrong.getCause() == null
        ? PluginException.about(jar, wrong.getMessage().substring(wrong.getMessage().indexOf(": ") + 2)) : Blame.of(jar, provider, thrown);
  }

  private static URL[] urls(List<Path> jars) {
    return jars.stream().flatMap(jar -> {
      try {
        return Stream.of(jar.toUri().toURL());
      } catch (MalformedURLException impossible) {
        throw new IllegalStateException(impossible);
      }
    }).toArray(URL[]::new);
  }
}
