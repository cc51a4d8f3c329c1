package mlr.validation.generate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import mlr.dialects.arith.CmpIOp;
import mlr.dialects.arith.IntegerArithmetic;
import mlr.dialects.cf.BranchOp;
import mlr.dialects.cf.CondBranchOp;
import mlr.dialects.elementwise.IntegerPredicate;
import mlr.ir.Block;
import mlr.ir.Location;
import mlr.ir.OperationState;
import mlr.ir.Region;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.attributes.DenseArrayAttr;
import mlr.ir.attributes.DenseElementsAttr;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.definition.OpDefinition;
import mlr.ir.types.IntegerType;
import mlr.ir.types.VectorType;

/**
 * A random graph of blocks: branches go forward, except from the ends of loops that count. Each block is filled when all its
 * predecessors are, so that what dominates it is known.
 */
final class BlockGraphGenerator {
  private final Surroundings surroundings;
  private final Region region;
  private final SplittableRandom random;
  private final List<Block> blocks = new ArrayList<>();
  private final Map<Block, Scope> scopes = new LinkedHashMap<>();
  private final Map<Block, Set<Block>> dominators = new LinkedHashMap<>();

  BlockGraphGenerator(Surroundings surroundings, Region region) {
    this.surroundings = surroundings;
    this.region = region;
    this.random = surroundings.random();
  }

  /** Fills the region from its entry on; returns the generator of the last block, which still has no terminator. */
  BodyGenerator generate(Block entry, Scope scope, int size) {
    blocks.add(entry);
    scopes.put(entry, scope);
    dominators.put(entry, new LinkedHashSet<>(Set.of(entry)));
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      blocks.add(block(types(scope)));
    }
    int share = 1 + size / blocks.size();
    for (int i = 0; i < blocks.size() - 1; i++) {
      var body = new BodyGenerator(surroundings, blocks.get(i), scope(blocks.get(i)));
      body.fill(random.nextInt(share + 1));
      branch(random.nextInt(4) == 0 ? loop(body) : body, i);
    }
    return new BodyGenerator(surroundings, blocks.getLast(), scope(blocks.getLast()));
  }

  private Block block(List<Type> arguments) {
    var block = region.addBlock();
    arguments.forEach(type -> block.addArgument(type, Location.UNKNOWN));
    return block;
  }

  private List<Type> types(Scope scope) {
    var known = scope.own().stream().map(Value::type).filter(ConstantSampler::supports).toList();
    var types = new ArrayList<Type>();
    for (int i = random.nextInt(3); i > 0 && !known.isEmpty(); i--) {
      types.add(known.get(random.nextInt(known.size())));
    }
    return types;
  }

  /** What a block sees: its arguments, and what its nearest dominator sees. */
  private Scope scope(Block block) {
    return scopes.computeIfAbsent(block, _ -> {
      var all = new LinkedHashSet<Block>();
      Scope nearest = Scope.empty();
      var predecessors = block.predecessors();
      if (!predecessors.isEmpty()) {
        all.addAll(dominators.get(predecessors.getFirst()));
        predecessors.forEach(predecessor -> all.retainAll(dominators.get(predecessor)));
        // Dominators stand in the order in which they were filled.
        nearest = scopes.get(new ArrayList<>(all).getLast()).nested();
      }
      all.add(block);
      dominators.put(block, all);
      nearest.add(block.arguments());
      return nearest;
    });
  }

  /** Ends a block with a branch to later ones, the next one among them, so that every block is reached. */
  private void branch(BodyGenerator body, int position) {
    var next = blocks.get(position + 1);
    var other = blocks.get(position + 1 + random.nextInt(blocks.size() - position - 1));
    switch (random.nextInt(4)) {
      case 0 -> body.create(BranchOp.of(next, arguments(body, next), Location.UNKNOWN));
      case 1 -> body.create(switchTo(body, next, other));
      default -> {
        var condition = body.value(IntegerType.I1);
        body.create(random.nextBoolean() ? CondBranchOp.of(condition, next, arguments(body, next), other, arguments(body, other), Location.UNKNOWN)
            : CondBranchOp.of(condition, other, arguments(body, other), next, arguments(body, next), Location.UNKNOWN));
      }
    }
  }

  private static List<Value> arguments(BodyGenerator body, Block target) {
    return target.arguments().stream().map(argument -> body.value(argument.type())).toList();
  }

  private OperationState switchTo(BodyGenerator body, Block next, Block other) {
    var flag = body.value(IntegerType.I32);
    var state = OperationState.of(body.definition("cf.switch"), Location.UNKNOWN).operand(flag);
    var byDefault = arguments(body, other);
    var first = arguments(body, next);
    var second = arguments(body, other);
    return state.operands(byDefault).operands(first).operands(second).successor(other).successor(next).successor(other)
        .attribute("case_values", DenseElementsAttr.ofBits(VectorType.of(IntegerType.I32, 2), new long[] {random.nextInt(3), 3 + random.nextInt(3)}))
        .attribute("case_operand_segments", DenseArrayAttr.i32(first.size(), second.size()))
        .attribute(OpDefinition.OPERAND_SEGMENTS, DenseArrayAttr.i32(1, byDefault.size(), first.size() + second.size()));
  }

  /** Puts a counting loop behind {@code body}: a head that decides, a body that goes back; returns what goes on after it. */
  private BodyGenerator loop(BodyGenerator body) {
    var carried = body.carriedTypes(2);
    var types = new ArrayList<Type>(List.of(IntegerType.I32));
    types.addAll(carried);
    var head = block(types);
    var inner = block(List.of());
    var exit = block(List.of());
    var initial = new ArrayList<Value>(List.of(body.constant(IntegerAttr.i32(0))));
    initial.addAll(body.values(carried));
    body.create(BranchOp.of(head, initial, Location.UNKNOWN));
    var deciding = new BodyGenerator(surroundings, head, scope(head));
    var limit = deciding.constant(IntegerAttr.i32(1 + random.nextInt(5)));
    var goesOn = deciding.create(CmpIOp.of(IntegerPredicate.SLT, head.argument(0), limit, Location.UNKNOWN)).result(0);
    deciding.create(CondBranchOp.of(goesOn, inner, List.of(), exit, List.of(), Location.UNKNOWN));
    var repeated = new BodyGenerator(surroundings, inner, scope(inner));
    var after = new BodyGenerator(surroundings, exit, scope(exit));
    repeated.fill(1 + random.nextInt(3));
    var one = repeated.constant(IntegerAttr.i32(1));
    var again = new ArrayList<Value>();
    again.add(repeated.create(OperationState.of(IntegerArithmetic.AddIOp.DEFINITION, Location.UNKNOWN).operands(head.argument(0), one)).result(0));
    again.addAll(repeated.values(carried));
    repeated.create(BranchOp.of(head, again, Location.UNKNOWN));
    return after;
  }
}
