package mlr.frontend.infer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mlr.dialects.reactive.LanguageCode;
import mlr.frontend.resolve.Suggestions;
import mlr.frontend.syntax.Equation;
import mlr.frontend.syntax.Expression;
import mlr.frontend.syntax.Name;
import mlr.frontend.syntax.SourceRange;
import mlr.frontend.typed.Instance;
import mlr.frontend.typed.TypedEquation;
import mlr.frontend.typed.TypedExpression;
import mlr.frontend.typed.TypedNode;
import mlr.frontend.typed.Variable;
import mlr.frontend.types.Scalar;
import mlr.frontend.types.Size;
import mlr.frontend.types.ValueType;

/** Types one node or function under values for its static parameters, and checks that each variable is defined once. */
final class BodyTyping {
  private final Context context;
  private final ExpressionTyping expressions;
  private final Declarations declarations;
  private final Map<Integer, SourceRange> definitions = new LinkedHashMap<>();
  /** Whether some equation was not read, so that what it defines is not known. */
  private boolean hidden;

  BodyTyping(Context context) {
    this.context = context;
    this.expressions = new ExpressionTyping(context);
    this.declarations = new Declarations(context);
  }

  /** The typed body; every error in it has been reported, and then types may be unknown. */
  TypedNode type(Instance instance) {
    int errors = context.report().errors();
    var declaration = instance.declaration();
    var signature = declaration.signature();
    var scope = Scope.empty();
    var inputs = signature.inputs().stream().map(v -> declarations.declare(v, Variable.Role.INPUT, scope)).toList();
    var outputs = signature.outputs().stream().map(v -> declarations.declare(v, Variable.Role.OUTPUT, scope)).toList();
    declaration.contract().ifPresent(range -> context.report().notYet(range, "contracts are"));
    new InterfaceClocks(context, scope).check(signature);
    if (declaration.body().isEmpty()) {
      return new TypedNode(instance, inputs, outputs, declarations.all(), List.of(), context.unifier());
    }
    declarations.block(declaration.body().get(), scope);
    var place = new Place(scope, Place.Part.NODE, Optional.empty(), !signature.stateless(), signature.kind() + " '" + signature.name() + "'");
    var body = equations(declaration.body().get().equations(), place, scope);
    if (!hidden) {
      reportUndefined();
    }
    context.constraints().solve(context.unifier(), context.real());
    if (!context.unifier().retryPostponed()) {
      context.report().error(LanguageCode.BAD_SIZE, signature.name().range(), "the sizes in '" + signature.name() + "' contradict each other");
    }
    if (context.report().errors() == errors) {
      reportUnknownTypes();
      reportUnused();
    }
    return new TypedNode(instance, inputs, outputs, declarations.all(), body, context.unifier());
  }

  private List<TypedEquation> equations(List<Equation> equations, Place place, Scope targets) {
    var typed = new ArrayList<TypedEquation>();
    for (var equation : equations) {
      switch (equation) {
        case Equation.Definition definition -> definition(definition, place, targets, typed);
        case Equation.Assertion assertion -> typed.add(new TypedEquation.Assertion(
            expressions.condition(assertion.condition(), place, "the condition of 'assert'"), assertion.range()));
        case Equation.Reset reset -> {
          expressions.requireMemory(place, "'reset'", reset.range());
          var condition = expressions.condition(reset.condition(), place, "the condition of 'every'");
          typed.add(new TypedEquation.Reset(equations(reset.body().equations(), place, targets), condition, reset.range()));
        }
        case Equation.Segment segment -> segment(segment, place).ifPresent(typed::add);
        case Equation.Control control -> {
          hidden = true;
          context.report().notYet(control.range(), "'" + control.keyword() + "' is");
        }
      }
    }
    return typed;
  }

  private void definition(Equation.Definition definition, Place place, Scope targets, List<TypedEquation> into) {
    var value = expressions.type(definition.value(), place);
    var variables = definition.targets().stream().map(t -> target(t, place, targets)).toList();
    if (variables.size() != value.types().size()) {
      if (!(value instanceof TypedExpression.Invalid)) {
        context.report().error(LanguageCode.COUNT_MISMATCH, definition.range(), "the left side has " + Context.values(variables.size()) + ", and the right side "
            + value.types().size());
      }
      return;
    }
    for (int i = 0; i < variables.size(); i++) {
      if (variables.get(i).isPresent()) {
        context.require(variables.get(i).get().type(), value.types().get(i), definition.value().range(),
            "the value of '" + variables.get(i).get().name() + "'");
      }
    }
    boolean next = definition.targets().stream().anyMatch(Equation.Target::next);
    if (next && !definition.targets().stream().allMatch(t -> t.next() || t.isIgnored())) {
      context.report().error(LanguageCode.MISPLACED, definition.range(), "one equation defines either variables or values for the next segment, not both");
    }
    into.add(next ? new TypedEquation.Next(variables, value, definition.range())
        : new TypedEquation.Definition(variables, value, definition.range()));
  }

