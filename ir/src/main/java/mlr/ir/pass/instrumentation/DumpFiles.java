package mlr.ir.pass.instrumentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import mlr.ir.Operation;
import mlr.ir.SymbolTable;
import mlr.ir.pass.RunningPass;

/**
 * Puts each dump into a file of its own, in folders nested as the operations are: {@code builtin_module_no-symbol-name/func_func_f/0_1_cse.mlir}
 * is the second dump of {@code @f} while there was none of the module yet. Names and numbers are upstream's.
 */
public final class DumpFiles implements DumpPlace {
  private final Path folder;

  // By identity, read by key only.
  private final Map<Operation, Integer> counters = new IdentityHashMap<>();

  public DumpFiles(Path folder) {
    this.folder = folder;
  }

  /** Writes the dump; an {@link UncheckedIOException} when that fails. */
  @Override
  public void put(String text, RunningPass pass, Operation op) {
    var file = file(pass, op);
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private synchronized Path file(RunningPass pass, Operation op) {
    counters.merge(op, 0, (last, _) -> last + 1);
    var folders = new ArrayList<String>();
    var numbers = new ArrayList<Integer>();
    for (var at = op; ; at = at.parentOp().get()) {
      folders.add(at.name().replace('.', '_') + "_" + SymbolTable.nameOf(at).orElse("no-symbol-name"));
      numbers.add(counters.computeIfAbsent(at, _ -> 0));
      if (at.parentOp().isEmpty()) {
        break;
      }
    }
    var path = folder;
    for (var name : folders.reversed()) {
      path = path.resolve(name.replaceAll("[^\\w.$-]", "_"));
    }
    return path.resolve(numbers.reversed().stream().map(String::valueOf).collect(Collectors.joining("_")) + "_" + pass.argument() + ".mlir");
  }
}
