package mlr.ir.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** More text than is held in memory comes out as it went in. */
class PrintedTextTest {
  private static final int LINES = 50_000;

  private static PrintedText lines(int count) {
    var text = new PrintedText(100_000);
    for (int i = 0; i < count; i++) {
      text.append("%").append(Integer.toString(i)).append(" = größer").append('\n').spaces(i % 3);
    }
    return text;
  }

  private static String expected(int count) {
    var text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append('%').append(i).append(" = größer\n").repeat(' ', i % 3);
    }
    return text.toString();
  }

  @Test
  void muchTextIsWrittenInOrder() throws IOException {
    var out = new ByteArrayOutputStream();
    lines(LINES).writeTo(out);
    assertArrayEquals(expected(LINES).getBytes(StandardCharsets.UTF_8), out.toByteArray());
  }

  @Test
  void textsThatAreAppendedKeepTheirPieces() {
    var all = new PrintedText().append("a\n").append(lines(LINES)).append("b\n").append(lines(10)).append("c");
    assertEquals("a\n" + expected(LINES) + "b\n" + expected(10) + "c", all.toString());
  }
}
