package mlr.ir.conversion;

import java.util.ArrayList;
import java.util.List;
import mlr.ir.Operation;
import mlr.ir.Value;
import mlr.ir.definition.OpDefinition;
import mlr.ir.rewrite.Pattern;

/** Rewrites one illegal operation into legal ones, or into ones that other patterns make legal. Stateless. */
public interface ConversionPattern extends Pattern {
  /**
   * Rewrites {@code op} through {@code rewriter}, which stands before it.
   *
   * @param operands the operands of {@code op}, converted to the types that the conversion gives them
   * @return a failure, after no change at all, or that the pattern applied
   */
  MatchResult matchAndRewrite(Operation op, List<Value> operands, ConversionRewriter rewriter);

  /** A pattern on the operations of one definition, from a lambda. */
  static <T extends Operation> ConversionPattern on(OpDefinition<T> definition, String name, Body<T> body) {
    return on(definition.kind(), definition.name(), name, body);
  }

  /** Whether the driver asks {@link #matchAndRewriteSeveral} even where each operand becomes one value. */
  default boolean takesSeveral() {
    return false;
  }

  /**
   * The same where types may become several or none. Unless overridden, an operand of which that is so is a reason to refuse.
   *
   * @param operands for each operand of {@code op} the values that stand for it
   */
  default MatchResult matchAndRewriteSeveral(Operation op, List<List<Value>> operands, ConversionRewriter rewriter) {
    var single = new ArrayList<Value>();
    for (int i = 0; i < operands.size(); i++) {
      if (operands.get(i).size() != 1) {
        return MatchResult.failure("operand #" + i + " becomes " + operands.get(i).size() + " values, and it takes one");
      }
      single.add(operands.get(i).getFirst());
    }
    return matchAndRewrite(op, single, rewriter);
  }

  /** A pattern on one class of operations, from a lambda. */
  static <T extends Operation> ConversionPattern on(Class<T> kind, String rootName, String name, Body<T> body) {
    return new ConversionPattern() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public String rootName() {
        return rootName;
      }

      @Override
      public MatchResult matchAndRewrite(Operation op, List<Value> operands, ConversionRewriter rewriter) {
        return kind.isInstance(op) ? body.apply(kind.cast(op), operands, rewriter) : MatchResult.failure("it is for " + kind.getSimpleName());
      }
    };
  }

  /** The code of a pattern on one class of operations. */
  @FunctionalInterface
  interface Body<T extends Operation> {
    MatchResult apply(T op, List<Value> operands, ConversionRewriter rewriter);
  }

  /** A pattern on one class of operations whose operands may become several, from a lambda. */
  static <T extends Operation> ConversionPattern onSeveral(Class<T> kind, String rootName, String name, SeveralBody<T> body) {
    return new ConversionPattern() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public String rootName() {
        return rootName;
      }

      @Override
      public boolean takesSeveral() {
        return true;
      }

      @Override
      public MatchResult matchAndRewrite(Operation op, List<Value> operands, ConversionRewriter rewriter) {
        return matchAndRewriteSeveral(op, operands.stream().map(List::of).toList(), rewriter);
      }

      @Override
      public MatchResult matchAndRewriteSeveral(Operation op, List<List<Value>> operands, ConversionRewriter rewriter) {
        return kind.isInstance(op) ? body.apply(kind.cast(op), operands, rewriter) : MatchResult.failure("it is for " + kind.getSimpleName());
      }
    };
  }

  /** The code of a pattern on one class of operations whose operands may become several. */
  @FunctionalInterface
  interface SeveralBody<T extends Operation> {
    MatchResult apply(T op, List<List<Value>> operands, ConversionRewriter rewriter);
  }
}
