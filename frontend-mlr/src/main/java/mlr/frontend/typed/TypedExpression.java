package mlr.frontend.typed;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mlr.frontend.syntax.ClockCondition;
import mlr.frontend.syntax.SourceRange;
import mlr.frontend.types.Element;
import mlr.frontend.types.Size;
import mlr.frontend.types.ValueType;

/** An expression with its types: one for each value, several for a tuple or an instance with several outputs. */
public sealed interface TypedExpression {
  /** Where it stands. */
  SourceRange range();

  /** The types of its values. */
  List<ValueType> types();

  /** The type of an expression with one value. */
  default ValueType type() {
    if (types().size() != 1) {
      throw new IllegalStateException("an expression with " + types().size() + " values where one is needed, at " + range());
    }
    return types().getFirst();
  }

  /** An expression with exactly one value. */
  sealed interface Single extends TypedExpression {
    @Override
    ValueType type();

    @Override
    default List<ValueType> types() {
      return List.of(type());
    }
  }

  /** An integer, or a static size used as a value. */
  record IntegerConstant(Size value, ValueType type, SourceRange range) implements Single {}

  /** A decimal literal. */
  record DecimalConstant(BigDecimal value, ValueType type, SourceRange range) implements Single {}

  /** {@code true} or {@code false}. */
  record BooleanConstant(boolean value, SourceRange range) implements Single {
    @Override
    public ValueType type() {
      return ValueType.BOOL;
    }
  }

  /** An enumeration constructor by its position. */
  record ConstructorConstant(Element.Enumeration enumeration, int index, SourceRange range) implements Single {
    @Override
    public ValueType type() {
      return ValueType.scalar(enumeration);
    }
  }

  /** {@code zeros}: every element zero ({@code false}), in whatever type the context wants. */
  record Zeros(ValueType type, SourceRange range) implements Single {}

  /** A variable of the node. */
  record Read(Variable variable, SourceRange range) implements Single {
    @Override
    public ValueType type() {
      return variable.type();
    }
  }

  /** A {@code param}. */
  record ParamRead(String name, ValueType type, SourceRange range) implements Single {}

  /** An operator or elementary function on each element, operands broadcast to the shape of {@code type}. */
  record Elementwise(ElementwiseOperator operator, List<TypedExpression> operands, ValueType type, SourceRange range) implements Single {
    public Elementwise {
      operands = List.copyOf(operands);
    }
  }

  /** {@code f32(e)}. */
  record Convert(TypedExpression operand, ValueType type, SourceRange range) implements Single {}

  /** {@code if c then a else b}. */
  record Conditional(TypedExpression condition, TypedExpression then, TypedExpression otherwise, SourceRange range)
      implements TypedExpression {
    @Override
    public List<ValueType> types() {
      return then.types();
    }
  }

  /** {@code pre e}. */
  record Pre(TypedExpression operand, SourceRange range) implements TypedExpression {
    @Override
    public List<ValueType> types() {
      return operand.types();
    }
  }

  /** {@code a -> b}, {@code c fby e} or {@code e post d}, by the kind. */
  record Temporal(Kind kind, TypedExpression left, TypedExpression right, SourceRange range) implements TypedExpression {
    /** Which operator. */
    public enum Kind { ARROW, FBY, POST }

    @Override
    public List<ValueType> types() {
      return left.types();
    }
  }

  /** {@code e when c}; {@code condition} is the value of a Boolean or enumeration name, absent for a periodic word. */
  record When(TypedExpression operand, ClockCondition clock, Optional<TypedExpression> condition, SourceRange range)
      implements TypedExpression {
    @Override
    public List<ValueType> types() {
      return operand.types();
    }
  }

  /** {@code merge x …}; branches in the order of the constructors, {@code false} before {@code true} for a Boolean. */
  record Merge(TypedExpression condition, List<TypedExpression> branches, SourceRange range) implements TypedExpression {
    public Merge {
      branches = List.copyOf(branches);
    }

    @Override
    public List<ValueType> types() {
      return branches.getFirst().types();
    }
  }

  /** {@code current(e, d)}. */
  record Current(TypedExpression operand, TypedExpression otherwise, SourceRange range) implements TypedExpression {
    @Override
    public List<ValueType> types() {
      return operand.types();
    }
  }

  /** {@code initial e}, {@code final e}, {@code all e}; {@code all} adds a leading axis. */
  record Exit(Kind kind, TypedExpression operand, List<ValueType> types, SourceRange range) implements TypedExpression {
    /** Which value of the segment. */
    public enum Kind { INITIAL, FINAL, ALL }

