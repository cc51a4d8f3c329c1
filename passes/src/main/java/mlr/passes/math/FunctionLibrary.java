package mlr.passes.math;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import mlr.dialects.func.CallOp;
import mlr.dialects.func.FuncOp;
import mlr.ir.DialectRegistry;
import mlr.ir.IrMapping;
import mlr.ir.Operation;
import mlr.ir.SymbolTable;
import mlr.ir.attributes.StringAttr;
import mlr.ir.attributes.SymbolRefAttr;
import mlr.ir.builtin.ModuleOp;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.diagnostics.SourceFile;
import mlr.ir.text.IrParser;
import mlr.ir.text.ParserOptions;

/** Functions in IR text that modules get copies of as they need them. */
final class FunctionLibrary {
  private final Map<String, FuncOp> functions = new LinkedHashMap<>();
  private final UnaryOperator<String> symbols;

  /**
   * Reads a library.
   *
   * @param symbols from a function's name in the text to its symbol in modules
   */
  FunctionLibrary(String name, String text, UnaryOperator<String> symbols, DialectRegistry registry) {
    this.symbols = symbols;
    var diagnostics = new DiagnosticEngine();
    var module = IrParser.parse(new SourceFile(name, text), registry, ParserOptions.DEFAULT, diagnostics)
        .orElseThrow(() -> new IllegalStateException("the library " + name + " does not parse: " + diagnostics.all()));
    for (var function : module.collect(FuncOp.class)) {
      functions.put(function.symbol(), function);
    }
  }

  /** The text of a resource of this program. */
  static String resource(String path) {
    try (var stream = FunctionLibrary.class.getResourceAsStream(path)) {
      if (stream == null) {
        throw new IllegalStateException("no resource " + path + " on the class path");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The symbol by which a module calls a function of this library, which is copied into it with all it calls; empty when there is none of that name. */
  Optional<String> require(String name, ModuleOp module) {
    return Optional.ofNullable(functions.get(name)).map(function -> {
      var symbol = symbols.apply(name);
      if (new SymbolTable(module).lookup(symbol).isEmpty()) {
        copy(function, symbol, module);
      }
      return symbol;
    });
  }

  private void copy(FuncOp function, String symbol, ModuleOp module) {
    Operation copy = function.copy(new IrMapping());
    copy.setAttribute(SymbolTable.NAME_ATTRIBUTE, new StringAttr(symbol));
    copy.setAttribute(SymbolTable.VISIBILITY_ATTRIBUTE, new StringAttr("private"));
    module.body().append(copy);
    for (var call : copy.collect(CallOp.class)) {
      require(call.callee().root(), module).ifPresent(callee -> call.setAttribute("callee", new SymbolRefAttr(callee)));
    }
  }
}
