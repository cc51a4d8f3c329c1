package mlr.frontend.resolve;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mlr.dialects.reactive.LanguageCode;
import mlr.frontend.parser.ModuleParser;
import mlr.frontend.syntax.Declaration;
import mlr.frontend.syntax.SourceModule;
import mlr.ir.Location;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.diagnostics.SourceFile;

/**
 * Reads a file and, once each, the modules it imports: {@code import nn} is {@code nn.mlr} beside the importing file, or else in the first
 * folder of the search path that has it.
 */
public final class ModuleLoader {
  /** Modules whose functions need no import; importing them is allowed and does nothing. */
  private static final Set<String> PROVIDED = Set.of("math", "tensor");

  private final List<Path> searchPath;
  private final DiagnosticEngine diagnostics;
  private final Set<Path> loaded = new HashSet<>();
  private final List<SourceModule> modules = new ArrayList<>();
  private boolean failed;

  private ModuleLoader(List<Path> searchPath, DiagnosticEngine diagnostics) {
    this.searchPath = searchPath;
    this.diagnostics = diagnostics;
  }

  /** The modules, that of {@code file} first; what is right in them after reporting syntax errors; nothing when a file cannot be read. */
  public static Optional<List<SourceModule>> load(Path file, List<Path> searchPath, DiagnosticEngine diagnostics) {
    var loader = new ModuleLoader(searchPath, diagnostics);
    loader.read(file, Location.at(file.toString(), 1, 1));
    return loader.failed ? Optional.empty() : Optional.of(List.copyOf(loader.modules));
  }

  /** The same for a text that is not in a file; {@code name} is the file name that locations carry and imports start from. */
  public static Optional<List<SourceModule>> load(String name, String text, List<Path> searchPath, DiagnosticEngine diagnostics) {
    var loader = new ModuleLoader(searchPath, diagnostics);
    loader.add(Path.of(name), text);
    return loader.failed ? Optional.empty() : Optional.of(List.copyOf(loader.modules));
  }

  private void add(Path file, String text) {
    loaded.add(file.toAbsolutePath().normalize());
    var module = ModuleParser.parse(file.toString(), text, diagnostics);
    failed |= module.isEmpty();
    module.ifPresent(parsed -> {
      modules.add(parsed);
      for (var declaration : parsed.declarations()) {
        if (declaration instanceof Declaration.Import wanted) {
          include(wanted, file);
        }
      }
    });
  }

  private void include(Declaration.Import wanted, Path importer) {
    if (PROVIDED.contains(wanted.name().text())) {
      return;
    }
    var folders = new ArrayList<Path>();
    folders.add(Optional.ofNullable(importer.getParent()).orElse(Path.of("")));
    folders.addAll(searchPath);
    var found = folders.stream().map(folder -> folder.resolve(wanted.name() + ".mlr")).filter(Files::isRegularFile).findFirst();
    if (found.isEmpty()) {
      fail(wanted.name().range().location(), "no module '" + wanted.name() + "': there is no file " + wanted.name()
          + ".mlr beside this one" + (searchPath.isEmpty() ? "" : " or in " + String.join(", ", searchPath.stream().map(Path::toString).toList())));
      return;
    }
    if (loaded.contains(found.get().toAbsolutePath().normalize())) {
      return;
    }
    read(found.get(), wanted.name().range().location());
  }

  /** Adds the module in a file; {@code wanted} is the place that asks for it. */
  private void read(Path file, Location wanted) {
    try {
      add(file, SourceFile.read(file).text());
    } catch (NoSuchFileException _) {
      fail(wanted, "there is no file '" + file + "'");
    } catch (MalformedInputException _) {
      fail(wanted, "'" + file + "' is not UTF-8 text");
    } catch (IOException e) {
      fail(wanted, "cannot read '" + file + "': " + e.getMessage());
    }
  }

  private void fail(Location wanted, String message) {
    failed = true;
    diagnostics.error(wanted, message).code(LanguageCode.MISSING_MODULE);
  }
}
