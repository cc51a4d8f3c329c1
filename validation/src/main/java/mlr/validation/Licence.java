package mlr.validation;

import mlr.ir.pass.RunningPass;

/**
 * What a pass may change by its own account.
 *
 * @param rounding results in the last bits
 * @param interprocedural what a private function does for arguments that no call gives it
 */
record Licence(IntendedRounding rounding, boolean interprocedural) {
  /** Nothing. */
  static final Licence NONE = new Licence(IntendedRounding.NONE, false);

  /** What the options and the definition of a pass say. */
  static Licence of(RunningPass pass) {
    return new Licence(IntendedRounding.of(pass.options()), pass.definition().isInterprocedural());
  }
}
