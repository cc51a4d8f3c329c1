package mlr.test.lit.upstream;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import mlr.dialects.AllDialects;
import mlr.ir.Operation;
import mlr.ir.builtin.ModuleOp;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.diagnostics.SourceFile;
import mlr.ir.text.IrParser;
import mlr.ir.text.IrPrinter;
import mlr.ir.text.ParserOptions;
import mlr.ir.text.PrintOptions;

/**
 * A module that a tool printed.
 *
 * @param file the test
 */
record PrintedModule(String file, ModuleOp module) {
  private static final Pattern START = Pattern.compile("\\s*(module\\b|\"builtin\\.module\"|#\\w+ = |!\\w+ = )(?s:.*)");
  private static final Set<String> TWINS = Set.of("builtin", "arith", "math", "func", "memref", "cf", "vector", "llvm");

  /** The modules in what a tool printed in a test; none when it printed something else. */
  static List<PrintedModule> of(String file, String output) {
    var modules = new ArrayList<PrintedModule>();
    for (var part : new SourceFile(file, output).split()) {
      if (START.matcher(part.text()).matches()) {
        modules.add(read(file, part));
      }
    }
    return modules;
  }

  /** The module of a text. */
  static PrintedModule read(String file, SourceFile text) {
    var diagnostics = new DiagnosticEngine();
    var module = IrParser.parse(text, AllDialects.registry(), ParserOptions.ALLOW_UNREGISTERED, diagnostics);
    return new PrintedModule(file, module.orElseThrow(() -> new AssertionError(file + " prints what does not read back: " + diagnostics.all().getFirst().message() + "\n" + text.text())));
  }

  /** Whether upstream has all its dialects, with the same operations in them. */
  boolean hasTwin() {
    return TWINS.containsAll(namespaces(module));
  }

  private static List<String> namespaces(Operation op) {
    var found = new ArrayList<String>();
    collect(op, found);
    return found;
  }

  private static void collect(Operation op, List<String> found) {
    // The domain of unknown operations is upstream's --allow-unregistered-dialect.
    if (op.getClass() != Operation.class) {
      found.add(op.dialect());
    }
    op.regions().forEach(region -> region.blocks().forEach(block -> block.forEach(inner -> collect(inner, found))));
  }

  String print(PrintOptions options) {
    return IrPrinter.print(module, options) + "\n\n";
  }
}
