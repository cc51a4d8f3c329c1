package mlr.ir.rewrite.equation;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import mlr.ir.Attribute;
import mlr.ir.Block;
import mlr.ir.Location;
import mlr.ir.OpBuilder;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.attributes.FloatAttr;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.Trait;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.eval.Evaluation;
import mlr.ir.eval.Poison;
import mlr.ir.eval.RuntimeValues;
import mlr.ir.eval.UndefinedBehavior;
import mlr.ir.types.FloatType;
import mlr.ir.types.IndexType;
import mlr.ir.types.IntegerType;
import mlr.ir.types.ShapedType;
import mlr.ir.types.VectorType;
import mlr.ir.verify.Verifier;

/** A block of operations that is an instance of an equation's left side; its arguments are the variables. */
final class EquationInstance {
  /** Stands for the result where evaluation is undefined. */
  static final Object UNDEFINED = new Object() {
    @Override
    public String toString() {
      return "undefined";
    }
  };

  private static final List<Type> SCALARS = List.of(IntegerType.I1, IntegerType.signless(3), IntegerType.I8, IntegerType.I32, IntegerType.I64, IndexType.INDEX,
      FloatType.F16, FloatType.F32, FloatType.F64);
  private static final long[] INTEGERS = {0, 1, -1, 2, 3, Long.MIN_VALUE, Long.MAX_VALUE, Integer.MIN_VALUE, Integer.MAX_VALUE, 127, -128};
  private static final double[] FLOATS = {0.0, -0.0, 1.0, -1.0, 0.5, 3.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e30, -1e-30};

  private final Vocabulary vocabulary;
  private final SplittableRandom random;
  private final Operation frame;
  private final Block block;
  private final OpBuilder builder;
  private final Object[] slots;
  private final boolean shaped;
  private Operation use;

  private EquationInstance(EquationPattern pattern, SplittableRandom random) {
    this.vocabulary = pattern.vocabulary();
    this.random = random;
    var state = OperationState.of(OpDefinition.unregistered("equation.instance"), Location.UNKNOWN);
    block = state.addRegion().addBlock();
    frame = state.create();
    builder = OpBuilder.atEnd(block);
    slots = new Object[pattern.equation().slots()];
    shaped = random.nextInt(4) == 0;
    use = frame;
  }

  /** An instance at random types; empty when the types that were drawn don't go together. */
  static Optional<EquationInstance> of(EquationPattern pattern, SplittableRandom random) {
    var instance = new EquationInstance(pattern, random);
    var root = instance.build(pattern.equation().left(), instance.type());
    if (root.isEmpty()) {
      return Optional.empty();
    }
    instance.use = instance.builder.create(OperationState.of(OpDefinition.unregistered("equation.use"), Location.UNKNOWN).operand(root.get()));
    return Verifier.verify(instance.frame, new DiagnosticEngine()) ? Optional.of(instance) : Optional.empty();
  }

  /** The operation that the equation is to be applied to. */
  Operation root() {
    return use.operand(0).definingOp().orElseThrow();
  }

  @Override
  public String toString() {
    return frame.toString();
  }

  private Type type() {
    var scalar = SCALARS.get(random.nextInt(SCALARS.size()));
    return shaped && random.nextInt(10) != 0 ? VectorType.of(scalar, 3) : scalar;
  }

  private Optional<Value> build(Term term, Type type) {
    return switch (term) {
      case Term.Variable(int slot, var _) -> {
        if (slots[slot] == null) {
          slots[slot] = block.addArgument(type, Location.UNKNOWN);
        }
        yield Optional.of((Value) slots[slot]).filter(value -> value.type().equals(type));
      }
      case Term.Constant(int slot, var _) -> {
        if (slots[slot] == null) {
          slots[slot] = builder.create(vocabulary.constant(RuntimeValues.attribute(type, value(type)), Location.UNKNOWN)).result();
        }
        yield Optional.of((Value) slots[slot]).filter(value -> value.type().equals(type));
      }
      case Term.Literal(var text, var own) -> bind(own, type) ? Match.literal(type, text)
          .map(attribute -> builder.create(vocabulary.constant(attribute, Location.UNKNOWN)).result()) : Optional.empty();
      case Term.Apply apply -> bind(apply.type(), type) ? operation(apply, type) : Optional.empty();
      case Term.Computed _ -> Optional.empty();
    };
  }

