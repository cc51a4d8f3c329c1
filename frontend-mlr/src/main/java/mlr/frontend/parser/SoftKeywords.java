package mlr.frontend.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mlr.frontend.grammar.MlrLexer;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/**
 * Tells the words that are keywords in some places and names in all others. Each rule below rests on a fact of the grammar: two operands
 * never stand side by side, so a word between two operands is an operator, and a name never follows a name.
 */
final class SoftKeywords {
  private static final Map<String, Integer> WORDS = Map.ofEntries(
      Map.entry("param", MlrLexer.PARAM), Map.entry("segment", MlrLexer.SEGMENT), Map.entry("over", MlrLexer.OVER),
      Map.entry("in", MlrLexer.IN), Map.entry("as", MlrLexer.AS), Map.entry("resume", MlrLexer.RESUME),
      Map.entry("late", MlrLexer.LATE), Map.entry("carry", MlrLexer.CARRY), Map.entry("next", MlrLexer.NEXT),
      Map.entry("max", MlrLexer.MAX), Map.entry("done", MlrLexer.DONE), Map.entry("post", MlrLexer.POST),
      Map.entry("final", MlrLexer.FINAL), Map.entry("initial", MlrLexer.INITIAL), Map.entry("all", MlrLexer.ALL),
      Map.entry("on", MlrLexer.ON), Map.entry("default", MlrLexer.DEFAULT), Map.entry("grad", MlrLexer.GRAD),
      Map.entry("wrt", MlrLexer.WRT));

  private SoftKeywords() {}

  /** The tokens of the default channel, the words that are keywords where they stand carrying their own types. */
  static List<Token> mark(List<Token> tokens) {
    var marked = new ArrayList<Token>();
    int previous = MlrLexer.SEMICOLON;
    for (int i = 0; i < tokens.size(); i++) {
      var token = tokens.get(i);
      if (token.getType() == MlrLexer.IDENTIFIER && WORDS.containsKey(token.getText())) {
        int keyword = WORDS.get(token.getText());
        if (isKeyword(keyword, previous, i + 1 < tokens.size() ? tokens.get(i + 1) : token)) {
          var changed = new CommonToken(token);
          changed.setType(keyword);
          token = changed;
        }
      }
      marked.add(token);
      previous = token.getType();
    }
    return marked;
  }

  private static boolean isKeyword(int keyword, int previous, Token following) {
    int next = following.getType();
    return switch (keyword) {
      case MlrLexer.SEGMENT -> next == MlrLexer.EVERY || next == MlrLexer.UNTIL || following.getText().equals("over");
      case MlrLexer.OVER -> previous == MlrLexer.SEGMENT;
      case MlrLexer.PARAM, MlrLexer.NEXT -> next == MlrLexer.IDENTIFIER;
      case MlrLexer.IN, MlrLexer.AS, MlrLexer.MAX, MlrLexer.WRT -> endsOperand(previous);
      case MlrLexer.POST -> endsOperand(previous);
      case MlrLexer.RESUME, MlrLexer.LATE, MlrLexer.CARRY ->
          endsOperand(previous) || previous == MlrLexer.RESUME || previous == MlrLexer.LATE;
      case MlrLexer.ON -> previous == MlrLexer.DOT || endsOperand(previous);
      case MlrLexer.DEFAULT -> previous == MlrLexer.BRACKET_CLOSE;
      case MlrLexer.DONE -> endsOperand(previous) || startsEquation(previous) && next != MlrLexer.EQUAL && next != MlrLexer.COMMA && next != MlrLexer.COLON;
      // After these a minus or a bracket belongs to a variable of that name: `all[3]`, `final - 1`.
      case MlrLexer.FINAL, MlrLexer.INITIAL, MlrLexer.ALL ->
          !endsOperand(previous) && startsOperand(next) && next != MlrLexer.BRACKET_OPEN && next != MlrLexer.MINUS;
      case MlrLexer.GRAD -> !endsOperand(previous) && next == MlrLexer.IDENTIFIER;
      default -> false;
    };
  }

  private static boolean endsOperand(int type) {
    return switch (type) {
      case MlrLexer.IDENTIFIER, MlrLexer.INTEGER, MlrLexer.FLOAT, MlrLexer.TRUE, MlrLexer.FALSE, MlrLexer.CLOSE,
          MlrLexer.BRACKET_CLOSE, MlrLexer.CLAMP_CLOSE, MlrLexer.STATIC_CLOSE, MlrLexer.BRACE_CLOSE -> true;
      default -> false;
    };
  }

  private static boolean startsOperand(int type) {
    return switch (type) {
      case MlrLexer.IDENTIFIER, MlrLexer.INTEGER, MlrLexer.FLOAT, MlrLexer.TRUE, MlrLexer.FALSE, MlrLexer.OPEN,
          MlrLexer.BRACKET_OPEN, MlrLexer.MINUS, MlrLexer.PRE, MlrLexer.NOT, MlrLexer.IF, MlrLexer.MERGE, MlrLexer.LAST -> true;
      default -> false;
    };
  }

  private static boolean startsEquation(int previous) {
    return switch (previous) {
      case MlrLexer.SEMICOLON, MlrLexer.DO, MlrLexer.THEN, MlrLexer.DONE, MlrLexer.LET -> true;
      default -> false;
    };
  }
}
