package mlr.frontend.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mlr.frontend.grammar.MlrLexer;
import mlr.frontend.grammar.MlrParser;
import mlr.frontend.syntax.SourceModule;
import mlr.ir.Location;
import mlr.ir.diagnostics.DiagnosticEngine;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;

/** Parses one source file. */
public final class ModuleParser {
  /** How deep brackets and {@code if} may nest; the compiler's recursion follows them. */
  private static final int MAX_NESTING = 2_000;

  private ModuleParser() {}

  /**
   * The syntax tree of {@code text}, or nothing after reporting every syntax error found.
   *
   * @param file the name that locations carry
   */
  public static Optional<SourceModule> parse(String file, String text, DiagnosticEngine diagnostics) {
    var lexer = new MlrLexer(CharStreams.fromString(text, file));
    lexer.removeErrorListeners();
    var tokens = new ArrayList<Token>();
    boolean readable = true;
    for (Token token : lexer.getAllTokens()) {
      if (token.getType() == MlrLexer.UNKNOWN) {
        diagnostics.error(at(file, token), "the character '" + token.getText() + "' has no meaning in MLR");
        readable = false;
      } else if (token.getType() == MlrLexer.OPEN_COMMENT) {
        diagnostics.error(at(file, token), "this comment is never closed: '*)' is missing");
        return Optional.empty();
      } else if (token.getChannel() == Token.DEFAULT_CHANNEL) {
        tokens.add(token);
      }
    }
    if (nestsTooDeeply(tokens, file, diagnostics)) {
      return Optional.empty();
    }
    var errors = new SyntaxErrors(file, diagnostics);
    var counting = new ErrorCount();
    var parser = new MlrParser(new CommonTokenStream(new ListTokenSource(withEnd(SoftKeywords.mark(tokens), lexer), file)));
    parser.removeErrorListeners();
    parser.addErrorListener(errors);
    parser.addErrorListener(counting);
    var tree = parser.module();
    if (!readable || counting.errors > 0) {
      return Optional.empty();
    }
    var builder = new TreeBuilder(file, diagnostics);
    var module = builder.module(tree);
    return builder.failed() ? Optional.empty() : Optional.of(module);
  }

  private static boolean nestsTooDeeply(List<Token> tokens, String file, DiagnosticEngine diagnostics) {
    int depth = 0;
    for (var token : tokens) {
      switch (token.getType()) {
        case MlrLexer.OPEN, MlrLexer.BRACKET_OPEN, MlrLexer.IF -> depth++;
        case MlrLexer.CLOSE, MlrLexer.BRACKET_CLOSE -> depth--;
        case MlrLexer.SEMICOLON -> depth = 0;
        default -> {}
      }
      if (depth > MAX_NESTING) {
        diagnostics.error(at(file, token), "expressions nest more than " + MAX_NESTING + " deep here");
        return true;
      }
    }
    return false;
  }

  private static List<Token> withEnd(List<Token> tokens, MlrLexer lexer) {
    var all = new ArrayList<>(tokens);
    all.add(lexer.emitEOF());
    return all;
  }

  private static Location at(String file, Token token) {
    return Location.at(file, token.getLine(), token.getCharPositionInLine() + 1);
  }

  /** Whether the parser complained at all, also where a complaint repeats another and is not shown. */
  private static final class ErrorCount extends BaseErrorListener {
    private int errors;

    @Override
    public void syntaxError(Recognizer<?, ?> recognizer, Object offending, int line, int column, String message,
        RecognitionException e) {
      errors++;
    }
  }
}
