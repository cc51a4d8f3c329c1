package mlr.passes.looptollvm;

import java.util.List;
import java.util.Optional;
import mlr.dialects.llvm.types.ArrayType;
import mlr.dialects.llvm.types.LlvmFunctionType;
import mlr.dialects.llvm.types.LlvmType;
import mlr.dialects.llvm.types.PointerType;
import mlr.dialects.llvm.types.StructType;
import mlr.dialects.llvm.types.VoidType;
import mlr.ir.Type;
import mlr.ir.conversion.TypeConverter;
import mlr.ir.types.FloatType;
import mlr.ir.types.FunctionType;
import mlr.ir.types.IndexType;
import mlr.ir.types.IntegerType;
import mlr.ir.types.MemRefType;
import mlr.ir.types.VectorType;

/**
 * What types become: index an integer of the target's pointer width, a memref of static layout a bare pointer to its first
 * element. In memory an index takes eight bytes on every target.
 */
final class LlvmTypes {
  private final int indexBits;
  private final TypeConverter converter = new TypeConverter().rule(this::convert);

  /** @param indexBits the pointer width */
  LlvmTypes(int indexBits) {
    this.indexBits = indexBits;
  }

  /** The integer that stands for index. */
  IntegerType index() {
    return IntegerType.signless(indexBits);
  }

  /** The rules for a conversion. */
  TypeConverter converter() {
    return converter;
  }

  private Optional<Type> convert(Type type) {
    // Without a switch: see FormatWriter.
    if (type instanceof IndexType) {
      return Optional.of(index());
    }
    if (type instanceof FloatType || type instanceof LlvmType || type instanceof IntegerType integer && integer.signedness() == IntegerType.Signedness.SIGNLESS) {
      return Optional.of(type);
    }
    if (type instanceof VectorType vector && vector.rank() == 1 && !vector.scalable().getFirst()) {
      return convert(vector.element()).map(element -> vector.with(vector.shape(), element));
    }
    return type instanceof MemRefType memref && Addresses.hasStaticStrides(memref) ? Optional.of(PointerType.POINTER) : Optional.empty();
  }

  /** The type that an element has in memory. */
  static Type inMemory(Type element) {
    return element instanceof IndexType ? IntegerType.I64 : element;
  }

  /** The type of a global that holds all elements of a memref, row-major. */
  static Type array(MemRefType type) {
    var element = inMemory(type.element()).equals(IntegerType.I1) ? IntegerType.I8 : inMemory(type.element());
    for (long extent : type.shape().reversed()) {
      element = new ArrayType(extent, element);
    }
    return element;
  }

  /** The type of a function; several results become one struct. */
  Optional<LlvmFunctionType> function(FunctionType type) {
    var inputs = converter.convertAll(type.inputs());
    var results = converter.convertAll(type.results());
    return inputs.isEmpty() || results.isEmpty() ? Optional.empty()
        : Optional.of(new LlvmFunctionType(results.get().isEmpty() ? VoidType.VOID : packed(results.get()), inputs.get(), false));
  }

  /** The one type that carries several results. */
  static Type packed(List<Type> results) {
    return results.size() == 1 ? results.getFirst() : StructType.literal(results);
  }
}
