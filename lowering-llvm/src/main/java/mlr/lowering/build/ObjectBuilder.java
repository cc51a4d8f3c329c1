package mlr.lowering.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import mlr.dialects.llvm.FuncOp;
import mlr.dialects.reactive.NodeInterface;
import mlr.ir.Operation;
import mlr.lowering.LoweringException;
import mlr.lowering.certificate.Certificate;
import mlr.lowering.header.CHeader;
import mlr.lowering.header.ExternalFunction;
import mlr.lowering.llvm.CodeGenerator;
import mlr.lowering.llvm.OptimizationLevel;
import mlr.lowering.target.Target;
import mlr.lowering.translate.LlvmIrText;

/**
 * Builds object, header and certificate from a module at the level of llvm.
 *
 * @param target the machine
 * @param level  how hard LLVM works
 */
public record ObjectBuilder(Target target, OptimizationLevel level) {

  /** A builder at the usual level. */
  public ObjectBuilder(Target target) {
    this(target, OptimizationLevel.O2);
  }

  /**
   * Builds a module.
   *
   * @param module at the level of llvm, with the interface record of at least one exported node
   * @param name   the name of the files and of the header's guard
   * @throws LoweringException when no node is exported, or an operation has no counterpart in LLVM IR
   */
  public Built build(Operation module, String name) {
    var nodes = NodeInterface.all(module).stream().filter(NodeInterface::exported).toList();
    if (nodes.isEmpty()) {
      throw new LoweringException("module '" + name + "' exports no node", "export at least one node, or name the node to build");
    }
    var externals = externals(module);
    var names = externals.stream().map(ExternalFunction::name).collect(Collectors.toSet());
    var text = LlvmIrText.print(module, target);
    var object = new CodeGenerator(target, level).object(text, name, Set.copyOf(names));
    var header = new CHeader(name, target, nodes, externals, object.runtimeSymbols()).text();
    var certificate = Certificate.of(name, module, object, externals.stream().map(ExternalFunction::name).toList());
    return new Built(name, text, object, header, certificate);
  }

  /** The functions that the module declares without a body. */
  private static List<ExternalFunction> externals(Operation module) {
    var found = new ArrayList<ExternalFunction>();
    for (var function : module.collect(FuncOp.class)) {
      if (function.isDeclaration() && !function.symbol().startsWith("llvm.")) {
        var type = function.functionType();
        found.add(new ExternalFunction(function.symbol(), type.parameters(), type.results().stream().findFirst()));
      }
    }
    return found;
  }
}
