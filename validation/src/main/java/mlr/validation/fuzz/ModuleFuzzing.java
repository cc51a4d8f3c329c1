package mlr.validation.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.LongConsumer;
import mlr.dialects.AllDialects;
import mlr.ir.DialectRegistry;
import mlr.ir.builtin.ModuleOp;
import mlr.ir.pass.PassRegistry;
import mlr.ir.reduction.Interestingness;
import mlr.ir.reduction.Reduction;
import mlr.ir.text.IrPrinter;
import mlr.ir.text.PrintOptions;
import mlr.validation.generate.Catalogue;
import mlr.validation.generate.ModuleGenerator;

/** Fuzzing with random valid modules: they come back from text and binary form, and no pass changes what they compute. */
public final class ModuleFuzzing {
  private static final int SHRINKING_CHECKS = 400;
  private final DialectRegistry registry;
  private final PassRegistry passes;
  private final List<String> only;
  private final ModuleGenerator generator;

  /** @param only the passes to check, all of {@code passes} when there are none */
  public ModuleFuzzing(PassRegistry passes, List<String> only) {
    this.registry = AllDialects.registry();
    this.passes = passes;
    this.only = List.copyOf(only);
    this.generator = new ModuleGenerator(registry, new Catalogue(registry, ModuleGenerator.DIALECTS));
  }

  /** Checks the modules of a run. */
  public FuzzReport run(FuzzRun run, LongConsumer progress) {
    return run.run(OneThread::new, progress);
  }

  /** The module of a seed. */
  public ModuleOp module(long seed) {
    return generator.generate(seed);
  }

  private final class OneThread implements FuzzRun.Check {
    private final ModuleCheck modules = new ModuleCheck(registry, passes, only);

    @Override
    public Optional<Finding> check(long seed) {
      var module = generator.generate(seed);
      return failure(module, seed).map(failure -> smallest(module, failure, seed));
    }

    @Override
    public Map<String, Long> counts() {
      return modules.counts();
    }

    private Optional<Failure> failure(ModuleOp module, long seed) {
      try {
        return modules.check(module, new SplittableRandom(seed));
      } catch (RuntimeException | StackOverflowError | AssertionError broken) {
        return Optional.of(new Failure("reader or printer", StackText.of(broken)));
      }
    }

    private Finding smallest(ModuleOp module, Failure failure, long seed) {
      var smallest = reduced(module, candidate -> failure((ModuleOp) candidate, seed).filter(other -> other.isLike(failure)).isPresent());
      return new Finding(seed, failure(smallest, seed).orElse(failure), IrPrinter.print(smallest, PrintOptions.DEFAULT));
    }

    private ModuleOp reduced(ModuleOp module, Interestingness shows) {
      try {
        return (ModuleOp) new Reduction(module, shows, registry).withLimit(SHRINKING_CHECKS).run();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }
}
