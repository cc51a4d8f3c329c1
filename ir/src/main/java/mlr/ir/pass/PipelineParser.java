package mlr.ir.pass;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.diagnostics.SourceFile;
import mlr.ir.text.Spelling;

/**
 * Reads pipelines: {@code builtin.module(func.func(canonicalize,cse),loop-unroll{factor=4 only=a,b})}. Errors are
 * placed in the text, which goes by the name of its source file.
 */
public final class PipelineParser {
  private final SourceFile source;
  private final String text;
  private final PassRegistry registry;
  private final DiagnosticEngine diagnostics;
  private int position;

  /** Unwinds to the entry point after an error was reported. */
  private static final class Abandoned extends RuntimeException {
    Abandoned() {
      super(null, null, false, false);
    }
  }

  /** A value given to an option, with the place of the option's name. */
  private record Given(String value, int position) {}

  private PipelineParser(SourceFile source, PassRegistry registry, DiagnosticEngine diagnostics) {
    this.source = source;
    this.text = source.text();
    this.registry = registry;
    this.diagnostics = diagnostics;
  }

  /** Reads a whole pipeline with its anchor; empty after reporting an error. */
  public static Optional<Pipeline> parse(SourceFile source, PassRegistry registry, DiagnosticEngine diagnostics) {
    try {
      return Optional.of(new PipelineParser(source, registry, diagnostics).parsePipeline());
    } catch (Abandoned _) {
      return Optional.empty();
    }
  }

  /**
   * Makes the steps of the pass or named pipeline {@code name} for a pipeline on {@code anchor}; {@code options} holds its options
   * as a flag gives them, {@code a=1 b=2}. A pass on other operations is wrapped in a pipeline on those. Empty after reporting an error.
   */
  public static Optional<List<PipelineElement>> parseFlag(String name, SourceFile options, String anchor, PassRegistry registry, DiagnosticEngine diagnostics) {
    try {
      var parser = new PipelineParser(options, registry, diagnostics);
      var given = parser.parseOptions();
      if (parser.position < parser.text.length()) {
        throw parser.error(parser.position, "expected name=value");
      }
      var pass = registry.pass(name);
      return Optional.of(pass.isPresent() ? List.of(nest(parser.pass(pass.get(), given, 0), anchor)) : parser.named(name, given, anchor, 0));
    } catch (Abandoned _) {
      return Optional.empty();
    }
  }

  private static PipelineElement nest(PassElement pass, String anchor) {
    return runsOn(pass.definition(), anchor) ? pass : new Pipeline(pass.definition().anchor(), List.of(pass));
  }

  private static boolean runsOn(PassDefinition pass, String anchor) {
    return pass.anchor().equals(anchor) || pass.anchor().equals(Pipeline.ANY);
  }

  private Pipeline parsePipeline() {
    skipSpace();
    int start = position;
    var anchor = parseName("the operation the pipeline runs on");
    if (!accept('(')) {
      throw error(start, "expected the pipeline to be wrapped with the operation it runs on: 'builtin.module(" + text.strip() + ")'");
    }
    var elements = parseElements(anchor);
    expect(')');
    if (position < text.length()) {
      throw error(position, "expected the end of the pipeline");
    }
    return new Pipeline(anchor, elements);
  }

  private List<PipelineElement> parseElements(String anchor) {
    var elements = new ArrayList<PipelineElement>();
    skipSpace();
    if (position == text.length() || text.charAt(position) == ')') {
      return elements;
    }
    do {
      parseElement(anchor, elements);
    } while (accept(','));
    return elements;
  }

  private void parseElement(String anchor, List<PipelineElement> elements) {
    skipSpace();
    int start = position;
    var name = parseName("a pass, a pipeline or a nested 'operation(...)'");
    if (accept('(')) {
      elements.add(new Pipeline(name, parseElements(name)));
      expect(')');
      return;
    }
    Map<String, Given> options = Map.of();
    if (accept('{')) {
      options = parseOptions();
      expect('}');
    }
    var pass = registry.pass(name);
    if (pass.isEmpty()) {
      elements.addAll(named(name, options, anchor, start));
    } else if (runsOn(pass.get(), anchor) || anchor.equals(Pipeline.ANY)) {
      elements.add(pass(pass.get(), options, start));
    } else {
      throw error(start, "pass '" + name + "' runs on '" + pass.get().anchor() + "', not on '" + anchor + "'; write '" + pass.get().anchor() + "(" + name + ")'");
    }
  }

  private PassElement pass(PassDefinition pass, Map<String, Given> given, int start) {
    var values = check("pass '" + pass.argument() + "'", pass.options(), given);
    try {
      var options = PassElement.withDefaults(pass.options(), values);
      var known = new PassOptions(options.values(), pipelines(pass, options, given, start));
      return new PassElement(pass, known, pass.create(known));
    } catch (IllegalArgumentException refused) {
      throw error(start, "pass '" + pass.argument() + "': " + refused.getMessage());
    }
  }

