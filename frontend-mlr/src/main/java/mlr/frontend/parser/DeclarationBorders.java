package mlr.frontend.parser;

import java.util.Set;
import mlr.frontend.grammar.MlrParser;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.Token;

/** Recovery from syntax errors that never skips the word with which the next declaration begins. */
final class DeclarationBorders extends DefaultErrorStrategy {
  /** The words with which declarations begin. */
  static final Set<Integer> STARTS = Set.of(MlrParser.IMPORT, MlrParser.CONST, MlrParser.TYPE, MlrParser.PARAM, MlrParser.EXTERN,
      MlrParser.NODE, MlrParser.FUN);

  @Override
  protected Token singleTokenDeletion(Parser parser) {
    // Null is ANTLR's way to say that nothing may be deleted.
    return STARTS.contains(parser.getTokenStream().LA(1)) ? null : super.singleTokenDeletion(parser);
  }
}
