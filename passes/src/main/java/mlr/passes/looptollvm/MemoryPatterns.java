package mlr.passes.looptollvm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mlr.dialects.elementwise.Constants;
import mlr.dialects.llvm.Globals.AddressOfOp;
import mlr.dialects.llvm.KeywordAttr;
import mlr.dialects.memref.AllocaOp;
import mlr.dialects.memref.CastOp;
import mlr.dialects.memref.CopyOp;
import mlr.dialects.memref.DimOp;
import mlr.dialects.memref.GetGlobalOp;
import mlr.dialects.memref.GlobalOp;
import mlr.dialects.memref.LoadOp;
import mlr.dialects.memref.MixedIndices;
import mlr.dialects.memref.ReinterpretCastOp;
import mlr.dialects.memref.StoreOp;
import mlr.dialects.memref.SubViewOp;
import mlr.dialects.memref.ViewOp;
import mlr.ir.Attribute;
import mlr.ir.DialectRegistry;
import mlr.ir.Operation;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.attributes.DenseElementsAttr;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.attributes.StringAttr;
import mlr.ir.attributes.TypeAttr;
import mlr.ir.attributes.UnitAttr;
import mlr.ir.conversion.ConversionPattern;
import mlr.ir.conversion.ConversionRewriter;
import mlr.ir.conversion.MatchResult;
import mlr.ir.eval.MemRefValue;
import mlr.ir.eval.Memory;
import mlr.ir.types.FloatType;
import mlr.ir.types.IndexType;
import mlr.ir.types.IntegerType;
import mlr.ir.types.MemRefType;
import mlr.ir.types.RankedTensorType;
import mlr.ir.types.ShapedType;

/** Memory by bare pointers. Booleans are loaded and stored as i1, which takes a byte that is 0 or 1. */
record MemoryPatterns(DialectRegistry registry, LlvmTypes types) {
  List<ConversionPattern> all() {
    return List.of(
        ConversionPattern.on(LoadOp.class, LoadOp.DEFINITION.name(), "load through a pointer", this::load),
        ConversionPattern.on(StoreOp.class, StoreOp.DEFINITION.name(), "store through a pointer", this::store),
        ConversionPattern.on(ViewOp.class, ViewOp.DEFINITION.name(), "view as a pointer", this::view),
        ConversionPattern.on(SubViewOp.class, SubViewOp.DEFINITION.name(), "subview as a pointer", this::subview),
        ConversionPattern.on(ReinterpretCastOp.class, ReinterpretCastOp.DEFINITION.name(), "cast as a pointer", this::reinterpret),
        ConversionPattern.on(CastOp.class, CastOp.DEFINITION.name(), "cast away", MemoryPatterns::same),
        ConversionPattern.on(DimOp.class, DimOp.DEFINITION.name(), "static extent", this::extent),
        ConversionPattern.on(AllocaOp.class, AllocaOp.DEFINITION.name(), "stack memory", this::allocate),
        ConversionPattern.on(CopyOp.class, CopyOp.DEFINITION.name(), "copy of bytes", this::copy),
        ConversionPattern.on(GlobalOp.class, GlobalOp.DEFINITION.name(), "global variable", this::global),
        ConversionPattern.on(GetGlobalOp.class, GetGlobalOp.DEFINITION.name(), "address of a global", this::address));
  }

  private Emission emission(Operation op, ConversionRewriter rewriter) {
    return new Emission(registry, rewriter, op.location());
  }

  private MatchResult load(LoadOp op, List<Value> operands, ConversionRewriter rewriter) {
    var emit = emission(op, rewriter);
    var type = (MemRefType) op.memref().type();
    var pointer = Addresses.element(operands.getFirst(), type, operands.subList(1, operands.size()), emit);
    Value value = emit.create("load", LlvmTypes.inMemory(type.element()), alignment(type.element()), pointer);
    boolean narrow = type.element() instanceof IndexType && types.index().width() < Long.SIZE;
    rewriter.replaceOp(op, narrow ? emit.create("trunc", types.index(), value) : value);
    return MatchResult.applied();
  }

