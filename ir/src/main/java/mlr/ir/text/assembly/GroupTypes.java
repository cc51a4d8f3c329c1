package mlr.ir.text.assembly;

import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.attributes.DenseArrayAttr;
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

  /** The types that the text gives. */
  private final GroupedList<Type> ofOperands;
  private final GroupedList<Type> ofResults;
  private Optional<List<Type>> allOperands = Optional.empty();
  private Optional<List<Type>> allResults = Optional.empty();

  /** The first type that the text gives, and the first one of an operand; null until there is one. */
  private Type first;
  private Type firstOfOperands;

  GroupTypes(OpDefinition<?> definition, OpParser in) {
    this.definition = definition;
    this.in = in;
    this.ofOperands = new GroupedList<>(definition.operands().size());
    this.ofResults = new GroupedList<>(definition.results().size());
  }

  void set(TypeSource source, Type type) {
    if (source instanceof TypeSource.OfResult(var handle)) {
      ofResults.add(handle.group(), type);
      noteFirst(type, false);
    } else if (source instanceof TypeSource.OfOperand(var handle)) {
      ofOperands.add(handle.group(), type);
      noteFirst(type, true);
    } else {
      set(source, List.of(type));
    }
  }

  void set(TypeSource source, List<Type> types) {
    // Without a switch: see FormatWriter.
    if (source instanceof TypeSource.OfOperand(var handle)) {
      ofOperands.addAll(handle.group(), types);
      noteFirst(types, true);
    } else if (source instanceof TypeSource.OfResult(var handle)) {
      ofResults.addAll(handle.group(), types);
      noteFirst(types, false);
    } else if (source instanceof TypeSource.OfOperands) {
      allOperands = Optional.of(types);
    } else {
      allResults = Optional.of(types);
    }
  }

  private void noteFirst(List<Type> types, boolean ofOperands) {
    if (!types.isEmpty()) {
      noteFirst(types.getFirst(), ofOperands);
    }
  }

  private void noteFirst(Type type, boolean ofOperand) {
    if (first == null) {
      first = type;
    }
    if (ofOperand && firstOfOperands == null) {
      firstOfOperands = type;
    }
  }

  /** The types of all operands, where the text gives them together. */
  Optional<List<Type>> allOperands() {
    return allOperands;
  }

  /** How many types the text gives an operand group. */
  int size(OperandHandle group) {
    return ofOperands.size(group.group());
  }

  /** The type of an operand group of one value. */
  Type single(OperandHandle group) {
    if (ofOperands.size(group.group()) > 0) {
      return ofOperands.first(group.group());
    }
    var inferred = inferred(group.name(), group.constraint(), true);
    if (inferred == null) {
      throw unknown("operand '" + group.name() + "'");
    }
    return inferred;
  }

  /** The types of an operand group of {@code count} values. */
  List<Type> of(OperandHandle group, int count) {
    return ofOperands.has(group.group()) ? ofOperands.get(group.group()) : count == 0 ? List.of() : Collections.nCopies(count, single(group));
  }

  /** Adds the types of the results to {@code state}, where they are not left to inference. */
  void addResults(OperationState state) {
    if (allResults.isPresent()) {
      state.results(allResults.get());
      return;
    }
    // By position, here and below, as an iterator for each operation counts.
    var groups = definition.results();
    for (int i = 0; i < groups.size(); i++) {
      var group = groups.get(i);
      if (!ofResults.has(group.group()) && !inferResult(group)) {
        return;
      }
    }
    for (int i = 0; i < groups.size(); i++) {
      var group = groups.get(i);
      if (ofResults.size(group.group()) == 1) {
        state.result(ofResults.first(group.group()));
      } else {
        state.results(ofResults.get(group.group()));
      }
    }
    if (definition.hasTrait(Trait.ATTR_SIZED_RESULT_SEGMENTS)) {
      state.attribute(OpDefinition.RESULT_SEGMENTS, DenseArrayAttr.i32(definition.results().stream().mapToInt(group -> ofResults.size(group.group())).toArray()));
    }
  }

  /** Works out the type of a result that the text gives none; returns false when that is left to the definition. */
  private boolean inferResult(ResultHandle group) {
    var type = group.arity() == Arity.ONE ? inferred(group.name(), group.constraint(), false) : null;
    if (type != null) {
      ofResults.add(group.group(), type);
    } else if (group.arity() == Arity.ONE && !definition.infersResultTypes()) {
      throw unknown("result '" + group.name() + "'");
    } else if (!definition.infersResultTypes()) {
      ofResults.addAll(group.group(), List.of());
    }
    return ofResults.has(group.group());
  }

  /** The type of the values of a group that the text gives none; null where it does not follow. */
  private Type inferred(String name, TypeConstraint constraint, boolean isOperand) {
    if (constraint.only().isPresent()) {
      return constraint.only().get();
    }
    var matches = definition.typeMatches();
    for (int i = 0; i < matches.size(); i++) {
      var match = matches.get(i);
      if (match.to().equals(name)) {
        var from = given(match.from());
        if (!from.isEmpty()) {
          return transformed(match, from.getFirst());
        }
      }
    }
    return definition.hasTrait(Trait.SAME_OPERANDS_AND_RESULT_TYPE) ? first
        : isOperand && definition.hasTrait(Trait.SAME_TYPE_OPERANDS) ? firstOfOperands : null;
  }

  /** The types that the text gives the group called {@code name}. */
  private List<Type> given(String name) {
    for (var operand : definition.operands()) {
      if (operand.name().equals(name)) {
        return ofOperands.get(operand.group());
      }
    }
    for (var result : definition.results()) {
      if (result.name().equals(name)) {
        return ofResults.get(result.group());
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
