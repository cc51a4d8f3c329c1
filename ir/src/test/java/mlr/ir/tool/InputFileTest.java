package mlr.ir.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputFileTest {
  @TempDir
  Path folder;

  /** Nothing, less than one step of reading, a whole number of steps, and a character that stands across two. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4096, 8191, 16384, 100_001})
  void aTextIsReadAsItWasWritten(int length) throws IOException {
    var text = "x".repeat(length) + "größer" + "y".repeat(length);
    var file = Files.writeString(folder.resolve("input"), text);
    assertEquals(text, InputFile.readText(file));
  }

  @Test
  void anEmptyFileIsAnEmptyText() throws IOException {
    assertEquals("", InputFile.readText(Files.createFile(folder.resolve("empty"))));
  }

  @Test
  void whatIsNoUtf8BecomesReplacementCharacters() throws IOException {
    assertEquals("a\uFFFDb", InputFile.readText(Files.write(folder.resolve("latin1"), new byte[] {'a', (byte) 0xE4, 'b'})));
  }
}
