package mlr.tools.opt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import mlr.ir.plugin.PluginArguments;
import mlr.ir.tool.LineDiff;

/**
 * {@code mlr-opt --watch MyPass.java in.mlir}: runs, and runs again whenever the pass, a source in its folder or the input is
 * saved. Prints the result, then only what changed in it. Ends with standard input, with the status of the last run.
 */
final class Watch {
  static final String OPTION = "--watch";

  /** One run of the tool. */
  @FunctionalInterface
  interface Run {
    int run(PrintStream out, PrintStream err);
  }

  private final Path pass;
  private final String[] arguments;
  private final Run tool;
  private final PrintStream out;
  private final PrintStream err;
  private final CountDownLatch end = new CountDownLatch(1);

  private Watch(Path pass, String[] arguments, Run tool, PrintStream out, PrintStream err) {
    this.pass = pass;
    this.arguments = arguments;
    this.tool = tool;
    this.out = out;
    this.err = err;
  }

  /** The source to watch, if the command line asks for that. */
  static Optional<Path> file(String[] arguments) {
    return PluginArguments.files(List.of(OPTION), arguments).stream().reduce((_, last) -> last);
  }

  /** Runs {@code tool} until {@code in} ends; returns the status of the last run. */
  static int run(Path pass, String[] arguments, Run tool, InputStream in, PrintStream out, PrintStream err) {
    var watch = new Watch(pass, arguments, tool, out, err);
    Thread.ofPlatform().daemon().start(() -> watch.endWith(in));
    try {
      return watch.run();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  private void endWith(InputStream in) {
    try {
      in.transferTo(PrintStream.nullOutputStream());
    } catch (IOException _) {
      // An input that can't be read has ended.
    }
    end.countDown();
  }

  private int run() throws InterruptedException {
    Optional<String> shown = Optional.empty();
    List<Path> changed;
    int status;
    do {
      var files = new WatchedFiles(files());
      var result = new ByteArrayOutputStream();
      var stream = new PrintStream(result, false, StandardCharsets.UTF_8);
      status = tool.run(stream, err);
      stream.flush();
      if (status == 0) {
        var text = result.toString(StandardCharsets.UTF_8);
        show(text, shown);
        shown = Optional.of(text);
      }
      out.flush();
      changed = files.awaitChange(end);
      if (!changed.isEmpty()) {
        err.println("mlr-opt: saved: " + changed.stream().map(file -> file.getFileName().toString()).collect(Collectors.joining(", ")));
      }
    } while (!changed.isEmpty());
    return status;
  }

  private void show(String text, Optional<String> before) {
    if (before.isEmpty()) {
      out.print(text);
    } else if (before.get().equals(text)) {
      err.println("mlr-opt: the result is the same");
    } else {
      out.print(LineDiff.unified(before.get(), text));
    }
  }

  /** Whatever the command line names that is a file, and all sources in the folder of the pass, which it may refer to. */
  private Set<Path> files() {
    var files = new LinkedHashSet<Path>();
    files.add(pass);
    for (var argument : arguments) {
      var value = Path.of(argument.substring(argument.indexOf('=') + 1));
      if (Files.isRegularFile(value)) {
        files.add(value);
      }
    }
    try (var neighbours = Files.list(pass.toAbsolutePath().getParent())) {
      neighbours.filter(file -> file.toString().endsWith(".java")).filter(file -> !file.equals(pass.toAbsolutePath())).sorted().forEach(files::add);
    } catch (IOException _) {
      // No such folder: the run says so.
    }
    return files;
  }
}
