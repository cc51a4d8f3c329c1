package mlr.models;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Lays out a safetensors file. */
final class SafetensorsWriter {
  private static final int ALIGNMENT = 8;

  private SafetensorsWriter() {
  }

  static byte[] bytes(Safetensors file) {
    try {
      var header = header(file);
      long data = file.tensors().values().stream().mapToLong(tensor -> tensor.data().capacity()).sum();
      var bytes = ByteBuffer.allocate(Math.toIntExact(Long.BYTES + header.length + data)).order(ByteOrder.LITTLE_ENDIAN);
      bytes.putLong(header.length).put(header);
      file.tensors().values().forEach(tensor -> bytes.put(tensor.data()));
      return bytes.array();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static byte[] header(Safetensors file) throws IOException {
    var text = new ByteArrayOutputStream();
    try (var json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      if (!file.metadata().isEmpty()) {
        json.writeObjectFieldStart(SafetensorsReader.METADATA);
        for (var entry : file.metadata().entrySet()) {
          json.writeStringField(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
      }
      long offset = 0;
      for (var tensor : file.tensors().values()) {
        long end = offset + tensor.data().capacity();
        json.writeObjectFieldStart(tensor.name());
        json.writeStringField("dtype", tensor.type().name());
        json.writeFieldName("shape");
        json.writeArray(tensor.shape().stream().mapToLong(Long::longValue).toArray(), 0, tensor.shape().size());
        json.writeFieldName("data_offsets");
        json.writeArray(new long[] {offset, end}, 0, 2);
        json.writeEndObject();
        offset = end;
      }
      json.writeEndObject();
    }
    while (text.size() % ALIGNMENT != 0) {
      text.write(' ');
    }
    return text.toByteArray();
  }
}
