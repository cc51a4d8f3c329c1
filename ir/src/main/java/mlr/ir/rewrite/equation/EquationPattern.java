package mlr.ir.rewrite.equation;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import mlr.ir.Attribute;
import mlr.ir.Location;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.definition.Trait;
import mlr.ir.rewrite.PatternRewriter;
import mlr.ir.rewrite.RewritePattern;

/**
 * Rewrites instances of an equation's left side into its right side. Its name is the equation, its benefit the number of operations that
 * it looks at. Flags of the matched operations are dropped: a sum that could be poison becomes one that is not.
 */
public final class EquationPattern implements RewritePattern {
  private final Equation equation;
  private final Vocabulary vocabulary;

  EquationPattern(Equation equation, Vocabulary vocabulary) {
    this.equation = equation;
    this.vocabulary = vocabulary;
  }

  @Override
  public String name() {
    return equation.text();
  }

  @Override
  public String rootName() {
    return equation.left().operation().name();
  }

  @Override
  public int benefit() {
    return Math.toIntExact(equation.left().operations().count());
  }

  Equation equation() {
    return equation;
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  @Override
  public boolean mayMatch(Operation op) {
    return Match.isPossible(equation.left(), op);
  }

  @Override
  public boolean matchAndRewrite(Operation op, PatternRewriter rewriter) {
    if (!mayMatch(op)) {
      return false;
    }
    var match = new Match(op, equation);
    Map<Object, Attribute> computed = new IdentityHashMap<>();
    while (match.next()) {
      if (applies(match, op.result(0).type(), computed)) {
        rewriter.replaceOp(op, new Construction(match, computed, op.location(), rewriter).value(equation.right(), op.result(0).type()));
        return true;
      }
    }
    return false;
  }

  /** Whether conditions hold, types fit and all that must be computed can be. */
  private boolean applies(Match match, Type type, Map<Object, Attribute> computed) {
    computed.clear();
    return conditionsHold(match) && switch (equation.right()) {
      case Term.Variable(int slot, var _) -> match.value(slot).type().equals(type);
      case Term.Constant(int slot, var _) -> match.constant(slot).type().equals(type);
      case Term right -> compute(right, match, computed);
    };
  }

  private boolean conditionsHold(Match match) {
    for (var condition : equation.conditions()) {
      if (vocabulary.test(condition.name(), condition.slots().stream().map(match::argument).toList()) == condition.negated()) {
        return false;
      }
    }
    return true;
  }

  private boolean compute(Term term, Match match, Map<Object, Attribute> computed) {
    return switch (term) {
      case Term.Apply apply -> apply.attributes().stream().allMatch(a -> compute(a.value(), match, computed))
          && apply.operands().stream().allMatch(operand -> compute(operand, match, computed));
      case Term.Computed(var function, var arguments, var _) -> {
        boolean inner = arguments.stream().allMatch(argument -> compute(argument, match, computed));
        var result = inner ? vocabulary.apply(function, arguments.stream().map(a -> argument(a, match, computed)).toList()) : Optional.<Attribute>empty();
        result.ifPresent(attribute -> computed.put(term, attribute));
        yield result.isPresent();
      }
      default -> true;
    };
  }

  private boolean compute(Term.AttributeValue value, Match match, Map<Object, Attribute> computed) {
    if (value instanceof Term.AttributeValue.Computed(var function, var arguments)) {
      var result = vocabulary.apply(function, arguments.stream().map(a -> match.argument(a.slot())).toList());
      result.ifPresent(attribute -> computed.put(value, attribute));
      return result.isPresent();
    }
    return true;
  }

  private static Object argument(Term term, Match match, Map<Object, Attribute> computed) {
    return switch (term) {
      case Term.Variable(int slot, var _) -> match.argument(slot);
      case Term.Constant(int slot, var _) -> match.argument(slot);
      case Term.Computed _ -> computed.get(term);
      default -> throw new IllegalArgumentException("an argument must be a variable, a constant or a computed constant");
    };
  }

  /** Makes the right side. */
  private final class Construction {
    private final Match match;
    private final Map<Object, Attribute> computed;
    private final Location location;
    private final PatternRewriter rewriter;

    Construction(Match match, Map<Object, Attribute> computed, Location location, PatternRewriter rewriter) {
      this.match = match;
      this.computed = computed;
      this.location = location;
      this.rewriter = rewriter;
    }

    /** The value of a term whose type is {@code type} unless it says otherwise itself. */
    Value value(Term term, Type type) {
      return switch (term) {
        case Term.Variable(int slot, var _) -> match.value(slot);
        case Term.Constant(int slot, var _) -> match.constant(slot);
        case Term.Literal(var text, var own) -> constant(Match.literal(type(own, type), text)
            .orElseThrow(() -> new IllegalStateException("equation '" + name() + "': no number " + text + " of type " + type(own, type))));
        case Term.Computed _ -> constant(computed.get(term));
        case Term.Apply apply -> operation(apply, type);
      };
    }

    private Type type(Optional<Term.Type> own, Type otherwise) {
      return own.map(variable -> match.type(variable.slot())).orElse(otherwise);
    }

    private Value constant(Attribute attribute) {
      return rewriter.create(vocabulary.constant(attribute, location)).result();
    }

    private Value operation(Term.Apply apply, Type type) {
      var operands = new Value[apply.operands().size()];
      for (int i = 0; i < operands.length; i++) {
        if (!(apply.operands().get(i) instanceof Term.Literal)) {
          operands[i] = value(apply.operands().get(i), type);
        }
      }
      for (int i = 0; i < operands.length; i++) {
        if (operands[i] == null) {
          operands[i] = value(apply.operands().get(i), literalType(apply, operands, type));
        }
      }
      var state = OperationState.of(apply.operation(), location).operands(operands);
      apply.attributes().forEach(a -> state.attribute(a.name(), attribute(a.value())));
      if (apply.type().isPresent() || apply.operation().inferResultTypes(state).isEmpty()) {
        state.result(type(apply.type(), type));
      }
      return rewriter.create(state).result();
    }

    /** A number has the type of the operands beside it where they are alike, the type of the result otherwise. */
    private static Type literalType(Term.Apply apply, Value[] operands, Type result) {
      boolean alike = apply.operation().hasTrait(Trait.SAME_TYPE_OPERANDS) || apply.operation().hasTrait(Trait.SAME_OPERANDS_AND_RESULT_TYPE);
      for (var operand : operands) {
        if (alike && operand != null) {
          return operand.type();
        }
      }
      return result;
    }

    private Attribute attribute(Term.AttributeValue value) {
      return switch (value) {
        case Term.AttributeValue.Exactly(var attribute) -> attribute;
        case Term.AttributeValue.Variable(int slot, var _) -> (Attribute) match.argument(slot);
        case Term.AttributeValue.Computed _ -> computed.get(value);
      };
    }
  }
}
