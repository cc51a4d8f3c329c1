package mlr.ir.text.assembly;

import java.util.ArrayList;
import java.util.List;

/**
 * Joins the pieces of text in a format that are always written one behind the other, the spaces before what follows included: fewer pieces are written sooner.
 * Only an attribute, which may be missing, is left to have its space written with it.
 */
final class TextRuns {
  private final List<FormatElement> joined = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  private TextRuns() {}

  /** The elements for the writer. */
  static FormatSequence joined(List<FormatElement> elements) {
    var runs = new TextRuns();
    elements.forEach(runs::add);
    runs.endText();
    return new FormatSequence(runs.joined);
  }

  // Without a switch: see FormatWriter.
  private void add(FormatElement element) {
    if (element instanceof FormatElement.Literal literal) {
      text.append(literal.space() ? " " : "").append(literal.text());
    } else if (element instanceof FormatElement.Whitespace(String blanks) && !blanks.equals("\n")) {
      text.append(blanks);
    } else if (element instanceof FormatElement.Optional(var then, var anchor, var otherwise)) {
      endText();
      joined.add(new FormatElement.Optional(joined(then.asList()), anchor, joined(otherwise.asList())));
    } else {
      text.append(element.space() && !(element instanceof FormatElement.Attribute) ? " " : "");
      endText();
      joined.add(element);
    }
  }

  private void endText() {
    if (!text.isEmpty()) {
      joined.add(new FormatElement.Literal(text.toString(), false, false));
      text.setLength(0);
    }
  }
}
