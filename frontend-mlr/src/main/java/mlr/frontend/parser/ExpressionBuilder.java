package mlr.frontend.parser;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import mlr.frontend.grammar.MlrParser.*;
import mlr.frontend.syntax.ClockCondition;
import mlr.frontend.syntax.Expression;
import mlr.frontend.syntax.Name;
import mlr.frontend.syntax.Operator;
import mlr.frontend.syntax.SourceRange;
import mlr.frontend.syntax.TypeSyntax;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * Builds expressions, clock conditions and types from ANTLR's parse tree, and refuses what the precedence table forbids without parentheses:
 * chained comparisons, and {@code fby} beside {@code post}.
 */
final class ExpressionBuilder {
  private final Ranges ranges;
  private final BiConsumer<SourceRange, String> error;

  ExpressionBuilder(Ranges ranges, BiConsumer<SourceRange, String> error) {
    this.ranges = ranges;
    this.error = error;
  }

  Expression build(ExpressionContext tree) {
    var range = ranges.of(tree);
    return switch (tree) {
      case ConstantContext e -> literal(e.literal(), range);
      case ReferenceContext e -> new Expression.Reference(ranges.name(e.name()), staticArguments(e.staticArguments()), range);
      case CallContext e -> new Expression.Call(ranges.name(e.name()), staticArguments(e.staticArguments()), all(e.expressions()),
          Optional.empty(), range);
      case ResettableCallContext e -> new Expression.Call(ranges.name(e.name()), staticArguments(e.staticArguments()), all(e.expressions()),
          Optional.of(build(e.expression())), range);
      case IterationContext e ->
          new Expression.Iteration(ranges.name(e.name()), staticArguments(e.staticArguments()), build(e.expression()), range);
      case PrefixContext e -> new Expression.Prefix(Operator.prefix(e.getStart().getText()), build(e.expression()), range);
      case ReplicationContext e -> binary("^", e.expression(0), e.expression(1), range);
      case FbyContext e -> {
        refuseMixture(e.expression(0));
        refuseMixture(e.expression(1));
        yield binary("fby", e.expression(0), e.expression(1), range);
      }
      case PostContext e -> {
        refuseMixture(e.expression(0));
        refuseMixture(e.expression(1));
        yield binary("post", e.expression(0), e.expression(1), range);
      }
      case BinaryContext e -> binary(e.getChild(1).getText(), e.expression(0), e.expression(1), range);
      case ComparisonContext e -> comparison(e, range);
      case ArrowContext e -> binary("->", e.expression(0), e.expression(1), range);
      case WhenContext e -> new Expression.When(build(e.expression()), condition(e.condition()), range);
      case MergeContext e -> new Expression.Merge(ranges.name(e.name()), e.mergeBranch().stream().map(this::branch).toList(), range);
      case GradientContext e -> new Expression.Gradient(build(e.expression()), ranges.name(e.name()), range);
      case ConditionalContext e ->
          new Expression.Conditional(build(e.expression(0)), build(e.expression(1)), build(e.expression(2)), range);
      case TupleContext e when e.expression().size() == 1 -> build(e.expression(0));
      case TupleContext e -> new Expression.Tuple(e.expression().stream().map(this::build).toList(), range);
      case TensorContext e -> new Expression.TensorLiteral(all(e.expressions()), range);
      case UpdateContext e -> new Expression.Update(build(e.expression(0)), all(e.expressions()), build(e.expression(1)), range);
      case SubscriptContext e -> new Expression.Subscript(build(e.expression()), e.index().stream().map(this::index).toList(), range);
      case ClampedSubscriptContext e ->
          new Expression.SafeSubscript(build(e.expression()), all(e.expressions()), Optional.empty(), range);
      case GuardedSubscriptContext e ->
          new Expression.SafeSubscript(build(e.expression(0)), all(e.expressions()), Optional.of(build(e.expression(1))), range);
      case FieldContext e -> new Expression.Field(build(e.expression()), ranges.name(e.name()), range);
      case RecordContext _ -> new Expression.RecordLiteral(range);
      default -> throw new IllegalStateException("unknown expression " + tree.getText());
    };
  }

  private List<Expression> all(ExpressionsContext tree) {
    return tree == null ? List.of() : tree.expression().stream().map(this::build).toList();
  }

  private List<Expression> staticArguments(StaticArgumentsContext tree) {
    return tree == null ? List.of() : tree.expression().stream().map(this::build).toList();
  }

  private Expression binary(String spelling, ExpressionContext left, ExpressionContext right, SourceRange range) {
    return new Expression.Binary(Operator.infix(spelling), build(left), build(right), range);
  }

