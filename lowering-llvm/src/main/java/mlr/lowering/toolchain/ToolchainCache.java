package mlr.lowering.toolchain;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import mlr.lowering.LoweringException;

/**
 * A per-user folder of things that are made once: {@code $XDG_CACHE_HOME/mlr}, or {@code ~/.cache/mlr}. An entry is written
 * beside its place and renamed into it, so a reader sees it whole or not at all, and of two writers at once the first wins.
 *
 * @param root the folder; created when the first entry is
 */
public record ToolchainCache(Path root) {

  /** Fills a fresh folder. */
  @FunctionalInterface
  public interface Filler {
    /** Writes an entry's files into the empty folder. */
    void fill(Path folder) throws IOException;
  }

  /** The user's cache according to the XDG base directory specification. */
  public static ToolchainCache ofUser(Map<String, String> environment) {
    var base = Optional.ofNullable(environment.get("XDG_CACHE_HOME")).filter(value -> !value.isBlank()).map(Path::of)
        .filter(Path::isAbsolute).orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"));
    return new ToolchainCache(base.resolve("mlr"));
  }

  /**
   * The folder of an entry, filled first if it does not exist.
   *
   * @param name a name that changes with the content
   * @throws LoweringException when it cannot be written
   */
  public Path entry(String name, Filler filler) {
    var place = root.resolve(name);
    if (Files.isDirectory(place)) {
      return place;
    }
    try {
      Files.createDirectories(root);
      try (var aside = TemporaryFolder.create(root, name + ".")) {
        filler.fill(aside.path());
        moveInto(place, aside.path());
      }
      return place;
    } catch (IOException failure) {
      throw new LoweringException("cannot write the cache folder " + place + ": " + failure.getMessage(),
          "make room and permission for it, or set XDG_CACHE_HOME to another folder");
    }
  }

  private static void moveInto(Path place, Path aside) throws IOException {
    try {
      Files.move(aside, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException lost) {
      if (!Files.isDirectory(place)) {
        throw lost;
      }
    }
  }

  /** Copies a class path resource into a file. */
  static void unpack(String resource, Path file) throws IOException {
    try (InputStream source = ToolchainCache.class.getResourceAsStream(resource)) {
      if (source == null) {
        throw new IOException("no " + resource + " on the class path");
      }
      Files.copy(source, file);
    }
  }
}
