package mlr.passes.schedtoloop;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mlr.dialects.reactive.ClockPath;
import mlr.dialects.reactive.NodeInterface;
import mlr.dialects.sched.InputOp;
import mlr.dialects.sched.InputRefOp;
import mlr.dialects.sched.MachineOp;
import mlr.dialects.sched.OutputOp;
import mlr.dialects.sched.OutputRefOp;
import mlr.ir.Type;
import mlr.ir.types.MemRefType;
import mlr.ir.types.RankedTensorType;

/** The interface of a machine whose module has no record of it: the ports in the order in which the machine names them, all on the base clock. */
public final class MachinePorts {
  private final Map<String, Type> inputs = new LinkedHashMap<>();
  private final Map<String, Type> outputs = new LinkedHashMap<>();

  private MachinePorts() {}

  /** The interface of {@code machine}. */
  public static NodeInterface of(MachineOp machine) {
    var ports = new MachinePorts();
    machine.walkPreOrder(op -> {
      switch (op) {
        case InputOp input -> ports.inputs.putIfAbsent(input.port(), input.result().type());
        case InputRefOp input -> ports.inputs.putIfAbsent(input.port(), tensor(input.result().type()));
        case OutputOp output -> ports.outputs.putIfAbsent(output.port(), output.value().type());
        case OutputRefOp output -> ports.outputs.putIfAbsent(output.port(), tensor(output.result().type()));
        default -> { }
      }
    });
    return new NodeInterface(machine.symbol(), list(ports.inputs), list(ports.outputs), Map.of(), true, Map.of());
  }

  private static Type tensor(Type memref) {
    var type = (MemRefType) memref;
    return RankedTensorType.of(type.element(), type.shape());
  }

  private static List<NodeInterface.Port> list(Map<String, Type> ports) {
    return ports.entrySet().stream()
        .map(port -> new NodeInterface.Port(port.getKey(), NodeInterface.sourceType(port.getValue()), port.getValue(), ClockPath.BASE, -1)).toList();
  }
}
