package mlr.frontend.syntax;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** An expression as written. */
public sealed interface Expression {
  /** Where it stands. */
  SourceRange range();

  /** {@code 12} or {@code 0x1F}. */
  record IntegerLiteral(BigInteger value, SourceRange range) implements Expression {}

  /** {@code 1.5e-3}. */
  record DecimalLiteral(BigDecimal value, SourceRange range) implements Expression {}

  /** {@code true} or {@code false}. */
  record BooleanLiteral(boolean value, SourceRange range) implements Expression {}

  /** A variable, constant, parameter, enumeration constructor or, among static arguments, a type or node. */
  record Reference(Name name, List<Expression> staticArguments, SourceRange range) implements Expression {
    public Reference {
      staticArguments = List.copyOf(staticArguments);
    }
  }

  /** {@code f<<n>>(x, y)}, or {@code (f<<n>> every c)(x, y)}. */
  record Call(Name function, List<Expression> staticArguments, List<Expression> arguments, Optional<Expression> every, SourceRange range)
      implements Expression {
    public Call {
      staticArguments = List.copyOf(staticArguments);
      arguments = List.copyOf(arguments);
    }
  }

  /** {@code map<<n>> f(v)}, {@code batch<<n>> x}: the operators of space and time. */
  record Iteration(Name operator, List<Expression> staticArguments, Expression operand, SourceRange range) implements Expression {
    public Iteration {
      staticArguments = List.copyOf(staticArguments);
    }
  }

  /** A prefix operator: {@code pre e}, {@code - e}. */
  record Prefix(Operator operator, Expression operand, SourceRange range) implements Expression {}

  /** An infix operator. */
  record Binary(Operator operator, Expression left, Expression right, SourceRange range) implements Expression {}

  /** {@code e when c}. */
  record When(Expression operand, ClockCondition condition, SourceRange range) implements Expression {}

  /** {@code merge x (C -> e) …}. */
  record Merge(Name condition, List<Branch> branches, SourceRange range) implements Expression {
    public Merge {
      branches = List.copyOf(branches);
    }
  }

  /** {@code (C -> e)}; a Boolean case is named {@code true} or {@code false}. */
  record Branch(Name constructor, Expression value) {}

  /** {@code if c then a else b}. */
  record Conditional(Expression condition, Expression then, Expression otherwise, SourceRange range) implements Expression {}

  /** {@code grad l wrt v}. */
  record Gradient(Expression loss, Name variable, SourceRange range) implements Expression {}

  /** {@code (a, b)}. */
  record Tuple(List<Expression> elements, SourceRange range) implements Expression {
    public Tuple {
      elements = List.copyOf(elements);
    }
  }

  /** {@code [a, b]}. */
  record TensorLiteral(List<Expression> elements, SourceRange range) implements Expression {
    public TensorLiteral {
      elements = List.copyOf(elements);
    }
  }

  /** {@code [a with [i] = e]}. */
  record Update(Expression tensor, List<Expression> indices, Expression value, SourceRange range) implements Expression {
    public Update {
      indices = List.copyOf(indices);
    }
  }

  /** {@code a[i, lo..hi]}. */
  record Subscript(Expression tensor, List<Index> indices, SourceRange range) implements Expression {
    public Subscript {
      indices = List.copyOf(indices);
    }
  }

  /** {@code i}, or {@code lo..hi} with both ends included. */
  record Index(Expression first, Optional<Expression> last) {}

  /** {@code a[>i<]} without a default, {@code a.[i] default d} with one. */
  record SafeSubscript(Expression tensor, List<Expression> indices, Optional<Expression> otherwise, SourceRange range)
      implements Expression {
    public SafeSubscript {
      indices = List.copyOf(indices);
    }
  }

  /** {@code e.x}, which is read but not supported yet. */
  record Field(Expression operand, Name name, SourceRange range) implements Expression {}

  /** {@code { x = 1.0; y = 2.0 }}, which is read but not supported yet. */
  record RecordLiteral(SourceRange range) implements Expression {}
}
