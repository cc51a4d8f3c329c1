package mlr.lowering.llvm;

import mlr.lowering.InternalCompilerError;
import mlr.lowering.target.Target;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.llvm.LLVM.LLVMTargetMachineRef;
import org.bytedeco.llvm.LLVM.LLVMTargetRef;
import org.bytedeco.llvm.global.LLVM;

/** LLVM's view of a {@link Target}. Native: to be closed. */
final class TargetMachine implements AutoCloseable {
  private static final int STATIC = LLVM.LLVMRelocStatic;
  private static final int POSITION_INDEPENDENT = LLVM.LLVMRelocPIC;

  private final LLVMTargetMachineRef reference;

  TargetMachine(Target target, OptimizationLevel level) {
    register(target);
    var found = new LLVMTargetRef();
    var message = new BytePointer((Pointer) null);
    if (LLVM.LLVMGetTargetFromTriple(new BytePointer(target.triple()), found, message) != 0) {
      throw new InternalCompilerError("LLVM has no target " + target.triple() + ": " + message.getString(), "");
    }
    var options = LLVM.LLVMCreateTargetMachineOptions();
    LLVM.LLVMTargetMachineOptionsSetCPU(options, target.cpu());
    LLVM.LLVMTargetMachineOptionsSetFeatures(options, target.features());
    LLVM.LLVMTargetMachineOptionsSetABI(options, target.abi());
    LLVM.LLVMTargetMachineOptionsSetCodeGenOptLevel(options, level.codeGeneration());
    LLVM.LLVMTargetMachineOptionsSetRelocMode(options, target.isHost() ? POSITION_INDEPENDENT : STATIC);
    LLVM.LLVMTargetMachineOptionsSetCodeModel(options, LLVM.LLVMCodeModelSmall);
    reference = LLVM.LLVMCreateTargetMachineWithOptions(found, target.triple(), options);
    LLVM.LLVMDisposeTargetMachineOptions(options);
  }

  /** Makes a target known to LLVM; again does no harm. */
  private static void register(Target target) {
    var triple = target.triple();
    if (triple.startsWith("thumb")) {
      LLVM.LLVMInitializeARMTargetInfo();
      LLVM.LLVMInitializeARMTarget();
      LLVM.LLVMInitializeARMTargetMC();
      LLVM.LLVMInitializeARMAsmPrinter();
      LLVM.LLVMInitializeARMAsmParser();
    } else if (triple.startsWith("riscv")) {
      LLVM.LLVMInitializeRISCVTargetInfo();
      LLVM.LLVMInitializeRISCVTarget();
      LLVM.LLVMInitializeRISCVTargetMC();
      LLVM.LLVMInitializeRISCVAsmPrinter();
      LLVM.LLVMInitializeRISCVAsmParser();
    } else if (triple.startsWith("aarch64")) {
      LLVM.LLVMInitializeAArch64TargetInfo();
      LLVM.LLVMInitializeAArch64Target();
      LLVM.LLVMInitializeAArch64TargetMC();
      LLVM.LLVMInitializeAArch64AsmPrinter();
      LLVM.LLVMInitializeAArch64AsmParser();
    } else {
      LLVM.LLVMInitializeX86TargetInfo();
      LLVM.LLVMInitializeX86Target();
      LLVM.LLVMInitializeX86TargetMC();
      LLVM.LLVMInitializeX86AsmPrinter();
      LLVM.LLVMInitializeX86AsmParser();
    }
  }

  LLVMTargetMachineRef reference() {
    return reference;
  }

  /** The data layout as text. */
  String dataLayout() {
    var layout = LLVM.LLVMCreateTargetDataLayout(reference);
    var text = LLVM.LLVMCopyStringRepOfTargetData(layout);
    try {
      return text.getString();
    } finally {
      LLVM.LLVMDisposeMessage(text);
      LLVM.LLVMDisposeTargetData(layout);
    }
  }

  @Override
  public void close() {
    LLVM.LLVMDisposeTargetMachine(reference);
  }
}
