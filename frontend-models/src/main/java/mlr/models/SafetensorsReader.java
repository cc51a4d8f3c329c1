package mlr.models;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a safetensors file and refuses whatever the format does not allow, with the tensor and the byte. */
final class SafetensorsReader {
  static final String METADATA = "__metadata__";
  private static final int LENGTH_BYTES = Long.BYTES;
  private static final long LONGEST_HEADER = 100_000_000;
  private static final String DAMAGED = "the file is damaged or was written by a faulty program: write or download it again";

  private final String file;
  private final byte[] bytes;
  private final Map<String, String> metadata = new LinkedHashMap<>();
  private final List<Entry> entries = new ArrayList<>();

  SafetensorsReader(String file, byte[] bytes) {
    this.file = file;
    this.bytes = bytes;
  }

  /**
   * What the header says of a tensor.
   *
   * @param place the byte of the file at which it does
   * @param begin first byte of its data, counted from the end of the header
   * @param end   the byte behind its data
   */
  private record Entry(String name, long place, ElementType type, List<Long> shape, long begin, long end) {
  }

  Safetensors read() {
    int dataStart = LENGTH_BYTES + headerLength();
    readHeader(dataStart);
    checkData(dataStart);
    var tensors = new LinkedHashMap<String, StoredTensor>();
    for (var entry : entries) {
      var data = ByteBuffer.wrap(bytes, (int) (dataStart + entry.begin()), (int) (entry.end() - entry.begin()));
      tensors.put(entry.name(), new StoredTensor(entry.name(), entry.type(), entry.shape(), data));
    }
    return new Safetensors(file, metadata, tensors);
  }

  private int headerLength() {
    if (bytes.length < LENGTH_BYTES) {
      throw new ModelFileException(file, "truncated: " + bytes.length + " bytes, not even the 8 of the header's length", DAMAGED);
    }
    long length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    if (length < 2 || length > LONGEST_HEADER) {
      throw new ModelFileException(file, "no safetensors file: the first 8 bytes are no header length (" + Long.toUnsignedString(length)
          + ")", "give a file in the safetensors format");
    }
    if (length > bytes.length - LENGTH_BYTES) {
      throw new ModelFileException(file, "truncated: the header ends at byte " + (LENGTH_BYTES + length) + ", the file at byte "
          + bytes.length, DAMAGED);
    }
    return (int) length;
  }

  private void readHeader(int dataStart) {
    var factory = JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    try (var json = factory.createParser(bytes, LENGTH_BYTES, dataStart - LENGTH_BYTES)) {
      expect(json, json.nextToken(), JsonToken.START_OBJECT, "the header");
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        if (json.currentName().equals(METADATA)) {
          readMetadata(json);
        } else {
          entries.add(readEntry(json, json.currentName()));
        }
      }
      if (json.nextToken() != null) {
        throw damaged(json, "the header goes on behind its end");
      }
    } catch (JsonProcessingException malformed) {
      long offset = LENGTH_BYTES + Math.max(0, malformed.getLocation().getByteOffset());
      throw new ModelFileException(file, "byte " + offset + ": the header is no JSON: " + malformed.getOriginalMessage(), DAMAGED);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void readMetadata(JsonParser json) throws IOException {
    expect(json, json.nextToken(), JsonToken.START_OBJECT, METADATA);
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      var key = json.currentName();
      expect(json, json.nextToken(), JsonToken.VALUE_STRING, METADATA + " '" + key + "'");
      metadata.put(key, json.getText());
    }
  }

