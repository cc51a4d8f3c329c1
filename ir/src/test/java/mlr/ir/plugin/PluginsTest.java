package mlr.ir.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import mlr.ir.DialectRegistry;
import mlr.ir.pass.PassDefinition;
import mlr.ir.pass.PassRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plugins add dialects and passes; one that can't says why. */
final class PluginsTest {
  private static final String SERVICE = "META-INF/services/mlr.ir.plugin.Plugin";

  @TempDir
  Path folder;

  @Test
  void aJarsPassesAndDialectsAreAdded() throws Exception {
    var jar = jar("demo.jar", SERVICE, "demo.Demo # the only one\n", plugin("demo.Demo", "demo-pass", "demo"));
    try (var plugins = Plugins.load(List.of(jar))) {
      assertEquals(List.of("demo-pass"), plugins.addTo(new PassRegistry()).names());
      assertEquals(List.of("builtin", "demo"), plugins.addTo(new DialectRegistry()).namespaces());
      assertEquals("does nothing", plugins.addTo(new PassRegistry()).pass("demo-pass").orElseThrow().summary());
    }
  }

  @Test
  void aJarThatIsGivenUnderTwoOptionsCountsOnce() throws Exception {
    var jar = jar("demo.jar", SERVICE, "demo.Demo\n", plugin("demo.Demo", "demo-pass", "demo"));
    var files = PluginArguments.of(new String[] {"--load-dialect-plugin=" + jar, "-load-pass-plugin", jar.toString(), "--canonicalize"});
    assertEquals(List.of(jar, jar), files);
    try (var plugins = Plugins.load(files)) {
      assertEquals(List.of("demo-pass"), plugins.addTo(new PassRegistry()).names());
    }
  }

  @Test
  void twoJarsKeepTheirOrder() throws Exception {
    var second = jar("b.jar", SERVICE, "two.Two\n", plugin("two.Two", "pass-two", "two"));
    var first = jar("a.jar", SERVICE, "one.One\n", plugin("one.One", "pass-one", "one"));
    try (var plugins = Plugins.load(List.of(second, first))) {
      assertEquals(List.of("pass-two", "pass-one"), plugins.addTo(new PassRegistry()).names());
    }
  }

  @Test
  void aSourceIsCompiledWithTheSourcesThatItRefersTo() throws Exception {
    Files.writeString(folder.resolve("Unrelated.java"), "does not compile");
    var names = Files.writeString(folder.resolve("Names.java"), "class Names { static final String PASS = \"my-pass\"; static String twice() { return PASS + PASS; } }");
    var source = Files.writeString(folder.resolve("MyPass.java"), """
        import mlr.ir.Operation;
        import mlr.ir.pass.*;
        record MyPass() implements Pass {
          static final PassDefinition DEFINITION = PassDefinition.named(Names.twice().substring(7)).summary("mine").creates(new MyPass());
          public void run(Operation op, PassContext context) {}
        }
        """);
    try (var plugins = Plugins.load(List.of(source))) {
      assertEquals(List.of("my-pass"), plugins.addTo(new PassRegistry()).names());
      assertEquals(List.of(source, names), plugins.sources());
    }
  }

  @Test
  void aSourceOfAPackageFindsItsNeighbours() throws Exception {
    var inside = Files.createDirectories(folder.resolve("src/org/mine"));
    Files.writeString(inside.resolve("Names.java"), "package org.mine; class Names { static String pass() { return \"my-pass\"; } }");
    var source = Files.writeString(inside.resolve("MyPass.java"), """
        package org.mine;
        class MyPass {
          static final mlr.ir.pass.PassDefinition DEFINITION = mlr.ir.pass.PassDefinition.named(Names.pass()).creates((op, context) -> {});
        }
        """);
    try (var plugins = Plugins.load(List.of(source))) {
      assertEquals(List.of("my-pass"), plugins.addTo(new PassRegistry()).names());
    }
  }

