package mlr.ir.attributes.elements;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * A named piece of data in the section of resources of a file. It is referred to by its name, so its data arrive after the attributes
 * that use it: they are set once, when the section is read, and never where the file has no such entry.
 */
public final class ResourceBlob {
  private final String key;
  private Optional<Data> data = Optional.empty();

  /**
   * The contents.
   *
   * @param alignment in bytes, a power of two
   */
  public record Data(int alignment, ByteBuffer bytes) {}

  public ResourceBlob(String key) {
    this.key = key;
  }

  /** The name, unique in a file. */
  public String key() {
    return key;
  }

  /** Gives the blob its data. */
  public void define(Data contents) {
    data = Optional.of(contents);
  }

  /** What the file has for the name, if anything. */
  public Optional<Data> data() {
    return data;
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof ResourceBlob that && key.equals(that.key) && data.equals(that.data);
  }

  // Of the name only: the data may come later.
  @Override
  public int hashCode() {
    return key.hashCode();
  }
}
