package mlr.lowering.llvm;

/** How hard LLVM works on a module. No level reassociates or fuses floating-point arithmetic: that would need flags that our modules never carry. */
public enum OptimizationLevel {
  /** No optimisation. */
  O0("default<O0>", 0),
  /** Few and quick ones. */
  O1("default<O1>", 1),
  /** The usual ones. */
  O2("default<O2>", 2),
  /** All, at the price of code size. */
  O3("default<O3>", 3);

  private final String pipeline;
  private final int codeGeneration;

  OptimizationLevel(String pipeline, int codeGeneration) {
    this.pipeline = pipeline;
    this.codeGeneration = codeGeneration;
  }

  /** LLVM's textual pipeline. */
  String pipeline() {
    return pipeline;
  }

  /** {@code LLVMCodeGenOptLevel}. */
  int codeGeneration() {
    return codeGeneration;
  }
}
