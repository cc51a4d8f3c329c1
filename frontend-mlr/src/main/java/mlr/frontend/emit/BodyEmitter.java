package mlr.frontend.emit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mlr.dialects.reactive.AssertOp;
import mlr.dialects.reactive.LanguageCode;
import mlr.dialects.reactive.ResetOp;
import mlr.dialects.reactive.SegmentOp;
import mlr.dialects.reactive.SegmentYieldOp;
import mlr.dialects.reactive.ThenOp;
import mlr.dialects.reactive.ThenYieldOp;
import mlr.dialects.reactive.YieldOp;
import mlr.frontend.syntax.SourceRange;
import mlr.frontend.typed.TypedEquation;
import mlr.frontend.typed.TypedNode;
import mlr.frontend.typed.Variable;
import mlr.ir.Attribute;
import mlr.ir.Location;
import mlr.ir.OpBuilder;
import mlr.ir.OperationState;
import mlr.ir.Region;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.attributes.DenseArrayAttr;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.attributes.StringAttr;
import mlr.ir.attributes.UnitAttr;
import mlr.ir.definition.OpDefinition;
import mlr.ir.types.IntegerType;

/** Emits the equations of one node: into its own body, or where an anticausal node is inlined. */
final class BodyEmitter {
  private final ModuleEmitter module;
  private final TypedNode node;
  private final Optional<Location> caller;
  private final ExpressionEmitter expressions;
  private final Map<Integer, Integer> reads;

  BodyEmitter(ModuleEmitter module, TypedNode node, Optional<Location> caller) {
    this.module = module;
    this.node = node;
    this.caller = caller;
    this.expressions = new ExpressionEmitter(module, this);
    this.reads = DefinedVariables.reads(node.body());
  }

  TypedNode node() {
    return node;
  }

  /** The place of a piece of this body; for an inlined one together with the place of the call. */
  Location location(SourceRange range) {
    return at(range.location());
  }

  /** The place where a variable gets its value, with its name. */
  Location location(SourceRange range, Variable variable) {
    return at(range.location(variable.name().text()));
  }

  private Location at(Location inside) {
    return caller.<Location>map(c -> new Location.CallSite(inside, c)).orElse(inside);
  }

  /** The SSA type of a variable. */
  Type type(Variable variable) {
    return IrTypes.of(node.solution().resolve(variable.type()));
  }

  /** Emits the whole body into {@code site} and returns the values of the outputs. */
  List<Value> body(Site site, List<Value> inputs) {
    for (int i = 0; i < inputs.size(); i++) {
      site.frame().define(node.inputs().get(i), inputs.get(i));
    }
    announce(DefinedVariables.around(node.body()), site.frame());
    equations(node.body(), site);
    return node.outputs().stream().map(site.frame()::read).toList();
  }

  private void announce(Collection<Variable> variables, Frame frame) {
    variables.forEach(v -> frame.announce(v, type(v), location(v.name().range(), v)));
  }

  private void equations(List<TypedEquation> equations, Site site) {
    for (var equation : equations) {
      switch (equation) {
        case TypedEquation.Definition definition -> {
          var values = expressions.emit(definition.value(), site, definition.targets());
          for (int i = 0; i < values.size(); i++) {
            int at = i;
            definition.targets().get(i).ifPresent(v -> define(v, values.get(at), site, definition.range()));
          }
        }
        case TypedEquation.Next next -> {
          var values = expressions.emit(next.value(), site, next.targets());
          for (int i = 0; i < values.size(); i++) {
            int at = i;
            next.targets().get(i).ifPresent(v -> site.next().put(v.id(), values.get(at)));
          }
        }
        case TypedEquation.Assertion assertion -> site.builder().create(OperationState.of(AssertOp.DEFINITION, location(assertion.range()))
            .operand(expressions.single(assertion.condition(), site))
            .attribute("message", new StringAttr("assertion in '" + node.instance() + "' at " + assertion.range().file() + ":"
                + assertion.range().line() + " does not hold")));
        case TypedEquation.Reset reset -> reset(reset, site);
        case TypedEquation.Segment segment -> segment(segment, site);
      }
    }
  }

