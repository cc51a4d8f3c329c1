package mlr.ir.plugin;

import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.ServiceConfigurationError;

/** Tells what went wrong in a plugin's own code in the words of its author's world. */
final class Blame {
  private Blame() {}

  /** What {@code thrown}, out of the code of class {@code culprit}, says about the plugin in {@code file}. */
  static PluginException of(Path file, String culprit, Throwable thrown) {
    var cause = innermost(thrown);
    return PluginException.about(file, switch (cause) {
      case UnsupportedClassVersionError _ -> "class " + culprit + " is compiled for a newer Java than this one, " + Runtime.version().feature()
          + "; compile it with --release " + Runtime.version().feature();
      case NoClassDefFoundError missing when missing.getMessage() != null -> "class " + culprit + " needs class " + missing.getMessage().replace('/', '.')
          + ", which is neither in the plugins nor in MLR; put it into the jar, or give its jar with --load-plugin too";
      case LinkageError mismatch -> "class " + culprit + " does not fit this version of MLR (" + mismatch + "); compile it against this one";
      case IllegalArgumentException wrong when wrong.getMessage() != null -> wrong.getMessage();
      default -> "class " + culprit + " threw " + cause + place(cause);
    });
  }

  private static Throwable innermost(Throwable thrown) {
    var cause = thrown;
    while (cause.getCause() != null && (cause instanceof ServiceConfigurationError || cause instanceof ExceptionInInitializerError || cause instanceof InvocationTargetException)) {
      cause = cause.getCause();
    }
    return cause;
  }

  private static String place(Throwable cause) {
    return Arrays.stream(cause.getStackTrace()).findFirst().map(frame -> " at " + frame).orElse("");
  }
}
