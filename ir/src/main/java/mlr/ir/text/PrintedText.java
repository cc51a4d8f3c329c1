package mlr.ir.text;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Text of any length that is written once: in pieces, so that it never moves, and no second copy is needed to put it out. What is beyond many megabytes waits
 * in a temporary file, so that memory need not hold it beside the IR.
 */
public final class PrintedText {
  private static final int PIECE = 1 << 16;
  private static final long MOST_HELD = 1 << 25;

  private final List<TextSpill.Piece> pieces = new ArrayList<>();
  private final StringBuilder last = new StringBuilder();
  private final long mostHeld;
  private long held;
  private Optional<TextSpill> spill = Optional.empty();

  public PrintedText() {
    this(MOST_HELD);
  }

  /** @param mostHeld how many characters are held in memory, to the next whole piece */
  PrintedText(long mostHeld) {
    this.mostHeld = mostHeld;
  }

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
    held += other.held;
    last.append(other.last);
    return this;
  }

  private void seal() {
    if (!last.isEmpty()) {
      pieces.add(held < mostHeld ? hold(last.toString()) : store(last.toString()));
      last.setLength(0);
    }
  }

  private TextSpill.Piece hold(String text) {
    held += text.length();
    return new TextSpill.Held(text);
  }

  private TextSpill.Piece store(String text) {
    try {
      if (spill.isEmpty()) {
        spill = Optional.of(new TextSpill());
      }
      return spill.get().store(text);
    } catch (IOException _) {
      // Memory may have room where no disk has.
      return hold(text);
    }
  }

  /** Writes the text in UTF-8. */
  public void writeTo(OutputStream out) throws IOException {
    for (var piece : pieces) {
      piece.writeTo(out);
    }
    new TextSpill.Held(last.toString()).writeTo(out);
  }

  @Override
  public String toString() {
    if (pieces.isEmpty()) {
      return last.toString();
    }
    var all = new StringBuilder();
    for (var piece : pieces) {
      all.append(piece.text());
    }
    return all.append(last).toString();
  }
}
