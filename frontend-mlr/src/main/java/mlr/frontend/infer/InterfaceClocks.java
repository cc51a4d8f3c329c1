package mlr.frontend.infer;

import java.util.stream.Stream;
import mlr.dialects.reactive.LanguageCode;
import mlr.frontend.resolve.Suggestions;
import mlr.frontend.syntax.ClockCondition;
import mlr.frontend.syntax.Name;
import mlr.frontend.syntax.Signature;
import mlr.frontend.types.Element;
import mlr.frontend.types.Scalar;

/** Checks that the declared clocks of an interface name other inputs and outputs, of the types that the conditions test. */
record InterfaceClocks(Context context, Scope scope) {
  void check(Signature signature) {
    Stream.concat(signature.inputs().stream(), signature.outputs().stream())
        .forEach(variable -> variable.clock().forEach(condition -> check(variable.name(), condition)));
  }

  private void check(Name owner, ClockCondition condition) {
    switch (condition) {
      case ClockCondition.Flag flag -> {
        if (exists(owner, flag.name())) {
          var type = scope.find(flag.name().text()).orElseThrow().type();
          if (context.unifier().resolve(type.element()) != Scalar.BOOL || type.shape().rank() != 0) {
            context.report().error(LanguageCode.CLOCK_CONDITION, flag.name().range(), "'" + flag.name() + "' is a clock condition here and must be bool, not "
                + context.describe(type));
          }
        }
      }
      case ClockCondition.Constructor test -> {
        if (exists(owner, test.name())) {
          var type = scope.find(test.name().text()).orElseThrow().type();
          boolean has = type.element() instanceof Element.Enumeration(_, var constructors)
              && constructors.contains(test.constructor().text());
          if (!has) {
            context.report().error(LanguageCode.CLOCK_CONDITION, test.range(), "'" + test.constructor() + "' is not a constructor of " + context.describe(type));
          }
        }
      }
      case ClockCondition.Periodic periodic -> context.report().notYet(periodic.range(), "periodic clocks in an interface are");
    }
  }

  private boolean exists(Name owner, Name name) {
    var found = scope.find(name.text());
    if (found.isEmpty() || name.text().equals(owner.text())) {
      context.report().error(LanguageCode.CLOCK_CONDITION, name.range(), "the clock of '" + owner + "' is named by another input or output, and none is called '" + name + "'"
          + Suggestions.didYouMean(name.text(), scope.names()));
      return false;
    }
    context.read().add(found.get().id());
    return true;
  }
}
