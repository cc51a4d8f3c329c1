package mlr.frontend.syntax;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The operators of the precedence table (docs/language.md, section 1) by their spelling. */
public enum Operator {
  PRE("pre"), FINAL("final"), INITIAL("initial"), ALL("all"), NEGATE("-"), NOT("not"), LAST("last"),
  REPLICATE("^"), FBY("fby"), POST("post"),
  SHIFT_LEFT("lsl"), SHIFT_RIGHT("lsr"), SHIFT_RIGHT_SIGNED("asr"), BIT_AND("land"), BIT_OR("lor"), BIT_XOR("lxor"),
  MULTIPLY("*"), DIVIDE("/"), DIV("div"), MODULO("mod"), MATRIX_PRODUCT("@"), ADD("+"), SUBTRACT("-"), JOIN("|"),
  EQUAL("="), NOT_EQUAL("<>"), LESS("<"), LESS_EQUAL("<="), GREATER(">"), GREATER_EQUAL(">="),
  AND("and"), OR("or"), XOR("xor"), IMPLIES("=>"), ARROW("->");

  private static final Map<String, Operator> INFIX = Arrays.stream(values()).filter(o -> o.ordinal() >= REPLICATE.ordinal())
      .collect(Collectors.toUnmodifiableMap(o -> o.spelling, Function.identity()));
  private static final Map<String, Operator> PREFIX = Arrays.stream(values()).filter(o -> o.ordinal() < REPLICATE.ordinal())
      .collect(Collectors.toUnmodifiableMap(o -> o.spelling, Function.identity()));

  private final String spelling;

  Operator(String spelling) {
    this.spelling = spelling;
  }

  /** How it is written. */
  public String spelling() {
    return spelling;
  }

  /** The infix operator written {@code spelling} ({@code !=} is {@code <>}). */
  public static Operator infix(String spelling) {
    return INFIX.get(spelling.equals("!=") ? "<>" : spelling);
  }

  /** The prefix operator written {@code spelling}. */
  public static Operator prefix(String spelling) {
    return PREFIX.get(spelling);
  }
}
