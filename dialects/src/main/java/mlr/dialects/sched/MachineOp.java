package mlr.dialects.sched;

import java.util.List;
import mlr.ir.Block;
import mlr.ir.Location;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.SymbolTable;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.attributes.StringAttr;
import mlr.ir.definition.AssemblyFormat;
import mlr.ir.definition.AttributeHandle;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.RegionHandle;
import mlr.ir.definition.Trait;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.text.OpParser;
import mlr.ir.text.OpPrinter;
import mlr.ir.types.IntegerType;

/** A node as a machine: its memory, and the actions of one instant in their static order. */
public final class MachineOp extends Operation {
  private static final OpSpec<MachineOp> SPEC = OpDefinition.named("sched.machine", MachineOp.class, MachineOp::new);
  private static final AttributeHandle<StringAttr> NAME = SPEC.attribute(SymbolTable.NAME_ATTRIBUTE, StringAttr.class, "string");
  private static final AttributeHandle<IntegerAttr> SCRATCH = SPEC.optionalAttribute("scratch_bytes", IntegerAttr.class, "bytes of the scratch arena, i64", IntegerAttr.of(IntegerType.I64));
  private static final RegionHandle BODY = SPEC.regionOfOneBlock("body");
  public static final OpDefinition<MachineOp> DEFINITION = SPEC.summary("a node as a machine")
      .description("""
          Slots and buffers first, then the actions of one instant, ending with `sched.end`. A reset gives every slot its `init`
          and every buffer zeros. Ports, their types and clocks stand in the module's `mlr.interface`.""")
      .traits(Trait.ISOLATED_FROM_ABOVE, Trait.SYMBOL, Trait.SINGLE_BLOCK).assembly(new Format())
      .verify(MachineOp::check).build();

  MachineOp(OperationState state) {
    super(state);
  }

  /** The state of a machine with an empty block. */
  public static OperationState state(Location location, String name) {
    var state = OperationState.of(DEFINITION, location).attribute(NAME.name(), new StringAttr(name));
    state.addRegion().addBlock();
    return state;
  }

  public String symbol() {
    return NAME.in(this).value();
  }

  public Block body() {
    return BODY.in(this).entry();
  }

  /** Size of the scratch arena in bytes, 0 before memory is planned. */
  public long scratchBytes() {
    return SCRATCH.optional(this).map(IntegerAttr::value).orElse(0L);
  }

  public void setScratchBytes(long bytes) {
    setAttribute(SCRATCH.name(), IntegerAttr.i64(bytes));
  }

  private static void check(MachineOp op, DiagnosticEngine diagnostics) {
    if (op.body().last().filter(last -> last instanceof EndOp).isEmpty()) {
      diagnostics.opError(op, "must end with sched.end");
    }
  }

  /** {@code sched.machine @f attributes {…} {…}}. */
  private static final class Format implements AssemblyFormat {
    @Override
    public String syntax() {
      return "$sym_name attr-dict-with-keyword $body";
    }

    @Override
    public void parse(OpParser parser, OperationState state) {
      state.attribute(SymbolTable.NAME_ATTRIBUTE, new StringAttr(parser.parseSymbolName()));
      parser.parseOptionalAttributeDictionaryWithKeyword(state);
      parser.parseRegion(state.addRegion(), List.of());
    }

    @Override
    public void print(Operation op, OpPrinter printer) {
      printer.print(" ").printSymbol(((MachineOp) op).symbol());
      printer.printOptionalAttributeDictionaryWithKeyword(op, List.of(SymbolTable.NAME_ATTRIBUTE));
      printer.print(" ").printRegion(op.region(0), false, true);
    }
  }
}
