package mlr.ir.rewrite.equation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mlr.ir.definition.AttributeHandle;
import mlr.ir.definition.OpDefinition;

/**
 * Reads one equation.
 *
 * <pre>
 * equation  = term "=" term ["if" condition {"," condition}]
 * term      = variable | constant | number [":" type] | name ["[" attribute {"," attribute} "]"] "(" [term {"," term}] ")" [":" type]
 * attribute = [name "="] (keyword | variable | function "(" variable {"," variable} ")")
 * condition = ["not"] name "(" variable {"," variable} ")"
 * </pre>
 *
 * A name that starts with C is a constant, one after a colon a type, any other a variable. Positional attributes are the operation's
 * required ones. A mistake is an {@link IllegalArgumentException}: equations are part of the program.
 */
final class EquationParser {
  private static final Pattern TOKEN = Pattern.compile("\\s*(-?[0-9]+(\\.[0-9]+)?|[A-Za-z_][A-Za-z0-9_.]*|[()\\[\\],=:])");

  private final String text;
  private final Vocabulary vocabulary;
  private final List<String> tokens = new ArrayList<>();
  private final Map<String, Integer> slots = new LinkedHashMap<>();
  private int at;
  private boolean onTheRight;

  EquationParser(String text, Vocabulary vocabulary) {
    this.text = text;
    this.vocabulary = vocabulary;
    Matcher matcher = TOKEN.matcher(text);
    int end = 0;
    while (end < text.stripTrailing().length()) {
      if (!matcher.find(end) || matcher.start() != end) {
        throw error("'" + text.substring(end).strip().charAt(0) + "' has no meaning here");
      }
      tokens.add(matcher.group(1));
      end = matcher.end();
    }
  }

  Equation parse() {
    if (!(term() instanceof Term.Apply left)) {
      throw error("the left side must be an operation");
    }
    expect("=");
    onTheRight = true;
    var right = term();
    var conditions = new ArrayList<Equation.Condition>();
    if (accept("if")) {
      do {
        conditions.add(condition());
      } while (accept(","));
    }
    if (at < tokens.size()) {
      throw error("unexpected '" + tokens.get(at) + "'");
    }
    return new Equation(text, left, right, List.copyOf(conditions), slots.size());
  }

  private Term term() {
    var token = next();
    if (token.matches("-?[0-9].*")) {
      return new Term.Literal(token, type());
    }
    if (!peek("(") && !peek("[")) {
      return isConstant(token) ? new Term.Constant(slot(token), token) : new Term.Variable(slot(token), token);
    }
    if (onTheRight && vocabulary.isFunction(token)) {
      return new Term.Computed(token, terms(), type());
    }
    var operation = vocabulary.operation(token).orElseThrow(() -> error("there is no operation or function '" + token + "'"));
    var attributes = attributes(operation);
    return new Term.Apply(operation, attributes, terms(), type());
  }

  private List<Term> terms() {
    var all = new ArrayList<Term>();
    expect("(");
    while (!accept(")")) {
      if (!all.isEmpty()) {
        expect(",");
      }
      all.add(term());
    }
    return List.copyOf(all);
  }

  private Optional<Term.Type> type() {
    if (!accept(":")) {
      return Optional.empty();
    }
    var name = next();
    return Optional.of(new Term.Type(slot(name), name));
  }

  private List<Term.AttributeTerm> attributes(OpDefinition<?> operation) {
    var required = operation.attributes().stream().filter(AttributeHandle::required).map(AttributeHandle::name).toList();
    var all = new ArrayList<Term.AttributeTerm>();
    if (accept("[")) {
      do {
        boolean named = tokens.size() > at + 1 && tokens.get(at + 1).equals("=");
        var name = named ? next() : all.size() < required.size() ? required.get(all.size()) : "";
        if (named) {
          expect("=");
        }
        all.add(new Term.AttributeTerm(name, attributeValue()));
      } while (accept(","));
      expect("]");
    }
    var missing = required.stream().filter(name -> all.stream().noneMatch(a -> a.name().equals(name))).findFirst();
    if (missing.isPresent()) {
      throw error("'" + operation.name() + "' needs its attribute '" + missing.get() + "' in brackets");
    }
    return List.copyOf(all);
  }

  private Term.AttributeValue attributeValue() {
    var token = next();
    if (accept("(")) {
      if (!vocabulary.isFunction(token)) {
        throw error("there is no function '" + token + "'");
      }
      var arguments = new ArrayList<Term.AttributeValue.Variable>();
      do {
        var name = next();
        arguments.add(new Term.AttributeValue.Variable(slot(name), name));
      } while (accept(","));
      expect(")");
      return new Term.AttributeValue.Computed(token, List.copyOf(arguments));
    }
    return vocabulary.keyword(token).<Term.AttributeValue>map(Term.AttributeValue.Exactly::new)
        .orElseGet(() -> new Term.AttributeValue.Variable(slot(token), token));
  }

  private Equation.Condition condition() {
    boolean negated = accept("not");
    var name = next();
    if (!vocabulary.isCondition(name)) {
      throw error("there is no condition '" + name + "'");
    }
    var arguments = new ArrayList<Integer>();
    expect("(");
    do {
      arguments.add(slot(next()));
    } while (accept(","));
    expect(")");
    return new Equation.Condition(name, List.copyOf(arguments), negated);
  }

  /** The slot of a variable; on the right only those of the left are known. */
  private int slot(String name) {
    if (onTheRight && !slots.containsKey(name)) {
      throw error("'" + name + "' does not occur on the left");
    }
    return slots.computeIfAbsent(name, _ -> slots.size());
  }

  private static boolean isConstant(String name) {
    return name.startsWith("C");
  }

  private boolean peek(String token) {
    return at < tokens.size() && tokens.get(at).equals(token);
  }

  private boolean accept(String token) {
    if (peek(token)) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(String token) {
    if (!accept(token)) {
      throw error("expected '" + token + "'" + (at < tokens.size() ? " before '" + tokens.get(at) + "'" : " at the end"));
    }
  }

  private String next() {
    if (at == tokens.size()) {
      throw error("the equation ends too soon");
    }
    return tokens.get(at++);
  }

  private IllegalArgumentException error(String message) {
    return new IllegalArgumentException("equation '" + text + "': " + message);
  }
}
