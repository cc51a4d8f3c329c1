package mlr.passes;

import mlr.ir.pass.PassRegistry;
import mlr.ir.transforms.StandardPasses;

/** The passes and named pipelines of the compiler. */
public final class AllPasses {
  private AllPasses() {}

  /** A registry of all passes: the general ones, then those of each level from the top down, then the pipelines. */
  public static PassRegistry registry() {
    return new PassRegistry().register(StandardPasses.all());
  }
}
