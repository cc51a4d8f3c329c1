package mlr.lowering.target;

/**
 * How to drive an exported node: the C functions {@code void reset(state *)} and {@code void step(state *, const in *, out *)},
 * and the sizes of the three structures.
 *
 * @param reset      symbol of the reset function
 * @param step       symbol of the step function
 * @param stateBytes bytes of the state
 * @param inBytes    bytes of the inputs of a step
 * @param outBytes   bytes of the outputs of a step
 */
public record StepInterface(String reset, String step, long stateBytes, long inBytes, long outBytes) {

  /** The interface of the node of the given name, whose symbols are {@code NAME_reset} and {@code NAME_step}. */
  public static StepInterface ofNode(String name, long stateBytes, long inBytes, long outBytes) {
    return new StepInterface(name + "_reset", name + "_step", stateBytes, inBytes, outBytes);
  }
}