  private void define(Variable variable, Value value, Site site, SourceRange range) {
    if (!site.frame().define(variable, value)) {
      module.report().error(LanguageCode.CAUSALITY_CYCLE, range, "causality cycle: '" + variable.name() + "' is defined by itself at the same instant");
    }
  }

  private void reset(TypedEquation.Reset reset, Site site) {
    var condition = expressions.single(reset.condition(), site);
    var region = new Region();
    var inner = enter(site.frame().inner(), region, site.part(), site.body(), site.next());
    var defined = DefinedVariables.around(reset.body());
    announce(defined, inner.frame());
    within(inner, site, () -> equations(reset.body(), inner));
    var leaving = defined.stream().filter(v -> isReadBeyond(v, DefinedVariables.reads(reset.body()))).toList();
    inner.builder().create(OperationState.of(YieldOp.DEFINITION, location(reset.range()))
        .operands(leaving.stream().map(inner.frame()::read).toList()));
    var op = site.builder().create(OperationState.of(ResetOp.DEFINITION, named(reset.range(), leaving)).operand(condition)
        .results(leaving.stream().map(this::type).toList()).region(region));
    for (int i = 0; i < leaving.size(); i++) {
      define(leaving.get(i), op.result(i), site, reset.range());
    }
  }

  private Site enter(Frame frame, Region region, Site.Part part, Optional<Site> body, Map<Integer, Value> next) {
    return new Site(frame, OpBuilder.atEnd(region.addBlock()), part, body, next);
  }

  private void within(Site inner, Site outer, Runnable action) {
    module.ops().moveTo(inner.builder());
    action.run();
    module.ops().moveTo(outer.builder());
  }

  /** Whether a variable is an output or read elsewhere than {@code inside} counts. */
  private boolean isReadBeyond(Variable variable, Map<Integer, Integer> inside) {
    return node.outputs().contains(variable) || reads.getOrDefault(variable.id(), 0) > inside.getOrDefault(variable.id(), 0);
  }

  /** A place that carries the names of all variables that an operation defines. */
  private Location named(SourceRange range, List<Variable> variables) {
    var names = variables.stream().map(v -> location(range, v)).toList();
    return switch (names.size()) {
      case 0 -> location(range);
      case 1 -> names.getFirst();
      default -> new Location.Fused(names, Optional.empty());
    };
  }

  private void segment(TypedEquation.Segment segment, Site site) {
    if (site.part() != Site.Part.NODE) {
      module.report().notYet(segment.range(), "nested segments are");
      return;
    }
    var carried = segment.carries().stream().map(c -> expressions.emit(c.initial(), site, List.of(Optional.of(c.variable()))).getFirst()).toList();
    var elements = segment.header() instanceof TypedEquation.Header.Over over
        ? over.elements() : List.<TypedEquation.Element>of();
    var tensors = elements.stream().map(e -> expressions.single(e.tensor(), site)).toList();
    var region = new Region();
    var inner = enter(site.frame().inner(), region, Site.Part.DO, Optional.empty(), new HashMap<>());
    announce(DefinedVariables.inside(segment), inner.frame());
    announce(DefinedVariables.around(segment.then()), inner.frame());
    arguments(segment, elements, tensors, region, inner.frame());
    var until = new ArrayList<Value>();
    var outs = new ArrayList<Value>();
    var leaving = new ArrayList<Variable>();
    within(inner, site, () -> {
      equations(segment.body(), inner);
      if (segment.header() instanceof TypedEquation.Header.Until header) {
        until.add(expressions.single(header.condition(), inner));
      }
      then(segment, inner);
    });
    var inside = DefinedVariables.readsInside(segment);
    boolean inTime = !(segment.header() instanceof TypedEquation.Header.Over);
    var candidates = new ArrayList<Variable>();
    if (inTime) {
      candidates.addAll(DefinedVariables.inside(segment));
    }
    candidates.addAll(DefinedVariables.around(segment.then()));
    candidates.stream().filter(v -> isReadBeyond(v, inside)).forEach(v -> {
      leaving.add(v);
      outs.add(inner.frame().read(v));
    });
    var yielded = new ArrayList<>(until);
    yielded.addAll(outs);
    inner.builder().create(OperationState.of(SegmentYieldOp.DEFINITION, location(segment.range())).operands(yielded)
        .attribute(OpDefinition.OPERAND_SEGMENTS, DenseArrayAttr.i32(until.size(), outs.size())));
    var operands = new ArrayList<>(tensors);
    operands.addAll(carried);
    var op = site.builder().create(OperationState.of(SegmentOp.DEFINITION, named(segment.range(), leaving)).operands(operands)
        .results(leaving.stream().map(this::type).toList()).attributes(header(segment, tensors.size(), carried.size())).region(region));
    for (int i = 0; i < leaving.size(); i++) {
      define(leaving.get(i), op.result(i), site, segment.range());
    }
  }

