package mlr.passes.schedtoloop;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mlr.dialects.func.FuncOp;
import mlr.dialects.func.ReturnOp;
import mlr.dialects.reactive.NodeInterface;
import mlr.dialects.sched.MachineOp;
import mlr.dialects.sched.SchedDialect;
import mlr.ir.Attribute;
import mlr.ir.Block;
import mlr.ir.OpBuilder;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.attributes.DictionaryAttr;
import mlr.ir.pass.Pass;
import mlr.ir.pass.PassContext;
import mlr.ir.pass.PassDefinition;
import mlr.ir.pass.PassOption;
import mlr.ir.types.FunctionType;
import mlr.ir.types.IntegerType;
import mlr.ir.types.MemRefType;
import mlr.ir.types.RankedTensorType;

/**
 * Turns each machine into two functions on the bytes of its structs, and lays those out as C does.
 *
 * <pre>{@code
 * sched.machine @f {                                func.func @f_reset(%state: memref<4xi8>) {…}
 *   %s = sched.slot "y" = 0 : i32 : …               func.func @f_step(%state: memref<4xi8>, %in: memref<4xi8>, %out: memref<4xi8>) {
 *   %x = sched.input "x" : i32                        %y = memref.view %state[%c0][] : memref<4xi8> to memref<i32>
 *   %p = sched.read %s : !sched.slot<i32>       ->    %x = memref.view %in[%c0][] : memref<4xi8> to memref<i32>
 *   sched.output "y", %p : i32                        %out0 = memref.view %out[%c0][] : memref<4xi8> to memref<i32>
 *   sched.write %x, %s : !sched.slot<i32>             …
 *   sched.end
 * }
 * }</pre>
 *
 * Offsets and sizes go into the module's {@code mlr.interface}; {@code mlr.memory} says whose each byte of the state is.
 *
 * @param checked whether assertions stay in the code
 */
public record ConvertSchedToLoop(boolean checked) implements Pass {
  /** The module attribute with the memory of each machine: slots and buffers with owner, offset and bytes, and the arena. */
  public static final String MEMORY_ATTRIBUTE = "mlr.memory";

  public static final PassDefinition DEFINITION = PassDefinition.named("convert-sched-to-loop")
      .summary("turn machines into reset and step functions with loops over laid-out memory")
      .option("checked", PassOption.Kind.BOOLEAN, "false", "keep assertions as cf.assert")
      .creates(options -> new ConvertSchedToLoop(options.bool("checked")));

  @Override
  public void run(Operation module, PassContext context) {
    for (var machine : module.collect(MachineOp.class)) {
      if (isLegal(machine, context)) {
        convert(module, machine);
      }
    }
  }

  /** Reports tensors: only scalars and memory have a counterpart below. */
  private static boolean isLegal(MachineOp machine, PassContext context) {
    int before = context.diagnostics().errorCount();
    machine.walkPreOrder(op -> op.results().stream().filter(result -> result.type() instanceof RankedTensorType).findFirst().ifPresent(result ->
        context.diagnostics().opError(op, "has a result of type '" + result.type() + "'; run convert-tensor-to-loops before convert-sched-to-loop")));
    return context.diagnostics().errorCount() == before;
  }

  private void convert(Operation module, MachineOp machine) {
    var name = machine.symbol();
    var ports = NodeInterface.of(module, name).orElseGet(() -> MachinePorts.of(machine));
    var layout = MachineLayout.of(machine, ports);
    var globals = new Block();
    var constants = new ConstantTable(name + "_c", globals);
    var builder = OpBuilder.before(machine);
    var state = bytes(layout.stateBytes());
    var reset = function(name + "_reset", List.of(state), machine, builder);
    var entry = OpBuilder.atEnd(reset.body().entry());
    new ResetLowering(machine, layout, constants).emit(reset.arguments().getFirst(), entry);
    entry.create(OperationState.of(ReturnOp.DEFINITION, machine.location()));
    var step = function(name + "_step", List.of(state, bytes(layout.inBytes()), bytes(layout.outBytes())), machine, builder);
    lowerInstant(machine, step, layout, constants);
    for (var global : globals.operations()) {
      global.moveBefore(reset);
    }
    ports.withLayout(layout.inputs(), layout.outputs(), layout.sizes(constants.bytes())).writeTo(module);
    record(module, name, layout.record(machine));
    machine.erase();
  }

  private void lowerInstant(MachineOp machine, FuncOp step, MachineLayout layout, ConstantTable constants) {
    var arguments = step.arguments();
    var entry = step.body().entry();
    var body = machine.body();
    var views = new StateView(OpBuilder.atEnd(entry));
    var end = body.last().orElseThrow();
    OpBuilder.before(end).create(OperationState.of(ReturnOp.DEFINITION, end.location()));
    end.erase();
    new InstantLowering(layout, constants, views, arguments.get(0), arguments.get(1), arguments.get(2), checked).lower(body);
    for (var op : body.operations()) {
      if (!op.dialect().equals(SchedDialect.NAMESPACE)) {
        op.detach();
        entry.append(op);
      }
    }
  }

  private static MemRefType bytes(long size) {
    return MemRefType.of(IntegerType.I8, size);
  }

  private static FuncOp function(String name, List<Type> inputs, MachineOp machine, OpBuilder builder) {
    var function = (FuncOp) builder.create(FuncOp.of(name, new FunctionType(inputs, List.of()), Optional.empty(), machine.location()));
    function.addEntryBlock();
    return function;
  }

  private static void record(Operation module, String name, DictionaryAttr memory) {
    var all = new LinkedHashMap<String, Attribute>(module.attribute(MEMORY_ATTRIBUTE).map(DictionaryAttr.class::cast).map(DictionaryAttr::entries).orElse(Map.of()));
    all.put(name, memory);
    module.setAttribute(MEMORY_ATTRIBUTE, new DictionaryAttr(all));
  }
}
