package mlr.ir.text.assembly;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import mlr.ir.Type;
import mlr.ir.definition.Arity;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.ResultHandle;
import mlr.ir.definition.Trait;
import mlr.ir.definition.TypeMatch;
import mlr.ir.text.OpParser;
import mlr.ir.text.assembly.FormatElement.TypeSource;

/** The types of an operation's operand and result groups: those the text gives, and those that follow from them. */
final class GroupTypes {
  private final OpDefinition<?> definition;
  private final OpParser in;
  private final Map<String, List<Type>> written = new LinkedHashMap<>();
  private Optional<List<Type>> allOperands = Optional.empty();
  private Optional<List<Type>> allResults = Optional.empty();

  GroupTypes(OpDefinition<?> definition, OpParser in) {
    this.definition = definition;
    this.in = in;
  }

  void set(TypeSource source, List<Type> types) {
    switch (source) {
      case TypeSource.OfOperand(var handle) -> written.put(handle.name(), types);
      case TypeSource.OfResult(var handle) -> written.put(handle.name(), types);
      case TypeSource.OfOperands _ -> allOperands = Optional.of(types);
      case TypeSource.OfResults _ -> allResults = Optional.of(types);
    }
  }

  /** The types of all operands, where the text gives them together. */
  Optional<List<Type>> allOperands() {
    return allOperands;
  }

  /** The types of an operand group of {@code count} values. */
  List<Type> of(OperandHandle group, int count) {
    if (written.containsKey(group.name())) {
      return written.get(group.name());
    }
    return count == 0 ? List.of() : Collections.nCopies(count, single(group.name()).orElseThrow(() -> unknown("operand '" + group.name() + "'")));
  }

  /** The types of each result group; empty when they are left to inference. */
  Optional<List<List<Type>>> resultTypes() {
    if (allResults.isPresent()) {
      return Optional.of(List.of(allResults.get()));
    }
    var groups = new ArrayList<List<Type>>();
    for (var group : definition.results()) {
      var types = ofResult(group);
      if (types.isEmpty()) {
        if (!definition.infersResultTypes()) {
          throw unknown("result '" + group.name() + "'");
        }
        return Optional.empty();
      }
      groups.add(types.get());
    }
    return Optional.of(groups);
  }

  private Optional<List<Type>> ofResult(ResultHandle group) {
    if (written.containsKey(group.name())) {
      return Optional.of(written.get(group.name()));
    }
    return group.arity() == Arity.ONE ? single(group.name()).map(List::of) : definition.infersResultTypes() ? Optional.empty() : Optional.of(List.of());
  }

  /** The type of the values of a group that has no written one. */
  private Optional<Type> single(String name) {
    var only = definition.operands().stream().filter(o -> o.name().equals(name)).flatMap(o -> o.constraint().only().stream()).findFirst()
        .or(() -> definition.results().stream().filter(r -> r.name().equals(name)).flatMap(r -> r.constraint().only().stream()).findFirst());
    if (only.isPresent()) {
      return only;
    }
    for (var match : definition.typeMatches()) {
      var from = written.getOrDefault(match.from(), List.of());
      if (match.to().equals(name) && !from.isEmpty()) {
        return Optional.of(transformed(match, from.getFirst()));
      }
    }
    boolean isOperand = definition.operands().stream().anyMatch(o -> o.name().equals(name));
    if (definition.hasTrait(Trait.SAME_OPERANDS_AND_RESULT_TYPE) || isOperand && definition.hasTrait(Trait.SAME_TYPE_OPERANDS)) {
      boolean operandsOnly = !definition.hasTrait(Trait.SAME_OPERANDS_AND_RESULT_TYPE);
      return written.entrySet().stream()
          .filter(e -> !operandsOnly || definition.operands().stream().anyMatch(o -> o.name().equals(e.getKey())))
          .flatMap(e -> e.getValue().stream()).findFirst();
    }
    return Optional.empty();
  }

  // The verifier has not seen the type yet, so it may be one that the declaration can't work on.
  private Type transformed(TypeMatch match, Type from) {
    try {
      return match.transform().apply(from);
    } catch (ClassCastException | IllegalArgumentException | IllegalStateException | NoSuchElementException | IndexOutOfBoundsException cause) {
      throw in.error("the type of '" + match.to() + "' of '" + definition.name() + "' cannot be inferred from '" + match.from() + "' of type " + from);
    }
  }

  private IllegalArgumentException unknown(String what) {
    return new IllegalArgumentException("assembly format of " + definition.name() + " gives " + what + " no type, and nothing it follows from");
  }
}
