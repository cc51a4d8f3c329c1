package mlr.ir.diagnostics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import mlr.ir.Location;

/**
 * The diagnostics that a test file says it expects, in upstream's comments: {@code expected-error@+1 {{part of the message}}}, with
 * {@code error}, {@code warning}, {@code remark} or {@code note}; {@code @+n}, {@code @-n}, {@code @above}, {@code @below} or
 * {@code @unknown} for another line than the comment's; {@code -re} for a message in which <code>{{…}}</code> are regular
 * expressions; a number before the braces when the message comes several times.
 */
public final class ExpectedDiagnostics {
  private static final Pattern DESIGNATOR = Pattern.compile("expected-(error|note|remark|warning)(-re)? *(?:@([+-][0-9]+|above|below|unknown))? *([0-9]+)? *\\{\\{(.*)}}\\s*$");
  private static final Pattern INNER_EXPRESSION = Pattern.compile("\\{\\{(.*?)}}");
  private static final int ANYWHERE = -1;

  private final SourceFile source;
  private final List<Expectation> expectations = new ArrayList<>();

  /** Comments that can't be read. */
  private final List<Diagnostic> mistakes = new ArrayList<>();

  /** A message expected {@code count} times at a line, {@link #ANYWHERE} for one without a place in the file. */
  private record Expectation(Severity severity, int line, Pattern message, String text, int count, Location comment) {
    boolean matches(Diagnostic diagnostic, int diagnosticLine) {
      return severity == diagnostic.severity() && line == diagnosticLine && message.matcher(diagnostic.message()).find();
    }
  }

  private ExpectedDiagnostics(SourceFile source) {
    this.source = source;
  }

  /** Reads the comments of a file. */
  public static ExpectedDiagnostics of(SourceFile source) {
    var expected = new ExpectedDiagnostics(source);
    for (int line = source.firstLine(); line <= source.lastLine(); line++) {
      expected.read(line);
    }
    return expected;
  }

  private void read(int line) {
    var matcher = DESIGNATOR.matcher(source.line(line).orElse(""));
    if (!matcher.find()) {
      return;
    }
    var comment = Location.at(source.name(), line, matcher.start() + 1);
    var severity = Severity.valueOf(matcher.group(1).toUpperCase(Locale.ROOT));
    var text = matcher.group(5);
    int count = matcher.group(4) == null ? 1 : Integer.parseInt(matcher.group(4));
    try {
      var message = matcher.group(2) == null ? Pattern.compile(Pattern.quote(text)) : expression(text);
      expectations.add(new Expectation(severity, target(source, line, Optional.ofNullable(matcher.group(3)).orElse("+0")), message, text, count, comment));
    } catch (PatternSyntaxException wrong) {
      mistakes.add(new Diagnostic(Severity.ERROR, comment, "invalid regex: " + wrong.getDescription() + " in '" + text + "'"));
    }
  }

  private static int target(SourceFile source, int line, String where) {
    return switch (where) {
      case "unknown" -> ANYWHERE;
      case "above" -> nextPlain(source, line, -1);
      case "below" -> nextPlain(source, line, 1);
      default -> line + Integer.parseInt(where);
    };
  }

  // Several comments may stand above or below one line.
  private static int nextPlain(SourceFile source, int line, int step) {
    int at = line + step;
    while (source.line(at).filter(text -> DESIGNATOR.matcher(text).find()).isPresent()) {
      at += step;
    }
    return at;
  }

  private static Pattern expression(String text) {
    var pattern = new StringBuilder();
    int at = 0;
    var matcher = INNER_EXPRESSION.matcher(text);
    while (matcher.find()) {
      pattern.append(Pattern.quote(text.substring(at, matcher.start()))).append('(').append(matcher.group(1)).append(')');
      at = matcher.end();
    }
    return Pattern.compile(pattern.append(Pattern.quote(text.substring(at))).toString());
  }

  /** What differs between the expected and the produced diagnostics, as errors; empty when nothing does. */
  public List<Diagnostic> check(DiagnosticEngine produced) {
    var problems = new ArrayList<>(mistakes);
    var missing = new ArrayList<Expectation>();
    for (var expectation : expectations) {
      for (int i = 0; i < expectation.count(); i++) {
        missing.add(expectation);
      }
    }
    produced.all().forEach(diagnostic -> match(diagnostic, missing, problems));
    missing.forEach(expectation -> problems.add(new Diagnostic(Severity.ERROR, expectation.comment(),
        "expected " + name(expectation.severity()) + " \"" + expectation.text() + "\" was not produced")));
    return problems;
  }

  private void match(Diagnostic diagnostic, List<Expectation> missing, List<Diagnostic> problems) {
    int line = diagnostic.location().filePosition().filter(p -> p.file().equals(source.name())).map(Location.FileLineCol::line).orElse(ANYWHERE);
    var expectation = missing.stream().filter(e -> e.matches(diagnostic, line)).findFirst();
    expectation.ifPresentOrElse(missing::remove,
        () -> problems.add(new Diagnostic(Severity.ERROR, diagnostic.location(), "unexpected " + name(diagnostic.severity()) + ": " + diagnostic.message())));
    diagnostic.notes().forEach(note -> match(note, missing, problems));
  }

  private static String name(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }
}
