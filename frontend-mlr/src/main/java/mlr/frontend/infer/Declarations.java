package mlr.frontend.infer;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mlr.dialects.reactive.LanguageCode;
import mlr.frontend.syntax.Block;
import mlr.frontend.syntax.ClockCondition;
import mlr.frontend.syntax.Equation;
import mlr.frontend.syntax.Name;
import mlr.frontend.syntax.TypeSyntax;
import mlr.frontend.syntax.VariableSyntax;
import mlr.frontend.typed.Variable;
import mlr.frontend.types.Scalar;
import mlr.frontend.types.ValueType;

/**
 * Finds the variables of a body before any expression is typed: those declared, and those that equations define without a declaration.
 * The inside of each segment over space gets a scope of its own.
 */
final class Declarations {
  private final Context context;
  private final List<Variable> all = new ArrayList<>();
  private final Map<Equation.Segment, Scope> inside = new IdentityHashMap<>();

  Declarations(Context context) {
    this.context = context;
  }

  /** Every variable, in order of declaration. */
  List<Variable> all() {
    return all;
  }

  /** The scope in which the {@code do} part of a segment stands. */
  Scope inside(Equation.Segment segment) {
    return inside.get(segment);
  }

  /** Declares the variable that an interface or {@code var} names. */
  Variable declare(VariableSyntax syntax, Variable.Role role, Scope scope) {
    return declare(syntax.name(), type(syntax.type()), role, syntax.clock(), scope);
  }

  private ValueType type(Optional<TypeSyntax> syntax) {
    return syntax.flatMap(context.statics()::type).orElseGet(context.unifier()::freshType);
  }

  private Variable declare(Name name, ValueType type, Variable.Role role, List<ClockCondition> clock, Scope scope) {
    var variable = new Variable(all.size(), name, type, role, clock);
    var earlier = scope.own(name.text());
    if (earlier.isPresent()) {
      context.report().error(LanguageCode.DUPLICATE_NAME, name.range(), "'" + name + "' is declared twice")
          .note(earlier.get().name().range().location(), "first declared here");
      return earlier.get();
    }
    all.add(variable);
    scope.declare(variable);
    return variable;
  }

  /** Declares what a block declares and defines. */
  void block(Block block, Scope scope) {
    block.locals().forEach(local -> declare(local, Variable.Role.LOCAL, scope));
    for (var equation : block.equations()) {
      switch (equation) {
        case Equation.Definition definition -> definition.targets().stream().filter(t -> !t.next() && !t.isIgnored())
            .filter(t -> scope.own(t.name().text()).isEmpty()).forEach(t -> implicit(t.name(), scope));
        case Equation.Reset reset -> block(reset.body(), scope);
        case Equation.Segment segment -> segment(segment, scope);
        case Equation.Assertion _, Equation.Control _ -> {}
      }
    }
  }

  private void implicit(Name name, Scope scope) {
    declare(name, context.unifier().freshType(), Variable.Role.LOCAL, List.of(), scope);
  }

  /** A name in a segment's header is that of an output or declared variable, which the header then defines, or a new one. */
  private void named(Name name, ValueType type, Variable.Role role, Scope scope) {
    if (scope.own(name.text()).filter(v -> v.role().isDefined()).isEmpty()) {
      declare(name, type, role, List.of(), scope);
    }
  }

  private void segment(Equation.Segment segment, Scope scope) {
    var inner = segment.header() instanceof Equation.Header.Over ? scope.inner() : scope;
    inside.put(segment, inner);
    if (segment.header() instanceof Equation.Header.Over over) {
      over.elements().forEach(e -> declare(e.name(), context.unifier().freshType(), Variable.Role.ELEMENT, List.of(), inner));
    }
    segment.endClock().ifPresent(e -> named(e, ValueType.BOOL, Variable.Role.END, inner));
    segment.counter().ifPresent(k -> named(k, ValueType.scalar(Scalar.I32), Variable.Role.COUNTER, inner));
    segment.carries().forEach(c -> declare(c.name(), type(c.type()), Variable.Role.CARRY, List.of(), inner));
    block(segment.body(), inner);
    segment.then().ifPresent(then -> block(then, scope));
  }
}
