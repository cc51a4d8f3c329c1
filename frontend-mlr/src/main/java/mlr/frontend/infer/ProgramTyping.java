package mlr.frontend.infer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mlr.dialects.reactive.LanguageCode;
import mlr.frontend.resolve.Program;
import mlr.frontend.resolve.Report;
import mlr.frontend.resolve.StaticReader;
import mlr.frontend.syntax.Declaration;
import mlr.frontend.syntax.Expression;
import mlr.frontend.syntax.Name;
import mlr.frontend.syntax.SourceRange;
import mlr.frontend.syntax.StaticParameter;
import mlr.frontend.syntax.TypeSyntax;
import mlr.frontend.typed.Anticausality;
import mlr.frontend.typed.Instance;
import mlr.frontend.typed.Instances;
import mlr.frontend.typed.StaticValue;
import mlr.frontend.typed.TypedNode;
import mlr.frontend.typed.TypedParam;
import mlr.frontend.typed.TypedProgram;
import mlr.frontend.types.Element;
import mlr.frontend.types.Scalar;
import mlr.frontend.types.Size;
import mlr.frontend.types.Unifier;
import mlr.frontend.types.ValueType;

/**
 * Types a program: every node of the main module that has no static parameters, and every instance they use. A declaration with static
 * parameters that nothing instantiates is typed once with its parameters unknown, for its errors alone.
 */
public final class ProgramTyping {
  private static final int MAX_INSTANCES = 10_000;

  private final Program program;
  private final Report report;
  private final Scalar real;
  private final Map<String, TypedNode> nodes = new LinkedHashMap<>();
  private final Set<String> open = new LinkedHashSet<>();
  private final Set<String> instantiated = new LinkedHashSet<>();

  private ProgramTyping(Program program, Report report, Scalar real) {
    this.program = program;
    this.report = report;
    this.real = real;
  }

  /** The typed program; when errors were reported it is not fit for use. */
  public static TypedProgram type(Program program, Report report, Scalar real) {
    return new ProgramTyping(program, report, real).run();
  }

  private TypedProgram run() {
    int before = report.errors();
    var params = new ArrayList<TypedParam>();
    for (var declaration : program.declarations()) {
      switch (declaration) {
        case Declaration.Const constant -> constant(constant);
        case Declaration.Alias alias -> new StaticReader(program, report, real, Map.of()).type(alias.type());
        case Declaration.Param param -> param(param).ifPresent(params::add);
        case Declaration.Import _, Declaration.Enumeration _, Declaration.RecordType _, Declaration.Node _ -> {}
      }
    }
    var mains = program.main().declarations().stream().filter(Declaration.Node.class::isInstance).map(Declaration.Node.class::cast)
        .filter(node -> program.declaration(node.name().text()).orElse(null) == node).toList();
    mains.stream().filter(node -> node.signature().staticParameters().isEmpty()).forEach(node -> instance(new Instance(node, List.of()), node.name().range()));
    mains.stream().filter(node -> !instantiated.contains(node.name().text())).forEach(this::generic);
    // Bodies with errors may lack definitions, and then say nothing about causality.
    var anticausal = report.errors() == before ? Anticausality.of(nodes, report) : Map.<String, SourceRange>of();
    return new TypedProgram(program, nodes, params, anticausal);
  }

  private void constant(Declaration.Const constant) {
    var context = Context.of(program, report, real, Map.of());
    new ExpressionTyping(context).type(new Expression.Reference(constant.name(), List.of(), constant.name().range()),
        new Place(Scope.empty(), Place.Part.CONSTANT, Optional.empty(), false, "a constant"));
    context.constraints().solve(context.unifier(), real);
  }

  private Optional<TypedParam> param(Declaration.Param param) {
    var context = Context.of(program, report, real, Map.of());
    var type = context.statics().type(param.type());
    var value = param.value().map(v -> new ExpressionTyping(context).single(v,
        new Place(Scope.empty(), Place.Part.CONSTANT, Optional.empty(), false, "the initial value of a param")));
    if (type.isPresent() && value.isPresent()) {
      context.require(type.get(), value.get().type(), param.value().get().range(), "the initial value of '" + param.name() + "'");
    }
    context.constraints().solve(context.unifier(), real);
    return type.map(t -> new TypedParam(param, t, value, context.unifier()));
  }

  /** Types an instance, which is used at {@code range}, after those that it uses. */
  private void instance(Instance instance, SourceRange range) {
    var key = instance.toString();
    instantiated.add(instance.declaration().name().text());
    if (nodes.containsKey(key)) {
      return;
    }
    if (!open.add(key) || open.size() > MAX_INSTANCES) {
      report.error(LanguageCode.RECURSION, range, "the recursion of '" + instance + "' has no end: an instance of it contains another")
          .note(instance.declaration().name().range().location(), "declared here");
      return;
    }
    int errors = report.errors();
    var node = new BodyTyping(Context.of(program, report, real, instance.environment())).type(instance);
    // The static arguments of what a wrong body uses may be wrong themselves.
    if (report.errors() == errors || instance.arguments().isEmpty()) {
      Instances.in(node).forEach((used, place) -> {
        if (isKnown(used)) {
          instance(used, place);
        }
      });
    }
    open.remove(key);
    nodes.put(key, node);
  }

  private static boolean isKnown(Instance instance) {
    var unknown = new Unifier();
    return instance.arguments().stream().allMatch(argument -> switch (argument) {
      case StaticValue.Number(var size, _) -> size.constant().isPresent();
      case StaticValue.TypeArgument(var type) -> unknown.isKnown(type);
      default -> true;
    });
  }

  /** Types a declaration whose static parameters have no values. */
  private void generic(Declaration.Node node) {
    var environment = new LinkedHashMap<String, StaticValue>();
    for (var parameter : node.signature().staticParameters()) {
      environment.put(parameter.name().text(), unknown(parameter, environment));
    }
    new BodyTyping(Context.of(program, report, real, environment)).type(new Instance(node, List.copyOf(environment.values())));
  }

  private StaticValue unknown(StaticParameter parameter, Map<String, StaticValue> environment) {
    return switch (parameter) {
      case StaticParameter.NodeName(var signature) -> new StaticValue.Unknown(signature);
      case StaticParameter.TypeName(var name) -> new StaticValue.TypeArgument(ValueType.scalar(new Element.Parameter(name.text())));
      case StaticParameter.Constant(var name, var type) -> {
        var size = Size.of(new Size.Atom.Parameter(name.text()));
        if (type instanceof TypeSyntax.Named(var word) && word.text().equals("size")) {
          yield new StaticValue.Number(size, Optional.empty());
        }
        var read = new StaticReader(program, report, real, environment).type(type);
        if (read.isPresent() && read.get().element() instanceof Scalar scalar && scalar.isInteger()) {
          yield new StaticValue.Number(size, Optional.of(scalar));
        }
        var stand = new Expression.Reference(new Name("zeros", name.range()), List.of(), name.range());
        yield new StaticValue.Constant(read.orElse(ValueType.BOOL), stand, name.text());
      }
    };
  }
}
