package mlr.ir.pass;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Steps that run in turn on every operation called {@code anchor}: {@code func.func(canonicalize,cse)}. The anchor
 * {@link #ANY} stands for all isolated operations.
 */
public record Pipeline(String anchor, List<PipelineElement> elements) implements PipelineElement {
  /** The anchor that any isolated operation fits. */
  public static final String ANY = "any";

  public Pipeline {
    elements = List.copyOf(elements);
  }

  @Override
  public String toString() {
    return anchor + elements.stream().map(PipelineElement::toString).collect(Collectors.joining(",", "(", ")"));
  }
}
