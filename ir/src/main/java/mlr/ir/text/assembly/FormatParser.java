package mlr.ir.text.assembly;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mlr.ir.attributes.UnitAttr;
import mlr.ir.definition.OpDefinition;
import mlr.ir.text.assembly.FormatElement.TypeSource;

/** Reads the text of a declarative format into its elements, and works out the printer's spaces by upstream's rules. */
final class FormatParser {
  private static final Pattern TOKEN = Pattern.compile("\\s*(`[^`]*`|\\$[A-Za-z_]\\w*|[a-z][a-z-]*|[()^:?,])");
  private final OpDefinition<?> definition;
  private final String format;
  private final List<String> tokens = new ArrayList<>();
  private final Map<String, Integer> successors = new LinkedHashMap<>();
  private int at;
  private boolean spaceNext = true;
  private boolean afterPunctuation;

  FormatParser(OpDefinition<?> definition, String format) {
    this.definition = definition;
    this.format = format;
    Matcher matcher = TOKEN.matcher(format);
    int end = 0;
    while (matcher.lookingAt()) {
      tokens.add(matcher.group(1));
      end = matcher.end();
      matcher.region(end, format.length());
    }
    if (!format.substring(end).isBlank()) {
      throw broken("unexpected '" + format.substring(end) + "'");
    }
  }

  List<FormatElement> parse() {
    var elements = new ArrayList<FormatElement>();
    while (at < tokens.size()) {
      elements.add(element());
    }
    return elements;
  }

  private IllegalArgumentException broken(String what) {
    return new IllegalArgumentException("assembly format of " + definition.name() + ": " + what + " in \"" + format + "\"");
  }

  private String peek() {
    return at < tokens.size() ? tokens.get(at) : "";
  }

  private boolean takeIf(String token) {
    if (peek().equals(token)) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(String token) {
    if (!takeIf(token)) {
      throw broken("expected '" + token + "' before '" + peek() + "'");
    }
  }

  private FormatElement element() {
    var token = peek();
    at++;
    if (token.startsWith("`")) {
      return literal(token.substring(1, token.length() - 1));
    }
    if (token.startsWith("$")) {
      return variable(token.substring(1));
    }
    return switch (token) {
      case "(" -> optional();
      case "attr-dict" -> attributeDictionary(false);
      case "attr-dict-with-keyword" -> attributeDictionary(true);
      case "prop-dict" -> new FormatElement.Whitespace("");
      case "operands" -> new FormatElement.Operands(space());
      case "regions" -> new FormatElement.Regions(space());
      case "successors" -> new FormatElement.Successors(space());
      case "type" -> {
        expect("(");
        var source = typeSource();
        expect(")");
        yield new FormatElement.TypeOf(source, space());
      }
      case "qualified" -> {
        expect("(");
        var inner = element();
        expect(")");
        yield inner;
      }
      case "functional-type" -> {
        expect("(");
        var inputs = typeSource();
        expect(",");
        var results = typeSource();
        expect(")");
        yield new FormatElement.FunctionalType(inputs, results, space());
      }
      default -> throw broken("unknown directive '" + token + "'");
    };
  }

  private FormatElement attributeDictionary(boolean keyword) {
    afterPunctuation = false;
    spaceNext = true;
    return new FormatElement.AttributeDictionary(keyword);
  }

  private boolean space() {
    boolean space = spaceNext || !afterPunctuation;
    afterPunctuation = false;
    spaceNext = true;
    return space;
  }

  private FormatElement literal(String text) {
    if (text.isBlank() || text.equals("\\n")) {
      spaceNext = false;
      afterPunctuation = true;
      return new FormatElement.Whitespace(text.equals("\\n") ? "\n" : text);
    }
    boolean space = spaceNext && spaceBefore(text);
    spaceNext = text.length() != 1 || "<({[".indexOf(text.charAt(0)) < 0;
    boolean keyword = text.charAt(0) == '_' || Character.isLetter(text.charAt(0));
    afterPunctuation = !keyword;
    return new FormatElement.Literal(text, keyword, space);
  }

  private boolean spaceBefore(String text) {
    if (text.length() != 1 && !text.equals("->")) {
      return true;
    }
    return (afterPunctuation ? ">)}]," : "<>(){}[],").indexOf(text.charAt(0)) < 0;
  }

  private FormatElement variable(String name) {
    for (var operand : definition.operands()) {
      if (operand.name().equals(name)) {
        return new FormatElement.Operand(operand, space());
      }
    }
    for (var attribute : definition.attributes()) {
      if (attribute.name().equals(name)) {
        return new FormatElement.Attribute(attribute, space());
      }
    }
    for (var region : definition.regions()) {
      if (region.name().equals(name)) {
        return new FormatElement.Region(region, space());
      }
    }
    // Successors have no declared names; they are numbered as they come.
    if (definition.successorCount() != 0) {
      return new FormatElement.Successor(successors.computeIfAbsent(name, _ -> successors.size()), space());
    }
    throw broken("'$" + name + "' is neither operand, attribute, region nor successor");
  }

  private TypeSource typeSource() {
    var token = peek();
    at++;
    if (token.equals("operands")) {
      return new TypeSource.OfOperands();
    }
    if (token.equals("results")) {
      return new TypeSource.OfResults();
    }
    if (token.equals("type")) {
      expect("(");
      var inner = typeSource();
      expect(")");
      return inner;
    }
    for (var operand : definition.operands()) {
      if (token.equals("$" + operand.name())) {
        return new TypeSource.OfOperand(operand);
      }
    }
    for (var result : definition.results()) {
      if (token.equals("$" + result.name())) {
        return new TypeSource.OfResult(result);
      }
    }
    throw broken("'" + token + "' is neither operand nor result");
  }

  private FormatElement optional() {
    var then = new ArrayList<FormatElement>();
    FormatElement anchor = null;
    while (!takeIf(")")) {
      then.add(element());
      if (takeIf("^")) {
        anchor = then.getLast();
      }
    }
    var otherwise = new ArrayList<FormatElement>();
    if (takeIf(":")) {
      expect("(");
      while (!takeIf(")")) {
        otherwise.add(element());
      }
    }
    expect("?");
    if (anchor == null) {
      throw broken("an optional group without anchor '^'");
    }
    if (then.getFirst() instanceof FormatElement.Attribute first && first.handle().kind() == UnitAttr.class) {
      throw broken("an optional group that starts with a unit attribute, which has no text");
    }
    return new FormatElement.Optional(new FormatSequence(then), anchor, new FormatSequence(otherwise));
  }
}
