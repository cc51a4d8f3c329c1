package mlr.ir.text.assembly;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import mlr.ir.Type;
import mlr.ir.definition.Arity;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.ResultHandle;
import mlr.ir.definition.Trait;
import mlr.ir.definition.TypeConstraint;
import mlr.ir.definition.TypeMatch;
import mlr.ir.text.OpParser;
import mlr.ir.text.assembly.FormatElement.TypeSource;

/** The types of an operation's operand and result groups: those the text gives, and those that follow from them. */
final class GroupTypes {
  private final OpDefinition<?> definition;
  private final OpParser in;

  /** The types that the text gives, by group. */
  private final List<Optional<List<Type>>> ofOperands;
  private final List<Optional<List<Type>>> ofResults;
  private Optional<List<Type>> allOperands = Optional.empty();
  private Optional<List<Type>> allResults = Optional.empty();

  /** The first type that the text gives, and the first one of an operand. */
  private Optional<Type> first = Optional.empty();
  private Optional<Type> firstOfOperands = Optional.empty();

  GroupTypes(OpDefinition<?> definition, OpParser in) {
    this.definition = definition;
    this.in = in;
    this.ofOperands = new ArrayList<>(Collections.nCopies(definition.operands().size(), Optional.empty()));
    this.ofResults = new ArrayList<>(Collections.nCopies(definition.results().size(), Optional.empty()));
  }

  void set(TypeSource source, List<Type> types) {
    switch (source) {
      case TypeSource.OfOperand(var handle) -> {
        ofOperands.set(handle.group(), Optional.of(types));
        first = firstOf(first, types);
        firstOfOperands = firstOf(firstOfOperands, types);
      }
      case TypeSource.OfResult(var handle) -> {
        ofResults.set(handle.group(), Optional.of(types));
        first = firstOf(first, types);
      }
      case TypeSource.OfOperands _ -> allOperands = Optional.of(types);
      case TypeSource.OfResults _ -> allResults = Optional.of(types);
    }
  }

  private static Optional<Type> firstOf(Optional<Type> known, List<Type> types) {
    return known.isPresent() || types.isEmpty() ? known : Optional.of(types.getFirst());
  }

  /** The types of all operands, where the text gives them together. */
  Optional<List<Type>> allOperands() {
    return allOperands;
  }

  /** The types of an operand group of {@code count} values. */
  List<Type> of(OperandHandle group, int count) {
    var given = ofOperands.get(group.group());
    if (given.isPresent()) {
      return given.get();
    }
    return count == 0 ? List.of()
        : Collections.nCopies(count, single(group.name(), group.constraint(), true).orElseThrow(() -> unknown("operand '" + group.name() + "'")));
  }

  /** The types of each result group; empty when they are left to inference. */
  Optional<List<List<Type>>> resultTypes() {
    if (allResults.isPresent()) {
      return Optional.of(List.of(allResults.get()));
    }
    var groups = new ArrayList<List<Type>>(ofResults.size());
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
    var given = ofResults.get(group.group());
    if (given.isPresent()) {
      return given;
    }
    return group.arity() == Arity.ONE ? single(group.name(), group.constraint(), false).map(List::of)
        : definition.infersResultTypes() ? Optional.empty() : Optional.of(List.of());
  }

  /** The type of the values of a group that the text gives none. */
  private Optional<Type> single(String name, TypeConstraint constraint, boolean isOperand) {
    if (constraint.only().isPresent()) {
      return constraint.only();
    }
    for (var match : definition.typeMatches()) {
      if (match.to().equals(name)) {
        var from = given(match.from());
        if (!from.isEmpty()) {
          return Optional.of(transformed(match, from.getFirst()));
        }
      }
    }
    return definition.hasTrait(Trait.SAME_OPERANDS_AND_RESULT_TYPE) ? first
        : isOperand && definition.hasTrait(Trait.SAME_TYPE_OPERANDS) ? firstOfOperands : Optional.empty();
  }

  /** The types that the text gives the group called {@code name}. */
  private List<Type> given(String name) {
    for (var operand : definition.operands()) {
      if (operand.name().equals(name)) {
        return ofOperands.get(operand.group()).orElse(List.of());
      }
    }
    for (var result : definition.results()) {
      if (result.name().equals(name)) {
        return ofResults.get(result.group()).orElse(List.of());
      }
    }
    return List.of();
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
