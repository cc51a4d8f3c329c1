package mlr.ir.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  @TempDir
  Path folder;

  private List<String> names() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void replacesTheFileAndLeavesNothingBeside() throws IOException {
    var file = folder.resolve("out");
    Files.writeString(file, "before, and longer");
    WholeFile.write(file, "after".getBytes());
    assertEquals("after", Files.readString(file));
    assertEquals(List.of("out"), names());
  }

  @Test
  void aDashIsStandardOutput() {
    assertEquals(Optional.empty(), WholeFile.named("-"));
    assertEquals(Optional.of(Path.of("-x")), WholeFile.named("-x"));
  }

  @Test
  void aFolderThatIsMissingIsAnError() throws IOException {
    assertThrows(IOException.class, () -> WholeFile.write(folder.resolve("missing/out"), new byte[1]));
    assertEquals(List.of(), names());
  }
}