  private MatchResult store(StoreOp op, List<Value> operands, ConversionRewriter rewriter) {
    var emit = emission(op, rewriter);
    var type = (MemRefType) op.memref().type();
    var pointer = Addresses.element(operands.get(1), type, operands.subList(2, operands.size()), emit);
    boolean narrow = type.element() instanceof IndexType && types.index().width() < Long.SIZE;
    var value = narrow ? emit.create("sext", IntegerType.I64, operands.getFirst()) : operands.getFirst();
    rewriter.create(emit.state("store").operands(value, pointer).attributes(alignment(type.element())));
    rewriter.eraseOp(op);
    return MatchResult.applied();
  }

  /** The attribute that says that elements are aligned to their size, which the layout of C gives them. */
  static Map<String, Attribute> alignment(Type element) {
    return Map.of("alignment", IntegerAttr.i64(Memory.byteSize(ShapedType.elementOrSelf(element))));
  }

  private MatchResult view(ViewOp op, List<Value> operands, ConversionRewriter rewriter) {
    rewriter.replaceOp(op, Addresses.offset(operands.getFirst(), IntegerType.I8, List.of(operands.get(1)), List.of(1L), emission(op, rewriter)));
    return MatchResult.applied();
  }

  private MatchResult subview(SubViewOp op, List<Value> operands, ConversionRewriter rewriter) {
    var source = (MemRefType) op.source().type();
    return window(op, source, op.offsets(), MemRefValue.strides(source), operands, rewriter);
  }

  private MatchResult reinterpret(ReinterpretCastOp op, List<Value> operands, ConversionRewriter rewriter) {
    return window(op, (MemRefType) op.source().type(), op.offset(), List.of(1L), operands, rewriter);
  }

  private MatchResult window(Operation op, MemRefType source, MixedIndices offsets, List<Long> strides, List<Value> operands, ConversionRewriter rewriter) {
    if (rewriter.convert(op.result().type()).isEmpty()) {
      return MatchResult.failure("its result '" + op.result().type() + "' has strides known at run time only");
    }
    var emit = emission(op, rewriter);
    rewriter.replaceOp(op, Addresses.offset(operands.getFirst(), source.element(), indices(offsets, operands, emit), strides, emit));
    return MatchResult.applied();
  }

  /** All offsets as values; the dynamic ones are the first operands behind the memref. */
  private List<Value> indices(MixedIndices offsets, List<Value> operands, Emission emit) {
    var all = new ArrayList<Value>();
    int next = 1;
    for (long offset : offsets.statics()) {
      all.add(offset == ShapedType.DYNAMIC ? operands.get(next++) : emit.integer(types.index(), offset));
    }
    return all;
  }

  private static MatchResult same(CastOp op, List<Value> operands, ConversionRewriter rewriter) {
    rewriter.replaceOp(op, operands.getFirst());
    return MatchResult.applied();
  }

  private MatchResult extent(DimOp op, List<Value> operands, ConversionRewriter rewriter) {
    var shape = ((MemRefType) op.source().type()).shape();
    var axis = Addresses.constant(operands.get(1)).filter(known -> known >= 0 && known < shape.size() && shape.get(known.intValue()) != ShapedType.DYNAMIC);
    if (axis.isEmpty()) {
      return MatchResult.failure("the extent is known at run time only");
    }
    rewriter.replaceOp(op, emission(op, rewriter).integer(types.index(), shape.get(axis.get().intValue())));
    return MatchResult.applied();
  }

