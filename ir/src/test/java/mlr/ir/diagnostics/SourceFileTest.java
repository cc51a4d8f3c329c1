package mlr.ir.diagnostics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import mlr.ir.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Places in files, their parts, and how diagnostics show them. */
class SourceFileTest {
  @Test
  void offsetsBecomePlaces() {
    var file = new SourceFile("f", "ab\n\ncd");
    assertEquals(List.of("\"f\":1:1", "\"f\":1:3", "\"f\":2:1", "\"f\":3:1", "\"f\":3:3"), List.of(0, 2, 3, 4, 6).stream().map(o -> file.location(o).toString()).toList());
    assertEquals(Optional.of("cd"), file.line(3));
    assertEquals(Optional.empty(), file.line(4));
    assertEquals(Optional.of("x"), new SourceFile("f", "x\r\ny").line(1));
  }

  @Test
  void byteOrderMarkIsNoPartOfTheText(@TempDir Path folder) throws IOException {
    var path = Files.writeString(folder.resolve("f"), "\uFEFFab\n");
    assertEquals("ab\n", SourceFile.read(path).text());
  }

  @Test
  void partsKeepTheLinesOfTheFile() {
    var parts = new SourceFile("f", "a\n// -----\nb\nc\n// ----- d\n").split();
    assertEquals(List.of("a\n", "b\nc\n", ""), parts.stream().map(SourceFile::text).toList());
    assertEquals("\"f\":4:1", parts.get(1).location(2).toString());
    assertEquals(Optional.of("c"), parts.get(1).line(4));
  }

  @Test
  void diagnosticsShowLineCaretNotesAndCalls() {
    var sources = new SourceManager();
    sources.add(new SourceFile("f", "first\n\tsecond line\n"));
    var engine = new DiagnosticEngine();
    engine.error(Location.at("f", 2, 9), "bad").note(Location.at("g", 1, 1), "from here");
    engine.warning(new Location.CallSite(Location.at("f", 1, 1), Location.at("f", 2, 2)), "inlined");
    engine.remark(Location.UNKNOWN, "nowhere");
    assertEquals("""
        f:2:9: error: bad
        \tsecond line
        \t       ^
        g:1:1: note: from here
        f:1:1: warning: inlined
        first
        ^
        f:2:2: note: called from
        \tsecond line
        \t^
        remark: nowhere
        """, new DiagnosticPrinter(sources).print(engine));
  }
}