  @Test
  void sourcesUseTheClassesOfJars() throws Exception {
    var jar = jar("demo.jar", SERVICE, "demo.Demo\n", plugin("demo.Demo", "demo-pass", "demo"));
    var source = Files.writeString(folder.resolve("More.java"), """
        class More {
          static final mlr.ir.pass.PassDefinition DEFINITION = mlr.ir.pass.PassDefinition.named(demo.Demo.NAME + "-too").creates((op, context) -> {});
        }
        """);
    try (var plugins = Plugins.load(List.of(source, jar))) {
      assertEquals(List.of("demo-pass", "demo-pass-too"), plugins.addTo(new PassRegistry()).names());
    }
  }

  @Test
  void whatDoesNotCompileIsShownWithItsPlace() throws Exception {
    var source = Files.writeString(folder.resolve("MyPass.java"), "class MyPass {\n\tNoSuch field;\n\tint number = \"text\";\n}\n");
    assertEquals("""
        the plugin does not compile
        %1$s:2:2: error: cannot find symbol
        \tNoSuch field;
        \t^
        note: symbol: class NoSuch, location: class MyPass
        %1$s:3:15: error: incompatible types: java.lang.String cannot be converted to int
        \tint number = "text";
        \t             ^""".formatted(source), refused(source));
  }

  @Test
  void whatIsNoPluginIsRefused() throws Exception {
    assertTrue(refused(folder.resolve("absent.jar")).endsWith("absent.jar': no such file"));
    assertTrue(refused(folder).endsWith("is a folder; give a jar or a .java file"));
    assertTrue(refused(Files.writeString(folder.resolve("text.jar"), "text")).contains("text.jar': is no jar ("));
    assertTrue(refused(jar("empty.jar", "a", "b")).contains("has no META-INF/services/mlr.ir.plugin.Plugin; add a file"));
    assertTrue(refused(jar("none.jar", SERVICE, "# nothing\n")).endsWith("Plugin names no class"));
    assertTrue(refused(jar("gone.jar", SERVICE, "demo.Gone\n")).endsWith("names demo.Gone, but the jar has no such class"));
    assertTrue(refused(Files.writeString(folder.resolve("Nothing.java"), "class Nothing {}")).contains("adds nothing; write a class with a static PassDefinition"));
  }

  @Test
  void aClassThatIsNoPluginIsRefused() throws Exception {
    var jar = jar("demo.jar", SERVICE, "demo.Demo\n", List.of(new Source("demo.Demo", "package demo; public class Demo {}")));
    assertTrue(refused(jar).endsWith("demo.Demo not a subtype"), refused(jar));
  }

  @Test
  void aPluginThatThrowsIsNamedWithThePlace() throws Exception {
    var constructor = jar("a.jar", SERVICE, "demo.Demo\n", List.of(new Source("demo.Demo",
        "package demo; public class Demo implements mlr.ir.plugin.Plugin {\n  public Demo() {\n    throw new IllegalStateException(\"not today\");\n  }\n}")));
    assertTrue(refused(constructor).endsWith("class demo.Demo threw java.lang.IllegalStateException: not today at plugin//demo.Demo.<init>(Demo.java:3)"), refused(constructor));
    var passes = jar("b.jar", SERVICE, "demo.Demo\n", List.of(new Source("demo.Demo", """
        package demo;
        public class Demo implements mlr.ir.plugin.Plugin {
          public void registerPasses(mlr.ir.pass.PassRegistry registry) { Object nothing = null; nothing.hashCode(); }
        }
        """)));
    assertTrue(refused(passes).contains("class demo.Demo threw java.lang.NullPointerException"), refused(passes));
  }

