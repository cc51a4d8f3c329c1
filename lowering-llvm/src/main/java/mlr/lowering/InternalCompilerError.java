package mlr.lowering;

/** The compiler contradicts itself: generated LLVM IR does not verify, or an object needs a symbol that no header lists. It ends a tool with exit code 2 or above. */
public sealed class InternalCompilerError extends RuntimeException permits UnprovidedSymbols {
  private static final long serialVersionUID = 1L;
  private final String reproducer;

  /**
   * @param message    what went wrong
   * @param reproducer the input that shows it, LLVM IR text for the most part; may be empty
   */
  public InternalCompilerError(String message, String reproducer) {
    super(message);
    this.reproducer = reproducer;
  }

  /** The input that shows the fault, empty when the message says it all. */
  public String reproducer() {
    return reproducer;
  }
}
