package mlr.passes.looptollvm;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import mlr.dialects.arith.BitArithmetic.AndIOp;
import mlr.dialects.arith.BitArithmetic.OrIOp;
import mlr.dialects.arith.BitArithmetic.XOrIOp;
import mlr.dialects.arith.FloatArithmetic.AddFOp;
import mlr.dialects.arith.FloatArithmetic.MulFOp;
import mlr.dialects.arith.IntegerArithmetic.AddIOp;
import mlr.dialects.arith.IntegerArithmetic.MulIOp;
import mlr.dialects.arith.MinMax;
import mlr.dialects.vector.BroadcastOp;
import mlr.dialects.vector.CombiningKind;
import mlr.dialects.vector.ExtractElementOp;
import mlr.dialects.vector.ExtractOp;
import mlr.dialects.vector.InsertElementOp;
import mlr.dialects.vector.InsertOp;
import mlr.dialects.vector.LoadOp;
import mlr.dialects.vector.ReductionOp;
import mlr.dialects.vector.ShuffleOp;
import mlr.dialects.vector.SplatOp;
import mlr.dialects.vector.StoreOp;
import mlr.ir.DialectRegistry;
import mlr.ir.Operation;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.attributes.DenseArrayAttr;
import mlr.ir.conversion.ConversionPattern;
import mlr.ir.conversion.ConversionRewriter;
import mlr.ir.conversion.MatchResult;
import mlr.ir.definition.OpDefinition;
import mlr.ir.types.FloatType;
import mlr.ir.types.IntegerType;
import mlr.ir.types.MemRefType;
import mlr.ir.types.ShapedType;
import mlr.ir.types.VectorType;

/** Vectors of one dimension. Transfers from and to memory need no more than the alignment of an element. */
record VectorPatterns(DialectRegistry registry, LlvmTypes types) {
  List<ConversionPattern> all() {
    return List.of(
        ConversionPattern.on(LoadOp.class, LoadOp.DEFINITION.name(), "vector load", this::load),
        ConversionPattern.on(StoreOp.class, StoreOp.DEFINITION.name(), "vector store", this::store),
        ConversionPattern.on(BroadcastOp.class, BroadcastOp.DEFINITION.name(), "broadcast as shuffle", this::broadcast),
        ConversionPattern.on(SplatOp.class, SplatOp.DEFINITION.name(), "splat as shuffle", this::broadcast),
        ConversionPattern.on(ExtractOp.class, ExtractOp.DEFINITION.name(), "lane", this::extract),
        ConversionPattern.on(ExtractElementOp.class, ExtractElementOp.DEFINITION.name(), "lane at a position", this::extractElement),
        ConversionPattern.on(InsertOp.class, InsertOp.DEFINITION.name(), "lane replaced", this::insert),
        ConversionPattern.on(InsertElementOp.class, InsertElementOp.DEFINITION.name(), "lane at a position replaced", this::insertElement),
        ConversionPattern.on(ShuffleOp.class, ShuffleOp.DEFINITION.name(), "shuffle", this::shuffle),
        ConversionPattern.on(ReductionOp.class, ReductionOp.DEFINITION.name(), "reduction in order", VectorPatterns::reduce));
  }

  private Emission emission(Operation op, ConversionRewriter rewriter) {
    return new Emission(registry, rewriter, op.location());
  }

  private MatchResult load(LoadOp op, List<Value> operands, ConversionRewriter rewriter) {
    if (rewriter.convert(op.result().type()).isEmpty()) {
      return MatchResult.failure("its result is of type '" + op.result().type() + "'");
    }
    var emit = emission(op, rewriter);
    var memory = (MemRefType) op.base().type();
    var pointer = Addresses.element(operands.getFirst(), memory, operands.subList(1, operands.size()), emit);
    var vector = (VectorType) op.result().type();
    var value = emit.create("load", inMemory(vector), MemoryPatterns.alignment(memory.element()), pointer);
    rewriter.replaceOp(op, inMemory(vector).equals(vector) ? value : emit.create("trunc", rewriter.convert(vector).orElseThrow(), value));
    return MatchResult.applied();
  }

  private MatchResult store(StoreOp op, List<Value> operands, ConversionRewriter rewriter) {
    if (rewriter.convert(op.value().type()).isEmpty()) {
      return MatchResult.failure("its value is of type '" + op.value().type() + "'");
    }
    var emit = emission(op, rewriter);
    var memory = (MemRefType) op.base().type();
    var pointer = Addresses.element(operands.get(1), memory, operands.subList(2, operands.size()), emit);
    var vector = (VectorType) op.value().type();
    var value = inMemory(vector).equals(vector) ? operands.getFirst() : emit.create("zext", inMemory(vector), operands.getFirst());
    rewriter.create(emit.state("store").operands(value, pointer).attributes(MemoryPatterns.alignment(memory.element())));
    rewriter.eraseOp(op);
    return MatchResult.applied();
  }

  /** In memory a Boolean takes a byte, in a vector a bit. */
  private static VectorType inMemory(VectorType vector) {
    return vector.element().equals(IntegerType.I1) ? vector.with(vector.shape(), IntegerType.I8) : vector;
  }

