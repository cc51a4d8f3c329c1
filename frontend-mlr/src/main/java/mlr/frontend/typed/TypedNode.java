package mlr.frontend.typed;

import java.util.List;
import mlr.frontend.types.Unifier;

/**
 * A typed node, function or external function.
 *
 * @param instance what it is an instance of
 * @param variables every variable, in order of declaration
 * @param solution resolves every type in the body
 */
public record TypedNode(Instance instance, List<Variable> inputs, List<Variable> outputs, List<Variable> variables,
  List<TypedEquation> body, Unifier solution) {
 public TypedNode {
  inputs = List.copyOf(inputs);
  outputs = List.copyOf(outputs);
  variables = List.copyOf(variables);
  body = List.copyOf(body);
 }
}
