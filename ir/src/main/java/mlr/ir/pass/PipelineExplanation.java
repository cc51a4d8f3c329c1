package mlr.ir.pass;

import java.util.List;
import java.util.stream.Collectors;
import mlr.ir.DialectRegistry;
import mlr.ir.definition.Trait;

/** A pipeline as a tree for people: each pass with what it does and the options in force, each nested pipeline with what it runs on and how. */
public record PipelineExplanation(DialectRegistry registry) {
  /** The tree, a line or two for each step. */
  public String explain(Pipeline pipeline) {
    var out = new StringBuilder("on '" + pipeline.anchor() + "'" + (pipeline.elements().isEmpty() ? ": nothing to do" : "") + "\n");
    steps(pipeline.elements(), "", out);
    return out.toString();
  }

  private void steps(List<PipelineElement> elements, String margin, StringBuilder out) {
    for (int i = 0; i < elements.size(); i++) {
      boolean last = i == elements.size() - 1;
      var inner = margin + (last ? "   " : "|  ");
      out.append(margin).append(last ? "`- " : "|- ");
      switch (elements.get(i)) {
        case PassElement pass -> pass(pass, inner, out);
        case Pipeline nested -> {
          out.append("on each ").append(nested.anchor().equals(Pipeline.ANY) ? "isolated operation" : "'" + nested.anchor() + "'").append(parallel(nested.anchor())).append('\n');
          steps(nested.elements(), inner, out);
        }
      }
    }
  }

  private static void pass(PassElement pass, String margin, StringBuilder out) {
    var definition = pass.definition();
    out.append(definition.argument()).append(": ").append(definition.summary()).append('\n');
    if (!definition.options().isEmpty()) {
      out.append(margin).append("with ").append(definition.options().stream().map(option -> {
        var value = pass.options().string(option.name());
        return option.name() + "=" + (value.isEmpty() ? "\"\"" : value) + (value.equals(option.defaultValue()) ? "" : " (set)");
      }).collect(Collectors.joining(", "))).append('\n');
    }
  }

  private String parallel(String anchor) {
    boolean isolated = anchor.equals(Pipeline.ANY) || registry.operation(anchor).filter(op -> op.hasTrait(Trait.ISOLATED_FROM_ABOVE)).isPresent();
    return isolated ? ", several at the same time" : ", one after another";
  }
}
