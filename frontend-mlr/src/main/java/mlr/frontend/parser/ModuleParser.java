package mlr.frontend.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mlr.dialects.reactive.LanguageCode;
import mlr.frontend.grammar.MlrLexer;
import mlr.frontend.grammar.MlrParser;
import mlr.frontend.syntax.SourceModule;
import mlr.ir.Location;
import mlr.ir.diagnostics.DiagnosticEngine;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Token;

/** Parses one source file. */
public final class ModuleParser {
  /** How deep brackets and {@code if} may nest; the compiler's recursion follows them. */
  private static final int MAX_NESTING = 2_000;

  private ModuleParser() {}

  /**
   * What is right in {@code text}, after reporting every syntax error found; nothing where the errors leave no structure.
   *
   * @param file the name that locations carry
   */
  public static Optional<SourceModule> parse(String file, String text, DiagnosticEngine diagnostics) {
    var lexer = new MlrLexer(CharStreams.fromString(text, file));
    lexer.removeErrorListeners();
    var tokens = new ArrayList<Token>();
    for (Token token : lexer.getAllTokens()) {
      if (token.getType() == MlrLexer.UNKNOWN) {
        diagnostics.error(at(file, token), "the character '" + token.getText() + "' has no meaning in MLR").code(LanguageCode.SYNTAX);
      } else if (token.getType() == MlrLexer.OPEN_COMMENT) {
        diagnostics.error(at(file, token), "this comment is never closed: '*)' is missing").code(LanguageCode.SYNTAX);
        return Optional.empty();
      } else if (token.getChannel() == Token.DEFAULT_CHANNEL) {
        tokens.add(token);
      }
    }
    if (nestsTooDeeply(tokens, file, diagnostics)) {
      return Optional.empty();
    }
    var parser = new MlrParser(new CommonTokenStream(new ListTokenSource(withEnd(SoftKeywords.mark(tokens), lexer), file)));
    parser.removeErrorListeners();
    parser.addErrorListener(new SyntaxErrors(file, diagnostics));
    parser.setErrorHandler(new DeclarationBorders());
    return Optional.of(new TreeBuilder(file, diagnostics).module(parser.module()));
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
        diagnostics.error(at(file, token), "expressions nest more than " + MAX_NESTING + " deep here").code(LanguageCode.SYNTAX);
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
}
