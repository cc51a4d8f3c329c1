package mlr.lowering.llvm;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import mlr.lowering.InternalCompilerError;
import mlr.lowering.target.Target;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMDiagnosticHandler;
import org.bytedeco.llvm.LLVM.LLVMDiagnosticInfoRef;
import org.bytedeco.llvm.LLVM.LLVMErrorRef;
import org.bytedeco.llvm.LLVM.LLVMMemoryBufferRef;
import org.bytedeco.llvm.LLVM.LLVMModuleRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.bytedeco.llvm.global.LLVM;

/** A verified LLVM module in a context of its own. Native: to be closed. */
final class LlvmModule implements AutoCloseable {
  private final LLVMContextRef context = LLVM.LLVMContextCreate();
  private final LLVMModuleRef reference = new LLVMModuleRef();
  private final List<String> diagnostics = new ArrayList<>();
  private final Recorder recorder = new Recorder(diagnostics);
  private final String text;

  /**
   * Reads and verifies LLVM IR.
   *
   * @param name how messages call it
   * @throws InternalCompilerError when it does not parse or verify: the compiler wrote it
   */
  LlvmModule(String text, String name) {
    this.text = text;
    LLVM.LLVMContextSetDiagnosticHandler(context, recorder, null);
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    var message = new BytePointer((Pointer) null);
    try (var content = new BytePointer(bytes.length + 1L)) {
      content.put(bytes, 0, bytes.length).put(bytes.length, (byte) 0);
      LLVMMemoryBufferRef buffer = LLVM.LLVMCreateMemoryBufferWithMemoryRangeCopy(content, bytes.length, new BytePointer(name));
      if (LLVM.LLVMParseIRInContext(context, buffer, reference, message) != 0) {
        throw fault("LLVM IR does not parse: " + message.getString());
      }
    }
    verify("as generated");
  }

  /** Checks the module's invariants; {@code when} says after what. */
  void verify(String when) {
    var message = new BytePointer((Pointer) null);
    if (LLVM.LLVMVerifyModule(reference, LLVM.LLVMReturnStatusAction, message) != 0) {
      throw fault("LLVM IR " + when + " does not verify: " + message.getString());
    }
  }

  /** Gives the module and its functions the target, and asks for frame sizes. */
  void retarget(Target target, TargetMachine machine) {
    LLVM.LLVMSetTarget(reference, target.triple());
    LLVM.LLVMSetDataLayout(reference, machine.dataLayout());
    functions(function -> {
      attribute(function, "target-cpu", target.cpu());
      if (!target.features().isEmpty()) {
        attribute(function, "target-features", target.features());
      }
      // Loops must not become calls of libm or libc, and every frame is to be reported.
      attribute(function, "no-builtins", "");
      attribute(function, "warn-stack-size", "0");
      // Arm's unwind tables would ask for a personality routine; a red zone would be stack that no frame counts.
      attribute(function, "nounwind");
      attribute(function, "noredzone");
    });
  }

  private void attribute(LLVMValueRef function, String key, String value) {
    LLVM.LLVMAddAttributeAtIndex(function, (int) LLVM.LLVMAttributeFunctionIndex,
        LLVM.LLVMCreateStringAttribute(context, key, key.length(), value, value.length()));
  }

  private void attribute(LLVMValueRef function, String kind) {
    LLVM.LLVMAddAttributeAtIndex(function, (int) LLVM.LLVMAttributeFunctionIndex,
        LLVM.LLVMCreateEnumAttribute(context, LLVM.LLVMGetEnumAttributeKindForName(kind, kind.length()), 0));
  }

  /** Runs a textual pass pipeline. */
  void run(String pipeline, TargetMachine machine) {
    var options = LLVM.LLVMCreatePassBuilderOptions();
    try {
      check(LLVM.LLVMRunPasses(reference, pipeline, machine.reference(), options), "pipeline " + pipeline);
    } finally {
      LLVM.LLVMDisposePassBuilderOptions(options);
    }
  }

  /** Visits each function with a body. */
  void functions(Consumer<LLVMValueRef> visitor) {
    for (var function = LLVM.LLVMGetFirstFunction(reference); function != null; function = LLVM.LLVMGetNextFunction(function)) {
      if (LLVM.LLVMCountBasicBlocks(function) > 0) {
        visitor.accept(function);
      }
    }
  }

  /** Gives each function and variable a section of its own, so that a linker can drop what is not used. */
  void sectionPerSymbol() {
    functions(function -> LLVM.LLVMSetSection(function, ".text." + LLVM.LLVMGetValueName(function).getString()));
    for (var global = LLVM.LLVMGetFirstGlobal(reference); global != null; global = LLVM.LLVMGetNextGlobal(global)) {
      var initializer = LLVM.LLVMGetInitializer(global);
      if (initializer != null && LLVM.LLVMGetLinkage(global) != LLVM.LLVMAppendingLinkage) {
        var kind = LLVM.LLVMIsGlobalConstant(global) != 0 ? ".rodata." : LLVM.LLVMIsNull(initializer) != 0 ? ".bss." : ".data.";
        LLVM.LLVMSetSection(global, kind + LLVM.LLVMGetValueName(global).getString());
      }
    }
  }

  /** Code for the module, as an object file or as assembly text ({@code LLVMCodeGenFileType}). */
  byte[] emit(int fileType, TargetMachine machine) {
    var message = new BytePointer((Pointer) null);
    var buffer = new LLVMMemoryBufferRef();
    if (LLVM.LLVMTargetMachineEmitToMemoryBuffer(machine.reference(), reference, fileType, message, buffer) != 0) {
      throw fault("LLVM emits no code: " + message.getString());
    }
    if (recorder.failed) {
      throw fault("LLVM emits no code: " + String.join("; ", diagnostics));
    }
    var bytes = new byte[(int) LLVM.LLVMGetBufferSize(buffer)];
    LLVM.LLVMGetBufferStart(buffer).get(bytes);
    LLVM.LLVMDisposeMemoryBuffer(buffer);
    return bytes;
  }

  /** What LLVM had to say so far. */
  List<String> diagnostics() {
    return List.copyOf(diagnostics);
  }

  LLVMContextRef context() {
    return context;
  }

  LLVMModuleRef reference() {
    return reference;
  }

  /** The module as LLVM prints it. */
  String print() {
    var printed = LLVM.LLVMPrintModuleToString(reference);
    try {
      return printed.getString();
    } finally {
      LLVM.LLVMDisposeMessage(printed);
    }
  }

  private void check(LLVMErrorRef error, String what) {
    if (error != null) {
      throw fault(what + " failed: " + LLVM.LLVMGetErrorMessage(error).getString());
    }
  }

  private InternalCompilerError fault(String message) {
    return new InternalCompilerError(message, text);
  }

  @Override
  public void close() {
    if (!reference.isNull()) {
      LLVM.LLVMDisposeModule(reference);
    }
    LLVM.LLVMContextDispose(context);
    recorder.close();
  }

  /** LLVM's default handler ends the process on an error; this one keeps the messages. */
  private static final class Recorder extends LLVMDiagnosticHandler {
    private final transient List<String> messages;
    private boolean failed;

    Recorder(List<String> messages) {
      this.messages = messages;
    }

    @Override
    public void call(LLVMDiagnosticInfoRef info, Pointer unused) {
      failed |= LLVM.LLVMGetDiagInfoSeverity(info) == LLVM.LLVMDSError;
      var description = LLVM.LLVMGetDiagInfoDescription(info);
      messages.add(description.getString());
      LLVM.LLVMDisposeMessage(description);
    }
  }
}
