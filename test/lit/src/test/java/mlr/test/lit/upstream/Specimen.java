package mlr.test.lit.upstream;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mlr.dialects.func.FuncOp;
import mlr.dialects.llvm.types.LlvmFunctionType;
import mlr.dialects.llvm.types.VoidType;
import mlr.ir.Attribute;
import mlr.ir.Block;
import mlr.ir.IrMapping;
import mlr.ir.Location;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.SymbolTable;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.attributes.StringAttr;
import mlr.ir.attributes.SymbolRefAttr;
import mlr.ir.attributes.TypeAttr;
import mlr.ir.builtin.ModuleOp;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.Trait;
import mlr.ir.interfaces.BranchInterface;
import mlr.ir.text.IrPrinter;
import mlr.ir.text.PrintOptions;
import mlr.ir.types.FunctionType;

/**
 * An operation taken out of its program: what is to be known of it to make a small module around it, with operands from nowhere, blocks to
 * branch to and the symbols that it names.
 *
 * @param original the operation of some program, for its regions and symbols
 * @param targets the types of the arguments of each successor
 */
record Specimen(Operation original, List<Type> operands, List<Type> results, Map<String, Attribute> attributes, List<List<Type>> targets) {
  private static final OpDefinition<?> SOURCE = OpDefinition.unregistered("test.source");
  private static final OpDefinition<?> END = OpDefinition.unregistered("test.end");

  Specimen {
    operands = List.copyOf(operands);
    results = List.copyOf(results);
    attributes = new TreeMap<>(attributes);
  }

  static Specimen of(Operation op) {
    var targets = new ArrayList<List<Type>>();
    for (int i = 0; i < op.successorCount(); i++) {
      targets.add(Value.types(((BranchInterface) op).successorOperands(i)));
    }
    return new Specimen(op, op.operandTypes(), op.resultTypes(), op.attributes().asMap(), targets);
  }

  String name() {
    return original.name();
  }

  OpDefinition<?> definition() {
    return original.definition();
  }

  Specimen withOperands(List<Type> types) {
    return new Specimen(original, types, results, attributes, targets);
  }

  Specimen withResults(List<Type> types) {
    return new Specimen(original, operands, types, attributes, targets);
  }

  Specimen withAttributes(Map<String, Attribute> all) {
    return new Specimen(original, operands, results, all, targets);
  }

  Specimen withTargets(List<List<Type>> arguments) {
    return new Specimen(original, operands, results, attributes, arguments);
  }

  /** A module with the operation in it, in generic form. */
  String text() {
    var module = ModuleOp.create(Location.UNKNOWN);
    attributes.values().stream().filter(SymbolRefAttr.class::isInstance).map(symbol -> ((SymbolRefAttr) symbol).root())
        .flatMap(symbol -> SymbolTable.lookupNearest(original, symbol).stream()).forEach(symbol -> module.body().append(declaration(symbol)));
    if (definition().hasTrait(Trait.SYMBOL)) {
      var copy = original.copy(new IrMapping());
      original.attributes().asMap().keySet().forEach(copy::removeAttribute);
      attributes.forEach(copy::setAttribute);
      module.body().append(copy);
    } else {
      module.body().append(function());
    }
    return IrPrinter.print(module, PrintOptions.GENERIC) + "\n";
  }

  private static Operation declaration(Operation symbol) {
    var copy = symbol.copy(new IrMapping());
    if (symbol.name().equals("func.func")) {
      List.copyOf(copy.region(0).blocks()).forEach(copy.region(0)::removeBlock);
      copy.setAttribute(SymbolTable.VISIBILITY_ATTRIBUTE, new StringAttr("private"));
    }
    return copy;
  }

  private Operation function() {
    boolean returns = name().endsWith(".return");
    boolean llvm = name().equals("llvm.return");
    var function = OperationState.of(llvm ? mlr.dialects.llvm.FuncOp.DEFINITION : FuncOp.DEFINITION, Location.UNKNOWN)
        .attribute(SymbolTable.NAME_ATTRIBUTE, new StringAttr("f"));
    var returned = returns ? original.operandTypes() : List.<Type>of();
    function.attribute("function_type", new TypeAttr(llvm
        ? new LlvmFunctionType(returned.isEmpty() ? VoidType.VOID : returned.getFirst(), List.of(), false) : new FunctionType(List.of(), returned)));
    var body = function.addRegion();
    var entry = body.addBlock();
    var blocks = new ArrayList<Block>();
    for (var arguments : targets) {
      var block = body.addBlock();
      arguments.forEach(type -> block.addArgument(type, Location.UNKNOWN));
      block.append(OperationState.of(END, Location.UNKNOWN).create());
      blocks.add(block);
    }
    var source = OperationState.of(SOURCE, Location.UNKNOWN).results(operands).create();
    entry.append(source);
    var state = OperationState.of(definition(), Location.UNKNOWN).operands(source.results()).results(results).attributes(attributes);
    blocks.forEach(state::successor);
    for (var region : original.regions()) {
      new IrMapping().copyInto(region, state.addRegion());
    }
    entry.append(state.create());
    if (!definition().isTerminator()) {
      entry.append(OperationState.of(END, Location.UNKNOWN).create());
    }
    return function.create();
  }
}