  /** In the function's entry, so that memory in a loop is taken once. */
  private MatchResult allocate(AllocaOp op, List<Value> operands, ConversionRewriter rewriter) {
    var type = op.type();
    if (!type.hasStaticShape()) {
      return MatchResult.failure("its size is known at run time only, and stacks are bounded at compile time");
    }
    if (!isContiguous(type)) {
      return MatchResult.failure("its memory is not contiguous");
    }
    rewriter.builder().setInsertionPoint(op.parentRegion().orElseThrow().entry().first().orElseThrow());
    var emit = emission(op, rewriter);
    var count = emit.integer(types.index(), type.elementCount());
    var element = type.element().equals(IntegerType.I1) ? IntegerType.I8 : LlvmTypes.inMemory(type.element());
    long alignment = op.attribute("alignment").map(value -> ((IntegerAttr) value).value()).orElse(Memory.byteSize(ShapedType.elementOrSelf(type.element())));
    var memory = rewriter.create(mlr.dialects.llvm.Memory.AllocaOp.of(count, element, op.location()).attribute("alignment", IntegerAttr.i64(alignment)));
    rewriter.builder().setInsertionPoint(op);
    rewriter.replaceOp(op, memory.result());
    return MatchResult.applied();
  }

  private MatchResult copy(CopyOp op, List<Value> operands, ConversionRewriter rewriter) {
    var from = (MemRefType) op.source().type();
    var to = (MemRefType) op.target().type();
    if (!isContiguous(from) || !isContiguous(to)) {
      return from.hasStaticShape() ? CopyLoops.replace(op, from.shape(), rewriter) : MatchResult.failure("its memory is not contiguous");
    }
    var emit = emission(op, rewriter);
    var bytes = emit.integer(types.index(), from.elementCount() * Memory.byteSize(from.element()));
    rewriter.create(emit.state("intr.memcpy").operands(operands.get(1), operands.get(0), bytes).attribute("isVolatile", IntegerAttr.FALSE));
    rewriter.eraseOp(op);
    return MatchResult.applied();
  }

  /** Whether the elements stand one behind the other, in row-major order. */
  static boolean isContiguous(MemRefType type) {
    return type.hasStaticShape() && MemRefValue.strides(type).equals(MemRefValue.contiguous(type.shape()));
  }

  private MatchResult global(GlobalOp op, List<Value> operands, ConversionRewriter rewriter) {
    var type = op.type();
    var emit = emission(op, rewriter);
    var state = emit.state("mlir.global").attribute("global_type", new TypeAttr(LlvmTypes.array(type))).attribute("sym_name", new StringAttr(op.symbol()))
        .attribute("linkage", op.isExternal() ? KeywordAttr.EXTERNAL : KeywordAttr.INTERNAL).attribute("addr_space", IntegerAttr.i32(0))
        .attribute("alignment", IntegerAttr.i64(op.alignment().orElse(Memory.byteSize(ShapedType.elementOrSelf(type.element())))));
    if (op.isConstant()) {
      state.attribute("constant", UnitAttr.UNIT);
    }
    if (!op.isExternal()) {
      state.attribute("value", contents(type, op.initialValue().orElseGet(() -> zeros(type))));
    }
    state.addRegion();
    rewriter.create(state);
    rewriter.eraseOp(op);
    return MatchResult.applied();
  }

  private static DenseElementsAttr zeros(MemRefType type) {
    return (DenseElementsAttr) (type.element() instanceof FloatType ? Constants.ofFloat(tensor(type, type.element()), 0) : Constants.ofInteger(tensor(type, type.element()), 0));
  }

  /** Elements in the types that they have in memory; a scalar for a memref without dimensions. */
  private static Attribute contents(MemRefType type, DenseElementsAttr value) {
    var element = LlvmTypes.inMemory(type.element()).equals(IntegerType.I1) ? IntegerType.I8 : LlvmTypes.inMemory(type.element());
    var retyped = value.withType(tensor(type, element));
    return type.rank() == 0 ? retyped.element(0) : retyped;
  }

  private static RankedTensorType tensor(MemRefType type, Type element) {
    return RankedTensorType.of(element, type.shape());
  }

  private MatchResult address(GetGlobalOp op, List<Value> operands, ConversionRewriter rewriter) {
    rewriter.replaceOp(op, rewriter.create(AddressOfOp.of(op.global().root(), op.location())).result());
    return MatchResult.applied();
  }
}