  private Expression comparison(ComparisonContext tree, SourceRange range) {
    if (tree.expression(0) instanceof ComparisonContext first) {
      error.accept(operator(tree), "comparisons do not chain: put '" + first.getChild(1).getText() + "' or '" + tree.getChild(1).getText()
          + "' in parentheses, or join two comparisons with 'and'");
    }
    return binary(tree.getChild(1).getText(), tree.expression(0), tree.expression(1), range);
  }

  private void refuseMixture(ExpressionContext operand) {
    boolean inFby = operand.getParent() instanceof FbyContext;
    if (inFby ? operand instanceof PostContext : operand instanceof FbyContext) {
      error.accept(ranges.of((ParserRuleContext) operand.getParent()), "'fby' and 'post' side by side need parentheses to say which comes first");
    }
  }

  private SourceRange operator(ParserRuleContext infix) {
    var symbol = ((TerminalNode) infix.getChild(1)).getSymbol();
    int column = symbol.getCharPositionInLine() + 1;
    return new SourceRange(ranges.file(), symbol.getLine(), column, symbol.getLine(), column + symbol.getText().length() - 1);
  }

  private Expression literal(LiteralContext tree, SourceRange range) {
    var text = tree.getText();
    if (tree.FLOAT() != null) {
      return new Expression.DecimalLiteral(new BigDecimal(text), range);
    }
    if (tree.INTEGER() != null) {
      return new Expression.IntegerLiteral(text.startsWith("0x") ? new BigInteger(text.substring(2), 16) : new BigInteger(text), range);
    }
    return new Expression.BooleanLiteral(tree.TRUE() != null, range);
  }

  private Expression.Branch branch(MergeBranchContext tree) {
    var name = tree.name() == null ? keywordName(tree, 1) : ranges.name(tree.name());
    return new Expression.Branch(name, build(tree.expression()));
  }

  private Name keywordName(ParserRuleContext tree, int child) {
    var symbol = ((TerminalNode) tree.getChild(child)).getSymbol();
    int column = symbol.getCharPositionInLine() + 1;
    return new Name(symbol.getText(),
        new SourceRange(ranges.file(), symbol.getLine(), column, symbol.getLine(), column + symbol.getText().length() - 1));
  }

  private Expression.Index index(IndexContext tree) {
    return new Expression.Index(build(tree.expression(0)), Optional.ofNullable(tree.expression(1)).map(this::build));
  }

  ClockCondition condition(ConditionContext tree) {
    var range = ranges.of(tree);
    return switch (tree) {
      case BooleanConditionContext c -> new ClockCondition.Flag(ranges.name(c.name()), c.NOT() == null, range);
      case ConstructorConditionContext c when c.TRUE() != null || c.FALSE() != null ->
          new ClockCondition.Flag(ranges.name(c.name(0)), c.TRUE() != null, range);
      case ConstructorConditionContext c -> new ClockCondition.Constructor(ranges.name(c.name(0)), ranges.name(c.name(1)), range);
      case PeriodicConditionContext c -> periodic(c, range);
      default -> throw new IllegalStateException("unknown clock condition " + tree.getText());
    };
  }

  private ClockCondition periodic(PeriodicConditionContext tree, SourceRange range) {
    var digits = tree.INTEGER().stream().map(Object::toString).toList();
    for (var text : digits) {
      if (!text.chars().allMatch(c -> c == '0' || c == '1')) {
        error.accept(range, "a periodic word is made of the digits 0 and 1, as in 0(01), not '" + text + "'");
      }
    }
    return new ClockCondition.Periodic(digits.size() == 2 ? digits.getFirst() : "", digits.getLast(), range);
  }

  TypeSyntax type(TypeContext tree) {
    var range = ranges.of(tree);
    return switch (tree) {
      case NamedTypeContext t -> new TypeSyntax.Named(ranges.name(t.name()));
      case GroupedTypeContext t -> type(t.type());
      case TensorTypeContext t -> new TypeSyntax.Tensor(type(t.type()), t.expression().stream().map(this::build).toList(), range);
      case PowerTypeContext t -> new TypeSyntax.Power(type(t.type()), extent(t.extent()), range);
      default -> throw new IllegalStateException("unknown type " + tree.getText());
    };
  }

  private Expression extent(ExtentContext tree) {
    var range = ranges.of(tree);
    if (tree.name() != null) {
      return new Expression.Reference(ranges.name(tree.name()), List.of(), range);
    }
    return tree.INTEGER() != null ? new Expression.IntegerLiteral(new BigInteger(tree.getText()), range) : build(tree.expression());
  }
}
