package mlr.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file of named tensors in the safetensors format, version 0.5: eight bytes with the length of a JSON header, the header, the data.
 *
 * @param name     the file's name as messages call it
 * @param metadata the header's {@code __metadata__}, in its order
 * @param tensors  by name, in the header's order
 */
public record Safetensors(String name, Map<String, String> metadata, Map<String, StoredTensor> tensors) {

  public Safetensors {
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
  }

  /** A file to be, of the given tensors in their order. */
  public static Safetensors of(String name, List<StoredTensor> tensors) {
    var byName = new LinkedHashMap<String, StoredTensor>();
    for (var tensor : tensors) {
      if (byName.put(tensor.name(), tensor) != null) {
        throw new IllegalArgumentException("two tensors named " + tensor.name());
      }
    }
    return new Safetensors(name, Map.of(), byName);
  }

  /**
   * Reads a file and checks all of it.
   *
   * @throws ModelFileException when it is missing, no safetensors file, damaged or cut short
   */
  public static Safetensors read(Path file) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException missing) {
      throw new ModelFileException(file.toString(), "no such file", "give the path of a .safetensors file");
    } catch (IOException failure) {
      throw new ModelFileException(file.toString(), "cannot be read: " + failure.getMessage(), "check the file and its permissions");
    }
    return read(file.toString(), bytes);
  }

  /**
   * Reads the bytes of a file and checks all of them.
   *
   * @param name the file's name as messages call it
   * @throws ModelFileException when they are no safetensors file, damaged or cut short
   */
  public static Safetensors read(String name, byte[] bytes) {
    return new SafetensorsReader(name, bytes).read();
  }

  /** The tensor of the given name. */
  public Optional<StoredTensor> tensor(String tensorName) {
    return Optional.ofNullable(tensors.get(tensorName));
  }

  /** The file's bytes: tensors in order, the header padded with spaces to a multiple of 8. */
  public byte[] bytes() {
    return SafetensorsWriter.bytes(this);
  }

  /** Writes the file, whole or not at all. */
  public void write(Path file) throws IOException {
    var aside = Files.createTempFile(file.toAbsolutePath().getParent(), file.getFileName().toString(), ".part");
    try {
      Files.write(aside, bytes());
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(aside);
    }
  }
}