  private Optional<Variable> target(Equation.Target target, Place place, Scope targets) {
    if (target.isIgnored()) {
      return Optional.empty();
    }
    return target.next() ? next(target.name(), place) : defined(target.name(), targets);
  }

  private Optional<Variable> defined(Name name, Scope targets) {
    var variable = targets.own(name.text()).orElseThrow();
    if (!variable.role().isDefined()) {
      context.report().error(LanguageCode.NOT_DEFINABLE, name.range(), switch (variable.role()) {
        case INPUT -> "'" + name + "' is an input and cannot be defined";
        case CARRY -> "'" + name + "' is carried: its value for the next segment is given by 'next " + name + " = …' in the 'then' part";
        default -> "'" + name + "' is defined by the header of its segment";
      }).note(variable.name().range().location(), "declared here");
      return Optional.empty();
    }
    define(variable, name, "'" + name + "' is defined twice");
    return Optional.of(variable);
  }

  private Optional<Variable> next(Name name, Place place) {
    var variable = place.scope().find(name.text()).filter(v -> v.role() == Variable.Role.CARRY);
    if (variable.isEmpty()) {
      context.report().error(LanguageCode.MISPLACED, name.range(), "'" + name + "' is not carried by this segment, so it has no next value");
      return variable;
    }
    if (place.part() != Place.Part.THEN) {
      context.report().error(LanguageCode.MISPLACED, name.range(), "'next " + name + "' stands in the 'then' part of the segment that carries it");
      return Optional.empty();
    }
    define(variable.get(), name, "'next " + name + "' is defined twice");
    return variable;
  }

  private void define(Variable variable, Name name, String message) {
    var earlier = definitions.putIfAbsent(variable.id(), name.range());
    if (earlier != null) {
      context.report().error(LanguageCode.DEFINED_TWICE, name.range(), message).note(earlier.location(), "first defined here");
    }
  }

  private Optional<TypedEquation> segment(Equation.Segment segment, Place place) {
    var inner = declarations.inside(segment);
    if (place.part() != Place.Part.NODE) {
      context.report().notYet(segment.header().range(), "nested segments are");
    }
    segment.late().ifPresent(range -> context.report().notYet(range, "'late' is"));
    boolean inTime = !(segment.header() instanceof Equation.Header.Over);
    if (inTime) {
      expressions.requireMemory(place, "a segment over time", segment.header().range());
    }
    segment.endClock().ifPresent(e -> header(e, ValueType.BOOL, "the end clock", inner));
    segment.counter().ifPresent(k -> header(k, ValueType.scalar(Scalar.I32), "the position", inner));
    var carries = segment.carries().stream().map(carry -> {
      var variable = inner.own(carry.name().text()).orElseThrow();
      var initial = expressions.single(carry.initial(), place);
      context.require(variable.type(), initial.type(), carry.initial().range(), "the initial value of '" + carry.name() + "'");
      return new TypedEquation.Carry(variable, initial);
    }).toList();
    var header = header(segment, place, inner);
    var bound = header.map(TypedEquation.Header::bound).orElseGet(context.unifier()::freshSize);
    var inDo = place.in(inner, Place.Part.DO, bound, place.memory() || !inTime);
    var body = equations(segment.body().equations(), inDo, inner);
    var inThen = place.in(inner, Place.Part.THEN, bound, place.memory());
    var then = segment.then().map(block -> equations(block.equations(), inThen, place.scope())).orElse(List.of());
    for (var carry : carries) {
      if (!definitions.containsKey(carry.variable().id())) {
        context.report().error(LanguageCode.NEVER_DEFINED, carry.variable().name().range(), "nothing says how '" + carry.variable().name()
            + "' goes on: the 'then' part needs 'next " + carry.variable().name() + " = …'");
      }
    }
    return header.map(h -> new TypedEquation.Segment(h, segment.endClock().flatMap(e -> inner.own(e.text())),
        segment.counter().flatMap(k -> inner.own(k.text())), segment.resume(), carries, body, then, segment.range()));
  }

