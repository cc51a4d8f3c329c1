package mlr.frontend.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Locale;
import java.util.Set;
import mlr.dialects.reactive.LanguageCode;
import mlr.frontend.grammar.MlrLexer;
import mlr.frontend.grammar.MlrParser;
import mlr.ir.Location;
import mlr.ir.diagnostics.DiagnosticEngine;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** Turns the parser's complaints into diagnostics that say what was found and what would be right. */
final class SyntaxErrors extends BaseErrorListener {
  private static final Set<Integer> OPERAND_STARTS = Set.of(MlrParser.INTEGER, MlrParser.FLOAT, MlrParser.PRE, MlrParser.MERGE);
  private static final Set<Integer> DECLARATION_STARTS = Set.of(MlrParser.IMPORT, MlrParser.CONST, MlrParser.TYPE, MlrParser.NODE);
  private static final Set<Integer> EQUATION_STARTS = Set.of(MlrParser.ASSERT, MlrParser.SEGMENT, MlrParser.RESET, MlrParser.SWITCH);

  private final String file;
  private final DiagnosticEngine diagnostics;
  private int lastTokenIndex = -1;

  SyntaxErrors(String file, DiagnosticEngine diagnostics) {
    this.file = file;
    this.diagnostics = diagnostics;
  }

  @Override
  public void syntaxError(Recognizer<?, ?> recognizer, Object offending, int line, int column, String message, RecognitionException e) {
    var parser = (Parser) recognizer;
    var token = (Token) offending;
    if (isAftermath(parser, token)) {
      return;
    }
    lastTokenIndex = token.getTokenIndex();
    var expected = e == null || e.getExpectedTokens() == null ? parser.getExpectedTokens() : e.getExpectedTokens();
    var previous = parser.getInputStream().index() > 0 ? parser.getTokenStream().LT(-1) : null;
    if (expected.contains(MlrParser.SEMICOLON) && previous != null && e == null && previous.getLine() < line) {
      diagnostics.error(Location.at(file, previous.getLine(), previous.getCharPositionInLine() + previous.getText().length() + 1),
          "expected ';' after '" + previous.getText() + "'").code(LanguageCode.SYNTAX);
      return;
    }
    diagnostics.error(Location.at(file, line, column + 1),
        foreignHabit(parser, previous, token).orElseGet(() -> "expected " + describe(expected) + " but found " + found(token))).code(LanguageCode.SYNTAX);
  }

  /** Whether an error is in the same equation or declaration as the one before: it then tells more about the recovery than about the program. */
  private boolean isAftermath(Parser parser, Token token) {
    if (lastTokenIndex < 0) {
      return false;
    }
    for (int i = lastTokenIndex; i < token.getTokenIndex(); i++) {
      int type = parser.getTokenStream().get(i).getType();
      if (type == MlrLexer.SEMICOLON || type == MlrLexer.TEL || DeclarationBorders.STARTS.contains(type)) {
        return false;
      }
    }
    return true;
  }

  /** What to say of spellings that other languages have. */
  private static Optional<String> foreignHabit(Parser parser, Token previous, Token token) {
    if (previous == null) {
      return Optional.empty();
    }
    if (previous.getType() == MlrLexer.CLOSE && token.getType() == MlrLexer.ARROW) {
      return Optional.of("the outputs of a node follow the word 'returns', not '->'");
    }
    if (previous.getType() == MlrLexer.EQUAL && token.getType() == MlrLexer.EQUAL) {
      return Optional.of("equality is written '=', as definition is, not '=='");
    }
    int before = parser.getTokenStream().index() > 1 ? parser.getTokenStream().LA(-2) : Token.EOF;
    if (previous.getType() == MlrLexer.OPEN && (before == MlrLexer.WHEN || before == MlrLexer.ON)) {
      return Optional.of("a clock condition is a name: give the expression one, as in c = …, and write 'when c'");
    }
    return Optional.empty();
  }

