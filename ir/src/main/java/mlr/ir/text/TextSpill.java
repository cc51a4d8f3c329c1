package mlr.ir.text;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/** Where printed text waits that is too much to hold: a temporary file that goes with the process. */
final class TextSpill {
  private final FileChannel file;
  private long end;

  /** A part of a text. */
  sealed interface Piece {
    void writeTo(OutputStream out) throws IOException;

    String text();
  }

  /** One in memory. */
  record Held(String text) implements Piece {
    @Override
    public void writeTo(OutputStream out) throws IOException {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** One in the file, so many bytes of UTF-8 from an offset on. */
  private record Stored(FileChannel file, long from, int length) implements Piece {
    private byte[] bytes() throws IOException {
      var buffer = ByteBuffer.allocate(length);
      while (buffer.hasRemaining()) {
        if (file.read(buffer, from + buffer.position()) < 0) {
          throw new EOFException("printed text is missing from its temporary file");
        }
      }
      return buffer.array();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      out.write(bytes());
    }

    @Override
    public String text() {
      try {
        return new String(bytes(), StandardCharsets.UTF_8);
      } catch (IOException cause) {
        throw new UncheckedIOException(cause);
      }
    }
  }

  TextSpill() throws IOException {
    file = FileChannel.open(Files.createTempFile("mlr-", ".text"), StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
  }

  Piece store(String text) throws IOException {
    var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    long from = end;
    while (bytes.hasRemaining()) {
      end += file.write(bytes, end);
    }
    return new Stored(file, from, bytes.limit());
  }
}
