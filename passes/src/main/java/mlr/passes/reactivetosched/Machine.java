package mlr.passes.reactivetosched;

import java.util.Optional;
import mlr.dialects.arith.ConstantOp;
import mlr.dialects.reactive.ParamOp;
import mlr.dialects.reactive.clock.ClockAnalysis;
import mlr.dialects.sched.BufferOp;
import mlr.dialects.sched.BufferType;
import mlr.dialects.sched.MachineOp;
import mlr.dialects.sched.SlotOp;
import mlr.dialects.sched.SlotType;
import mlr.ir.Attribute;
import mlr.ir.Location;
import mlr.ir.OpBuilder;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.attributes.StringAttr;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.eval.RuntimeValues;

/** The machine being built: its declarations, and what the parts of the lowering share. */
final class Machine {
  private final MachineOp op;
  private final ClockAnalysis clocks;
  private final DiagnosticEngine diagnostics;
  private Optional<Operation> lastDeclaration = Optional.empty();

  Machine(MachineOp op, ClockAnalysis clocks, DiagnosticEngine diagnostics) {
    this.op = op;
    this.clocks = clocks;
    this.diagnostics = diagnostics;
  }

  MachineOp op() {
    return op;
  }

  ClockAnalysis clocks() {
    return clocks;
  }

  DiagnosticEngine diagnostics() {
    return diagnostics;
  }

  /** A new cell of state. */
  Value slot(String owner, Attribute init, Type type, Location location) {
    return declare(OperationState.of(SlotOp.DEFINITION, location).attribute("owner", new StringAttr(owner)).attribute("init", init).result(new SlotType(type)));
  }

  /** A new buffer of a segment. */
  Value buffer(String owner, String kind, long capacity, Type type, Location location) {
    return declare(OperationState.of(BufferOp.DEFINITION, location).attribute("owner", new StringAttr(owner)).attribute("kind", new StringAttr(kind))
        .result(new BufferType(capacity, type)));
  }

  private Value declare(OperationState state) {
    var builder = lastDeclaration.map(OpBuilder::after).orElseGet(() -> OpBuilder.atStart(op.body()));
    var declaration = builder.create(state);
    lastDeclaration = Optional.of(declaration);
    return declaration.result(0);
  }

  /** The name by which certificates and plans call the memory of {@code value}. */
  static String owner(Value value) {
    return value.location().sourceName().orElse("unnamed");
  }

  /** The constant that {@code value} is, looked up through parameters. */
  static Optional<Attribute> constant(Value value) {
    return Streams.source(value).definingOp().flatMap(definition -> switch (definition) {
      case ConstantOp constant -> Optional.of(constant.value());
      case ParamOp param -> param.value();
      default -> Optional.empty();
    });
  }

  /** The constant whose bits are all zero. */
  static Attribute zero(Type type) {
    return RuntimeValues.attribute(type, RuntimeValues.zero(type));
  }
}