  private static String found(Token token) {
    return switch (token.getType()) {
      case Token.EOF -> "the end of the file";
      case MlrLexer.IDENTIFIER -> "'" + token.getText() + "'";
      default -> Character.isLetter(token.getText().charAt(0)) ? "the keyword '" + token.getText() + "'" : "'" + token.getText() + "'";
    };
  }

  private static String describe(IntervalSet expected) {
    var words = new ArrayList<String>();
    var left = new IntervalSet(expected);
    group(left, DECLARATION_STARTS, "a declaration (node, fun, const, type, param, extern, import)",
        List.of(MlrParser.IMPORT, MlrParser.CONST, MlrParser.TYPE, MlrParser.NODE, MlrParser.FUN, MlrParser.PARAM, MlrParser.EXTERN,
            MlrParser.AT, Token.EOF), words);
    group(left, EQUATION_STARTS, "an equation", List.of(MlrParser.ASSERT, MlrParser.SEGMENT, MlrParser.RESET, MlrParser.SWITCH,
        MlrParser.AUTOMATON, MlrParser.IDENTIFIER, MlrParser.OPEN, MlrParser.NEXT, MlrParser.AT), words);
    group(left, OPERAND_STARTS, "an expression", List.of(MlrParser.INTEGER, MlrParser.FLOAT, MlrParser.PRE, MlrParser.MERGE,
        MlrParser.IDENTIFIER, MlrParser.OPEN, MlrParser.NOT, MlrParser.MINUS, MlrParser.IF, MlrParser.TRUE, MlrParser.FALSE,
        MlrParser.FINAL, MlrParser.INITIAL, MlrParser.ALL, MlrParser.LAST, MlrParser.GRAD, MlrParser.BRACKET_OPEN,
        MlrParser.BRACE_OPEN), words);
    // An expression may nearly always go on; that an operator would do is no news.
    group(left, Set.of(MlrParser.PLUS, MlrParser.TIMES), "an operator", List.of(MlrParser.PLUS, MlrParser.MINUS, MlrParser.TIMES,
        MlrParser.SLASH, MlrParser.DIV, MlrParser.MOD, MlrParser.AT, MlrParser.BAR, MlrParser.CARET, MlrParser.DOT, MlrParser.FBY,
        MlrParser.POST, MlrParser.WHEN, MlrParser.ARROW, MlrParser.IMPLIES, MlrParser.AND, MlrParser.OR, MlrParser.XOR,
        MlrParser.LSL, MlrParser.LSR, MlrParser.ASR, MlrParser.LAND, MlrParser.LOR, MlrParser.LXOR, MlrParser.EQUAL,
        MlrParser.NOT_EQUAL, MlrParser.LESS, MlrParser.LESS_EQUAL, MlrParser.GREATER, MlrParser.GREATER_EQUAL,
        MlrParser.BRACKET_OPEN, MlrParser.CLAMP_OPEN, MlrParser.GUARD_OPEN), words);
    for (int type : left.toList()) {
      words.add(spelling(type));
    }
    // The most telling expectation is what closes or continues the construct, not another operator.
    if (words.size() > 1) {
      words.remove("an operator");
    }
    return switch (words.size()) {
      case 0 -> "something else";
      case 1 -> words.getFirst();
      default -> String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
    };
  }

  private static void group(IntervalSet left, Set<Integer> needed, String phrase, List<Integer> members, List<String> words) {
    if (needed.stream().allMatch(left::contains)) {
      words.add(phrase);
      members.forEach(left::remove);
    }
  }

  private static String spelling(int type) {
    return switch (type) {
      case Token.EOF -> "the end of the file";
      case MlrParser.IDENTIFIER -> "a name";
      case MlrParser.INTEGER, MlrParser.FLOAT -> "a number";
      default -> {
        var literal = MlrParser.VOCABULARY.getLiteralName(type);
        yield literal == null ? "'" + MlrParser.VOCABULARY.getSymbolicName(type).toLowerCase(Locale.ROOT) + "'" : literal;
      }
    };
  }
}
