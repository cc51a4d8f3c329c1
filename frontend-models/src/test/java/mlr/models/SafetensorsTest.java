package mlr.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsTest {
  private static final String PAIR = """
      {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"I64","shape":[],"data_offsets":[8,16]}}""";

  private static byte[] file(String header, int dataBytes) {
    var text = header.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + text.length + dataBytes).order(ByteOrder.LITTLE_ENDIAN).putLong(text.length).put(text).array();
  }

  private static String problem(byte[] bytes) {
    return assertThrows(ModelFileException.class, () -> Safetensors.read("w.safetensors", bytes)).getMessage();
  }

  @Test
  void readsTypesShapesAndElementsInTheHeadersOrder() {
    var bytes = file(PAIR, 16);
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putFloat(bytes.length - 16, 1.5f).putFloat(bytes.length - 12, -2f)
        .putLong(bytes.length - 8, 7);
    var read = Safetensors.read("w.safetensors", bytes);
    assertEquals(List.of("a", "b"), List.copyOf(read.tensors().keySet()));
    var a = read.tensor("a").orElseThrow();
    assertEquals("f32[2]", a.describe());
    assertEquals(-2f, a.data().getFloat(4));
    var b = read.tensor("b").orElseThrow();
    assertEquals("i64", b.describe());
    assertEquals(7, b.data().getLong(0));
    assertEquals(Optional.empty(), read.tensor("c"));
  }

  @Test
  void whatIsWrittenReadsBackTheSame(@TempDir Path folder) throws IOException {
    var written = new Safetensors("x", Map.of("format", "mlr"), Safetensors.of("x", List.of(
        StoredTensor.ofFloats("weights", List.of(2L, 3L), 1, 2, 3, 4, 5, Float.NaN),
        StoredTensor.ofDoubles("strange \"name\" é", List.of(1L), Math.PI),
        StoredTensor.ofFloats("empty", List.of(0L, 4L)))).tensors());
    var path = folder.resolve("x.safetensors");
    written.write(path);
    var read = Safetensors.read(path);
    assertEquals(written.tensors(), read.tensors());
    assertEquals(written.metadata(), read.metadata());
    assertArrayEquals(Files.readAllBytes(path), read.bytes());
    try (var files = Files.list(folder)) {
      assertEquals(1, files.count(), "only the file itself is left");
    }
  }

  @Test
  void headersArePaddedToEightBytes() {
    long length = ByteBuffer.wrap(Safetensors.of("x", List.of(StoredTensor.ofFloats("a", List.of(1L), 1))).bytes())
        .order(ByteOrder.LITTLE_ENDIAN).getLong();
    assertEquals(0, length % 8);
  }

  @Test
  void everyTruncationIsRefusedAndNamesTheFile() {
    var whole = file(PAIR, 16);
    for (int length = 0; length < whole.length; length++) {
      var message = problem(Arrays.copyOf(whole, length));
      assertTrue(message.startsWith("w.safetensors: "), message);
      assertTrue(message.contains("truncated"), length + ": " + message);
    }
    assertEquals("w.safetensors: truncated: the data of tensor 'b' end at byte " + whole.length + ", the file at byte "
        + (whole.length - 1), problem(Arrays.copyOf(whole, whole.length - 1)));
  }

  @Test
  void whatIsNoSafetensorsFileIsRefused() {
    assertTrue(problem("PK.. not a tensor".getBytes(StandardCharsets.UTF_8)).contains("no safetensors file"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8}}                                            | header is no JSON
      [1]                                                                                             | expected an object
      {"a":{"dtype":"F31","shape":[2],"data_offsets":[0,8]}}                                           | tensor 'a' has the unknown dtype 'F31'
      {"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}                                           | tensor 'a' has 8 bytes of data, but F32[3] takes 12
      {"a":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}                                           | no range
      {"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}                                          | holds -2
      {"a":{"dtype":"F32","shape":[99999999999999999999],"data_offsets":[0,8]}}                        | holds 99999999999999999999
      {"a":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,8]}}                       | impossible shape
      {"a":{"dtype":"F32","shape":[2]}}                                                                | needs dtype, shape and data_offsets
      {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8],"size":8}}                                  | unknown field 'size'
      {"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}                                           | 4 bytes after the last tensor belong to none
      {"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}                                           | with a gap after the header
      {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}} | inside tensor 'a'
      {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}} | Duplicate field 'a'
      {"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}} 5                                          | goes on behind its end
      {"__metadata__":{"k":5},"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}                     | __metadata__ 'k': expected a string
      """)
  void badHeadersAreRefusedWithTheByte(String header, String expected) {
    var message = problem(file(header, 8));
    assertTrue(message.contains(expected), message);
    assertTrue(message.matches("w\\.safetensors: (byte \\d+: )?.*"), message);
    assertTrue(message.contains("byte"), message);
  }

  @Test
  void aMissingFileIsTheUsersMistake(@TempDir Path folder) {
    var missing = assertThrows(ModelFileException.class, () -> Safetensors.read(folder.resolve("none.safetensors")));
    assertTrue(missing.getMessage().endsWith("none.safetensors: no such file"));
  }

  @Test
  void anyDamageToAHeaderIsAcceptedOrRefusedButNeverCrashes() {
    var random = new Random(20);
    for (int round = 0; round < 20_000; round++) {
      var bytes = file(PAIR, 16);
      for (int hits = random.nextInt(3); hits >= 0; hits--) {
        bytes[random.nextInt(bytes.length - 16)] = (byte) random.nextInt(256);
      }
      try {
        Safetensors.read("w.safetensors", bytes);
      } catch (ModelFileException refused) {
        assertTrue(refused.getMessage().startsWith("w.safetensors: "));
      }
    }
  }
}
