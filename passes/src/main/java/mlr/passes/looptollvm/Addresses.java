package mlr.passes.looptollvm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mlr.dialects.elementwise.FlagsAttr;
import mlr.dialects.llvm.GetElementPtrOp;
import mlr.ir.Attribute;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.attributes.StridedLayoutAttr;
import mlr.ir.attributes.UnitAttr;
import mlr.ir.eval.MemRefValue;
import mlr.ir.types.IntegerType;
import mlr.ir.types.MemRefType;
import mlr.ir.types.ShapedType;

/** Pointers to elements of memrefs, whose strides are known. */
final class Addresses {
  // An index in range times its stride stays within the memory, whose size in bytes is below half the address space.
  private static final Map<String, Attribute> IN_RANGE =
      Map.of("overflowFlags", new FlagsAttr("llvm", FlagsAttr.Kind.OVERFLOW, List.of("nsw", "nuw")));

  private static final long FARTHEST = 1L << 31;

  private Addresses() {}

  /** Whether a pointer is enough to find every element. */
  static boolean hasStaticStrides(MemRefType type) {
    return type.layout().map(StridedLayoutAttr.class::isInstance).orElse(true) && !MemRefValue.strides(type).contains(ShapedType.DYNAMIC);
  }

  /** The pointer to the element of {@code type} at {@code indices}, which are integers of the index width. */
  static Value element(Value base, MemRefType type, List<Value> indices, Emission emit) {
    return offset(base, type.element(), indices, MemRefValue.strides(type), emit);
  }

  /** The pointer by the sum of {@code indices} times {@code strides} elements further on. */
  static Value offset(Value base, Type element, List<Value> indices, List<Long> strides, Emission emit) {
    long constant = 0;
    var terms = new ArrayList<Value>();
    for (int i = 0; i < indices.size(); i++) {
      var index = indices.get(i);
      long stride = strides.get(i);
      long before = constant;
      var known = constant(index).filter(number -> isOffset(number) && isOffset(stride) && isOffset(before + number * stride));
      if (known.isPresent()) {
        constant += known.get() * stride;
      } else if (strides.get(i) == 1) {
        terms.add(index);
      } else {
        terms.add(emit.create("mul", index.type(), IN_RANGE, index, emit.integer(index.type(), strides.get(i))));
      }
    }
    var memory = LlvmTypes.inMemory(element).equals(IntegerType.I1) ? IntegerType.I8 : LlvmTypes.inMemory(element);
    var pointer = base;
    if (!terms.isEmpty()) {
      var sum = terms.stream().reduce((a, b) -> emit.create("add", a.type(), IN_RANGE, a, b)).orElseThrow();
      pointer = inBounds(GetElementPtrOp.of(pointer, memory, sum, emit.location()), emit);
    }
    return constant == 0 ? pointer : inBounds(GetElementPtrOp.constant(pointer, memory, emit.location(), Math.toIntExact(constant)), emit);
  }

  /** Whether an offset is made a part of the instruction; others are larger than most memory. */
  private static boolean isOffset(long number) {
    return -FARTHEST < number && number < FARTHEST;
  }

  private static Value inBounds(OperationState pointer, Emission emit) {
    return emit.rewriter().create(pointer.attribute("inbounds", UnitAttr.UNIT)).result();
  }

  /** The number that an integer of the llvm dialect is, if that is known. */
  static Optional<Long> constant(Value value) {
    return value.definingOp().filter(op -> op.name().equals("llvm.mlir.constant")).flatMap(op -> op.attribute("value"))
        .filter(IntegerAttr.class::isInstance).map(attribute -> ((IntegerAttr) attribute).value());
  }
}
