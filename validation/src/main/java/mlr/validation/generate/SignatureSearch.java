package mlr.validation.generate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import mlr.ir.Attribute;
import mlr.ir.Block;
import mlr.ir.Location;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.attributes.DenseArrayAttr;
import mlr.ir.definition.Arity;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.ResultHandle;
import mlr.ir.definition.Trait;
import mlr.ir.definition.TypeConstraint;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.types.ShapedType;
import mlr.ir.verify.Verifier;

/**
 * Finds the signatures of an operation by trying: types that the declared constraints accept, attributes that the declaration
 * accepts, results as inferred, and the verifier as the judge. What is found depends on the definition alone.
 */
final class SignatureSearch {
  private static final int TRIES = 1500;
  private static final int ENOUGH = 32;
  private final OpDefinition<?> definition;
  private final TypePool pool;
  private final SplittableRandom random;
  private final AttributeSampler attributes;
  private final Consumer<RuntimeException> broken;

  /** @param broken is told of exceptions that the verifier or the inference of results throws */
  SignatureSearch(OpDefinition<?> definition, TypePool pool, Consumer<RuntimeException> broken) {
    this.definition = definition;
    this.pool = pool;
    this.random = new SplittableRandom(definition.name().hashCode());
    this.attributes = new AttributeSampler(random);
    this.broken = broken;
  }

  /** Different signatures, none when the operation has regions, successors or symbols, which need more than types. */
  List<Signature> run() {
    var found = new LinkedHashSet<Signature>();
    for (int i = 0; i < TRIES && found.size() < ENOUGH; i++) {
      attempt().ifPresent(found::add);
    }
    return List.copyOf(found);
  }

  private Optional<Signature> attempt() {
    var sizes = new ArrayList<Integer>();
    var operands = operandTypes(sizes);
    if (operands.isEmpty()) {
      return Optional.empty();
    }
    var block = new Block();
    var values = operands.get().stream().map(type -> (Value) block.addArgument(type, Location.UNKNOWN)).toList();
    var state = OperationState.of(definition, Location.UNKNOWN).operands(values);
    if (definition.hasTrait(Trait.ATTR_SIZED_OPERAND_SEGMENTS)) {
      state.attribute(OpDefinition.OPERAND_SEGMENTS, DenseArrayAttr.i32(sizes.stream().mapToInt(Integer::intValue).toArray()));
    }
    var results = guessedResults(operands.get());
    for (var handle : definition.attributes()) {
      attributes.sample(handle, results.isEmpty() ? operands.get() : results).ifPresent(value -> state.attribute(handle.name(), value));
    }
    if (!accepts(state, results)) {
      return Optional.empty();
    }
    return Optional.of(new Signature(definition, operands.get(), Map.copyOf(state.attributes().asMap()), state.resultTypes()));
  }

  private boolean accepts(OperationState state, List<Type> guessed) {
    if (definition.infersResultTypes() && state.resultTypes().isEmpty()) {
      try {
        state.results(definition.inferResultTypes(state));
      } catch (RuntimeException _) {
        // Inference may assume what the verifier checks later.
        return false;
      }
    } else {
      state.results(guessed);
    }
    try {
      return isValid(state.create());
    } catch (RuntimeException exception) {
      broken.accept(exception);
      return false;
    }
  }

  private static boolean isValid(Operation op) {
    return Verifier.verify(op, new DiagnosticEngine());
  }

  /** Types for all operands, related as traits and type matches say; adds the size of each group to {@code sizes}. */
  private Optional<List<Type>> operandTypes(List<Integer> sizes) {
    var types = new ArrayList<Type>();
    var byName = new LinkedHashMap<String, Type>();
    boolean alike = random.nextInt(3) != 0;
    for (var handle : definition.operands()) {
      int size = size(handle.arity());
      sizes.add(size);
      for (int i = 0; i < size; i++) {
        var type = operandType(handle, types, byName, alike);
        if (type.isEmpty()) {
          return Optional.empty();
        }
        types.add(type.get());
        byName.put(handle.name(), type.get());
      }
    }
    return Optional.of(types);
  }

  private int size(Arity arity) {
    return switch (arity) {
      case ONE -> 1;
      case OPTIONAL -> random.nextInt(2);
      case VARIADIC -> random.nextInt(4);
    };
  }

  private Optional<Type> operandType(OperandHandle handle, List<Type> before, Map<String, Type> byName, boolean alike) {
    boolean same = definition.hasTrait(Trait.SAME_OPERANDS_AND_RESULT_TYPE) || definition.hasTrait(Trait.SAME_TYPE_OPERANDS);
    if (same && !before.isEmpty()) {
      return Optional.of(before.getFirst());
    }
    return matched(handle.name(), byName).or(() -> candidate(handle.constraint(), before, alike));
  }

  /** The type that a declared match gives to the group {@code name}. */
  private Optional<Type> matched(String name, Map<String, Type> byName) {
    for (var match : definition.typeMatches()) {
      if (match.to().equals(name) && byName.containsKey(match.from())) {
        try {
          return Optional.of(match.transform().apply(byName.get(match.from())));
        } catch (RuntimeException _) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  /** One of the accepted types; when {@code alike}, one that has to do with a type before, if there is one. */
  private Optional<Type> candidate(TypeConstraint constraint, List<Type> before, boolean alike) {
    var all = pool.accepted(constraint);
    if (alike && !before.isEmpty()) {
      var related = all.stream().filter(type -> before.stream().anyMatch(other -> areRelated(type, other))).toList();
      if (!related.isEmpty()) {
        return Optional.of(related.get(random.nextInt(related.size())));
      }
    }
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
  }

  private boolean areRelated(Type one, Type other) {
    boolean sameElement = ShapedType.elementOrSelf(one).equals(ShapedType.elementOrSelf(other));
    if (definition.hasTrait(Trait.ELEMENTWISE) || definition.hasTrait(Trait.SAME_OPERANDS_AND_RESULT_SHAPE)) {
      return shape(one).equals(shape(other)) && one.getClass().equals(other.getClass()) == (one instanceof ShapedType);
    }
    return sameElement;
  }

  private static Object shape(Type type) {
    return type instanceof ShapedType shaped ? shaped.shape() : List.of("scalar");
  }

  /** Result types by declared matches, or accepted ones; empty when the definition infers them or there are none. */
  private List<Type> guessedResults(List<Type> operands) {
    if (definition.infersResultTypes()) {
      return List.of();
    }
    var results = new ArrayList<Type>();
    for (ResultHandle handle : definition.results()) {
      int size = handle.arity() == Arity.ONE ? 1 : random.nextInt(2);
      for (int i = 0; i < size; i++) {
        var byName = new LinkedHashMap<String, Type>();
        for (int k = 0; k < Math.min(operands.size(), definition.operands().size()); k++) {
          byName.put(definition.operands().get(k).name(), operands.get(k));
        }
        matched(handle.name(), byName).or(() -> candidate(handle.constraint(), operands, random.nextInt(4) != 0)).ifPresent(results::add);
      }
    }
    return results;
  }
}
