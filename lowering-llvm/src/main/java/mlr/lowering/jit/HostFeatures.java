package mlr.lowering.jit;

import java.util.List;
import java.util.Set;
import mlr.lowering.LoweringException;
import mlr.lowering.target.Targets;
import org.bytedeco.llvm.global.LLVM;

/** What the processor of this machine has to have for code of target {@code host}. */
final class HostFeatures {
  private static final List<String> X86_64_V3 = List.of("avx2", "bmi", "bmi2", "f16c", "fma", "lzcnt", "movbe");

  private HostFeatures() {
  }

  /**
   * Checks the processor.
   *
   * @throws LoweringException when it lacks an extension that the target's level has
   */
  static void require() {
    if (!Targets.host().triple().startsWith("x86_64")) {
      return;
    }
    var text = LLVM.LLVMGetHostCPUFeatures();
    var present = Set.of(text.getString().split(","));
    LLVM.LLVMDisposeMessage(text);
    var missing = X86_64_V3.stream().filter(feature -> !present.contains("+" + feature)).toList();
    if (!missing.isEmpty()) {
      throw new LoweringException("this processor lacks " + String.join(", ", missing)
          + ", which code for 'host' (x86-64-v3) uses", "use the interpreter engine on this machine");
    }
  }
}
