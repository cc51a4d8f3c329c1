package mlr.lowering;

import java.util.List;

/**
 * An object calls functions that no runtime of its target has, such as {@code fmaf} where there is no instruction for it. The
 * compiler's own pipelines leave none; a module that was lowered for another target does.
 */
public final class UnprovidedSymbols extends InternalCompilerError {
  private static final long serialVersionUID = 1L;

  /**
   * @param target the target's name
   * @param symbols what the object needs
   * @param llvmIr the module that it was made from
   */
  public UnprovidedSymbols(String target, List<String> symbols, String llvmIr) {
    super("the object for " + target + " needs " + String.join(", ", symbols) + ", which no runtime has to provide", llvmIr);
  }
}
