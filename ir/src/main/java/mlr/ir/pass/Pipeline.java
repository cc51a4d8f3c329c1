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

  /** The text with the values of all options, defaults among them. */
  public String describe() {
    return elements.stream().map(element -> switch (element) {
      case PassElement pass -> pass.describe();
      case Pipeline nested -> nested.describe();
    }).collect(Collectors.joining(",", anchor + "(", ")"));
  }
}
