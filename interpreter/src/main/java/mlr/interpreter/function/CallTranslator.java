package mlr.interpreter.function;

import com.oracle.truffle.api.CallTarget;
import java.util.Arrays;
import java.util.Optional;
import mlr.dialects.cf.AssertOp;
import mlr.dialects.func.CallIndirectOp;
import mlr.dialects.func.ConstantOp;
import mlr.dialects.llvm.TrapOp;
import mlr.interpreter.AssertionFailed;
import mlr.interpreter.ExecutionError;
import mlr.interpreter.nodes.ActionNode;
import mlr.interpreter.nodes.CallNode;
import mlr.interpreter.nodes.GeneralNode;
import mlr.ir.Operation;
import mlr.ir.eval.Poison;
import mlr.ir.eval.UndefinedBehavior;
import mlr.ir.interfaces.CallInterface;

/** Calls of functions of the module and of external ones, and assertions. */
final class CallTranslator implements OperationTranslator {
  private final LoadedModule module;

  CallTranslator(LoadedModule module) {
    this.module = module;
  }

  @Override
  public Optional<ActionNode> translate(Operation op, Translation in) {
    return switch (op) {
      case CallInterface call -> Optional.of(call(op, call, in));
      case ConstantOp function -> {
        CallTarget target = module.function(function.value().root(), op);
        yield Optional.of(new GeneralNode(op, _ -> new Object[] {target}, new int[0], in.slots(op.results())));
      }
      case CallIndirectOp _ -> Optional.of(new GeneralNode(op, CallTranslator::callIndirect, in.slots(op.operands()), in.slots(op.results())));
      case AssertOp check -> Optional.of(new GeneralNode(op, arguments -> claim(check, check.message(), arguments[0]), in.slots(op.operands()), new int[0]));
      case TrapOp trap -> Optional.of(new GeneralNode(op, _ -> claim(trap, "trap", 0L), new int[0], new int[0]));
      default -> Optional.empty();
    };
  }

  private ActionNode call(Operation op, CallInterface call, Translation in) {
    var symbol = call.callee().root();
    if (module.isDefined(symbol)) {
      return new CallNode(() -> module.function(symbol, op), in.slots(call.arguments()), in.slots(op.results()));
    }
    var external = module.externals().find(symbol).orElse(_ -> {
      throw module.externals().missing(symbol, op);
    });
    return new GeneralNode(op, external::call, in.slots(call.arguments()), in.slots(op.results()));
  }

  /** Calls the function that the first argument is on the others. */
  static Object[] callIndirect(Object[] arguments) {
    if (!(arguments[0] instanceof CallTarget target)) {
      throw new UndefinedBehavior("calls a poison function");
    }
    return (Object[]) target.call(Arrays.copyOfRange(arguments, 1, arguments.length));
  }

  /** Fails when an asserted condition does not hold. */
  static Object[] claim(Operation op, String message, Object condition) {
    if (condition == Poison.POISON) {
      throw new UndefinedBehavior("asserts a poison value");
    }
    if ((Long) condition == 0) {
      throw new AssertionFailed(op.location(), "assertion failed: " + message);
    }
    return new Object[0];
  }
}
