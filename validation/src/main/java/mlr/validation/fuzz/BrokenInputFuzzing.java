package mlr.validation.fuzz;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.LongConsumer;
import mlr.dialects.AllDialects;
import mlr.ir.DialectRegistry;
import mlr.ir.binary.BinaryWriter;
import mlr.ir.builtin.ModuleOp;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.diagnostics.SourceFile;
import mlr.ir.pass.PassRegistry;
import mlr.ir.text.IrParser;
import mlr.ir.text.IrPrinter;
import mlr.ir.text.ParserOptions;
import mlr.ir.text.PrintOptions;
import mlr.validation.generate.Catalogue;
import mlr.validation.generate.ModuleGenerator;

/** Fuzzing with broken input, two texts to a binary file and a structure in memory: all of it gives diagnostics, and nothing breaks, hangs or eats memory. */
public final class BrokenInputFuzzing {
  private static final int GENERATED = 200;
  private static final int SHRINKING_CHECKS = 1500;
  private final DialectRegistry registry = AllDialects.registry();
  private final PassRegistry passes;
  private final List<String> texts = new ArrayList<>();
  private final List<byte[]> binaries = new ArrayList<>();
  private final ModuleGenerator generator;

  /** @param corpus texts to break, besides those of random modules */
  public BrokenInputFuzzing(PassRegistry passes, List<String> corpus) {
    this.passes = passes;
    texts.addAll(corpus);
    generator = new ModuleGenerator(registry, new Catalogue(registry, ModuleGenerator.DIALECTS));
    for (int seed = 0; seed < GENERATED; seed++) {
      var module = generator.generate(seed);
      texts.add(IrPrinter.print(module, seed % 4 == 0 ? PrintOptions.GENERIC : seed % 4 == 1 ? PrintOptions.DEFAULT.withDebugInfo(true) : PrintOptions.DEFAULT));
      binaries.add(BinaryWriter.write(module));
    }
    corpus.forEach(text -> parsed(text).ifPresent(module -> binaries.add(BinaryWriter.write(module))));
  }

  private Optional<ModuleOp> parsed(String text) {
    return IrParser.parse(new SourceFile("corpus", text), registry, ParserOptions.ALLOW_UNREGISTERED, new DiagnosticEngine());
  }

  /** Checks the inputs of a run. */
  public FuzzReport run(FuzzRun run, LongConsumer progress) {
    return run.run(OneThread::new, progress);
  }

  private final class OneThread implements FuzzRun.Check {
    private final BrokenInputCheck inputs = new BrokenInputCheck(registry, passes);

    @Override
    public Optional<Finding> check(long seed) {
      var random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + 2);
      var options = random.nextBoolean() ? ParserOptions.DEFAULT : ParserOptions.ALLOW_UNREGISTERED;
      int kind = random.nextInt(4);
      if (kind == 0) {
        var module = generator.generate(seed);
        new StructureMutator(random).mutate(module);
        var before = IrPrinter.print(module, PrintOptions.GENERIC);
        return inputs.structure(module).map(failure -> new Finding(seed, failure, before));
      }
      if (kind == 1) {
        var data = new BinaryMutator(random).mutate(binaries.get(random.nextInt(binaries.size())));
        return inputs.binary(data, options).map(failure -> new Finding(seed, failure, HexFormat.of().formatHex(data)));
      }
      var text = new TextMutator(texts, random).next();
      return inputs.text(text, options).map(failure -> {
        var smallest = new TextShrinker(candidate -> inputs.text(candidate, options).filter(failure::isLike).isPresent(), SHRINKING_CHECKS).shrink(text);
        return new Finding(seed, inputs.text(smallest, options).orElse(failure), smallest);
      });
    }

    @Override
    public Map<String, Long> counts() {
      return inputs.counts();
    }
  }
}
