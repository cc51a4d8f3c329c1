package mlr.validation.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import mlr.dialects.llvm.types.PointerType;
import mlr.ir.Block;
import mlr.ir.Location;
import mlr.ir.OpBuilder;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.attributes.TypeAttr;
import mlr.ir.definition.OpDefinition;
import mlr.ir.types.IntegerType;
import mlr.ir.types.MemRefType;

/** Fills one block with random operations on values that are in scope, making those that are missing. */
final class BodyGenerator {
  private static final int DEEPEST_CHAIN = 3;
  private final Surroundings surroundings;
  private final OpBuilder builder;
  private final Scope scope;
  private final SplittableRandom random;
  private final ConstantSampler constants;

  BodyGenerator(Surroundings surroundings, Block block, Scope scope) {
    this.surroundings = surroundings;
    this.builder = OpBuilder.atEnd(block);
    this.scope = scope;
    this.random = surroundings.random();
    this.constants = new ConstantSampler(random);
  }

  Surroundings surroundings() {
    return surroundings;
  }

  Scope scope() {
    return scope;
  }

  SplittableRandom random() {
    return random;
  }

  /** Appends {@code count} random operations, and those that make their operands. */
  void fill(int count) {
    for (int i = 0; i < count; i++) {
      if (random.nextInt(5) != 0 || !surroundings.structured(this)) {
        leaf();
      }
    }
  }

  private void leaf() {
    var definition = surroundings.operation();
    var signatures = surroundings.catalogue().signatures(definition);
    int start = random.nextInt(signatures.size());
    int looked = random.nextInt(4) == 0 ? 2 : signatures.size();
    var best = signatures.get(start);
    for (int i = 1; i < looked && missing(best) > 0; i++) {
      var other = signatures.get((start + i) % signatures.size());
      best = missing(other) < missing(best) ? other : best;
    }
    if (isMakeable(best)) {
      append(best, DEEPEST_CHAIN);
    }
  }

  private long missing(Signature signature) {
    return signature.operands().stream().filter(type -> !scope.has(type)).mapToInt(type -> ConstantSampler.supports(type) ? 1 : isMakeable(type) ? 2 : 100).sum();
  }

  private boolean isMakeable(Signature signature) {
    return signature.operands().stream().allMatch(this::isMakeable);
  }

  /** Whether {@link #value} can give a value of a type. */
  boolean isMakeable(Type type) {
    return scope.has(type) || ConstantSampler.supports(type) || type instanceof PointerType || surroundings.catalogue().cheapestMaker(type).isPresent();
  }

  private Operation append(Signature signature, int depth) {
    return create(signature.on(signature.operands().stream().map(type -> value(type, depth)).toList()));
  }

  /** Appends an operation; its results come into scope. */
  Operation create(OperationState state) {
    var op = builder.create(state);
    scope.add(op.results());
    return op;
  }

  /** A value of a type from the scope, or a new one. */
  Value value(Type type) {
    return value(type, DEEPEST_CHAIN);
  }

  /** Values of some types. */
  List<Value> values(List<Type> types) {
    return types.stream().map(this::value).toList();
  }

  private Value value(Type type, int depth) {
    return random.nextInt(8) == 0 && !(type instanceof MemRefType) ? make(type, depth) : scope.pick(type, random).orElseGet(() -> make(type, depth));
  }

  private Value make(Type type, int depth) {
    if (type instanceof PointerType) {
      return memory();
    }
    var makers = surroundings.makers(type);
    if (!makers.isEmpty() && depth > 0 && random.nextBoolean()) {
      var maker = makers.get(random.nextInt(makers.size()));
      if (isMakeable(maker)) {
        return append(maker, depth - 1).result(0);
      }
    }
    return constants.operation(type).map(state -> create(state).result(0))
        .orElseGet(() -> surroundings.catalogue().cheapestMaker(type).map(maker -> append(maker, 0).result(0))
        .orElseThrow(() -> new IllegalStateException("no value of type " + type)));
  }

  /** Room for eight numbers of any kind, with zeros in it. */
  private Value memory() {
    var eight = constant(new IntegerAttr(IntegerType.I32, 8));
    var alloca = surroundings.registry().operation("llvm.alloca").orElseThrow();
    var pointer = create(OperationState.of(alloca, Location.UNKNOWN).operand(eight).result(PointerType.POINTER).attribute("elem_type", new TypeAttr(IntegerType.I64))).result(0);
    create(OperationState.of(surroundings.registry().operation("llvm.store").orElseThrow(), Location.UNKNOWN).operands(value(IntegerType.I64, 0), pointer));
    return pointer;
  }

  /** A constant of an attribute's type. */
  Value constant(mlr.ir.Attribute value) {
    return create(mlr.dialects.arith.ConstantOp.of(value, Location.UNKNOWN)).result(0);
  }

  /** Types of some values in scope, at most {@code most}, that memory does not hold. */
  List<Type> carriedTypes(int most) {
    var types = new ArrayList<Type>();
    var all = scope.own().stream().map(Value::type).filter(ConstantSampler::supports).toList();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      types.add(all.isEmpty() || random.nextInt(3) == 0 ? TypePool.SCALARS.get(random.nextInt(TypePool.SCALARS.size())) : all.get(random.nextInt(all.size())));
    }
    return types;
  }

  /** Values that are worth returning: those that nothing uses first. */
  List<Value> outcomes(int most) {
    var own = scope.own().stream().filter(value -> ConstantSampler.supports(value.type())).toList();
    var unused = own.stream().filter(Value::isUnused).toList();
    return Stream.concat(unused.stream(), own.stream().skip(own.size() / 2)).distinct().limit(most).toList();
  }

  /** The definition of an operation by name. */
  OpDefinition<?> definition(String name) {
    return surroundings.registry().operation(name).orElseThrow();
  }
}
