package mlr.validation.fuzz;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import mlr.ir.binary.proto.IrProto;

/** Breaks binary modules: flips bits, cuts, doubles and overwrites; mostly behind the checksum, which then is made right again. */
final class BinaryMutator {
  private final SplittableRandom random;

  BinaryMutator(SplittableRandom random) {
    this.random = random;
  }

  /** A broken copy of a binary module. */
  byte[] mutate(byte[] file) {
    if (random.nextInt(4) == 0) {
      return broken(file);
    }
    try {
      var parsed = IrProto.File.parseFrom(file);
      var content = broken(parsed.getModule().toByteArray());
      var checksum = new CRC32();
      checksum.update(content);
      return parsed.toBuilder().setModule(ByteString.copyFrom(content)).setChecksum((int) checksum.getValue()).build().toByteArray();
    } catch (InvalidProtocolBufferException impossible) {
      throw new IllegalArgumentException("not a binary module", impossible);
    }
  }

  private byte[] broken(byte[] bytes) {
    var result = bytes.clone();
    for (int i = 1 + random.nextInt(4); i > 0 && result.length > 0; i--) {
      int at = random.nextInt(result.length);
      switch (random.nextInt(6)) {
        case 0 -> result = Arrays.copyOf(result, at);
        case 1 -> result[at] = (byte) random.nextInt(256);
        case 2 -> result[at] = (byte) (random.nextBoolean() ? 0xFF : 0);
        case 3 -> result[at]++;
        case 4 -> result[at] = result[random.nextInt(result.length)];
        default -> result[at] ^= (byte) (1 << random.nextInt(8));
      }
    }
    return result;
  }
}
