package mlr.validation.fuzz;

import java.util.Optional;
import mlr.ir.DialectRegistry;
import mlr.ir.builtin.ModuleOp;
import mlr.ir.binary.BinaryReader;
import mlr.ir.binary.BinaryWriter;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.diagnostics.SourceFile;
import mlr.ir.text.IrParser;
import mlr.ir.text.IrPrinter;
import mlr.ir.text.ParserOptions;
import mlr.ir.text.PrintOptions;
import mlr.validation.subject.SameCode;

/** Whether a module comes back as it was from its custom, generic and binary form, and prints to the same text again. */
final class RoundTrips {
  private final DialectRegistry registry;

  RoundTrips(DialectRegistry registry) {
    this.registry = registry;
  }

  /** The first round trip that changes {@code module}. */
  Optional<Failure> check(ModuleOp module) {
    return text("custom form", module, PrintOptions.DEFAULT).or(() -> text("generic form", module, PrintOptions.GENERIC))
        .or(() -> binary(module));
  }

  private Optional<Failure> text(String form, ModuleOp module, PrintOptions options) {
    var diagnostics = new DiagnosticEngine();
    var text = IrPrinter.print(module, options);
    var again = IrParser.parse(new SourceFile(form, text), registry, ParserOptions.DEFAULT, diagnostics);
    if (again.isEmpty()) {
      return Optional.of(new Failure(form, "does not parse: " + diagnostics.all().getFirst().message() + " at " + diagnostics.all().getFirst().location() + "\n" + text));
    }
    if (!new SameCode().test(module, again.get())) {
      return Optional.of(new Failure(form, "reads back as something else" + difference(module, again.get())));
    }
    var second = IrPrinter.print(again.get(), options);
    return second.equals(text) ? Optional.empty() : Optional.of(new Failure(form, "prints otherwise after reading:\n" + text + "\n" + second));
  }

  private Optional<Failure> binary(ModuleOp module) {
    var diagnostics = new DiagnosticEngine();
    var bytes = BinaryWriter.write(module);
    var again = BinaryReader.read(bytes, "binary form", registry, ParserOptions.DEFAULT, diagnostics);
    if (again.isEmpty()) {
      return Optional.of(new Failure("binary form", "does not read: " + diagnostics.all().getFirst().message()));
    }
    if (!new SameCode().test(module, again.get())) {
      return Optional.of(new Failure("binary form", "reads back as something else" + difference(module, again.get())));
    }
    return java.util.Arrays.equals(bytes, BinaryWriter.write(again.get())) ? Optional.empty() : Optional.of(new Failure("binary form", "other bytes after reading"));
  }

  /** The first line in which two modules differ, written generically; none when it does not show in text. */
  private static String difference(ModuleOp module, ModuleOp again) {
    var one = IrPrinter.print(module, PrintOptions.GENERIC).lines().toList();
    var other = IrPrinter.print(again, PrintOptions.GENERIC).lines().toList();
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      if (!one.get(i).equals(other.get(i))) {
        return ":\n" + one.get(i).strip() + "\n" + other.get(i).strip();
      }
    }
    return "";
  }
}
