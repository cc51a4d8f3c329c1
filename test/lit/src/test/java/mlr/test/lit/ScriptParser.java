package mlr.test.lit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mlr.test.lit.Script.Command;
import mlr.test.lit.Script.Pipeline;
import mlr.test.lit.Script.Target;

/**
 * Parses the part of the shell's language that {@code RUN:} lines use: words with quotes and backslashes, {@code |}, {@code &&},
 * {@code <}, {@code >}, {@code >>}, {@code 2>}, {@code 2>>} and {@code 2>&1}. Variables, globs and other operators are refused.
 */
public final class ScriptParser {
  private static final List<String> OPERATORS = List.of("2>&1", "2>>", "2>", "&&", "||", ">>", ">", "<", "|", ";", "&");

  /** A word, or an operator, which unlike a word may not be quoted. */
  private record Token(String text, boolean operator) {
    boolean is(String operatorText) {
      return operator && text.equals(operatorText);
    }
  }

  private final String line;
  private final List<Token> tokens;
  private int next;

  private ScriptParser(String line) {
    this.line = line;
    this.tokens = tokenize(line);
  }

  /** Parses {@code line}, or throws {@link IllegalArgumentException} saying what it does not understand. */
  public static Script parse(String line) {
    return new ScriptParser(line).script();
  }

  private Script script() {
    var pipelines = new ArrayList<Pipeline>();
    do {
      pipelines.add(pipeline());
    } while (take("&&"));
    if (next < tokens.size()) {
      throw refuse("`" + tokens.get(next).text() + "` is not supported");
    }
    return new Script(List.copyOf(pipelines));
  }

  private Pipeline pipeline() {
    var commands = new ArrayList<Command>();
    do {
      commands.add(command());
    } while (take("|"));
    return new Pipeline(List.copyOf(commands));
  }

  private Command command() {
    var words = new ArrayList<String>();
    Optional<String> input = Optional.empty();
    Optional<Target> output = Optional.empty();
    Optional<Target> errors = Optional.empty();
    while (true) {
      if (take("2>&1")) {
        errors = Optional.of(new Target.ToOutput());
      } else if (take("2>")) {
        errors = Optional.of(new Target.ToFile(word(), false));
      } else if (take("2>>")) {
        errors = Optional.of(new Target.ToFile(word(), true));
      } else if (take(">")) {
        output = Optional.of(new Target.ToFile(word(), false));
      } else if (take(">>")) {
        output = Optional.of(new Target.ToFile(word(), true));
      } else if (take("<")) {
        input = Optional.of(word());
      } else if (next < tokens.size() && !tokens.get(next).operator()) {
        words.add(word());
      } else if (words.isEmpty()) {
        throw refuse("a command is missing");
      } else {
        return new Command(List.copyOf(words), input, output, errors);
      }
    }
  }

  private boolean take(String operator) {
    boolean found = next < tokens.size() && tokens.get(next).is(operator);
    next += found ? 1 : 0;
    return found;
  }

  private String word() {
    if (next == tokens.size() || tokens.get(next).operator()) {
      throw refuse("a word is missing");
    }
    return tokens.get(next++).text();
  }

  private IllegalArgumentException refuse(String reason) {
    return new IllegalArgumentException(reason + " in RUN: " + line);
  }

  private static List<Token> tokenize(String line) {
    var tokens = new ArrayList<Token>();
    int at = 0;
    while (at < line.length()) {
      int start = at;
      if (Character.isWhitespace(line.charAt(at))) {
        at++;
        continue;
      }
      var operator = OPERATORS.stream().filter(candidate -> line.startsWith(candidate, start)).findFirst();
      if (operator.isPresent()) {
        tokens.add(new Token(operator.get(), true));
        at += operator.get().length();
        continue;
      }
      var word = new StringBuilder();
      at = readWord(line, at, word);
      tokens.add(new Token(word.toString(), false));
    }
    return tokens;
  }

  /** Appends the word at {@code at} to {@code word}, quotes removed, and returns where it ends. */
  private static int readWord(String line, int at, StringBuilder word) {
    char quote = 0;
    for (; at < line.length(); at++) {
      char c = line.charAt(at);
      if (quote == 0 && (Character.isWhitespace(c) || "|&<>;".indexOf(c) >= 0)) {
        return at;
      } else if (c == quote) {
        quote = 0;
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      } else if (c == '\\' && quote != '\'' && at + 1 < line.length()) {
        char escaped = line.charAt(++at);
        // Within double quotes a backslash is taken literally unless it escapes something there.
        word.append(quote == '"' && "\"\\$`".indexOf(escaped) < 0 ? "\\" + escaped : String.valueOf(escaped));
      } else {
        word.append(c);
      }
    }
    if (quote != 0) {
      throw new IllegalArgumentException("a quote is not closed in RUN: " + line);
    }
    return at;
  }
}
