package mlr.tools.opt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import mlr.ir.text.Spelling;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Options as upstream's tools take them: one dash or two, {@code --name=value}, values that may be left out, every option any
 * number of times. What an option sets hears of its values in the order of the command line.
 */
public final class FlagSet {
  /** The label of options whose value is true or false and seldom written. */
  private static final String SWITCH = "true|false";

  private final CommandSpec spec;

  /** Options that may stand without a value, with the value that they have then. */
  private final Map<String, String> implied = new LinkedHashMap<>();

  public FlagSet(String tool, Consumer<String> input) {
    spec = CommandSpec.create().name(tool);
    spec.addPositional(PositionalParamSpec.builder().arity("0..1").type(String.class).setter(setter(input)).build());
  }

  /** An option that is on or off. */
  public void flag(String name, String description, Consumer<Boolean> set) {
    implied.put(name, "true");
    text(name, SWITCH, description, value -> set.accept(switch (value) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> throw error(name + " takes true or false, not '" + value + "'");
    }));
  }

  /** An option with a text. */
  public void text(String name, String label, String description, Consumer<String> set) {
    add(OptionSpec.builder(name).paramLabel(label).description(description), set);
  }

  /** An option with a text that may be left out. */
  public void text(String name, String label, String withoutText, String description, Consumer<String> set) {
    implied.put(name, withoutText);
    text(name, label, description, set);
  }

  /** An option with an integer from {@code least} to {@code most}. */
  public void number(String name, long least, long most, String what, String description, Consumer<Long> set) {
    text(name, "N", description, value -> {
      boolean isNumber = value.matches("-?[0-9]{1,18}");
      if (!isNumber || Long.parseLong(value) < least || Long.parseLong(value) > most) {
        throw error(name + " takes " + what + " from " + least + (most == Long.MAX_VALUE ? "" : " to " + most) + ", not " + (isNumber ? value : "'" + value + "'"));
      }
      set.accept(Long.parseLong(value));
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
    implied.put(name, "");
    add(OptionSpec.builder(name).hidden(true), set);
  }

  public boolean contains(String name) {
    return spec.optionsMap().containsKey(name);
  }

  /** Reads the command line; an error is told by {@link ParameterException}. */
  public void parse(String[] arguments) {
    try {
      new CommandLine(spec).setTrimQuotes(false).setExpandAtFiles(false).setOverwrittenOptionsAllowed(true).parseArgs(normalize(arguments));
    } catch (UnmatchedArgumentException unmatched) {
      var first = unmatched.getUnmatched().getFirst();
      int equals = first.indexOf('=');
      var name = equals < 0 ? first : first.substring(0, equals);
      throw error(name.startsWith("-")
          ? "unknown option '" + name + "'" + Spelling.closest(name, spec.optionsMap().keySet()).map(near -> "; did you mean '" + near + "'?").orElse("; --help lists all")
          : "one input at a time, '" + name + "' is another");
    }
  }

  /** Gives long options with one dash a second one, and options without their optional value the one implied. */
  private String[] normalize(String[] arguments) {
    var normal = new ArrayList<String>();
    for (var argument : arguments) {
      int equals = argument.indexOf('=');
      var name = equals < 0 ? argument : argument.substring(0, equals);
      if (!name.startsWith("--") && contains("-" + name) && name.length() > 2) {
        argument = "-" + argument;
        name = "-" + name;
      }
      normal.add(equals < 0 && implied.containsKey(name) ? argument + "=" + implied.get(name) : argument);
    }
    return normal.toArray(String[]::new);
  }

  /** A line for each option. */
  public String help() {
    var out = new StringBuilder();
    for (var option : spec.options()) {
      if (!option.hidden()) {
        var value = option.paramLabel().equals(SWITCH) ? "" : implied.containsKey(option.longestName()) ? "[=" + option.paramLabel() + "]" : "=" + option.paramLabel();
        out.append("  ").append(option.longestName()).append(value).append("  - ").append(option.description()[0]).append('\n');
      }
    }
    return out.toString();
  }

  /** A mistake on the command line. */
  public ParameterException error(String message) {
    return new ParameterException(new CommandLine(spec), message);
  }

  private void add(OptionSpec.Builder option, Consumer<String> set) {
    spec.addOption(option.type(String.class).arity("1").setter(setter(set)).build());
  }

  private static CommandLine.Model.ISetter setter(Consumer<String> set) {
    return new CommandLine.Model.ISetter() {
      @Override
      public <V> V set(V value) {
        if (value != null) {
          set.accept((String) value);
        }
        return null;
      }
    };
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
