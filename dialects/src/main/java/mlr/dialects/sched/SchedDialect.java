package mlr.dialects.sched;

import java.util.List;
import java.util.Optional;
import mlr.ir.Dialect;
import mlr.ir.Type;
import mlr.ir.definition.OpDefinition;
import mlr.ir.text.TypeParser;

/** Machines: when everything is computed and where it is kept between. */
public final class SchedDialect implements Dialect {
  public static final String NAMESPACE = "sched";

  @Override
  public String namespace() {
    return NAMESPACE;
  }

  @Override
  public String description() {
    return """
        One machine a node (buffered schedule): slots of state, bounded buffers with capacity and owner, and the static order of the
        actions of an instant under their clock guards, with forward and backward sweeps over segments. Loops inside tensor operations
        do not show yet.""";
  }

  @Override
  public List<OpDefinition<?>> operations() {
    return List.of(MachineOp.DEFINITION, EndOp.DEFINITION, SlotOp.DEFINITION, BufferOp.DEFINITION, ReadOp.DEFINITION, WriteOp.DEFINITION,
        LoadOp.DEFINITION, StoreOp.DEFINITION, CollectOp.DEFINITION, InputOp.DEFINITION, OutputOp.DEFINITION, GuardOp.DEFINITION, SweepOp.DEFINITION, YieldOp.DEFINITION,
        CallOp.DEFINITION, AssertOp.DEFINITION, SlotRefOp.DEFINITION, BufferRefOp.DEFINITION, InputRefOp.DEFINITION, OutputRefOp.DEFINITION,
        ScratchOp.DEFINITION, ConstantOp.DEFINITION);
  }

  @Override
  public Optional<Type> parseType(String mnemonic, TypeParser parser) {
    return switch (mnemonic) {
      case "slot" -> {
        parser.parsePunctuation("<");
        var element = parser.parseType();
        parser.parsePunctuation(">");
        yield Optional.of(new SlotType(element));
      }
      case "buffer" -> {
        parser.parsePunctuation("<");
        long capacity = parser.parseInteger();
        parser.parsePunctuation(",");
        var element = parser.parseType();
        parser.parsePunctuation(">");
        yield Optional.of(new BufferType(capacity, element));
      }
      default -> Optional.empty();
    };
  }
}
