package mlr.validation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A rewrite from the files in {@code planted}, whose README says how they are written. */
record PlantedCase(String title, boolean mistake, String before, String after, List<String> shows) {
  private static final String MISTAKE = "// MISTAKE: ";
  private static final String REFINEMENT = "// REFINEMENT: ";
  private static final String CHANGE = "// CHANGE: ";
  private static final String SHOWS = "// SHOWS: ";
  private static final String BECOMES = "// BECOMES\n";

  /** All cases, file by file. */
  static List<PlantedCase> all() {
    try (var files = Files.list(Path.of(PlantedCase.class.getResource("planted").toURI()))) {
      return files.filter(file -> file.toString().endsWith(".mlir")).sorted().flatMap(PlantedCase::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Stream<PlantedCase> read(Path file) {
    try {
      return Stream.of(Files.readString(file).split("// -----\n")).map(PlantedCase::parse);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PlantedCase parse(String text) {
    var parts = text.split(BECOMES);
    var mistake = lines(text, MISTAKE);
    var title = mistake.isEmpty() ? lines(text, REFINEMENT).getFirst() : mistake.getFirst();
    var before = String.join("\n", parts[0].lines().filter(line -> !line.startsWith("// ")).toList());
    return new PlantedCase(title, !mistake.isEmpty(), before, parts.length > 1 ? parts[1] : changed(before, lines(text, CHANGE)), lines(text, SHOWS));
  }

  private static List<String> lines(String text, String kind) {
    return text.lines().filter(line -> line.startsWith(kind)).map(line -> line.substring(kind.length())).toList();
  }

  private static String changed(String module, List<String> changes) {
    var changed = module;
    for (var change : changes) {
      var sides = (change + " ").split(" ==> ", 2);
      if (!changed.contains(sides[0])) {
        throw new IllegalStateException("no '" + sides[0] + "' in\n" + changed);
      }
      changed = changed.replace(sides[0], sides[1].strip());
    }
    return changed;
  }

  /** The title as the argument of a pass. */
  String name() {
    return title.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  @Override
  public String toString() {
    return title;
  }
}
