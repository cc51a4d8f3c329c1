package mlr.dialects.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mlr.ir.Block;
import mlr.ir.Location;
import mlr.ir.OpBuilder;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Region;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.rewrite.PatternRewriter;
import mlr.ir.text.OpParser;
import mlr.ir.text.OpPrinter;

/** The list {@code (%a = %init, …)} of carried values, and checks of what regions yield. */
final class CarriedValues {
  private static final int FEW = 2;

  private CarriedValues() {}

  /** Names inside, with their places, and outside, as read. */
  record Bindings(List<OpParser.UnresolvedOperand> inner, List<Location> places, List<OpParser.UnresolvedOperand> initial) {
    static final Bindings NONE = new Bindings(List.of(), List.of(), List.of());

    /** Adds arguments of a region under the names inside. */
    void addArguments(List<Type> types, List<OpParser.Argument> arguments, OpParser parser) {
      if (inner.size() != types.size()) {
        throw parser.error("mismatch in number of loop-carried values and defined values: " + inner.size() + " names for " + types.size() + " types");
      }
      for (int i = 0; i < types.size(); i++) {
        arguments.add(new OpParser.Argument(inner.get(i), types.get(i), places.get(i)));
      }
    }
  }

  /** Reads {@code (%a = %init, …)}. */
  static Bindings parse(OpParser parser) {
    var inner = new ArrayList<OpParser.UnresolvedOperand>(FEW);
    var places = new ArrayList<Location>(FEW);
    var initial = new ArrayList<OpParser.UnresolvedOperand>(FEW);
    parser.parsePunctuation("(");
    if (!parser.parseOptionalPunctuation(")")) {
      do {
        places.add(parser.location());
        inner.add(parser.parseOperand());
        parser.parsePunctuation("=");
        initial.add(parser.parseOperand());
      } while (parser.parseOptionalPunctuation(","));
      parser.parsePunctuation(")");
    }
    return new Bindings(inner, places, initial);
  }

  /** Writes {@code (%a = %init, …)}: the arguments of a block and the operands of a loop, each from a position on. */
  static void print(Block body, int firstArgument, Operation loop, int firstOperand, OpPrinter printer) {
    printer.print("(");
    for (int i = 0; i < body.argumentCount() - firstArgument; i++) {
      printer.print(i == 0 ? "" : ", ").printOperand(body.argument(firstArgument + i)).print(" = ").printOperand(loop.operand(firstOperand + i));
    }
    printer.print(")");
  }

  static List<Type> types(List<? extends Value> values) {
    return Value.types(values);
  }

  /**
   * Puts in the place of {@code op} one with one result more, {@code operands}, and the regions, which move; old results give way
   * to the new ones.
   */
  static Operation withResult(Operation op, List<Value> operands, Type type) {
    var state = OperationState.of(op.definition(), op.location()).operands(operands).results(op.resultTypes()).result(type)
        .attributes(op.attributes());
    op.regions().forEach(region -> state.addRegion().takeBody(region));
    var extended = OpBuilder.before(op).create(state);
    op.replaceAllUsesWith(extended.results().subList(0, op.resultCount()));
    op.erase();
    return extended;
  }

  /**
   * Puts in the place of {@code op} one with only the results at some positions, {@code operands}, and the regions, which move; nothing
   * must use the other results.
   */
  static void withResults(Operation op, List<Value> operands, List<Integer> kept, PatternRewriter rewriter) {
    var state = OperationState.of(op.definition(), op.location()).operands(operands).results(at(kept, op.resultTypes())).attributes(op.attributes());
    op.regions().forEach(region -> state.addRegion().takeBody(region));
    rewriter.builder().setInsertionPoint(op);
    var smaller = rewriter.create(state);
    for (int i = 0; i < kept.size(); i++) {
      rewriter.replaceAllUsesWith(op.result(kept.get(i)), smaller.result(i));
    }
    rewriter.eraseOp(op);
  }

  /** Those of {@code all} at some positions. */
  static <T> List<T> at(List<Integer> positions, List<T> all) {
    return positions.stream().map(all::get).toList();
  }

  /** The operation that ends a region's only block. */
  static YieldOp end(Region region) {
    return (YieldOp) region.entry().last().orElseThrow();
  }

  /** Moves what is in a region, but its yield, before {@code position}; the values that the yield had. */
  static List<Value> moveBefore(Region region, Operation position, PatternRewriter rewriter) {
    var yield = end(region);
    var values = yield.values();
    rewriter.eraseOp(yield);
    rewriter.inlineBlockBefore(region.entry(), position, List.of());
    return values;
  }

  /** Puts in the place of {@code op} what is in a block of it, whose yield gives the results. */
  static void replaceByBlock(Operation op, Block block, List<? extends Value> arguments, PatternRewriter rewriter) {
    var yield = (YieldOp) block.last().orElseThrow();
    rewriter.inlineBlockBefore(block, op, arguments);
    var values = yield.values();
    rewriter.eraseOp(yield);
    rewriter.replaceOp(op, values);
  }

  /** {@code values} with one more. */
  static List<Value> append(List<Value> values, Value last) {
    return Stream.concat(values.stream(), Stream.of(last)).toList();
  }

  /** Reports a block that does not end in {@code loop.yield} of the given types. */
  static void checkYield(Operation op, Block block, List<Type> expected, DiagnosticEngine diagnostics) {
    var last = block.last();
    if (last.isEmpty() || !(last.get() instanceof YieldOp yield)) {
      diagnostics.opError(op, "expects regions to end with 'loop.yield'");
    } else if (!Value.haveTypes(yield.values(), expected)) {
      diagnostics.opError(op, "yields types " + types(yield.values()) + " where " + expected + " are needed");
    }
  }
}
