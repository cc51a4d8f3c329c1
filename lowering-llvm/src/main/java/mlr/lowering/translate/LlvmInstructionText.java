package mlr.lowering.translate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import mlr.dialects.elementwise.FlagsAttr;
import mlr.dialects.llvm.CallOp;
import mlr.dialects.llvm.Comparison.FCmpOp;
import mlr.dialects.llvm.Comparison.ICmpOp;
import mlr.dialects.llvm.GetElementPtrOp;
import mlr.dialects.llvm.Memory.AllocaOp;
import mlr.dialects.llvm.Memory.LoadOp;
import mlr.dialects.llvm.Memory.StoreOp;
import mlr.dialects.llvm.ReturnOp;
import mlr.dialects.llvm.types.VoidType;
import mlr.ir.Operation;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.attributes.DenseArrayAttr;
import mlr.ir.attributes.IntegerAttr;
import mlr.lowering.LoweringException;

/** Operations as instructions; those that are constants are written where they are used. */
final class LlvmInstructionText {
  private static final Set<String> BINARY = Set.of("add", "sub", "mul", "sdiv", "udiv", "srem", "urem", "and", "or", "xor", "shl", "ashr", "lshr",
      "fadd", "fsub", "fmul", "fdiv", "frem");
  private static final Set<String> CASTS = Set.of("sext", "zext", "trunc", "fpext", "fptrunc", "sitofp", "uitofp", "fptosi", "fptoui", "bitcast", "ptrtoint", "inttoptr");

  private final LlvmOperands operands;
  private final Set<String> intrinsics;

  LlvmInstructionText(LlvmOperands operands, Set<String> intrinsics) {
    this.operands = operands;
    this.intrinsics = intrinsics;
  }

  /** The instruction for an operation without successors; empty when it is a constant. */
  Optional<String> of(Operation op) {
    if (op.resultCount() == 1 && LlvmOperands.constant(op.result(0)).isPresent()) {
      return Optional.empty();
    }
    var text = text(op);
    return Optional.of(op.resultCount() == 0 ? text : operands.name(op.result()) + " = " + text);
  }

  private String text(Operation op) {
    return switch (op) {
      case LoadOp load -> "load " + (op.hasAttribute("volatile_") ? "volatile " : "") + type(op) + ", " + operands.typed(load.pointer()) + alignment(op);
      case StoreOp store -> "store " + (op.hasAttribute("volatile_") ? "volatile " : "") + operands.typed(store.value()) + ", " + operands.typed(store.pointer()) + alignment(op);
      case AllocaOp memory -> "alloca " + LlvmTypeText.of(memory.elementType()) + ", " + operands.typed(memory.count()) + alignment(op);
      case GetElementPtrOp pointer -> pointer(pointer);
      case ICmpOp comparison -> "icmp " + comparison.predicate().keyword() + " " + pair(op);
      case FCmpOp comparison -> "fcmp " + fastMath(op) + comparison.predicate().keyword() + " " + pair(op);
      case CallOp call -> call(call);
      case ReturnOp end -> end.value().map(value -> "ret " + operands.typed(value)).orElse("ret void");
      default -> byName(op);
    };
  }

  private String byName(Operation op) {
    var mnemonic = op.definition().mnemonic();
    if (BINARY.contains(mnemonic)) {
      return mnemonic + " " + overflow(op) + fastMath(op) + pair(op);
    }
    if (CASTS.contains(mnemonic)) {
      return mnemonic + " " + operands.typed(op.operand(0)) + " to " + type(op);
    }
    if (mnemonic.startsWith("intr.")) {
      return intrinsic(op, mnemonic.substring("intr.".length()));
    }
    return switch (mnemonic) {
      case "fneg" -> "fneg " + fastMath(op) + operands.typed(op.operand(0));
      case "select" -> "select " + fastMath(op) + list(op.operands());
      case "extractelement", "insertelement" -> mnemonic + " " + list(op.operands());
      case "shufflevector" -> "shufflevector " + list(op.operands()) + ", " + mask(op.attribute("mask", DenseArrayAttr.class));
      case "extractvalue", "insertvalue" -> mnemonic + " " + list(op.operands()) + ", "
          + op.attribute("position", DenseArrayAttr.class).values().stream().map(Object::toString).collect(Collectors.joining(", "));
      case "freeze" -> "freeze " + operands.typed(op.operand(0));
      case "unreachable" -> "unreachable";
      default -> throw new LoweringException(op.location() + ": '" + op.name() + "' has no instruction in LLVM IR", "convert the module to the llvm dialect first: convert-loop-to-llvm");
    };
  }

