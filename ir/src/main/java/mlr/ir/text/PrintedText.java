package mlr.ir.text;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Text of any length that is written once: held in pieces, so that it never moves, and no second copy is needed to put it out. */
public final class PrintedText {
  private static final int PIECE = 1 << 16;
  private final List<String> pieces = new ArrayList<>();
  private final StringBuilder last = new StringBuilder();

  public PrintedText append(String text) {
    last.append(text);
    if (last.length() >= PIECE) {
      seal();
    }
    return this;
  }

  public PrintedText append(char c) {
    last.append(c);
    return this;
  }

  public PrintedText spaces(int count) {
    last.repeat(' ', count);
    return this;
  }

  public PrintedText append(PrintedText other) {
    seal();
    pieces.addAll(other.pieces);
    last.append(other.last);
    return this;
  }

  private void seal() {
    if (!last.isEmpty()) {
      pieces.add(last.toString());
      last.setLength(0);
    }
  }

  /** Writes the text in UTF-8. */
  public void writeTo(OutputStream out) throws IOException {
    for (var piece : pieces) {
      out.write(piece.getBytes(StandardCharsets.UTF_8));
    }
    out.write(last.toString().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return pieces.isEmpty() ? last.toString() : String.join("", pieces) + last;
  }
}