  @Test
  void aClassForANewerJavaIsRefused() throws Exception {
    var compiled = compile(plugin("demo.Demo", "demo-pass", "demo"));
    var newer = compiled.classes().get("demo.Demo").clone();
    newer[7] = (byte) (44 + Runtime.version().feature() + 1);
    var jar = folder.resolve("newer.jar");
    try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
      add(out, SERVICE, "demo.Demo\n".getBytes());
      add(out, "demo/Demo.class", newer);
    }
    int release = Runtime.version().feature();
    assertTrue(refused(jar).endsWith("class demo.Demo is compiled for a newer Java than this one, " + release + "; compile it with --release " + release), refused(jar));
  }

  @Test
  void namesThatAreTakenAreRefused() throws Exception {
    var jar = jar("demo.jar", SERVICE, "demo.Demo\n", plugin("demo.Demo", "cse", "builtin"));
    try (var plugins = Plugins.load(List.of(jar))) {
      var passes = new PassRegistry().register(PassDefinition.named("cse").creates((_, _) -> {}));
      assertTrue(assertThrows(PluginException.class, () -> plugins.addTo(passes)).getMessage().endsWith("there is a pass or pipeline 'cse' already; give this one another name"));
      assertTrue(assertThrows(PluginException.class, () -> plugins.addTo(new DialectRegistry())).getMessage()
          .endsWith("there is a dialect 'builtin' already; give this one another namespace"));
    }
    var twice = jar("twice.jar", SERVICE, "demo.Demo\n", List.of(new Source("demo.Demo", """
        package demo;
        import mlr.ir.pass.*;
        public class Demo implements mlr.ir.plugin.Plugin {
          public void registerPasses(PassRegistry registry) {
            for (int i = 0; i < 2; i++) registry.register(PassDefinition.named("a").creates((op, context) -> {}));
          }
        }
        """)));
    assertTrue(refused(twice).endsWith("a pass or pipeline 'a' is already registered"), refused(twice));
  }

  private static String refused(Path plugin) {
    return assertThrows(PluginException.class, () -> Plugins.load(List.of(plugin)).close()).getMessage();
  }

  private record Source(String name, String text) {}

  private static List<Source> plugin(String name, String pass, String namespace) {
    int dot = name.lastIndexOf('.');
    return List.of(new Source(name, """
        package %s;
        import java.util.List;
        import mlr.ir.Dialect;
        import mlr.ir.definition.OpDefinition;
        import mlr.ir.pass.*;
        public class %s implements mlr.ir.plugin.Plugin {
          public static final String NAME = "%s";
          public List<Dialect> dialects() {
            return List.of(new Dialect() {
              public String namespace() { return "%s"; }
              public String description() { return ""; }
              public List<OpDefinition<?>> operations() { return List.of(); }
            });
          }
          public void registerPasses(PassRegistry registry) {
            registry.register(PassDefinition.named(NAME).summary("does nothing").creates((op, context) -> {}));
          }
        }
        """.formatted(name.substring(0, dot), name.substring(dot + 1), pass, namespace)));
  }

  private JavaCompilation compile(List<Source> sources) throws IOException, PluginException {
    var root = Files.createTempDirectory(folder, "src");
    var files = new java.util.ArrayList<Path>();
    for (var source : sources) {
      var file = root.resolve(source.name().replace('.', '/') + ".java");
      Files.createDirectories(file.getParent());
      files.add(Files.writeString(file, source.text()));
    }
    return JavaCompilation.of(files, List.of());
  }

  private Path jar(String name, String entry, String content) throws IOException, PluginException {
    return jar(name, entry, content, List.of());
  }

  private Path jar(String name, String entry, String content, List<Source> sources) throws IOException, PluginException {
    var jar = folder.resolve(name);
    try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
      add(out, entry, content.getBytes());
      if (!sources.isEmpty()) {
        for (var compiled : compile(sources).classes().entrySet()) {
          add(out, compiled.getKey().replace('.', '/') + ".class", compiled.getValue());
        }
      }
    }
    return jar;
  }

  private static void add(JarOutputStream out, String name, byte[] content) throws IOException {
    out.putNextEntry(new JarEntry(name));
    out.write(content);
    out.closeEntry();
  }
}
