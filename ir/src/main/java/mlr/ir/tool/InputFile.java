package mlr.ir.tool;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/** The input of a tool: a file, or standard input under the name {@code -}. */
public final class InputFile {
  private static final String STANDARD_INPUT = "-";

  /**
   * Files up to this size are not read by Files, whose channels load the network and go through a buffer of the file's size outside the heap; larger ones are,
   * as then their text is held only once.
   */
  private static final long SMALL = 1 << 25;

  /** How much the JDK reads through its stack; for more it takes memory of its own each time, of which each page costs an interrupt. */
  private static final int STEP = 1 << 13;

  private InputFile() {}

  /** What messages and locations call the input {@code name}: standard input goes by upstream's {@code <stdin>}. */
  public static String shown(String name) {
    return name.equals(STANDARD_INPUT) ? "<stdin>" : name;
  }

  /**
   * All of it.
   *
   * @throws IOException when it can't be read; the message names the file
   */
  public static byte[] read(String name, InputStream standardInput) throws IOException {
    if (name.equals(STANDARD_INPUT)) {
      return standardInput.readAllBytes();
    }
    var file = Path.of(name);
    if (name.isEmpty()) {
      throw new NoSuchFileException(name);
    }
    if (Files.isDirectory(file)) {
      throw new FileSystemException(name, null, "is a folder");
    }
    return Files.readAllBytes(file);
  }

  /**
   * The text of a file; what is no UTF-8 in it becomes replacement characters. ASCII is held once, not as bytes and as text: large
   * modules are mostly that.
   */
  public static String readText(Path file) throws IOException {
    if (Files.size(file) <= SMALL) {
      return new String(readInSteps(file), StandardCharsets.UTF_8);
    }
    try {
      return Files.readString(file);
    } catch (CharacterCodingException _) {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
  }

  private static byte[] readInSteps(Path file) throws IOException {
    try (var in = new FileInputStream(file.toFile())) {
      var bytes = new byte[(int) Files.size(file)];
      int end = 0;
      for (int read = 0; end < bytes.length && read >= 0; end += Math.max(read, 0)) {
        read = in.read(bytes, end, Math.min(STEP, bytes.length - end));
      }
      // The size was only what it was when it was asked for.
      var more = in.readAllBytes();
      if (end == bytes.length && more.length == 0) {
        return bytes;
      }
      var all = Arrays.copyOf(bytes, end + more.length);
      System.arraycopy(more, 0, all, end, more.length);
      return all;
    }
  }
}
