package mlr.lowering.llvm;

import java.util.Optional;
import org.bytedeco.llvm.LLVM.LLVMTargetDataRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.bytedeco.llvm.global.LLVM;

/**
 * A plain load of one or several consecutive f32.
 *
 * @param position    its number in the block
 * @param instruction the load
 * @param base        the pointer without its constant offset
 * @param offset      the constant offset in bytes
 * @param count       how many floats
 * @param vector      whether it yields a vector
 */
record FloatLoad(int position, LLVMValueRef instruction, LLVMValueRef base, long offset, int count, boolean vector) {
  private static final int FLOAT_BYTES = 4;

  /** The load behind an instruction, unless it is another one, volatile, atomic or below a word's alignment. */
  static Optional<FloatLoad> of(int position, LLVMValueRef instruction, LLVMTargetDataRef layout) {
    if (LLVM.LLVMGetInstructionOpcode(instruction) != LLVM.LLVMLoad || LLVM.LLVMGetVolatile(instruction) != 0
        || LLVM.LLVMGetOrdering(instruction) != LLVM.LLVMAtomicOrderingNotAtomic
        || LLVM.LLVMGetAlignment(instruction) < FLOAT_BYTES) {
      return Optional.empty();
    }
    var type = LLVM.LLVMTypeOf(instruction);
    boolean vector = LLVM.LLVMGetTypeKind(type) == LLVM.LLVMVectorTypeKind;
    var element = vector ? LLVM.LLVMGetElementType(type) : type;
    if (LLVM.LLVMGetTypeKind(element) != LLVM.LLVMFloatTypeKind) {
      return Optional.empty();
    }
    var address = Address.of(LLVM.LLVMGetOperand(instruction, 0), layout);
    return Optional.of(new FloatLoad(position, instruction, address.base(), address.offset(),
        vector ? LLVM.LLVMGetVectorSize(type) : 1, vector));
  }

  /** The offset of the byte after the last one loaded. */
  long end() {
    return offset + (long) FLOAT_BYTES * count;
  }

  /**
   * A pointer split into a base and a constant distance in bytes.
   *
   * @param base   a pointer that is no constant distance from another one
   * @param offset the distance
   */
  record Address(LLVMValueRef base, long offset) {

    static Address of(LLVMValueRef pointer, LLVMTargetDataRef layout) {
      long offset = 0;
      var base = pointer;
      while (isElementPointer(base) && LLVM.LLVMGetNumOperands(base) == 2
          && LLVM.LLVMIsAConstantInt(LLVM.LLVMGetOperand(base, 1)) != null) {
        offset += LLVM.LLVMConstIntGetSExtValue(LLVM.LLVMGetOperand(base, 1))
            * LLVM.LLVMABISizeOfType(layout, LLVM.LLVMGetGEPSourceElementType(base));
        base = LLVM.LLVMGetOperand(base, 0);
      }
      return new Address(base, offset);
    }

    private static boolean isElementPointer(LLVMValueRef value) {
      return LLVM.LLVMIsAGetElementPtrInst(value) != null
          || LLVM.LLVMIsAConstantExpr(value) != null && LLVM.LLVMGetConstOpcode(value) == LLVM.LLVMGetElementPtr;
    }
  }
}
