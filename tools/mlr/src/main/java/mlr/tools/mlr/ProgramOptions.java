package mlr.tools.mlr;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import mlr.frontend.types.Scalar;

/**
 * Which program to work on.
 *
 * @param file the source
 * @param node the node that was asked for
 * @param params the safetensors file that binds parameters
 * @param real what {@code real} means, f32 or f64
 * @param searchPath folders of imported modules
 * @param plugins jars and Java sources with further dialects
 */
record ProgramOptions(Path file, Optional<String> node, Optional<Path> params, Scalar real, List<Path> searchPath, List<Path> plugins) {}
