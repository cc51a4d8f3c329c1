package mlr.tools.opt;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import mlr.ir.text.Spelling;
import mlr.ir.tool.OptionText;

/**
 * Options as upstream's tools take them: one dash or two, {@code --name=value}, values that may be left out, every option any
 * number of times. What an option sets hears of its values in the order of the command line. Reads it by itself, not by picocli:
 * passes make for hundreds of options, whose model would take longer than a small input.
 */
public final class FlagSet {
  /** The label of options whose value is true or false and seldom written. */
  private static final String SWITCH = "true|false";

  /**
   * What is known of an option.
   *
   * @param implied the value that it has without one on the command line
   * @param description what help says of it; empty when that does not list it
   */
  private record Option(String name, String label, Optional<String> implied, Optional<String> description, Consumer<String> set) {}

  private final Map<String, Option> options = new LinkedHashMap<>();
  private final Consumer<String> input;

  /** No options yet; {@code input} hears of the argument that is none. */
  public FlagSet(Consumer<String> input) {
    this.input = input;
  }

  /** An option that is on or off. */
  public void flag(String name, String description, Consumer<Boolean> set) {
    text(name, SWITCH, "true", description, value -> set.accept(
        OptionText.bool(value).orElseThrow(() -> error(name + " takes true or false, not '" + value + "'"))));
  }

  /** An option with a text. */
  public void text(String name, String label, String description, Consumer<String> set) {
    add(new Option(name, label, Optional.empty(), Optional.of(description), set));
  }

  /** An option with a text that may be left out. */
  public void text(String name, String label, String withoutText, String description, Consumer<String> set) {
    add(new Option(name, label, Optional.of(withoutText), Optional.of(description), set));
  }

  /** An option with an integer from {@code least} to {@code most}. */
  public void number(String name, long least, long most, String what, String description, Consumer<Long> set) {
    text(name, "N", description, value -> {
      var number = OptionText.integer(value);
      set.accept(number.filter(n -> n >= least && n <= most).orElseThrow(() -> error(
          name + " takes " + what + " from " + least + (most == Long.MAX_VALUE ? "" : " to " + most) + ", not " + (number.isPresent() ? value : "'" + value + "'"))));
    });
  }

  /** An option with one of the names of an enumeration, in lower case. */
  public <E extends Enum<E>> void choice(String name, Class<E> choices, String description, Consumer<E> set) {
    var names = new LinkedHashMap<String, E>();
    for (var choice : choices.getEnumConstants()) {
      names.put(choice.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'), choice);
    }
    var label = String.join("|", names.keySet());
    text(name, label, description, value -> {
      if (!names.containsKey(value)) {
        throw error(name + " takes " + label + ", not '" + value + "'");
      }
      set.accept(names.get(value));
    });
  }

  /** An option with a text that may be left out, which help does not list. */
  public void hidden(String name, Consumer<String> set) {
    add(new Option(name, "", Optional.of(""), Optional.empty(), set));
  }

  public boolean contains(String name) {
    return options.containsKey(name);
  }

  private void add(Option option) {
    options.put(option.name(), option);
  }

  /** Reads the command line; an error is told by {@link CommandLineException}. */
  public void parse(String[] arguments) {
    var inputs = new ArrayList<String>();
    var rest = List.of(arguments).iterator();
    while (rest.hasNext()) {
      var argument = rest.next();
      if (argument.equals("--")) {
        rest.forEachRemaining(inputs::add);
      } else if (argument.startsWith("-") && argument.length() > 1) {
        option(argument, rest);
      } else {
        inputs.add(argument);
      }
    }
    if (inputs.size() > 1) {
      throw error("one input at a time, '" + inputs.get(1) + "' is another");
    }
    inputs.forEach(input);
  }

  private void option(String argument, Iterator<String> rest) {
    int equals = argument.indexOf('=');
    var name = equals < 0 ? argument : argument.substring(0, equals);
    var option = find(name);
    if (option.isPresent()) {
      option.get().set().accept(equals < 0 ? option.get().implied().orElseGet(() -> following(option.get(), rest)) : argument.substring(equals + 1));
      return;
    }
    // -oFILE
    var letter = Optional.ofNullable(options.get(argument.substring(0, 2))).orElseThrow(() -> error(
        "unknown option '" + name + "'" + Spelling.closest(name, options.keySet()).map(near -> "; did you mean '" + near + "'?").orElse("; --help lists all")));
    letter.set().accept(argument.substring(2));
  }

  /** The option of this name, of which a long one may have one dash, and a letter two. */
  private Optional<Option> find(String name) {
    return Optional.ofNullable(options.get(name)).or(() -> Optional.ofNullable(options.get(name.startsWith("--") && name.length() == 3 ? name.substring(1) : "-" + name)));
  }

  private String following(Option option, Iterator<String> rest) {
    var value = rest.hasNext() ? rest.next() : "";
    if (value.isEmpty() || find(value).isPresent()) {
      throw error(option.name() + " wants a value: " + option.name() + "=" + option.label());
    }
    return value;
  }

  /** A line for each option. */
  public String help() {
    var out = new StringBuilder();
    for (var option : options.values()) {
      option.description().ifPresent(description -> {
        var value = option.label().equals(SWITCH) ? "" : option.implied().isPresent() ? "[=" + option.label() + "]" : "=" + option.label();
        out.append("  ").append(option.name()).append(value).append("  - ").append(description).append('\n');
      });
    }
    return out.toString();
  }

  /** A mistake on the command line. */
  public CommandLineException error(String message) {
    return new CommandLineException(message);
  }

  /** Names separated by commas, each of which must be known. */
  public List<String> names(String option, String value, List<String> known, String wayOut) {
    var names = List.of(value.split(","));
    for (var name : names) {
      if (!known.contains(name)) {
        throw error(option + " knows no pass '" + name + "'" + Spelling.closest(name, known).map(near -> "; did you mean '" + near + "'?").orElse("; " + wayOut));
      }
    }
    return names;
  }
}
