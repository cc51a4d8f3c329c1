package mlr.dialects.reactive;

import java.util.List;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.attributes.DenseArrayAttr;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.attributes.StringAttr;
import mlr.ir.attributes.UnitAttr;
import mlr.ir.definition.AssemblyFormat;
import mlr.ir.definition.OpDefinition;
import mlr.ir.text.OpParser;
import mlr.ir.text.OpPrinter;

/** {@code reactive.segment over 7 resume elements(%xs : tensor<7xf32>) carry(%w : f32) -> (f32) {^bb0(…): …}}; {@code until max 9}. */
final class SegmentFormat implements AssemblyFormat {
  @Override
  public String syntax() {
    return "(`every` | `until` `max` | `over`) $length (`resume`)? (`elements` `(` $elements `:` type($elements) `)`)? (`carry` `(` $carries `:` type($carries) `)`)? (`->` `(` type($outputs) `)`)? attr-dict-with-keyword $body";
  }

  @Override
  public void parse(OpParser parser, OperationState state) {
    var kind = parser.parseKeyword();
    if (!List.of("every", "until", "over").contains(kind)) {
      throw parser.error("expected every, until or over, but got '" + kind + "'");
    }
    if (kind.equals("until") && !parser.parseOptionalKeyword("max")) {
      throw parser.error("expected 'max' and the bound of the until segment");
    }
    state.attribute("kind", new StringAttr(kind));
    state.attribute("length", IntegerAttr.i64(parser.parseInteger()));
    if (parser.parseOptionalKeyword("resume")) {
      state.attribute("resume", UnitAttr.UNIT);
    }
    int elements = GroupsFormat.parseGroup(parser, "elements", state);
    int carries = GroupsFormat.parseGroup(parser, "carry", state);
    state.attribute(OpDefinition.OPERAND_SEGMENTS, DenseArrayAttr.i32(elements, carries));
    RegionResults.parse(parser, state);
    parser.parseOptionalAttributeDictionaryWithKeyword(state);
    parser.parseRegion(state.addRegion(), List.of());
  }

  @Override
  public void print(Operation op, OpPrinter printer) {
    var segment = (SegmentOp) op;
    printer.print(" " + segment.kind().keyword() + (segment.kind() == SegmentOp.Kind.UNTIL ? " max " : " ") + segment.length());
    if (segment.resume()) {
      printer.print(" resume");
    }
    GroupsFormat.printGroup(printer, "elements", segment.elements());
    GroupsFormat.printGroup(printer, "carry", segment.carries());
    RegionResults.print(op, printer);
    printer.printOptionalAttributeDictionaryWithKeyword(op, List.of("kind", "length", "resume", OpDefinition.OPERAND_SEGMENTS));
    printer.print(" ").printRegion(op.region(0), true, true);
  }
}