  private boolean bind(Optional<Term.Type> variable, Type type) {
    if (variable.isEmpty()) {
      return true;
    }
    int slot = variable.get().slot();
    if (slots[slot] == null) {
      slots[slot] = type;
    }
    return slots[slot].equals(type);
  }

  private Optional<Value> operation(Term.Apply apply, Type result) {
    var definition = apply.operation();
    var state = OperationState.of(definition, Location.UNKNOWN);
    var alike = definition.hasTrait(Trait.SAME_OPERANDS_AND_RESULT_TYPE) ? result : type();
    for (var operand : apply.operands()) {
      boolean same = definition.hasTrait(Trait.SAME_OPERANDS_AND_RESULT_TYPE) || definition.hasTrait(Trait.SAME_TYPE_OPERANDS);
      // An operand that is already there has its type; otherwise half of them are of the result's, as in a selection.
      var known = operand instanceof Term.Variable(int slot, var _) && slots[slot] instanceof Value value ? Optional.of(value.type()) : Optional.<Type>empty();
      var type = same ? alike : known.orElseGet(() -> random.nextBoolean() ? result : type());
      var value = build(operand, type);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      state.operand(value.get());
    }
    for (var attribute : apply.attributes()) {
      var value = attribute(definition, attribute);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      state.attribute(attribute.name(), value.get());
    }
    var inferred = definition.inferResultTypes(state);
    if (!inferred.isEmpty() && !inferred.equals(List.of(result))) {
      return Optional.empty();
    }
    return Optional.of(builder.create(state.result(result)).result());
  }

  private Optional<Attribute> attribute(OpDefinition<?> definition, Term.AttributeTerm term) {
    return switch (term.value()) {
      case Term.AttributeValue.Exactly(var attribute) -> Optional.of(attribute);
      case Term.AttributeValue.Variable(int slot, var _) -> {
        if (slots[slot] == null) {
          slots[slot] = IntegerAttr.i64(random.nextInt(16));
        }
        yield Optional.of((Attribute) slots[slot])
            .filter(attribute -> definition.attributes().stream().anyMatch(handle -> handle.name().equals(term.name()) && handle.accepts(attribute)));
      }
      case Term.AttributeValue.Computed _ -> Optional.empty();
    };
  }

  /** A value for each variable, now and then poison. */
  Object[] inputs(SplittableRandom source) {
    return block.arguments().stream().map(argument -> source.nextInt(16) == 0 ? Poison.POISON : value(argument.type())).toArray();
  }

  private Object value(Type type) {
    if (type instanceof ShapedType vector) {
      var elements = new Object[Math.toIntExact(vector.elementCount())];
      for (int i = 0; i < elements.length; i++) {
        elements[i] = value(vector.element());
      }
      return RuntimeValues.tensor(vector, elements);
    }
    boolean edge = random.nextBoolean();
    if (type instanceof FloatType format) {
      double number = edge ? FLOATS[random.nextInt(FLOATS.length)] : (random.nextDouble() - 0.5) * Math.pow(2, random.nextInt(-20, 20));
      return RuntimeValues.of(FloatAttr.of(format, number));
    }
    return IntegerAttr.wrap(type, edge ? INTEGERS[random.nextInt(INTEGERS.length)] : random.nextLong() >> random.nextInt(64));
  }

  /** What the instance computes: a value, {@link Poison}, or {@link #UNDEFINED}. */
  Object evaluate(Object[] inputs) {
    Map<Value, Object> values = new IdentityHashMap<>();
    for (int i = 0; i < inputs.length; i++) {
      values.put(block.argument(i), inputs[i]);
    }
    try {
      for (var op : block) {
        if (op != use) {
          var arguments = new ArrayList<>();
          op.operands().forEach(operand -> arguments.add(values.get(operand)));
          var results = Evaluation.run(op, arguments.toArray()).orElseThrow(() -> new IllegalStateException(op.name() + " can't be evaluated"));
          for (int i = 0; i < results.length; i++) {
            values.put(op.result(i), results[i]);
          }
        }
      }
      return values.get(use.operand(0));
    } catch (UndefinedBehavior _) {
      return UNDEFINED;
    }
  }
}
