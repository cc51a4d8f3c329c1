package mlr.frontend.typed;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import mlr.frontend.syntax.Operator;
import mlr.frontend.types.ElementKind;

/** Operations that act on each element and broadcast: the operators and the elementary functions. */
public enum ElementwiseOperator {
  NEGATE("-", 1, ElementKind.NUMBER), NOT("not", 1, null),
  SHIFT_LEFT("lsl", 2, ElementKind.INTEGER), SHIFT_RIGHT("lsr", 2, ElementKind.INTEGER),
  SHIFT_RIGHT_SIGNED("asr", 2, ElementKind.INTEGER),
  BIT_AND("land", 2, ElementKind.INTEGER), BIT_OR("lor", 2, ElementKind.INTEGER), BIT_XOR("lxor", 2, ElementKind.INTEGER),
  MULTIPLY("*", 2, ElementKind.NUMBER), DIVIDE("/", 2, ElementKind.NUMBER), DIV("div", 2, ElementKind.INTEGER),
  MODULO("mod", 2, ElementKind.INTEGER), ADD("+", 2, ElementKind.NUMBER), SUBTRACT("-", 2, ElementKind.NUMBER),
  EQUAL("=", 2, ElementKind.ANY), NOT_EQUAL("<>", 2, ElementKind.ANY), LESS("<", 2, ElementKind.NUMBER),
  LESS_EQUAL("<=", 2, ElementKind.NUMBER), GREATER(">", 2, ElementKind.NUMBER), GREATER_EQUAL(">=", 2, ElementKind.NUMBER),
  AND("and", 2, null), OR("or", 2, null), XOR("xor", 2, null), IMPLIES("=>", 2, null),
  MIN("min", 2, ElementKind.NUMBER), MAX("max", 2, ElementKind.NUMBER), ABS("abs", 1, ElementKind.NUMBER),
  RELU("relu", 1, ElementKind.NUMBER), CLIP("clip", 3, ElementKind.NUMBER),
  EXP("exp", 1, ElementKind.FLOAT), LOG("log", 1, ElementKind.FLOAT), SQRT("sqrt", 1, ElementKind.FLOAT),
  SIN("sin", 1, ElementKind.FLOAT), COS("cos", 1, ElementKind.FLOAT), TAN("tan", 1, ElementKind.FLOAT),
  ASIN("asin", 1, ElementKind.FLOAT), ACOS("acos", 1, ElementKind.FLOAT), ATAN("atan", 1, ElementKind.FLOAT),
  ATAN2("atan2", 2, ElementKind.FLOAT), POW("pow", 2, ElementKind.FLOAT),
  TANH("tanh", 1, ElementKind.FLOAT), SIGMOID("sigmoid", 1, ElementKind.FLOAT),
  FLOOR("floor", 1, ElementKind.FLOAT), CEIL("ceil", 1, ElementKind.FLOAT), ROUND("round", 1, ElementKind.FLOAT);

  private static final Map<String, ElementwiseOperator> FUNCTIONS = Arrays.stream(values()).filter(o -> o.compareTo(MIN) >= 0)
      .collect(Collectors.toUnmodifiableMap(o -> o.spelling, Function.identity()));

  private final String spelling;
  private final int arity;
  private final ElementKind operands;

  ElementwiseOperator(String spelling, int arity, ElementKind operands) {
    this.spelling = spelling;
    this.arity = arity;
    this.operands = operands;
  }

  /** How it is written. */
  public String spelling() {
    return spelling;
  }

  /** The number of operands. */
  public int arity() {
    return arity;
  }

  /** What operands may be; empty for the logical operators, whose operands are {@code bool}. */
  public Optional<ElementKind> operands() {
    return Optional.ofNullable(operands);
  }

  /** Whether the result is {@code bool} whatever the operands are. */
  public boolean isComparison() {
    return compareTo(EQUAL) >= 0 && compareTo(GREATER_EQUAL) <= 0;
  }

  /** The elementary function called {@code name}. */
  public static Optional<ElementwiseOperator> function(String name) {
    return Optional.ofNullable(FUNCTIONS.get(name));
  }

  /** The names of the elementary functions, in order. */
  public static List<String> functionNames() {
    return FUNCTIONS.keySet().stream().sorted().toList();
  }

  /** The elementwise meaning of an operator, if it has one. */
  public static Optional<ElementwiseOperator> of(Operator operator) {
    return switch (operator) {
      case PRE, FINAL, INITIAL, ALL, LAST, REPLICATE, FBY, POST, MATRIX_PRODUCT, JOIN, ARROW -> Optional.empty();
      default -> Optional.of(valueOf(operator.name()));
    };
  }
}
