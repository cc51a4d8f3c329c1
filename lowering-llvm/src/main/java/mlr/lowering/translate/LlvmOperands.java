package mlr.lowering.translate;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import mlr.dialects.llvm.Globals.AddressOfOp;
import mlr.dialects.llvm.Literals;
import mlr.dialects.llvm.types.PointerType;
import mlr.ir.Value;
import mlr.ir.types.FloatType;
import mlr.ir.types.IntegerType;

/** How values of one function are written as operands: constants as themselves, others by a name. */
final class LlvmOperands {
  private final Map<Value, String> names = new IdentityHashMap<>();
  private int next;

  /** Names a value. */
  void define(Value value, String name) {
    names.put(value, name);
  }

  /** The name of a value that an instruction defines, made up at first sight: a phi may stand before. */
  String name(Value value) {
    return names.computeIfAbsent(value, _ -> "%v" + next++);
  }

  /** A value without its type. */
  String of(Value value) {
    return constant(value).orElseGet(() -> name(value));
  }

  /** A value with its type before it. */
  String typed(Value value) {
    return LlvmTypeText.of(value.type()) + " " + of(value);
  }

  /** The constant that a value is, if it is one. */
  static Optional<String> constant(Value value) {
    return value.definingOp().flatMap(op -> switch (op) {
      case Literals.ConstantOp constant -> Optional.of(LlvmConstantText.of(constant.value(), constant.result().type()));
      case Literals.UndefOp _ -> Optional.of("undef");
      case Literals.PoisonOp _ -> Optional.of("poison");
      case Literals.ZeroOp zero -> Optional.of(switch (zero.result().type()) {
        case PointerType _ -> "null";
        case IntegerType integer -> integer.width() == 1 ? "false" : "0";
        case FloatType _ -> "0.0";
        default -> "zeroinitializer";
      });
      case AddressOfOp address -> Optional.of("@" + LlvmIrText.symbol(address.symbol().root()));
      default -> Optional.empty();
    });
  }
}
