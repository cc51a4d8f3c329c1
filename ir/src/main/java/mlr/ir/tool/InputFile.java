package mlr.ir.tool;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The input of a tool: a file, or standard input under the name {@code -}. */
public final class InputFile {
  /**
   * Files up to this size are not read by Files, whose channels load the network and go through a buffer of the file's size outside the heap; larger ones are,
   * as then their text is held only once.
   */
  private static final long SMALL = 1 << 25;

  private InputFile() {}

  /**
   * All of it.
   *
   * @throws IOException when it can't be read; the message names the file
   */
  public static byte[] read(String name, InputStream standardInput) throws IOException {
    if (name.equals("-")) {
      return standardInput.readAllBytes();
    }
    var file = Path.of(name);
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
      try (var in = new FileInputStream(file.toFile())) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
    try {
      return Files.readString(file);
    } catch (CharacterCodingException _) {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
  }
}
