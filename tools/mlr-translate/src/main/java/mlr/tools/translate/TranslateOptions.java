package mlr.tools.translate;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What was asked for.
 *
 * @param input a file, or {@code -} for standard input
 * @param output where the result goes; standard output when not said
 * @param target of an object file
 * @param real what {@code real} means in MLR source, f32 or f64
 * @param node the only node to export
 * @param params the safetensors file that binds parameters
 */
record TranslateOptions(Translation translation, String input, Optional<Path> output, String target, String real, Optional<String> node,
  Optional<Path> params) {

  /** The command line that does this again, without the input. */
  String command() {
    return "mlr-translate " + translation.flag() + " --target=" + target + " --real=" + real + node.map(name -> " --node=" + name).orElse("")
        + params.map(file -> " --params=" + file).orElse("");
  }
}