    public Exit {
      types = List.copyOf(types);
    }
  }

  /** {@code replay(y, d)}. */
  record Replay(TypedExpression operand, TypedExpression otherwise, SourceRange range) implements TypedExpression {
    @Override
    public List<ValueType> types() {
      return operand.types();
    }
  }

  /** A call of a declared node or function. */
  record Apply(Instance callee, List<TypedExpression> arguments, Optional<TypedExpression> every, List<ValueType> types, SourceRange range)
      implements TypedExpression {
    public Apply {
      arguments = List.copyOf(arguments);
      types = List.copyOf(types);
    }
  }

  /** A function of the {@code tensor} module; {@code axes} are its static arguments, when it takes axes. */
  record Tensor(TensorFunction function, List<TypedExpression> operands, List<Size> axes, ValueType type, SourceRange range)
      implements Single {
    public Tensor {
      operands = List.copyOf(operands);
      axes = List.copyOf(axes);
    }
  }

  /** {@code [a, b]}: elements of equal type along a new leading axis. */
  record Stack(List<TypedExpression> elements, ValueType type, SourceRange range) implements Single {
    public Stack {
      elements = List.copyOf(elements);
    }
  }

  /** {@code e^n}. */
  record Replicate(TypedExpression operand, ValueType type, SourceRange range) implements Single {}

  /** {@code a|b}. */
  record Join(TypedExpression left, TypedExpression right, ValueType type, SourceRange range) implements Single {}

  /** {@code a[i, lo..hi]} with static positions along the leading axes. */
  record Slice(TypedExpression tensor, List<Extent> extents, ValueType type, SourceRange range) implements Single {
    /** Positions {@code first} to {@code first + length - 1} of an axis; {@code dropped} when it was a single index. */
    public record Extent(Size first, Size length, boolean dropped) {}

    public Slice {
      extents = List.copyOf(extents);
    }
  }

  /** {@code a[>i<]}, or {@code a.[i] default d}, with positions known at run time along the leading axes. */
  record Gather(TypedExpression tensor, List<TypedExpression> indices, Optional<TypedExpression> otherwise, ValueType type,
      SourceRange range) implements Single {
    public Gather {
      indices = List.copyOf(indices);
    }
  }

  /** {@code [a with [i] = e]}: positions out of range leave {@code a} as it is. */
  record Update(TypedExpression tensor, List<TypedExpression> indices, TypedExpression value, ValueType type, SourceRange range)
      implements Single {
    public Update {
      indices = List.copyOf(indices);
    }
  }

  /** {@code (a, b)}: the values of all, in order. */
  record Tuple(List<TypedExpression> elements, SourceRange range) implements TypedExpression {
    public Tuple {
      elements = List.copyOf(elements);
    }

    @Override
    public List<ValueType> types() {
      return elements.stream().flatMap(e -> e.types().stream()).toList();
    }
  }

  /** What stands for an expression that was refused; its type fits anything. */
  record Invalid(ValueType type, SourceRange range) implements Single {}

  /** The expressions directly inside this one. */
  default List<TypedExpression> children() {
    return switch (this) {
      case IntegerConstant _, DecimalConstant _, BooleanConstant _, ConstructorConstant _, Zeros _, Read _, ParamRead _, Invalid _ ->
          List.of();
      case Elementwise e -> e.operands();
      case Convert e -> List.of(e.operand());
      case Conditional e -> List.of(e.condition(), e.then(), e.otherwise());
      case Pre e -> List.of(e.operand());
      case Temporal e -> List.of(e.left(), e.right());
      case When e -> Stream.concat(Stream.of(e.operand()), e.condition().stream()).toList();
      case Merge e -> Stream.concat(Stream.of(e.condition()), e.branches().stream()).toList();
      case Current e -> List.of(e.operand(), e.otherwise());
      case Exit e -> List.of(e.operand());
      case Replay e -> List.of(e.operand(), e.otherwise());
      case Apply e -> Stream.concat(e.arguments().stream(), e.every().stream()).toList();
      case Tensor e -> e.operands();
      case Stack e -> e.elements();
      case Replicate e -> List.of(e.operand());
      case Join e -> List.of(e.left(), e.right());
      case Slice e -> List.of(e.tensor());
      case Gather e -> Stream.concat(Stream.concat(Stream.of(e.tensor()), e.indices().stream()), e.otherwise().stream()).toList();
      case Update e -> Stream.concat(Stream.concat(Stream.of(e.tensor()), e.indices().stream()), Stream.of(e.value())).toList();
      case Tuple e -> e.elements();
    };
  }
}
