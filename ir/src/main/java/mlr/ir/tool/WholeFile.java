package mlr.ir.tool;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Writes files whole or not at all: beside their place first, then renamed. */
public final class WholeFile {
  private WholeFile() {}

  /** What a file is to hold, written when there is a place for it. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** The file that an option {@code -o} names; empty for {@code -}, standard output, as in upstream's tools. */
  public static Optional<Path> named(String name) {
    return name.equals("-") ? Optional.empty() : Optional.of(Path.of(name));
  }

  /** Puts {@code content} in the place of whatever {@code file} was; on failure that is left as it was. */
  public static void write(Path file, byte[] content) throws IOException {
    write(file, (Content) out -> out.write(content));
  }

  /** The same for content that is better not held in one piece. */
  public static void write(Path file, Content content) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      // A device or pipe can't be replaced, only written to.
      fill(file, content);
      return;
    }
    var folder = file.toAbsolutePath().getParent();
    if (!Files.isDirectory(folder)) {
      throw new NoSuchFileException(file.toString(), null, "no such folder");
    }
    var beside = createBeside(folder.resolve(file.getFileName()));
    try {
      fill(beside, content);
      move(beside, file);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  /**
   * A new file beside {@code file}. A temporary file of the JDK's would have a secret name, for which the sources of secure randomness
   * are looked up: a fifth of the time of a run on small input.
   */
  private static Path createBeside(Path file) throws IOException {
    try {
      Path beside;
      do {
        beside = file.resolveSibling("." + file.getFileName() + "." + Long.toHexString(System.nanoTime()) + ".new");
      } while (!beside.toFile().createNewFile());
      return beside;
    } catch (IOException failure) {
      throw new FileSystemException(file.toString(), null, failure.getMessage());
    }
  }

  private static void fill(Path file, Content content) throws IOException {
    // Not by Files, whose channels load the network.
    try (var out = new FileOutputStream(file.toFile())) {
      content.writeTo(out);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException _) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
