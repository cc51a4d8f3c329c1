package mlr.lowering.header;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import mlr.ir.Type;

/**
 * A C function that the program declares and its user defines.
 *
 * @param name   its symbol
 * @param inputs the types of its parameters, scalars
 * @param result the type of its result, if it has one
 */
public record ExternalFunction(String name, List<Type> inputs, Optional<Type> result) {
  public ExternalFunction {
    inputs = List.copyOf(inputs);
  }

  /** Its prototype; integers are shown signed, whose representation is that of unsigned ones. */
  String prototype() {
    var parameters = inputs.isEmpty() ? "void" : inputs.stream().map(type -> CField.cType(type, false)).collect(Collectors.joining(", "));
    return result.map(type -> CField.cType(type, false)).orElse("void") + " " + name + "(" + parameters + ");";
  }
}
