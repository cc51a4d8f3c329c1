package mlr.interpreter.function;

import mlr.dialects.func.FuncOp;
import mlr.dialects.reactive.NodeInterface;
import mlr.interpreter.Absent;
import mlr.interpreter.ExecutionError;
import mlr.interpreter.ExternalFunctions;
import mlr.interpreter.NodeEngine;
import mlr.interpreter.PortClocks;
import mlr.ir.Operation;
import mlr.ir.eval.MemRefValue;
import mlr.ir.eval.Memory;
import mlr.ir.eval.PointerValue;
import mlr.ir.eval.Poison;
import mlr.ir.types.IntegerType;
import mlr.ir.types.MemRefType;

/**
 * Runs a node by its functions {@code NAME_reset(state)} and {@code NAME_step(state, in, out)}, which take structs as memrefs
 * of bytes or as pointers. State begins without contents, {@code in} holds the present inputs only, and {@code out} is fresh
 * in each instant, so that reading what is not there shows as poison.
 */
public final class StepFunctionEngine implements NodeEngine {
  private final Operation step;
  private final NodeInterface ports;
  private final LoadedModule module;
  private Memory state;

  /** Loads the functions of the node that {@code ports} describes. */
  public StepFunctionEngine(Operation module, Operation step, NodeInterface ports, ExternalFunctions externals) {
    this.step = step;
    this.ports = ports;
    this.module = new LoadedModule(module, externals);
    reset();
  }

  @Override
  public void reset() {
    state = Memory.uninitialized(size("state_bytes"));
    module.function(ports.name() + "_reset", step).call(struct(state));
  }

  @Override
  public Object[] step(Object[] inputs) {
    var in = Memory.uninitialized(size("in_bytes"));
    for (int i = 0; i < inputs.length; i++) {
      if (inputs[i] != Absent.ABSENT) {
        StructMemory.write(in, ports.inputs().get(i).offset(), ports.inputs().get(i).type(), inputs[i]);
      }
    }
    var out = Memory.uninitialized(size("out_bytes"));
    module.function(ports.name() + "_step", step).call(struct(state), struct(in), struct(out));
    var outputs = new Object[ports.outputs().size()];
    for (int i = 0; i < outputs.length; i++) {
      outputs[i] = StructMemory.read(out, ports.outputs().get(i).offset(), ports.outputs().get(i).type());
    }
    var present = new PortClocks(ports).presentOutputs(inputs, outputs);
    for (int i = 0; i < outputs.length; i++) {
      if (!present[i]) {
        outputs[i] = Absent.ABSENT;
      } else if (outputs[i] == Poison.POISON) {
        throw new ExecutionError(step.location(), "output '" + ports.outputs().get(i).name() + "' is poison or was not written");
      }
    }
    return outputs;
  }

  private long size(String key) {
    var bytes = ports.bytes().get(key);
    if (bytes == null) {
      throw new ExecutionError(step.location(), "the interface record of '" + ports.name() + "' lacks '" + key + "'");
    }
    return bytes;
  }

  private Object struct(Memory memory) {
    return step instanceof FuncOp ? new MemRefValue(memory, 0, MemRefType.of(IntegerType.I8, memory.size())) : new PointerValue(memory, 0);
  }
}
