package mlr.validation.fuzz;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import mlr.ir.DialectRegistry;
import mlr.ir.binary.BinaryReader;
import mlr.ir.binary.BinaryWriter;
import mlr.ir.builtin.ModuleOp;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.diagnostics.DiagnosticPrinter;
import mlr.ir.diagnostics.SourceFile;
import mlr.ir.diagnostics.SourceManager;
import mlr.ir.pass.PassManager;
import mlr.ir.pass.PassRegistry;
import mlr.ir.pass.PipelineParser;
import mlr.ir.text.IrParser;
import mlr.ir.text.IrPrinter;
import mlr.ir.text.ParserOptions;
import mlr.ir.text.PrintOptions;
import mlr.ir.verify.Verifier;

/**
 * Whether input, whatever it is, gives diagnostics or a module that verifies, prints, reads back and goes through the simplest
 * passes: no exception, no more than a bounded amount of memory.
 */
final class BrokenInputCheck {
  private static final long MOST_BYTES = 1L << 30;
  private static final com.sun.management.ThreadMXBean THREADS = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final DialectRegistry registry;
  private final PassRegistry passes;
  private final Map<String, Long> counts = new TreeMap<>();

  BrokenInputCheck(DialectRegistry registry, PassRegistry passes) {
    this.registry = registry;
    this.passes = passes;
  }

  Map<String, Long> counts() {
    return counts;
  }

  private interface Reading {
    Optional<ModuleOp> read(DiagnosticEngine diagnostics);
  }

  /** Checks a text. */
  Optional<Failure> text(String text, ParserOptions options) {
    var source = new SourceFile("broken", text);
    return guarded("text", source, options, diagnostics -> IrParser.parse(source, registry, options, diagnostics));
  }

  /** Checks a file in binary form. */
  Optional<Failure> binary(byte[] data, ParserOptions options) {
    return guarded("binary", new SourceFile("broken", ""), options, diagnostics -> BinaryReader.read(data, "broken", registry, options, diagnostics));
  }

  /** Checks a module in memory, which may be wrong in any way. */
  Optional<Failure> structure(ModuleOp module) {
    return guarded("structure", new SourceFile("broken", ""), ParserOptions.DEFAULT, _ -> Optional.of(module));
  }

  private Optional<Failure> guarded(String kind, SourceFile source, ParserOptions options, Reading reading) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    try {
      process(kind, source, options, reading);
    } catch (Unread problem) {
      return Optional.of(new Failure(kind, problem.getMessage()));
    } catch (RuntimeException | StackOverflowError | AssertionError | OutOfMemoryError thrown) {
      return Optional.of(new Failure(kind, StackText.of(thrown)));
    }
    long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
    return bytes < MOST_BYTES ? Optional.empty() : Optional.of(new Failure(kind, "takes much memory: " + (bytes >> 20) + " MB were allocated"));
  }

  /** Something that was not thrown but is wrong. */
  private static final class Unread extends RuntimeException {
    Unread(String message) {
      super(message, null, false, false);
    }
  }

  private void process(String kind, SourceFile source, ParserOptions options, Reading reading) {
    var diagnostics = new DiagnosticEngine();
    var module = reading.read(diagnostics);
    boolean valid = module.isPresent() && Verifier.verify(module.get(), diagnostics);
    if (!valid) {
      if (!diagnostics.hasErrors()) {
        throw new Unread("refused without an error");
      }
      var sources = new SourceManager();
      sources.add(source);
      new DiagnosticPrinter(sources).print(diagnostics);
      module.ifPresent(IrPrinter::print);
      count(kind + ", refused " + (module.isPresent() ? "by the verifier" : "by the reader"));
      return;
    }
    count(kind + ", valid");
    reread(module.get(), PrintOptions.DEFAULT, options);
    reread(module.get(), PrintOptions.GENERIC, options);
    if (BinaryReader.read(BinaryWriter.write(module.get()), "again", registry, options, diagnostics).isEmpty()) {
      throw new Unread("the binary form of a valid module does not read: " + diagnostics.all().getLast().message());
    }
    var pipeline = PipelineParser.parse(new SourceFile("pipeline", "builtin.module(canonicalize,cse)"), passes, diagnostics).orElseThrow();
    new PassManager(pipeline, registry, diagnostics).run(module.get());
  }

  private void reread(ModuleOp module, PrintOptions printing, ParserOptions options) {
    var diagnostics = new DiagnosticEngine();
    var text = IrPrinter.print(module, printing);
    if (IrParser.parse(new SourceFile("again", text), registry, options, diagnostics).isEmpty()) {
      throw new Unread("what is printed " + (printing.generic() ? "generically" : "in custom form") + " does not read: " + diagnostics.all().getFirst().message());
    }
  }

  private void count(String what) {
    counts.merge(what, 1L, Long::sum);
  }
}
