package mlr.ir.pass.instrumentation;

import java.util.Optional;
import mlr.ir.Location;
import mlr.ir.Operation;
import mlr.ir.SymbolTable;
import mlr.ir.pass.PassInstrumentation;
import mlr.ir.pass.RunningPass;
import mlr.ir.rewrite.RewriteListener;

/**
 * Lets only the first so many runs of passes happen and, in the last of them, only the first so many rewrites: what finds the
 * one that is wrong by halving. Counts both, and remembers the last of each.
 */
public final class LimitInstrumentation implements PassInstrumentation {
  private final long passLimit;
  private final long rewriteLimit;
  private long passes;
  private long rewrites;
  private String lastPass = "";
  private Optional<Rewrite> lastRewrite = Optional.empty();

  /** A rewrite that was applied: its name, and the operation it started from as that was before. */
  public record Rewrite(String name, String operation, Location location) {}

  /**
   * @param passLimit how many runs of passes may happen
   * @param rewriteLimit how many rewrites may happen in the last of these; where all passes may run, in all of them
   */
  public LimitInstrumentation(long passLimit, long rewriteLimit) {
    this.passLimit = passLimit;
    this.rewriteLimit = rewriteLimit;
  }

  @Override
  public boolean needsOrder() {
    return true;
  }

  @Override
  public boolean mayRun(RunningPass pass, Operation op) {
    if (passes >= passLimit) {
      return false;
    }
    passes++;
    lastPass = pass.argument() + " on '" + op.name() + "'" + SymbolTable.nameOf(op).map(name -> " @" + name).orElse("");
    if (passLimit != Long.MAX_VALUE) {
      rewrites = 0;
      lastRewrite = Optional.empty();
    }
    return true;
  }

  @Override
  public RewriteListener rewrites(RunningPass pass, Operation op) {
    return passes == passLimit || passLimit == Long.MAX_VALUE ? new Limit() : RewriteListener.NONE;
  }

  /** How many passes ran. */
  public long passes() {
    return passes;
  }

  /** How many rewrites there were in the last pass, or in all where all passes may run. */
  public long rewrites() {
    return rewrites;
  }

  /** The last pass that ran, and on what. */
  public String lastPass() {
    return lastPass;
  }

  /** The last rewrite counted. */
  public Optional<Rewrite> lastRewrite() {
    return lastRewrite;
  }

  private final class Limit implements RewriteListener {
    private Optional<Rewrite> tried = Optional.empty();

    @Override
    public boolean mayRewrite(Operation op) {
      return rewrites < rewriteLimit;
    }

    @Override
    public void trying(String name, Operation op) {
      // Text is made only where it may be the one asked for.
      tried = Optional.of(new Rewrite(name, rewrites + 1 == rewriteLimit ? OpLine.of(op) : "'" + op.name() + "'", op.location()));
    }

    @Override
    public void applied(String name) {
      rewrites++;
      lastRewrite = tried;
    }
  }
}
