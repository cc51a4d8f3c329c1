package mlr.tools.opt;

import java.io.IOException;
import java.io.OutputStream;
import mlr.ir.text.PrintedText;

/** What a run puts out: text, or one module in binary form. */
final class OptOutput {
  private static final byte[] NOTHING = {};
  private final PrintedText text = new PrintedText();
  private byte[] binary = NOTHING;

  PrintedText text() {
    return text;
  }

  void setBinary(byte[] bytes) {
    binary = bytes;
  }

  void writeTo(OutputStream out) throws IOException {
    text.writeTo(out);
    out.write(binary);
  }
}
