package mlr.ir.attributes.elements;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A named piece of data in the section of resources of a file. It is referred to by its name, so its data arrive after the attributes
 * that use it: they are set once, when the section is read, and never where the file has no such entry.
 */
public final class ResourceBlob {
  private final String key;
  private Optional<Data> data = Optional.empty();

  /** The alignment in bytes, a power of two, and the bytes behind it. */
  private record Data(int alignment, byte[] bytes) {}

  public ResourceBlob(String key) {
    this.key = key;
  }

  /** The name, unique in a file. */
  public String key() {
    return key;
  }

  /** Gives the blob its data, which is not copied. */
  public void define(int alignment, byte[] bytes) {
    data = Optional.of(new Data(alignment, bytes));
  }

  /** Whether the file has data for the name. */
  public boolean isDefined() {
    return data.isPresent();
  }

  /** The data as a file writes them, {@code 0x}, four bytes of alignment and the bytes; only for a blob that has data. */
  public String hex() {
    var known = data.orElseThrow();
    var digits = HexFormat.of().withUpperCase();
    int reversed = Integer.reverseBytes(known.alignment());
    return "0x" + digits.toHexDigits(reversed).toUpperCase(Locale.ROOT) + digits.formatHex(known.bytes());
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof ResourceBlob that && key.equals(that.key)
        && data.isPresent() == that.data.isPresent()
        && (data.isEmpty() || data.get().alignment() == that.data.get().alignment() && Arrays.equals(data.get().bytes(), that.data.get().bytes()));
  }

  // Of the name only: the data may come later.
  @Override
  public int hashCode() {
    return Objects.hashCode(key);
  }
}
