package mlr.interpreter.machine;

import com.oracle.truffle.api.CallTarget;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mlr.dialects.reactive.NodeInterface;
import mlr.dialects.sched.InputRefOp;
import mlr.dialects.sched.MachineOp;
import mlr.dialects.sched.OutputRefOp;
import mlr.interpreter.Absent;
import mlr.interpreter.ExecutionError;
import mlr.interpreter.ExternalFunctions;
import mlr.interpreter.NodeEngine;
import mlr.interpreter.PortClocks;
import mlr.interpreter.function.LoadedModule;
import mlr.interpreter.function.OperationTranslator;
import mlr.interpreter.function.StructMemory;
import mlr.interpreter.function.Translation;
import mlr.interpreter.nodes.FunctionNode;
import mlr.interpreter.nodes.SequenceNode;
import mlr.ir.Operation;
import mlr.ir.eval.RuntimeValues;
import mlr.ir.eval.TensorValue;

/** Runs a {@code sched.machine}, before and after its tensors are turned into memory. */
public final class MachineEngine implements NodeEngine {
  private final MachineOp machine;
  private final NodeInterface ports;
  private final MachineMemory memory;
  private final CallTarget step;
  private final List<String> inputsByReference;
  private final List<String> outputsByReference;

  /** Loads a machine whose ports the module's interface record describes. */
  public MachineEngine(Operation module, MachineOp machine, ExternalFunctions externals) {
    this.machine = machine;
    this.ports = NodeInterface.of(module, machine.symbol())
        .orElseThrow(() -> new ExecutionError(machine.location(), "the module has no interface record for '" + machine.symbol() + "'"));
    this.memory = new MachineMemory(machine, ports);
    var translators = new ArrayList<OperationTranslator>(List.of(new SchedTranslator(memory, ports)));
    translators.addAll(new LoadedModule(module, externals).translators());
    var translation = new Translation(translators);
    var actions = new SequenceNode(translation.actions(machine.body()));
    step = new FunctionNode(machine.symbol(), translation.frame(), new int[0], new int[0], actions).getCallTarget();
    inputsByReference = machine.collect(InputRefOp.class).stream().map(InputRefOp::port).distinct().toList();
    outputsByReference = machine.collect(OutputRefOp.class).stream().map(OutputRefOp::port).distinct().toList();
    memory.reset();
  }

  @Override
  public void reset() {
    memory.reset();
  }

  @Override
  public Object[] step(Object[] inputs) {
    var outputs = new Object[ports.outputs().size()];
    Arrays.fill(outputs, Absent.ABSENT);
    for (int i = 0; i < inputs.length; i++) {
      var name = ports.inputs().get(i).name();
      if (inputsByReference.contains(name) && inputs[i] instanceof TensorValue tensor) {
        memory.port(name).fromTensor(tensor);
      }
    }
    step.call(inputs, outputs);
    var present = new PortClocks(ports).presentOutputs(inputs, outputs);
    for (int i = 0; i < outputs.length; i++) {
      var port = ports.outputs().get(i);
      if (present[i] && outputsByReference.contains(port.name())) {
        outputs[i] = StructMemory.read(memory.port(port.name()), port.type());
      }
      if (RuntimeValues.hasPoison(outputs[i])) {
        throw new ExecutionError(machine.location(), "output '" + port.name() + "' is poison");
      }
    }
    return outputs;
  }
}
