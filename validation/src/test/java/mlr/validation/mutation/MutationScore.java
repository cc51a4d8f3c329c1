package mlr.validation.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mlr.dialects.AllDialects;
import mlr.ir.IrMapping;
import mlr.ir.Operation;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.diagnostics.SourceFile;
import mlr.ir.text.IrParser;
import mlr.ir.text.ParserOptions;
import mlr.ir.verify.Verifier;
import mlr.validation.Validation;

/**
 * How many small mistakes validation finds: each mutation is made in each operation of a module, one at a time. Mutants that
 * mean the same by chance cannot be found and count as missed all the same.
 *
 * <pre>{@code java mlr.validation.mutation.MutationScore TRIALS file.mlir...}</pre>
 */
record MutationScore(int mutants, int caught, List<String> missed) {
  /** The score of a module, for mutations in one of {@code stride} operations. */
  static MutationScore of(Operation module, int stride, Validation validation) {
    var missed = new ArrayList<String>();
    int mutants = 0;
    int operations = operations(module).size();
    for (int at = 0; at < operations; at += stride) {
      for (var mutation : Mutation.values()) {
        var mutant = module.copy(new IrMapping());
        var op = operations(mutant).get(at);
        var title = mutation + " at operation " + at + ", " + op.name();
        if (mutation.apply(op) && Verifier.verify(mutant, new DiagnosticEngine())) {
          mutants++;
          if (!differs(module, mutant, validation)) {
            missed.add(title);
          }
        }
      }
    }
    return new MutationScore(mutants, mutants - missed.size(), missed);
  }

  private static boolean differs(Operation module, Operation mutant, Validation validation) {
    try {
      return validation.compare(module, mutant).difference().isPresent();
    } catch (IllegalStateException broken) {
      return true;
    }
  }

  private static List<Operation> operations(Operation module) {
    var all = new ArrayList<Operation>();
    module.walk(all::add);
    return all;
  }

  static Operation parse(String name, String text) {
    var module = IrParser.parse(new SourceFile(name, text), AllDialects.registry(), ParserOptions.DEFAULT, new DiagnosticEngine());
    return Optional.<Operation>of(module.orElseThrow()).get();
  }

  public static void main(String[] arguments) throws IOException {
    var validation = new Validation(Integer.parseInt(arguments[0]), 31);
    for (int i = 1; i < arguments.length; i++) {
      long start = System.nanoTime();
      var score = of(parse(arguments[i], Files.readString(Path.of(arguments[i]))), 1, validation);
      System.out.printf("%s: %d of %d caught, %.1f s%n", arguments[i], score.caught(), score.mutants(), (System.nanoTime() - start) / 1e9);
      score.missed().forEach(missed -> System.out.println("  missed: " + missed));
    }
  }
}
