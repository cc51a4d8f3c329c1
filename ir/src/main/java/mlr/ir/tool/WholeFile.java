package mlr.ir.tool;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files whole or not at all: beside their place first, then renamed. */
public final class WholeFile {
  private WholeFile() {}

  /** What a file is to hold, written when there is a place for it. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
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
    var beside = Files.createTempFile(folder, "." + file.getFileName(), ".new");
    try {
      fill(beside, content);
      makeReadable(beside);
      move(beside, file);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private static void fill(Path file, Content content) throws IOException {
    try (var out = Files.newOutputStream(file)) {
      content.writeTo(out);
    }
  }

  /** Temporary files are private to their maker; results have the rights of any new file. */
  private static void makeReadable(Path file) {
    var plain = file.toFile();
    if (!plain.setReadable(true, false)) {
      throw new IllegalStateException("can't make " + file + " readable");
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
