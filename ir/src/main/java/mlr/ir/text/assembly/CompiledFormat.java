package mlr.ir.text.assembly;

import java.util.ArrayList;
import java.util.List;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.definition.OpDefinition;
import mlr.ir.text.OpParser;
import mlr.ir.text.OpPrinter;

/** A declarative format ready for use. */
public final class CompiledFormat {
  private final FormatSequence elements;
  private final boolean namesAllRegions;
  private final FormatWriter writer;

  private CompiledFormat(List<FormatElement> elements) {
    this.elements = new FormatSequence(elements);
    this.namesAllRegions = elements.stream().anyMatch(FormatElement.Regions.class::isInstance);
    var writtenAttributes = new ArrayList<>(List.of(OpDefinition.OPERAND_SEGMENTS, OpDefinition.RESULT_SEGMENTS));
    collectAttributes(elements, writtenAttributes);
    this.writer = new FormatWriter(TextRuns.joined(elements), writtenAttributes);
  }

  /** Reads {@code format}; throws {@link IllegalArgumentException} when it is not one for {@code definition}. */
  public static CompiledFormat of(OpDefinition<?> definition, String format) {
    return new CompiledFormat(new FormatParser(definition, format).parse());
  }

  // What the format writes itself does not stand in the attribute dictionary again.
  private static void collectAttributes(List<FormatElement> from, List<String> names) {
    for (var element : from) {
      if (element instanceof FormatElement.Attribute attribute) {
        names.add(attribute.handle().name());
      } else if (element instanceof FormatElement.Optional group) {
        collectAttributes(group.then().asList(), names);
        collectAttributes(group.otherwise().asList(), names);
      }
    }
  }

  /** Reads an operation of the definition. */
  public void parse(OpParser parser, OperationState state) {
    // The directive "regions" adds its own.
    if (!namesAllRegions) {
      for (int i = 0; i < state.definition().regions().size(); i++) {
        state.addRegion();
      }
    }
    new FormatReader(parser, state).read(elements);
  }

  /** Writes an operation of the definition. */
  public void print(Operation op, OpPrinter printer) {
    writer.write(op, printer);
  }
}
