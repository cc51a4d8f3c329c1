package mlr.ir.attributes.elements;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import mlr.ir.attributes.elements.ResourceBlob.Data;

/** How files write the data of a resource: {@code 0x}, four bytes of alignment, little-endian, and the bytes. */
public final class BlobText {
  private static final String PREFIX = "0x";

  private BlobText() {}

  public static String print(Data data) {
    var bytes = ByteBuffer.allocate(Integer.BYTES + data.bytes().remaining()).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(data.alignment()).put(data.bytes().duplicate());
    return PREFIX + HexFormat.of().withUpperCase().formatHex(bytes.array());
  }

  /** What {@link #print} wrote; an {@link IllegalArgumentException} that names {@code key} says what is wrong with another text. */
  public static Data parse(String key, String text) {
    byte[] bytes;
    try {
      bytes = HexFormat.of().parseHex(text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : "?");
    } catch (IllegalArgumentException _) {
      throw new IllegalArgumentException("expected hex string blob for key '" + key + "'");
    }
    if (bytes.length < Integer.BYTES) {
      throw new IllegalArgumentException("expected hex string blob for key '" + key + "' to encode alignment in first 4 bytes");
    }
    var all = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int alignment = all.getInt();
    if (Integer.bitCount(alignment) != 1) {
      throw new IllegalArgumentException("expected hex string blob for key '" + key + "' to encode alignment in first 4 bytes, but got non-power-of-2 value: "
          + Integer.toUnsignedString(alignment));
    }
    return new Data(alignment, all.slice().asReadOnlyBuffer());
  }
}
