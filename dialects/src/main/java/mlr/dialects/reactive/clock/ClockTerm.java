package mlr.dialects.reactive.clock;

import mlr.ir.Operation;
import mlr.ir.Value;

/** A clock under inference: a known form, or a variable that may become one. */
sealed interface ClockTerm {
  /** An unknown clock; {@code link} is what it turned out to be, itself while unknown. */
  final class Variable implements ClockTerm {
    ClockTerm link = this;
  }

  record Base(Operation scope) implements ClockTerm {}

  record On(ClockTerm parent, Value condition, long value) implements ClockTerm {}

  /** The clock of what a clash was reported for: agrees with every other, so that one mistake gives one error. */
  record Wrong() implements ClockTerm {}

  /** What this term stands for so far. */
  default ClockTerm resolved() {
    ClockTerm term = this;
    while (term instanceof Variable variable && variable.link != variable) {
      term = variable.link;
    }
    return term;
  }

  /** Makes two terms equal where that can be done. */
  static boolean unify(ClockTerm first, ClockTerm second) {
    var a = first.resolved();
    var b = second.resolved();
    if (a == b || a instanceof Wrong || b instanceof Wrong) {
      return true;
    }
    if (a instanceof Variable variable) {
      return bind(variable, b);
    }
    if (b instanceof Variable variable) {
      return bind(variable, a);
    }
    if (a instanceof On x && b instanceof On y) {
      return x.condition() == y.condition() && x.value() == y.value() && unify(x.parent(), y.parent());
    }
    return a.equals(b);
  }

  private static boolean bind(Variable variable, ClockTerm term) {
    for (var t = term; t instanceof On on; t = on.parent().resolved()) {
      if (on.parent().resolved() == variable) {
        return false;
      }
    }
    variable.link = term;
    return true;
  }

  /** Whether nothing says yet which scope's instants this term samples. */
  default boolean isFree() {
    return switch (resolved()) {
      case Variable _ -> true;
      case On on -> on.parent().isFree();
      case Base _, Wrong _ -> false;
    };
  }

  /** The clock this term stands for; variables left over take {@code fallback}. */
  static Clock freeze(ClockTerm term, Clock fallback) {
    return switch (term.resolved()) {
      case Variable _, Wrong _ -> fallback;
      case Base base -> new Clock.Base(base.scope());
      case On on -> new Clock.On(freeze(on.parent(), fallback), on.condition(), on.value());
    };
  }
}