  /** A variable that a header defines. */
  private void header(Name name, ValueType type, String what, Scope scope) {
    var variable = scope.own(name.text()).orElseThrow();
    if (variable.role().isDefined()) {
      context.require(variable.type(), type, name.range(), what + " '" + name + "'");
      define(variable, name, "'" + name + "' is defined twice");
    }
  }

  private Optional<TypedEquation.Header> header(Equation.Segment segment, Place place, Scope inner) {
    return switch (segment.header()) {
      case Equation.Header.Every every -> length(every.length()).map(TypedEquation.Header.Every::new);
      case Equation.Header.Until until -> {
        var inside = place.in(inner, Place.Part.DO, Size.of(1), place.memory());
        var condition = expressions.condition(until.condition(), inside, "the condition of 'until'");
        if (until.bound().isEmpty()) {
          context.report().error(LanguageCode.UNBOUNDED_SEGMENT, until.range(), "this segment has no bound, so no memory suffices for it: write 'until … max m'");
          yield Optional.empty();
        }
        yield length(until.bound().get()).map(bound -> new TypedEquation.Header.Until(condition, bound));
      }
      case Equation.Header.Over over -> Optional.of(over(over, place, inner));
    };
  }

  private Optional<Size> length(Expression expression) {
    var length = context.statics().size(expression);
    if (length.flatMap(Size::constant).filter(n -> n < 1).isPresent()) {
      context.report().error(LanguageCode.BAD_SIZE, expression.range(), "the length of a segment is at least 1, and this is " + length.get());
      return Optional.empty();
    }
    return length;
  }

  private TypedEquation.Header over(Equation.Header.Over over, Place place, Scope inner) {
    var length = context.unifier().freshSize();
    var elements = new ArrayList<TypedEquation.Element>();
    for (var element : over.elements()) {
      var variable = inner.own(element.name().text()).orElseThrow();
      var tensor = expressions.single(element.tensor(), place);
      var before = context.describe(tensor.type());
      var shape = variable.type().shape().prepend(length);
      if (!context.unifier().unify(new ValueType(variable.type().element(), shape), tensor.type())) {
        var others = elements.isEmpty() ? "" : ", and the tensor of '" + elements.getFirst().variable().name() + "' "
            + context.describe(elements.getFirst().tensor().type());
        context.report().error(LanguageCode.SHAPE_MISMATCH, element.tensor().range(), "'over' runs along the leading axes of tensors of one length; this has type " + before + others);
      }
      elements.add(new TypedEquation.Element(variable, tensor));
    }
    return new TypedEquation.Header.Over(elements, length);
  }

  private void reportUndefined() {
    var undeclared = declarations.all().stream().filter(v -> v.role() == Variable.Role.LOCAL && definitions.containsKey(v.id()))
        .map(v -> v.name().text()).toList();
    for (var variable : declarations.all()) {
      if (variable.role().isDefined() && !definitions.containsKey(variable.id())) {
        var diagnostic = context.report().error(LanguageCode.NEVER_DEFINED, variable.name().range(),
            (variable.role() == Variable.Role.OUTPUT ? "output '" : "'") + variable.name() + "' is never defined");
        Suggestions.nearest(variable.name().text(), undeclared).flatMap(near -> declarations.all().stream()
            .filter(v -> v.name().text().equals(near)).findFirst())
            .ifPresent(near -> diagnostic.note(near.name().range().location(), "'" + near.name() + "' is defined here; was '"
                + variable.name() + "' meant?"));
      }
    }
  }

  private void reportUnknownTypes() {
    for (var variable : declarations.all()) {
      if (!context.unifier().isKnown(variable.type())) {
        context.report().error(LanguageCode.UNKNOWN_TYPE, variable.name().range(), "the type of '" + variable.name() + "' cannot be inferred (found "
            + context.describe(variable.type()) + "): declare it with 'var " + variable.name() + " : …;'");
      }
    }
  }

  private void reportUnused() {
    for (var variable : declarations.all()) {
      boolean local = variable.role() == Variable.Role.LOCAL || variable.role() == Variable.Role.ELEMENT;
      if (local && !context.read().contains(variable.id()) && !variable.name().text().startsWith("_")) {
        context.report().warning(LanguageCode.UNUSED, variable.name().range(), "'" + variable.name() + "' is never used");
      }
    }
  }
}
