package mlr.frontend;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import mlr.frontend.types.Scalar;

/**
 * How to compile a program.
 *
 * @param searchPath folders in which imported modules are looked for, after the folder of the importing file
 * @param real what the type {@code real}, and a decimal literal without other context, means: {@code f32} or {@code f64}
 * @param node the only node to export; without one, every node of the main file that can be exported is
 * @param params where the values of {@code param}s come from
 */
public record FrontendOptions(List<Path> searchPath, Scalar real, Optional<String> node, ParamBindings params) {
  public FrontendOptions {
    searchPath = List.copyOf(searchPath);
    if (real != Scalar.F32 && real != Scalar.F64) {
      throw new IllegalArgumentException("'real' is f32 or f64, not " + real);
    }
  }

  /** No search path, {@code real} = f32, every node exported, parameters at their initial values or open. */
  public static FrontendOptions defaults() {
    return new FrontendOptions(List.of(), Scalar.F32, Optional.empty(), ParamBindings.OPEN);
  }

  public FrontendOptions withNode(String name) {
    return new FrontendOptions(searchPath, real, Optional.of(name), params);
  }

  public FrontendOptions withParams(ParamBindings bindings) {
    return new FrontendOptions(searchPath, real, node, bindings);
  }

  public FrontendOptions withReal(Scalar scalar) {
    return new FrontendOptions(searchPath, scalar, node, params);
  }

  public FrontendOptions withSearchPath(List<Path> folders) {
    return new FrontendOptions(folders, real, node, params);
  }
}
