package mlr.frontend.parser;

import java.util.ArrayList;
import java.util.List;
import mlr.frontend.grammar.MlrLexer;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Which parts of a parse tree the parser had nothing to complain about. */
final class Soundness {
  private Soundness() {}

  /** Whether a subtree is there and has no error. */
  static boolean isSound(ParserRuleContext tree) {
    if (tree == null || tree.exception != null) {
      return false;
    }
    for (int i = 0; i < tree.getChildCount(); i++) {
      var child = tree.getChild(i);
      if (child instanceof ErrorNode || child instanceof ParserRuleContext inner && !isSound(inner)) {
        return false;
      }
    }
    return true;
  }

  /** The identifiers directly in a tree and those in its parts of the given kinds: names that it may have meant to declare. */
  @SafeVarargs
  static List<String> names(ParserRuleContext tree, Class<? extends ParserRuleContext>... kinds) {
    var all = new ArrayList<String>();
    for (int i = 0; i < tree.getChildCount(); i++) {
      ParseTree child = tree.getChild(i);
      if (child instanceof TerminalNode leaf && leaf.getSymbol().getType() == MlrLexer.IDENTIFIER) {
        all.add(leaf.getText());
      } else if (child instanceof ParserRuleContext inner && List.of(kinds).stream().anyMatch(kind -> kind.isInstance(inner))) {
        all.addAll(names(inner, kinds));
      }
    }
    return all;
  }
}
