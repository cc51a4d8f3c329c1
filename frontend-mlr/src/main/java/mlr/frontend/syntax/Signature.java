package mlr.frontend.syntax;

import java.util.List;

/**
 * The head of a node or function.
 *
 * @param stateless true for {@code fun}, false for {@code node}
 */
public record Signature(boolean stateless, Name name, List<StaticParameter> staticParameters, List<VariableSyntax> inputs,
  List<VariableSyntax> outputs) {
 public Signature {
  staticParameters = List.copyOf(staticParameters);
  inputs = List.copyOf(inputs);
  outputs = List.copyOf(outputs);
 }

 /** {@code node} or {@code fun}, as messages call it. */
 public String kind() {
  return stateless ? "fun" : "node";
 }
}
