package mlr.dialects.docs;

import java.util.Locale;
import java.util.stream.Collectors;
import mlr.ir.Dialect;
import mlr.ir.definition.Arity;
import mlr.ir.definition.AssemblyFormat;
import mlr.ir.definition.AttributeHandle;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.TypeConstraint;

/** The reference page of one dialect in Markdown. */
final class DialectPage {
  private final StringBuilder out = new StringBuilder();

  private DialectPage() {}

  static String of(Dialect dialect) {
    var page = new DialectPage();
    page.out.append("# The `").append(dialect.namespace()).append("` dialect\n\n").append(dialect.description().strip())
        .append("\n\n| operation | |\n|---|---|\n");
    for (var op : dialect.operations()) {
      page.out.append("| [`").append(op.name()).append("`](#").append(anchor(op.name())).append(") | ").append(cell(op.summary())).append(" |\n");
    }
    dialect.operations().forEach(page::operation);
    return page.out.toString();
  }

  private void operation(OpDefinition<?> op) {
    out.append("\n## `").append(op.name()).append("`\n\n").append(op.description().strip()).append("\n\n");
    op.assemblyFormat().map(AssemblyFormat::syntax).filter(syntax -> !syntax.isEmpty())
        .ifPresent(syntax -> out.append("```\n").append(op.name()).append(' ').append(syntax.strip().replaceAll("\\s+", " ")).append("\n```\n\n"));
    if (!op.traits().all().isEmpty()) {
      out.append("Traits: ").append(op.traits().all().stream().sorted().map(t -> "`" + t.name().toLowerCase(Locale.ROOT).replace('_', '-') + "`")
          .collect(Collectors.joining(", "))).append("\n\n");
    }
    if (!op.operands().isEmpty() || !op.attributes().isEmpty() || !op.results().isEmpty() || !op.regions().isEmpty()) {
      out.append("| | name | what |\n|---|---|---|\n");
    }
    op.operands().forEach(operand -> row("operand", operand.name(), value(operand.constraint(), operand.arity())));
    op.attributes().forEach(attribute -> row("attribute", attribute.name(), attribute(attribute)));
    op.results().forEach(result -> row("result", result.name(), value(result.constraint(), result.arity())));
    op.regions().forEach(region -> row("region", region.name(), ""));
  }

  private void row(String kind, String name, String what) {
    out.append("| ").append(kind).append(" | `").append(name).append("` | ").append(cell(what)).append(" |\n");
  }

  private static String value(TypeConstraint constraint, Arity arity) {
    return switch (arity) {
      case ONE -> "";
      case OPTIONAL -> "optional ";
      case VARIADIC -> "variadic of ";
    } + constraint.description();
  }

  private static String attribute(AttributeHandle<?> attribute) {
    var missing = attribute.defaultValue().map(value -> ", `" + value + "` when missing").orElse(attribute.required() ? "" : ", optional");
    return attribute.description() + missing;
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }

  /** The fragment that Markdown renderers give to the heading of an operation: lower case, without punctuation. */
  private static String anchor(String name) {
    return name.replace(".", "").toLowerCase(Locale.ROOT);
  }
}
