package mlr.frontend.parser;

import mlr.frontend.grammar.MlrParser.NameContext;
import mlr.frontend.syntax.Name;
import mlr.frontend.syntax.SourceRange;
import org.antlr.v4.runtime.ParserRuleContext;

/** Places of parse tree nodes in one file. */
record Ranges(String file) {
  SourceRange of(ParserRuleContext tree) {
    var first = tree.getStart();
    // A rule that matched nothing stops before it starts.
    var last = tree.getStop() == null ? first : tree.getStop();
    return new SourceRange(file, first.getLine(), first.getCharPositionInLine() + 1, last.getLine(),
        last.getCharPositionInLine() + last.getText().length());
  }

  Name name(NameContext tree) {
    return new Name(tree.getText(), of(tree));
  }
}
