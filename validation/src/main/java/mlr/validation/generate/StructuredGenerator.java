package mlr.validation.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import mlr.dialects.arith.CmpIOp;
import mlr.dialects.arith.IntegerArithmetic;
import mlr.dialects.elementwise.IntegerPredicate;
import mlr.dialects.func.CallOp;
import mlr.dialects.loop.ForOp;
import mlr.dialects.loop.IfOp;
import mlr.dialects.loop.WhileOp;
import mlr.dialects.loop.YieldOp;
import mlr.ir.Block;
import mlr.ir.Location;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.attributes.SymbolRefAttr;
import mlr.ir.types.IndexType;
import mlr.ir.types.IntegerType;

/** The operations that hold regions, and calls, each in the shapes that programs have: loops end, branches yield what is asked for. */
final class StructuredGenerator {
  private static final int MOST_CARRIED = 2;
  private final BodyGenerator body;
  private final SplittableRandom random;

  StructuredGenerator(BodyGenerator body) {
    this.body = body;
    this.random = body.random();
  }

  /** Appends one of them; returns whether the dialects of the function have any. */
  boolean generate() {
    var choices = new ArrayList<Runnable>();
    if (body.surroundings().uses("loop")) {
      choices.addAll(List.of(this::loop, this::loop, this::conditional, this::conditional, this::whileLoop));
    }
    if (!body.surroundings().callees().isEmpty()) {
      choices.addAll(List.of(this::call, this::call, this::indirectCall));
    }
    if (choices.isEmpty()) {
      return false;
    }
    choices.get(random.nextInt(choices.size())).run();
    return true;
  }

  private void loop() {
    Type type = random.nextInt(4) == 0 ? IntegerType.I32 : IndexType.INDEX;
    var lower = bound(type, random.nextInt(3));
    // Now and then a bound that is known only when the program runs.
    var upper = random.nextInt(6) == 0 && body.scope().has(type) ? body.value(type) : bound(type, random.nextInt(7));
    var step = bound(type, 1 + random.nextInt(3));
    var carried = body.carriedTypes(MOST_CARRIED);
    var state = ForOp.of(lower, upper, step, body.values(carried), Location.UNKNOWN);
    fillRegion(state.regions().getFirst().entry(), carried);
    body.create(state);
  }

  private Value bound(Type type, long value) {
    return body.constant(new IntegerAttr(type, value));
  }

  private void conditional() {
    var results = body.carriedTypes(MOST_CARRIED);
    boolean withElse = !results.isEmpty() || random.nextBoolean();
    var state = IfOp.of(body.value(IntegerType.I1), results, withElse, Location.UNKNOWN);
    for (var region : state.regions()) {
      if (!region.isEmpty()) {
        fillRegion(region.entry(), results);
      }
    }
    body.create(state);
  }

  /** Random operations on the block's arguments and what is visible, and a yield of the given types. */
  private void fillRegion(Block block, List<Type> yielded) {
    var inner = inside(block);
    inner.fill(1 + random.nextInt(3));
    inner.create(YieldOp.of(inner.values(yielded), Location.UNKNOWN));
  }

  private BodyGenerator inside(Block block) {
    var scope = body.scope().nested();
    scope.add(block.arguments());
    return new BodyGenerator(body.surroundings(), block, scope);
  }

  /** A loop over a counter that the condition bounds. */
  private void whileLoop() {
    var carried = body.carriedTypes(MOST_CARRIED);
    var types = new ArrayList<Type>(List.of(IntegerType.I32));
    types.addAll(carried);
    var initial = new ArrayList<Value>(List.of(bound(IntegerType.I32, 0)));
    initial.addAll(body.values(carried));
    var state = OperationState.of(WhileOp.DEFINITION, Location.UNKNOWN).operands(initial).results(types);
    var before = state.addRegion().addBlock();
    var after = state.addRegion().addBlock();
    types.forEach(type -> {
      before.addArgument(type, Location.UNKNOWN);
      after.addArgument(type, Location.UNKNOWN);
    });
    var condition = inside(before);
    condition.fill(random.nextInt(2));
    var limit = condition.constant(IntegerAttr.i32(1 + random.nextInt(5)));
    var goesOn = condition.create(CmpIOp.of(IntegerPredicate.SLT, before.argument(0), limit, Location.UNKNOWN)).result(0);
    condition.create(OperationState.of(body.definition("loop.condition"), Location.UNKNOWN).operand(goesOn).operand(before.argument(0)).operands(condition.values(carried)));
    var inner = inside(after);
    inner.fill(1 + random.nextInt(2));
    var one = inner.constant(IntegerAttr.i32(1));
    var yielded = new ArrayList<Value>();
    yielded.add(inner.create(OperationState.of(IntegerArithmetic.AddIOp.DEFINITION, Location.UNKNOWN).operands(after.argument(0), one)).result(0));
    yielded.addAll(inner.values(carried));
    inner.create(YieldOp.of(yielded, Location.UNKNOWN));
    body.create(state);
  }

  private void call() {
    var callee = body.surroundings().callees().get(random.nextInt(body.surroundings().callees().size()));
    var type = callee.functionType();
    if (type.inputs().stream().allMatch(body::isMakeable)) {
      body.create(CallOp.of(callee.symbol(), body.values(type.inputs()), type.results(), Location.UNKNOWN));
    }
  }

  private void indirectCall() {
    var callee = body.surroundings().callees().get(random.nextInt(body.surroundings().callees().size()));
    var type = callee.functionType();
    if (type.inputs().stream().allMatch(body::isMakeable)) {
      var function = body.create(OperationState.of(body.definition("func.constant"), Location.UNKNOWN).attribute("value", new SymbolRefAttr(callee.symbol())).result(type)).result(0);
      body.create(OperationState.of(body.definition("func.call_indirect"), Location.UNKNOWN).operand(function).operands(body.values(type.inputs())).results(type.results()));
    }
  }
}
