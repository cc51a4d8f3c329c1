package mlr.ir.pass.instrumentation;

import java.util.function.Predicate;

/**
 * Which IR is printed around passes.
 *
 * @param before the passes, by argument, before which it is
 * @param after the passes after which it is
 * @param onlyChanged not after a pass that left it as it was
 * @param onlyFailed not after a pass that reported no error
 * @param moduleScope the outermost operation, whatever the pass runs on
 */
public record PrintSelection(Predicate<String> before, Predicate<String> after, boolean onlyChanged, boolean onlyFailed, boolean moduleScope) {}
