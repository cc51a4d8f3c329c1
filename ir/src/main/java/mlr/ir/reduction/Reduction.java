package mlr.ir.reduction;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mlr.ir.DialectRegistry;
import mlr.ir.IrMapping;
import mlr.ir.Operation;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.reduction.step.Attributes;
import mlr.ir.reduction.step.Bodies;
import mlr.ir.reduction.step.Branches;
import mlr.ir.reduction.step.Operands;
import mlr.ir.reduction.step.Operations;
import mlr.ir.reduction.step.ReductionStep;
import mlr.ir.reduction.step.Signatures;
import mlr.ir.text.IrPrinter;
import mlr.ir.text.PrintOptions;
import mlr.ir.verify.Verifier;

/**
 * Delta debugging: takes ever smaller ranges of units away, keeps what is still valid, smaller and interesting, and begins again
 * until nothing more can go. What is not interesting is not put to the test again before something smaller is found.
 */
public final class Reduction {
  private final Interestingness interestingness;
  private final List<ReductionStep> steps;
  private Operation best;
  private long bestSize;
  private int limit = Integer.MAX_VALUE;
  private int tests;

  /** Digests of what was not interesting since the best IR was found. In the last round that is all that can be made of it. */
  private final Set<ByteBuffer> rejected = new HashSet<>();

  /** A reduction of {@code input}, which is valid and interesting. */
  public Reduction(Operation input, Interestingness interestingness, DialectRegistry registry) {
    this.best = input;
    this.bestSize = size(input);
    this.interestingness = interestingness;
    this.steps = List.of(new Operations(registry), new Bodies(), new Branches(registry), new Operands(registry), new Signatures(), new Attributes());
  }

  /** The same, which puts IR to the test at most so many times and then gives what it has. */
  public Reduction withLimit(int mostTests) {
    limit = mostTests;
    return this;
  }

  /** The smallest IR found. */
  public Operation run() throws IOException {
    boolean smaller;
    do {
      smaller = false;
      for (var step : steps) {
        smaller |= run(step);
      }
    } while (smaller);
    return best;
  }

  /** How often the IR was put to the test. */
  public int tests() {
    return tests;
  }

  private boolean run(ReductionStep step) throws IOException {
    boolean smaller = false;
    for (int length = step.count(best); length > 0; length = length / 2) {
      // From the back, where users are.
      for (int to = step.count(best); to > 0 && tests < limit; ) {
        int from = Math.max(0, to - length);
        smaller |= attempt(step, from, to);
        to = Math.min(from, step.count(best));
      }
    }
    return smaller;
  }

  private boolean attempt(ReductionStep step, int from, int to) throws IOException {
    var candidate = best.copy(new IrMapping());
    if (!removes(step, candidate, from, to)) {
      return false;
    }
    var digest = digest(candidate);
    if (rejected.contains(digest)) {
      return false;
    }
    long size = size(candidate);
    tests++;
    if (!interestingness.test(candidate.copy(new IrMapping()))) {
      rejected.add(digest);
      return false;
    }
    best = candidate;
    bestSize = size;
    rejected.clear();
    return true;
  }

  private static ByteBuffer digest(Operation candidate) {
    try {
      var text = IrPrinter.print(candidate, PrintOptions.GENERIC);
      return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every JDK has SHA-256", missing);
    }
  }

  /** Whether the step leaves valid IR that is smaller. What it takes away may be more than the rest of the IR can be looked at without. */
  private boolean removes(ReductionStep step, Operation candidate, int from, int to) {
    try {
      step.remove(candidate, from, to);
      return size(candidate) < bestSize && Verifier.verify(candidate, new DiagnosticEngine());
    } catch (RuntimeException _) {
      return false;
    }
  }

  /** Every accepted change makes this smaller, so that the reduction ends. */
  private static long size(Operation root) {
    var size = new long[1];
    root.walk(op -> {
      size[0] += 10 + 2L * op.operandCount() + op.resultCount() + op.attributes().size() + (op.properties().isPresent() ? 1 : 0) + op.regions().stream().mapToLong(region -> 2L * region.blocks().size()).sum();
      op.operands().forEach(operand -> size[0] += operand.definingOp().isPresent() ? 1 : 0);
      op.regions().forEach(region -> region.blocks().forEach(block -> size[0] += block.arguments().size()));
    });
    return size[0];
  }
}