  private static String type(Operation op) {
    return LlvmTypeText.of(op.result().type());
  }

  private String list(List<Value> values) {
    return values.stream().map(operands::typed).collect(Collectors.joining(", "));
  }

  /** Two operands of one type. */
  private String pair(Operation op) {
    return operands.typed(op.operand(0)) + ", " + operands.of(op.operand(1));
  }

  private static String alignment(Operation op) {
    return op.attribute("alignment").map(value -> ((IntegerAttr) value).value()).filter(bytes -> bytes > 0).map(bytes -> ", align " + bytes).orElse("");
  }

  private static String overflow(Operation op) {
    return FlagsAttr.of(op, "overflowFlags", FlagsAttr.Kind.OVERFLOW).flags().stream().map(flag -> flag + " ").collect(Collectors.joining());
  }

  private static String fastMath(Operation op) {
    return FlagsAttr.of(op, "fastmathFlags", FlagsAttr.Kind.FASTMATH).flags().stream().map(flag -> flag + " ").collect(Collectors.joining());
  }

  private static String mask(DenseArrayAttr mask) {
    return mask.values().stream().map(lane -> lane < 0 ? "i32 poison" : "i32 " + lane).collect(Collectors.joining(", ", "<" + mask.values().size() + " x i32> <", ">"));
  }

  private String pointer(GetElementPtrOp op) {
    var text = new StringBuilder("getelementptr ").append(op.isInbounds() ? "inbounds " : "").append(LlvmTypeText.of(op.elementType())).append(", ").append(operands.typed(op.base()));
    var dynamic = op.dynamicIndices().iterator();
    for (long index : op.rawIndices()) {
      text.append(", ").append(index == GetElementPtrOp.DYNAMIC ? operands.typed(dynamic.next()) : "i32 " + index);
    }
    return text.toString();
  }

  private String call(CallOp op) {
    Type result = op.resultCount() == 0 ? VoidType.VOID : op.result().type();
    var signature = op.variadicType().map(LlvmTypeText::of).orElse(LlvmTypeText.of(result));
    var callee = op.isIndirect() ? operands.of(op.operand(0)) : "@" + LlvmIrText.symbol(op.callee().root());
    return "call " + fastMath(op) + signature + " " + callee + "(" + list(op.arguments()) + ")";
  }

  /** A call of an intrinsic function, overloaded by its result or, for those on memory, by its operands. */
  private String intrinsic(Operation op, String name) {
    var overload = switch (name) {
      case "memcpy", "memmove" -> List.of(op.operand(0).type(), op.operand(1).type(), op.operand(2).type());
      case "memset" -> List.of(op.operand(0).type(), op.operand(2).type());
      default -> op.resultTypes();
    };
    // LLVM 20 calls a library for roundeven on Arm, though the core has the instruction; with rounding to nearest, which is never changed, rint is the same.
    var mangled = "llvm." + (name.equals("roundeven") ? "rint" : name) + overload.stream().map(type -> "." + LlvmTypeText.mangled(type)).collect(Collectors.joining());
    var flag = switch (name) {
      case "memcpy", "memmove", "memset" -> Optional.of(isSet(op, "isVolatile"));
      case "ctlz", "cttz" -> Optional.of(isSet(op, "is_zero_poison"));
      case "abs" -> Optional.of(isSet(op, "is_int_min_poison"));
      default -> Optional.<Boolean>empty();
    };
    Type result = op.resultCount() == 0 ? VoidType.VOID : op.result().type();
    var types = op.operands().stream().map(value -> LlvmTypeText.of(value.type())).collect(Collectors.joining(", "));
    intrinsics.add("declare " + LlvmTypeText.of(result) + " @" + mangled + "(" + types + (flag.isPresent() ? ", i1 immarg" : "") + ")");
    return "call " + fastMath(op) + LlvmTypeText.of(result) + " @" + mangled + "(" + list(op.operands()) + flag.map(set -> ", i1 " + set).orElse("") + ")";
  }

  private static boolean isSet(Operation op, String attribute) {
    return op.attribute(attribute).map(value -> ((IntegerAttr) value).asBoolean()).orElse(false);
  }
}