  private Map<String, Attribute> header(TypedEquation.Segment segment, int elements, int carries) {
    var attributes = new LinkedHashMap<String, Attribute>();
    attributes.put("kind", new StringAttr((switch (segment.header()) {
      case TypedEquation.Header.Every _ -> SegmentOp.Kind.EVERY;
      case TypedEquation.Header.Until _ -> SegmentOp.Kind.UNTIL;
      case TypedEquation.Header.Over _ -> SegmentOp.Kind.OVER;
    }).keyword()));
    attributes.put("length", IntegerAttr.i64(node.solution().resolve(segment.header().bound()).constant().orElseThrow()));
    if (segment.resume()) {
      attributes.put("resume", UnitAttr.UNIT);
    }
    attributes.put(OpDefinition.OPERAND_SEGMENTS, DenseArrayAttr.i32(elements, carries));
    return attributes;
  }

  private void arguments(TypedEquation.Segment segment, List<TypedEquation.Element> elements, List<Value> tensors, Region region,
      Frame frame) {
    var block = region.entry();
    var place = location(segment.range());
    var last = block.addArgument(IntegerType.I1, segment.end().map(e -> location(e.name().range(), e)).orElse(place));
    segment.end().ifPresent(e -> frame.define(e, last));
    var position = block.addArgument(IntegerType.I32, segment.counter().map(k -> location(k.name().range(), k)).orElse(place));
    segment.counter().ifPresent(k -> frame.define(k, position));
    for (int i = 0; i < elements.size(); i++) {
      var variable = elements.get(i).variable();
      frame.define(variable, block.addArgument(SegmentOp.elementType(tensors.get(i).type()), location(variable.name().range(), variable)));
    }
    for (var carry : segment.carries()) {
      var variable = carry.variable();
      frame.define(variable, block.addArgument(type(variable), location(variable.name().range(), variable)));
    }
  }

  private void then(TypedEquation.Segment segment, Site body) {
    if (segment.then().isEmpty()) {
      return;
    }
    var region = new Region();
    var next = new HashMap<Integer, Value>();
    var site = enter(body.frame().inner(), region, Site.Part.THEN, Optional.of(body), next);
    var defined = DefinedVariables.around(segment.then());
    announce(defined, site.frame());
    within(site, body, () -> equations(segment.then(), site));
    var leaving = defined.stream().filter(v -> isReadBeyond(v, DefinedVariables.reads(segment.then()))).toList();
    var yielded = new ArrayList<Value>();
    segment.carries().forEach(c -> yielded.add(next.get(c.variable().id())));
    leaving.forEach(v -> yielded.add(site.frame().read(v)));
    site.builder().create(OperationState.of(ThenYieldOp.DEFINITION, location(segment.range())).operands(yielded)
        .attribute(OpDefinition.OPERAND_SEGMENTS, DenseArrayAttr.i32(segment.carries().size(), leaving.size())));
    var op = body.builder().create(OperationState.of(ThenOp.DEFINITION, named(segment.range(), leaving))
        .results(leaving.stream().map(this::type).toList()).region(region));
    for (int i = 0; i < leaving.size(); i++) {
      define(leaving.get(i), op.result(i), body, segment.range());
    }
  }
}
