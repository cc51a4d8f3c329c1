package mlr.validation.generate;

import java.util.List;
import java.util.Map;
import mlr.ir.Attribute;
import mlr.ir.Location;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.definition.OpDefinition;

/** One way to use an operation that its definition's constraints and verifier accept: types of operands and results, and attributes. */
record Signature(OpDefinition<?> definition, List<Type> operands, Map<String, Attribute> attributes, List<Type> results) {
  Signature {
    operands = List.copyOf(operands);
    attributes = Map.copyOf(attributes);
    results = List.copyOf(results);
  }

  /** The operation of this signature on some values, which have its operand types. */
  OperationState on(List<? extends Value> values) {
    var state = OperationState.of(definition, Location.UNKNOWN).operands(values).results(results);
    attributes.keySet().stream().sorted().forEach(name -> state.attribute(name, attributes.get(name)));
    return state;
  }
}
