package mlr.passes.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mlr.ir.pass.PassDefinition;
import mlr.ir.pass.PassExample;
import mlr.passes.AllPasses;

/**
 * Writes the reference page of all passes, made from their definitions.
 *
 * <p>Usage: {@code PassReference FILE}.
 */
public final class PassReference {
  private PassReference() {}

  public static void main(String[] args) throws IOException {
    Files.writeString(Path.of(args[0]), page());
  }

  /** The text of the page. */
  public static String page() {
    var page = new StringBuilder("# Passes\n\nMade from the definitions by `mlr.passes.docs.PassReference`. Each pass is a flag of `mlr-opt` and a name in "
        + "`--pass-pipeline`; examples are run by the tests.\n\n| pass | runs on | |\n|---|---|---|\n");
    var registry = AllPasses.registry();
    registry.passes().forEach(pass -> page.append("| [`").append(pass.argument()).append("`](#").append(pass.argument()).append(") | ")
        .append(pass.anchor().equals("any") ? "any isolated operation" : "`" + pass.anchor() + "`").append(" | ").append(pass.summary()).append(" |\n"));
    registry.pipelines().forEach(pipeline -> page.append("| `").append(pipeline.name()).append("` | a pipeline | ").append(pipeline.summary()).append(" |\n"));
    registry.passes().forEach(pass -> append(pass, page));
    return page.toString();
  }

  private static void append(PassDefinition pass, StringBuilder page) {
    page.append("\n## ").append(pass.argument()).append("\n\n").append(pass.summary()).append(".\n");
    if (!pass.description().isBlank()) {
      page.append('\n').append(pass.description().strip()).append('\n');
    }
    if (!pass.options().isEmpty()) {
      page.append("\n| option | value | default | |\n|---|---|---|---|\n");
      pass.options().forEach(option -> page.append("| `").append(option.name()).append("` | ").append(option.kind().description()).append(" | ")
          .append(option.defaultValue().isEmpty() ? "" : "`" + option.defaultValue() + "`").append(" | ").append(option.description()).append(" |\n"));
    }
    if (!pass.statistics().isEmpty()) {
      page.append("\n| statistic | |\n|---|---|\n");
      pass.statistics().forEach((name, what) -> page.append("| `").append(name).append("` | ").append(what).append(" |\n"));
    }
    pass.examples().forEach(example -> append(pass, example, page));
  }

  private static void append(PassDefinition pass, PassExample example, StringBuilder page) {
    var flag = "--" + pass.argument() + (example.options().isEmpty() ? "" : "=\"" + example.options() + "\"");
    page.append("\n```mlir\n").append(example.before().strip()).append("\n```\n\nbecomes, with `").append(flag).append("`,\n\n```mlir\n").append(example.after().strip())
        .append("\n```\n");
  }
}