  private MatchResult broadcast(Operation op, List<Value> operands, ConversionRewriter rewriter) {
    var converted = rewriter.convert(op.result().type());
    if (converted.isEmpty()) {
      return MatchResult.failure("its result is of type '" + op.result().type() + "'");
    }
    var emit = emission(op, rewriter);
    var type = (VectorType) converted.get();
    var source = operands.getFirst();
    if (source.type().equals(type)) {
      rewriter.replaceOp(op, source);
      return MatchResult.applied();
    }
    var one = source.type() instanceof VectorType ? source
        : emit.create("insertelement", type, emit.create("mlir.poison", type), source, emit.integer(IntegerType.I32, 0));
    var mask = Collections.nCopies(Math.toIntExact(type.elementCount()), 0);
    rewriter.replaceOp(op, shuffle(one, one, mask, type, emit));
    return MatchResult.applied();
  }

  private static Value shuffle(Value first, Value second, List<Integer> mask, Type type, Emission emit) {
    return emit.create("shufflevector", type, Map.of("mask", DenseArrayAttr.i32(mask.stream().mapToInt(Integer::intValue).toArray())), first, second);
  }

  private MatchResult extract(ExtractOp op, List<Value> operands, ConversionRewriter rewriter) {
    if (op.position().statics().size() != 1) {
      return MatchResult.failure("only lanes of vectors of one dimension are supported");
    }
    var emit = emission(op, rewriter);
    return replace(op, emit.create("extractelement", ShapedType.elementOrSelf(operands.getFirst().type()), operands.getFirst(),
        lane(op.position().statics().getFirst(), operands, 1, emit)), rewriter);
  }

  private MatchResult insert(InsertOp op, List<Value> operands, ConversionRewriter rewriter) {
    if (op.position().statics().size() != 1) {
      return MatchResult.failure("only lanes of vectors of one dimension are supported");
    }
    var emit = emission(op, rewriter);
    return replace(op, emit.create("insertelement", operands.get(1).type(), operands.get(1), operands.getFirst(),
        lane(op.position().statics().getFirst(), operands, 2, emit)), rewriter);
  }

  private static Value lane(long position, List<Value> operands, int dynamic, Emission emit) {
    return position == ShapedType.DYNAMIC ? operands.get(dynamic) : emit.integer(IntegerType.I32, position);
  }

  private MatchResult extractElement(ExtractElementOp op, List<Value> operands, ConversionRewriter rewriter) {
    return replace(op, emission(op, rewriter).create("extractelement", ShapedType.elementOrSelf(operands.getFirst().type()), operands.get(0), operands.get(1)), rewriter);
  }

  private MatchResult insertElement(InsertElementOp op, List<Value> operands, ConversionRewriter rewriter) {
    return replace(op, emission(op, rewriter).create("insertelement", operands.get(1).type(), operands.get(1), operands.get(0), operands.get(2)), rewriter);
  }

  private static MatchResult replace(Operation op, Value value, ConversionRewriter rewriter) {
    rewriter.replaceOp(op, value);
    return MatchResult.applied();
  }

  private MatchResult shuffle(ShuffleOp op, List<Value> operands, ConversionRewriter rewriter) {
    if (!operands.get(0).type().equals(operands.get(1).type())) {
      return MatchResult.failure("it shuffles vectors of different lengths");
    }
    var mask = op.mask().stream().map(Long::intValue).toList();
    return replace(op, shuffle(operands.get(0), operands.get(1), mask, rewriter.convert(op.result().type()).orElseThrow(), emission(op, rewriter)), rewriter);
  }

  /** The lanes one after another, by operations that are converted in turn: sums are not reassociated. */
  private static MatchResult reduce(ReductionOp op, List<Value> operands, ConversionRewriter rewriter) {
    var type = (VectorType) op.vector().type();
    var combine = combination(op.kind(), type.element() instanceof FloatType);
    var lanes = new ArrayDeque<Value>();
    for (long lane = 0; lane < type.elementCount(); lane++) {
      lanes.add(rewriter.create(ExtractOp.of(op.vector(), op.location(), lane)).result());
    }
    var total = op.accumulator().orElseGet(lanes::remove);
    for (var lane : lanes) {
      total = rewriter.create(combine, op.location(), total, lane).result();
    }
    rewriter.replaceOp(op, total);
    return MatchResult.applied();
  }

  private static OpDefinition<? extends Operation> combination(CombiningKind kind, boolean floating) {
    return switch (kind) {
      case ADD -> floating ? AddFOp.DEFINITION : AddIOp.DEFINITION;
      case MUL -> floating ? MulFOp.DEFINITION : MulIOp.DEFINITION;
      case MINUI -> MinMax.MinUIOp.DEFINITION;
      case MINSI -> MinMax.MinSIOp.DEFINITION;
      case MINNUMF -> MinMax.MinNumFOp.DEFINITION;
      case MAXUI -> MinMax.MaxUIOp.DEFINITION;
      case MAXSI -> MinMax.MaxSIOp.DEFINITION;
      case MAXNUMF -> MinMax.MaxNumFOp.DEFINITION;
      case AND -> AndIOp.DEFINITION;
      case OR -> OrIOp.DEFINITION;
      case XOR -> XOrIOp.DEFINITION;
      case MAXIMUMF -> MinMax.MaximumFOp.DEFINITION;
      case MINIMUMF -> MinMax.MinimumFOp.DEFINITION;
    };
  }
}
