package mlr.ir.plugin;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Java sources compiled in this process, against the classes of the running tool.
 *
 * @param sources the files that were compiled: those given, and those in their folders that they refer to
 * @param classes class files by binary name
 * @param origins the source of each class
 */
record JavaCompilation(List<Path> sources, Map<String, byte[]> classes, Map<String, Path> origins) {
  private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)\\s*;");

  /** Compiles {@code sources}, which may use the classes of {@code jars}; an error shows the line and the place in it. */
  static JavaCompilation of(List<Path> sources, List<Path> jars) throws PluginException {
    var compiler = Optional.ofNullable(ToolProvider.getSystemJavaCompiler())
        .orElseThrow(() -> PluginException.about(sources.getFirst(), "this Java has no compiler; use a JDK, or compile the plugin into a jar"));
    var problems = new DiagnosticCollector<JavaFileObject>();
    try (var files = new Output(compiler.getStandardFileManager(problems, null, StandardCharsets.UTF_8))) {
      return compile(compiler, sources, jars, files, problems);
    } catch (IOException | UncheckedIOException failure) {
      throw PluginException.about(sources.getFirst(), "cannot be compiled (" + failure.getMessage() + ")");
    }
  }

  private static JavaCompilation compile(JavaCompiler compiler, List<Path> sources, List<Path> jars, Output files, DiagnosticCollector<JavaFileObject> problems)
      throws IOException, PluginException {
    var options = List.of("-proc:none", "-g", "-implicit:class", "-Xlint:none", "-cp", classPath(jars), "-sourcepath", sourcePath(sources));
    boolean compiled = compiler.getTask(null, files, problems, options, null, files.standard().getJavaFileObjectsFromPaths(sources)).call();
    if (!compiled) {
      throw new PluginException(CompileErrors.print(problems.getDiagnostics()));
    }
    var used = new LinkedHashSet<>(sources);
    used.addAll(new TreeSet<>(files.origins.values()));
    var classes = new TreeMap<String, byte[]>();
    files.classes.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
    return new JavaCompilation(List.copyOf(used), classes, files.origins);
  }

  private static String classPath(List<Path> jars) {
    var all = new ArrayList<String>();
    jars.forEach(jar -> all.add(jar.toString()));
    all.add(System.getProperty("java.class.path"));
    return String.join(File.pathSeparator, all);
  }

  /** The roots under which the sources' packages lie. */
  private static String sourcePath(List<Path> sources) throws IOException {
    Set<String> roots = new LinkedHashSet<>();
    for (var source : sources) {
      var folder = source.toAbsolutePath().getParent();
      var stated = PACKAGE.matcher(Files.readString(source));
      var steps = Path.of(stated.find() ? stated.group(1).replace('.', '/') : "");
      boolean fits = !steps.toString().isEmpty() && folder.endsWith(steps) && folder.getNameCount() > steps.getNameCount();
      roots.add((fits ? folder.getRoot().resolve(folder.subpath(0, folder.getNameCount() - steps.getNameCount())) : folder).toString());
    }
    return String.join(File.pathSeparator, roots);
  }

  /** Keeps class files in memory, and remembers what they were made from. */
  private static final class Output extends ForwardingJavaFileManager<StandardJavaFileManager> {
    private final Map<String, ByteArrayOutputStream> classes = new TreeMap<>();
    private final Map<String, Path> origins = new TreeMap<>();

    Output(StandardJavaFileManager standard) {
      super(standard);
    }

    StandardJavaFileManager standard() {
      return fileManager;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(JavaFileManager.Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
      if (sibling instanceof JavaFileObject source) {
        origins.put(name, fileManager.asPath(source));
      }
      return new SimpleJavaFileObject(URI.create("memory:///" + name.replace('.', '/') + kind.extension), kind) {
        @Override
        public OutputStream openOutputStream() {
          var bytes = new ByteArrayOutputStream();
          classes.put(name, bytes);
          return bytes;
        }
      };
    }
  }
}