  private Entry readEntry(JsonParser json, String name) throws IOException {
    var what = "tensor '" + name + "'";
    long place = place(json);
    String type = "";
    List<Long> shape = List.of();
    List<Long> offsets = List.of();
    var seen = new ArrayList<String>();
    expect(json, json.nextToken(), JsonToken.START_OBJECT, what);
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      seen.add(json.currentName());
      switch (json.currentName()) {
        case "dtype" -> {
          expect(json, json.nextToken(), JsonToken.VALUE_STRING, what + ", dtype");
          type = json.getText();
        }
        case "shape" -> shape = readNumbers(json, what + ", shape");
        case "data_offsets" -> offsets = readNumbers(json, what + ", data_offsets");
        default -> throw damaged(json, what + " has an unknown field '" + json.currentName() + "'");
      }
    }
    if (!seen.containsAll(List.of("dtype", "shape", "data_offsets"))) {
      throw damaged(json, what + " needs dtype, shape and data_offsets");
    }
    if (offsets.size() != 2 || offsets.get(0) > offsets.get(1)) {
      throw damaged(json, what + ": data_offsets " + offsets + " are no range");
    }
    var typeName = type;
    var elementType = ElementType.named(type).orElseThrow(() -> new ModelFileException(file,
        "byte " + place + ": " + what + " has the unknown dtype '" + typeName + "'",
        "the known ones are " + Arrays.stream(ElementType.values()).map(Enum::name).reduce((a, b) -> a + ", " + b).orElse("")));
    return new Entry(name, place, elementType, shape, offsets.get(0), offsets.get(1));
  }

  private List<Long> readNumbers(JsonParser json, String what) throws IOException {
    var numbers = new ArrayList<Long>();
    expect(json, json.nextToken(), JsonToken.START_ARRAY, what);
    while (json.nextToken() != JsonToken.END_ARRAY) {
      expect(json, json.currentToken(), JsonToken.VALUE_NUMBER_INT, what);
      if (json.getNumberType() == JsonParser.NumberType.BIG_INTEGER || json.getLongValue() < 0) {
        throw damaged(json, what + " holds " + json.getText());
      }
      numbers.add(json.getLongValue());
    }
    return numbers;
  }

  /** Ranges have the size of their shapes, lie in the file, and follow each other without gap or overlap. */
  private void checkData(int dataStart) {
    long available = bytes.length - dataStart;
    for (var entry : entries) {
      var what = "tensor '" + entry.name() + "'";
      if (entry.end() - entry.begin() != size(entry)) {
        throw new ModelFileException(file, "byte " + entry.place() + ": " + what + " has " + (entry.end() - entry.begin())
            + " bytes of data, but " + entry.type() + entry.shape() + " takes " + size(entry), DAMAGED);
      }
      if (entry.end() > available) {
        throw new ModelFileException(file, "truncated: the data of " + what + " end at byte " + (dataStart + entry.end())
            + ", the file at byte " + bytes.length, DAMAGED);
      }
    }
    long covered = 0;
    var before = "the header";
    for (var entry : entries.stream().sorted(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end)).toList()) {
      if (entry.begin() != covered) {
        throw new ModelFileException(file, "byte " + entry.place() + ": the data of tensor '" + entry.name() + "' begin at byte "
            + (dataStart + entry.begin()) + (entry.begin() < covered ? ", inside " : ", with a gap after ") + before, DAMAGED);
      }
      covered = entry.end();
      before = "tensor '" + entry.name() + "'";
    }
    if (covered != available) {
      throw new ModelFileException(file, "byte " + (dataStart + covered) + ": " + (available - covered)
          + " bytes after the last tensor belong to none", DAMAGED);
    }
  }

  private long size(Entry entry) {
    try {
      return entry.shape().stream().reduce((long) entry.type().bytes(), Math::multiplyExact);
    } catch (ArithmeticException overflow) {
      throw new ModelFileException(file, "byte " + entry.place() + ": tensor '" + entry.name() + "' has the impossible shape "
          + entry.shape(), DAMAGED);
    }
  }

  private void expect(JsonParser json, JsonToken found, JsonToken wanted, String what) {
    if (found != wanted) {
      throw damaged(json, what + ": expected " + describe(wanted) + ", found " + (found == null ? "the end" : describe(found)));
    }
  }

  private static String describe(JsonToken token) {
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "an array";
      case VALUE_STRING -> "a string";
      case VALUE_NUMBER_INT -> "a whole number";
      case FIELD_NAME -> "a name";
      default -> token.asString() == null ? "a value" : "'" + token.asString() + "'";
    };
  }

  private ModelFileException damaged(JsonParser json, String problem) {
    return new ModelFileException(file, "byte " + place(json) + ": " + problem, DAMAGED);
  }

  /** Where the current token begins in the file. */
  private static long place(JsonParser json) {
    return LENGTH_BYTES + Math.max(0, json.currentTokenLocation().getByteOffset());
  }
}
