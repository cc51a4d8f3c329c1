package mlr.frontend.emit;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mlr.dialects.reactive.LanguageCode;
import mlr.dialects.reactive.NodeOp;
import mlr.dialects.reactive.ReturnOp;
import mlr.frontend.FrontendOptions;
import mlr.frontend.resolve.Report;
import mlr.frontend.resolve.Suggestions;
import mlr.frontend.syntax.Declaration;
import mlr.frontend.typed.BodyWalk;
import mlr.frontend.typed.Instance;
import mlr.frontend.typed.Instances;
import mlr.frontend.typed.TypedExpression;
import mlr.frontend.typed.TypedNode;
import mlr.frontend.typed.TypedProgram;
import mlr.frontend.typed.Variable;
import mlr.ir.DialectRegistry;
import mlr.ir.Location;
import mlr.ir.OpBuilder;
import mlr.ir.OperationState;
import mlr.ir.SymbolTable;
import mlr.ir.Type;
import mlr.ir.attributes.StringAttr;
import mlr.ir.attributes.TypeAttr;
import mlr.ir.attributes.UnitAttr;
import mlr.ir.builtin.ModuleOp;
import mlr.ir.types.FunctionType;

/** Emits the exported nodes of a program, and the instances they use, as one module. */
public final class ModuleEmitter {
  private final TypedProgram program;
  private final Report report;
  private final Ops ops;
  private final Params params;
  private final InstanceSymbols symbols;
  private final ModuleOp module;

  private ModuleEmitter(TypedProgram program, FrontendOptions options, DialectRegistry registry, Report report) {
    this.program = program;
    this.report = report;
    this.symbols = InstanceSymbols.of(program);
    this.module = ModuleOp.create(Location.at(program.program().main().file(), 1, 1));
    this.ops = new Ops(registry, OpBuilder.atEnd(module.body()));
    this.params = new Params(program.params(), options.params(), report);
  }

  /** The module of a program without errors, or nothing after reporting what cannot be exported. */
  public static Optional<ModuleOp> emit(TypedProgram program, FrontendOptions options, DialectRegistry registry, Report report) {
    int errors = report.errors();
    var emitter = new ModuleEmitter(program, options, registry, report);
    var exported = emitter.exported(options.node());
    if (report.errors() > errors) {
      return Optional.empty();
    }
    emitter.emit(exported);
    return report.errors() > errors ? Optional.empty() : Optional.of(emitter.module);
  }

  TypedProgram program() {
    return program;
  }

  Report report() {
    return report;
  }

  Ops ops() {
    return ops;
  }

  Params params() {
    return params;
  }

  boolean isAnticausal(Instance instance) {
    return program.anticausal().containsKey(instance.toString());
  }

  /** The symbol of an instance. */
  String symbol(Instance instance) {
    return symbols.of(instance);
  }

  /** The instances to export: the one asked for, or every node of the main file that can be. */
  private Set<String> exported(Optional<String> wanted) {
    var nodes = program.program().main().declarations().stream().filter(Declaration.Node.class::isInstance).map(Declaration.Node.class::cast)
        .filter(n -> !n.isExternal()).toList();
    if (wanted.isEmpty()) {
      var all = new LinkedHashSet<String>();
      nodes.stream().filter(n -> !n.signature().stateless()).map(n -> n.name().text())
          .filter(name -> program.nodes().containsKey(name) && !program.anticausal().containsKey(name)).forEach(all::add);
      return all;
    }
    var name = wanted.get();
    var place = module.location();
    var names = nodes.stream().map(n -> n.name().text()).toList();
    if (program.anticausal().containsKey(name)) {
      report.error(LanguageCode.NOT_EXPORTABLE, program.nodes().get(name).instance().declaration().name().range(),
          "node '" + name + "' is anticausal: it exists only inside a segment of the node that uses it and cannot be exported")
          .note(program.anticausal().get(name).location(), "it looks ahead here, outside of any segment of its own");
    } else if (!names.contains(name)) {
      report.error(LanguageCode.UNDEFINED_NAME, place, "there is no node '" + name + "' in this file" + Suggestions.didYouMean(name, names));
    } else if (!program.nodes().containsKey(name)) {
      report.error(LanguageCode.NOT_EXPORTABLE, place, "node '" + name + "' has static parameters: declare a node that gives them values, and export that");
    }
    return Set.of(name);
  }

  private void emit(Set<String> exported) {
    var reachable = new LinkedHashSet<String>();
    exported.forEach(name -> reach(program.nodes().get(name), reachable));
    for (var entry : program.nodes().entrySet()) {
      if (reachable.contains(entry.getKey()) && !program.anticausal().containsKey(entry.getKey())) {
        node(entry.getValue(), exported.contains(entry.getKey()));
      }
    }
  }

  private void reach(TypedNode node, Set<String> reachable) {
    if (reachable.add(node.instance().toString())) {
      BodyWalk.expressions(node.body(), expression -> {
        if (expression instanceof TypedExpression.Apply apply) {
          reach(program.nodes().get(Instances.resolve(apply.callee(), node.solution()).toString()), reachable);
        }
      });
    }
  }

  private void node(TypedNode node, boolean exported) {
    var type = new FunctionType(types(node.inputs(), node), types(node.outputs(), node));
    var signature = node.instance().declaration().signature();
    var place = signature.name().range().location(signature.name().text());
    var symbol = symbol(node.instance());
    if (node.instance().declaration().isExternal()) {
      var state = OperationState.of(ops.definition("func.func"), place).attribute(SymbolTable.NAME_ATTRIBUTE, new StringAttr(symbol))
          .attribute("function_type", new TypeAttr(type)).attribute(SymbolTable.VISIBILITY_ATTRIBUTE, new StringAttr("private"));
      state.addRegion();
      OpBuilder.atEnd(module.body()).create(state);
      return;
    }
    var state = NodeOp.state(place, symbol, type);
    if (!exported) {
      state.attribute(SymbolTable.VISIBILITY_ATTRIBUTE, new StringAttr("private"));
    }
    if (signature.stateless()) {
      state.attribute("stateless", UnitAttr.UNIT);
    }
    var op = NodeOp.DEFINITION.cast(OpBuilder.atEnd(module.body()).create(state));
    var builder = OpBuilder.atEnd(op.body());
    ops.moveTo(builder);
    var emitter = new BodyEmitter(this, node, Optional.empty());
    for (int i = 0; i < node.inputs().size(); i++) {
      op.body().argument(i).setLocation(emitter.location(node.inputs().get(i).name().range(), node.inputs().get(i)));
    }
    var outputs = emitter.body(new Site(Frame.outermost(), builder, Site.Part.NODE, Optional.empty(), new HashMap<>()),
        List.copyOf(op.body().arguments()));
    builder.create(OperationState.of(ReturnOp.DEFINITION, place).operands(outputs));
    Interfaces.of(node, symbol, exported).writeTo(module);
  }

  private static List<Type> types(List<Variable> variables, TypedNode node) {
    return variables.stream().map(v -> IrTypes.of(node.solution().resolve(v.type()))).toList();
  }
}
