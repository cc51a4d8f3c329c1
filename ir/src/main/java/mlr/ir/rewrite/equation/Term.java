package mlr.ir.rewrite.equation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mlr.ir.Attribute;
import mlr.ir.definition.OpDefinition;

/** One side of an equation, or a part of it. Variables are numbered; what they stand for is in a {@link Match}. */
sealed interface Term {
  /** Any value: {@code x}. The same everywhere in the equation. */
  record Variable(int slot, String name) implements Term {}

  /** A value that is a constant: {@code C}, {@code C1}. Equal everywhere in the equation. */
  record Constant(int slot, String name) implements Term {}

  /** A number of whatever type its place has, in every element: {@code 0}, {@code -1}, {@code 1.0}. */
  record Literal(String text, Optional<Type> type) implements Term {}

  /** A constant that a function of the vocabulary computes from constants: {@code log2(C)}. On right-hand sides only. */
  record Computed(String function, List<Term> arguments, Optional<Type> type) implements Term {}

  /** The result of an operation. */
  record Apply(OpDefinition<?> operation, List<AttributeTerm> attributes, List<Term> operands, Optional<Type> type) implements Term {}

  /** A variable for a type, as after the colon in {@code x : T}. */
  record Type(int slot, String name) {}

  /** What an attribute is or must be. */
  record AttributeTerm(String name, AttributeValue value) {}

  /** The value of an attribute. */
  sealed interface AttributeValue {
    record Exactly(Attribute attribute) implements AttributeValue {}

    record Variable(int slot, String name) implements AttributeValue {}

    record Computed(String function, List<Variable> arguments) implements AttributeValue {}
  }

  /** The operations of this term, itself included. */
  default Stream<Apply> operations() {
    return this instanceof Apply apply ? Stream.concat(Stream.of(apply), apply.operands().stream().flatMap(Term::operations)) : Stream.of();
  }
}