  private Map<String, List<PipelineElement>> pipelines(PassDefinition pass, PassOptions options, Map<String, Given> given, int start) {
    var all = new LinkedHashMap<String, List<PipelineElement>>();
    for (var option : pass.options()) {
      if (option.kind() == PassOption.Kind.PIPELINE) {
        var problems = new DiagnosticEngine();
        var inner = new PipelineParser(new SourceFile(option.name(), options.string(option.name())), registry, problems);
        all.put(option.name(), inner.parseWhole().orElseThrow(() -> error(given.containsKey(option.name()) ? given.get(option.name()).position() : start,
            "option '" + option.name() + "' of pass '" + pass.argument() + "': " + problems.all().getFirst().message())));
      }
    }
    return all;
  }

  /** All of the text as the steps on any operation; empty after reporting an error. */
  private Optional<List<PipelineElement>> parseWhole() {
    try {
      var elements = parseElements(Pipeline.ANY);
      if (position < text.length()) {
        throw error(position, "expected ',' or the end of the pipeline");
      }
      return Optional.of(elements);
    } catch (Abandoned _) {
      return Optional.empty();
    }
  }

  private List<PipelineElement> named(String name, Map<String, Given> given, String anchor, int start) {
    var pipeline = registry.pipeline(name).orElseThrow(() ->
        error(start, "'" + name + "' does not refer to a registered pass or pass pipeline" + Spelling.suggestion(name, registry.names())));
    var options = PassElement.withDefaults(pipeline.options(), check("pipeline '" + name + "'", pipeline.options(), given));
    var inner = new PipelineParser(new SourceFile(name, pipeline.text(options)), registry, diagnostics);
    var elements = inner.parseElements(anchor);
    if (inner.position < inner.text.length()) {
      throw inner.error(inner.position, "expected ',' or the end of pipeline '" + name + "'");
    }
    return elements;
  }

  private Map<String, String> check(String owner, List<PassOption> options, Map<String, Given> given) {
    var values = new LinkedHashMap<String, String>();
    given.forEach((name, value) -> {
      var option = options.stream().filter(o -> o.name().equals(name)).findFirst()
          .orElseThrow(() -> error(value.position(), unknownOption(owner, name, options.stream().map(PassOption::name).toList())));
      values.put(name, option.read(value.value()).orElseThrow(() ->
          error(value.position(), "option '" + name + "' of " + owner + " takes " + option.kind().description() + ", not '" + value.value() + "'")));
    });
    return values;
  }

  private static String unknownOption(String owner, String name, List<String> known) {
    var hint = Spelling.suggestion(name, known);
    return "no such option '" + name + "' of " + owner + (!hint.isEmpty() ? hint
        : known.isEmpty() ? ", which has none" : "; it has " + known.stream().map(o -> "'" + o + "'").collect(Collectors.joining(", ")));
  }

  /** Reads {@code name=value}s up to a closing brace or the end. */
  private Map<String, Given> parseOptions() {
    var options = new LinkedHashMap<String, Given>();
    for (skipSpace(); position < text.length() && text.charAt(position) != '}'; skipSpace()) {
      int start = position;
      var name = parseName("the name of an option");
      options.put(name, new Given(accept('=') ? parseValue() : "", start));
    }
    return options;
  }

  /** A value ends at white space or a closing brace; quotes and braces around it keep both. */
  private String parseValue() {
    if (position < text.length() && (text.charAt(position) == '\'' || text.charAt(position) == '"')) {
      int end = text.indexOf(text.charAt(position), position + 1);
      if (end < 0) {
        throw error(position, "missing end of quoted value");
      }
      var value = text.substring(position + 1, end);
      position = end + 1;
      return value;
    }
    int start = position;
    int depth = 0;
    for (; position < text.length(); position++) {
      char c = text.charAt(position);
      if (depth == 0 && (c == '}' || Character.isWhitespace(c))) {
        break;
      }
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
    }
    if (depth > 0) {
      throw error(start, "missing '}' in this value");
    }
    var value = text.substring(start, position);
    return value.startsWith("{") && value.endsWith("}") ? value.substring(1, value.length() - 1) : value;
  }

  private String parseName(String what) {
    int start = position;
    while (position < text.length() && isNameCharacter(text.charAt(position))) {
      position++;
    }
    if (start == position) {
      throw error(start, "expected " + what);
    }
    return text.substring(start, position);
  }

  private static boolean isNameCharacter(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.';
  }

  private void skipSpace() {
    while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
  }

  private boolean accept(char c) {
    skipSpace();
    if (position < text.length() && text.charAt(position) == c) {
      position++;
      return true;
    }
    return false;
  }

  private void expect(char c) {
    if (!accept(c)) {
      throw error(position, "expected '" + c + "'");
    }
    skipSpace();
  }

  private Abandoned error(int at, String message) {
    diagnostics.error(source.location(at), message);
    return new Abandoned();
  }
}
