package mlr.ir.pass;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mlr.ir.Location;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.diagnostics.SourceFile;
import mlr.ir.diagnostics.SourceManager;
import mlr.ir.text.Quoting;

/**
 * What upstream's reproducers say behind their IR, in the external resource {@code mlir_reproducer}.
 *
 * @param pipeline the pipeline to run
 * @param disableThreading whether passes run one after another
 * @param verifyEach whether the IR is verified after each pass
 */
public record ReproducerText(String pipeline, boolean disableThreading, boolean verifyEach) {
  /** The owner of the resource. */
  public static final String OWNER = "mlir_reproducer";

  private static final Pattern SECTION = Pattern.compile("^\\s*\\{-#(?:(?!\\{-#).)*\\b" + OWNER + "\\s*:\\s*\\{(?<entries>(?:\"(?:\\\\.|[^\"\\\\])*\"|[^\"}])*)}", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern PIPELINE = Pattern.compile("\\bpipeline\\s*:\\s*\"((?:\\\\.|[^\"\\\\])*)\"");

  /** A reproducer: {@code input} with this behind it. */
  public String behind(String input) {
    return input.stripTrailing() + """


        {-#
          external_resources: {
            mlir_reproducer: {
              pipeline: %s,
              disable_threading: %s,
              verify_each: %s
            }
          }
        #-}
        """.formatted(Quoting.quote(pipeline), disableThreading, verifyEach);
  }

  /** What a reproducer says; empty after reporting that {@code source} is none. */
  public static Optional<ReproducerText> in(SourceFile source, DiagnosticEngine diagnostics) {
    var section = SECTION.matcher(source.text());
    if (section.find()) {
      var pipeline = PIPELINE.matcher(section.group("entries"));
      if (pipeline.find()) {
        return Optional.of(new ReproducerText(unescape(pipeline.group(1)), flag("disable_threading", section, false), flag("verify_each", section, true)));
      }
    }
    diagnostics.error(Location.at(source.name(), source.firstLine(), 1), "is no reproducer: it has no external resource '" + OWNER + "' with a 'pipeline'");
    return Optional.empty();
  }

  private static boolean flag(String name, Matcher section, boolean otherwise) {
    var matcher = Pattern.compile("\\b" + name + "\\s*:\\s*(true|false)").matcher(section.group("entries"));
    return matcher.find() ? matcher.group(1).equals("true") : otherwise;
  }

  private static String unescape(String text) {
    return text.replace("\\\"", "\"").replace("\\\\", "\\");
  }

  /** The pipeline, read; empty after reporting an error. */
  public Optional<Pipeline> parse(PassRegistry passes, SourceManager sources, DiagnosticEngine diagnostics) {
    return PipelineParser.parse(sources.add(new SourceFile("pipeline of the reproducer", pipeline)), passes, diagnostics);
  }
}
