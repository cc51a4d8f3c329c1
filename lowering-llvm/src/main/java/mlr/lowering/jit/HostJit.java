package mlr.lowering.jit;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;
import mlr.lowering.InternalCompilerError;
import mlr.lowering.llvm.CodeGenerator;
import mlr.lowering.llvm.ObjectCode;
import mlr.lowering.target.StepInterface;
import mlr.lowering.target.Targets;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.llvm.LLVM.LLVMErrorRef;
import org.bytedeco.llvm.LLVM.LLVMOrcDefinitionGeneratorRef;
import org.bytedeco.llvm.LLVM.LLVMOrcLLJITBuilderRef;
import org.bytedeco.llvm.LLVM.LLVMOrcLLJITRef;
import org.bytedeco.llvm.global.LLVM;

/** Code for the host in this process's memory, by LLVM's ORC. Native: to be closed, and its handles not to be called afterwards. */
public final class HostJit implements AutoCloseable {
  private final LLVMOrcLLJITRef jit;

  private HostJit(LLVMOrcLLJITRef jit) {
    this.jit = jit;
  }

  /**
   * Compiles LLVM IR text for the host and loads it.
   *
   * @param name how messages call it
   */
  public static HostJit compile(String llvmIr, String name) {
    HostFeatures.require();
    return load(new CodeGenerator(Targets.host()).object(llvmIr, name));
  }

  /** Loads an object file that was compiled for the host. */
  public static HostJit load(ObjectCode object) {
    if (!object.target().isHost()) {
      throw new IllegalArgumentException("an object for " + object.target() + " does not run on the host");
    }
    HostFeatures.require();
    var reference = new LLVMOrcLLJITRef();
    check(LLVM.LLVMOrcCreateLLJIT(reference, new LLVMOrcLLJITBuilderRef()));
    var loaded = new HostJit(reference);
    var generator = new LLVMOrcDefinitionGeneratorRef();
    check(LLVM.LLVMOrcCreateDynamicLibrarySearchGeneratorForProcess(generator, LLVM.LLVMOrcLLJITGetGlobalPrefix(reference), null, null));
    var library = LLVM.LLVMOrcLLJITGetMainJITDylib(reference);
    LLVM.LLVMOrcJITDylibAddGenerator(library, generator);
    var bytes = object.bytes();
    try (var content = new BytePointer(bytes)) {
      var buffer = LLVM.LLVMCreateMemoryBufferWithMemoryRangeCopy(content, bytes.length, new BytePointer("object"));
      check(LLVM.LLVMOrcLLJITAddObjectFile(reference, library, buffer));
    }
    return loaded;
  }

  /**
   * The address of a function or variable.
   *
   * @throws InternalCompilerError when the object has no such symbol
   */
  public MemorySegment address(String symbol) {
    var found = new long[1];
    check(LLVM.LLVMOrcLLJITLookup(jit, found, symbol));
    return MemorySegment.ofAddress(found[0]);
  }

  /** A function {@code void f(void *, …)} of so many pointers; each argument is a {@link MemorySegment}. */
  public MethodHandle function(String symbol, int pointers) {
    var layouts = new ValueLayout[pointers];
    Arrays.fill(layouts, ValueLayout.ADDRESS);
    return Linker.nativeLinker().downcallHandle(address(symbol), FunctionDescriptor.ofVoid(layouts));
  }

  /**
   * An instance of an exported node, with memory of its own.
   *
   * @param arena owns the memory
   */
  public HostNode node(StepInterface stepInterface, Arena arena) {
    return new HostNode(function(stepInterface.reset(), 1), function(stepInterface.step(), 3),
        arena.allocate(Math.max(1, stepInterface.stateBytes()), HostNode.ALIGNMENT),
        arena.allocate(Math.max(1, stepInterface.inBytes()), HostNode.ALIGNMENT),
        arena.allocate(Math.max(1, stepInterface.outBytes()), HostNode.ALIGNMENT));
  }

  private static void check(LLVMErrorRef error) {
    if (error != null && !error.isNull()) {
      throw new InternalCompilerError("LLVM's JIT: " + LLVM.LLVMGetErrorMessage(error).getString(), "");
    }
  }

  @Override
  public void close() {
    check(LLVM.LLVMOrcDisposeLLJIT(jit));
  }
}
