package mlr.ir.plugin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the plugins on a command line before it is read: their passes are options of it. The names besides {@code --load-plugin} are
 * upstream's; all three mean the same.
 */
public final class PluginArguments {
  /** The options that name a plugin, a jar or a Java source. */
  public static final List<String> OPTIONS = List.of("--load-plugin", "--load-dialect-plugin", "--load-pass-plugin");

  private PluginArguments() {}

  /** The files that these options, or one of {@code more}, name, in order. */
  public static List<Path> of(String[] arguments, String... more) {
    var options = new ArrayList<>(OPTIONS);
    options.addAll(List.of(more));
    return files(options, arguments);
  }

  /** The files that any of {@code options} name, in order. */
  public static List<Path> files(List<String> options, String[] arguments) {
    var files = new ArrayList<Path>();
    for (int i = 0; i < arguments.length; i++) {
      var argument = arguments[i].startsWith("--") ? arguments[i] : "-" + arguments[i];
      int equals = argument.indexOf('=');
      if (options.contains(equals < 0 ? argument : argument.substring(0, equals))) {
        if (equals >= 0) {
          files.add(Path.of(argument.substring(equals + 1)));
        } else if (i + 1 < arguments.length) {
          files.add(Path.of(arguments[++i]));
        }
      }
    }
    return files;
  }
}
