package mlr.lowering.translate;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import mlr.dialects.func.FunctionSignature;
import mlr.dialects.llvm.FuncOp;
import mlr.dialects.llvm.Globals.GlobalOp;
import mlr.dialects.llvm.KeywordAttr;
import mlr.dialects.llvm.ReturnOp;
import mlr.dialects.llvm.SymbolProperties;
import mlr.ir.Attribute;
import mlr.ir.Operation;
import mlr.ir.attributes.ArrayAttr;
import mlr.ir.attributes.DictionaryAttr;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.attributes.StringAttr;
import mlr.lowering.LoweringException;
import mlr.lowering.target.Target;

/**
 * A module of the llvm dialect as LLVM IR text: what {@code mlir-translate --mlir-to-llvmir} writes, for the operations that the
 * dialect has here, with the target's data layout and triple. No instruction carries a flag that its operation does not.
 */
public final class LlvmIrText {
  private final Set<String> intrinsics = new LinkedHashSet<>();
  private final StringBuilder out = new StringBuilder();

  private LlvmIrText() {}

  /**
   * The text of a module for a target.
   *
   * @throws LoweringException when it holds an operation of another dialect, or one without a counterpart
   */
  public static String print(Operation module, Target target) {
    var text = new LlvmIrText();
    text.out.append("target datalayout = \"").append(target.dataLayout()).append("\"\ntarget triple = \"").append(target.triple()).append("\"\n\n");
    for (var op : module.region(0).entry().operations()) {
      switch (op) {
        case GlobalOp global -> text.global(global);
        case FuncOp function -> text.function(function);
        default -> throw new LoweringException(op.location() + ": '" + op.name() + "' has no place in LLVM IR", "convert the module to the llvm dialect first: convert-loop-to-llvm");
      }
    }
    text.intrinsics.forEach(declaration -> text.out.append(declaration).append('\n'));
    return text.out.toString();
  }

  private void global(GlobalOp global) {
    out.append('@').append(symbol(global.symbol())).append(" = ").append(global.linkage().keyword()).append(' ').append(SymbolProperties.visibility(global)).append(global.isThreadLocal() ? "thread_local " : "")
        .append(SymbolProperties.unnamedAddress(global)).append(global.isConstant() ? "constant " : "global ");
    if (global.value().isPresent()) {
      out.append(LlvmConstantText.global(global.value().get(), global.type()));
    } else {
      out.append(LlvmTypeText.of(global.type()));
      if (!global.initializer().isEmpty()) {
        out.append(' ').append(initializer(global));
      }
    }
    global.section().ifPresent(section -> out.append(", section \"").append(section).append('"'));
    global.alignment().ifPresent(alignment -> out.append(", align ").append(alignment));
    out.append('\n');
  }

  private static String initializer(GlobalOp global) {
    var end = global.initializer().entry().last().orElseThrow();
    return ((ReturnOp) end).value().flatMap(LlvmOperands::constant)
        .orElseThrow(() -> new LoweringException(global.location() + ": the initialiser of '" + global.symbol() + "' computes", "give it a constant value"));
  }

  private void function(FuncOp function) {
    var type = function.functionType();
    out.append(function.isDeclaration() ? "\ndeclare " : "\ndefine ");
    if (!function.linkage().equals(KeywordAttr.EXTERNAL)) {
      out.append(function.linkage().keyword()).append(' ');
    }
    out.append(SymbolProperties.visibility(function));
    var results = dictionary(function, FunctionSignature.RESULT_ATTRIBUTES, 0);
    out.append(results.isEmpty() ? "" : results.substring(1) + " ").append(LlvmTypeText.of(type.result())).append(" @").append(symbol(function.symbol())).append('(');
    for (int i = 0; i < type.parameters().size(); i++) {
      out.append(i == 0 ? "" : ", ").append(LlvmTypeText.of(type.parameters().get(i))).append(dictionary(function, FunctionSignature.ARGUMENT_ATTRIBUTES, i));
      out.append(function.isDeclaration() ? "" : " %a" + i);
    }
    out.append(type.variadic() ? type.parameters().isEmpty() ? "..." : ", ..." : "").append(") ".concat(SymbolProperties.unnamedAddress(function)).stripTrailing()).append(attributes(function));
    if (function.isDeclaration()) {
      out.append('\n');
    } else {
      out.append(" {\n").append(new LlvmFunctionText(function, intrinsics).body()).append("}\n");
    }
  }

  /** Attributes of a function, such as {@code nounwind}; nothing here ever unwinds the stack. */
  private static String attributes(FuncOp function) {
    var given = function.attribute("passthrough").map(ArrayAttr.class::cast).map(ArrayAttr::elements).orElse(List.of()).stream().map(attribute -> switch (attribute) {
      case StringAttr name -> name.value();
      case ArrayAttr pair -> pair.elements().stream().map(part -> "\"" + ((StringAttr) part).value() + "\"").collect(Collectors.joining("="));
      default -> throw new IllegalArgumentException("function attribute " + attribute);
    }).collect(Collectors.toCollection(LinkedHashSet::new));
    given.add("nounwind");
    return given.stream().map(name -> " " + name).collect(Collectors.joining());
  }

  /** Attributes of a parameter or result, a space before each. */
  private static String dictionary(FuncOp function, String attribute, int index) {
    return function.attribute(attribute).map(ArrayAttr.class::cast).map(all -> (DictionaryAttr) all.elements().get(index)).orElse(DictionaryAttr.EMPTY)
        .entries().entrySet().stream().filter(entry -> entry.getKey().startsWith("llvm.")).map(entry -> " " + parameterAttribute(entry.getKey().substring(5), entry.getValue()))
        .collect(Collectors.joining());
  }

  private static String parameterAttribute(String name, Attribute value) {
    return value instanceof IntegerAttr number ? name.equals("align") ? "align " + number.value() : name + "(" + number.value() + ")" : name;
  }

  /** A symbol, in quotes when it is no plain identifier. */
  static String symbol(String name) {
    return name.matches("[-a-zA-Z$._][-a-zA-Z$._0-9]*") ? name : "\"" + name + "\"";
  }
}
