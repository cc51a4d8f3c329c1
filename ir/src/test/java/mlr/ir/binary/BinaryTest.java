package mlr.ir.binary;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import mlr.ir.DialectRegistry;
import mlr.ir.binary.proto.IrProto;
import mlr.ir.builtin.ModuleOp;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.text.ParserOptions;
import mlr.ir.text.PrintOptions;
import mlr.ir.text.Reading;
import mlr.ir.verify.Verifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The binary form loses nothing, and damage to it is noticed. */
class BinaryTest {
  private static final String TEXT = """
      module @m attributes {a.b = dense<[1.5, 0x7FC00001]> : tensor<2xf32>, a.c = [dense<1> : vector<4xi1>, #q.r<"x">, @s::@t]} {
        "x.use"(%late, %0#1) : (i32, f32) -> () loc(fused<"m">["f.mlr":3:4, callsite("n"("g.mlr":1:2) at unknown)])
        %late = "x.def"() {f = 0x7F800001 : f32, g = -0.0 : f64, h = affine_map<(d0)[s0] -> (d0 floordiv 2 + s0)>, "odd name", i = memref<?x2xf32, strided<[?, 1], offset: 3>>} : () -> i32
        %0:2 = "x.region"(%late) ({
          "x.br"()[^bb2, ^bb1] : () -> ()
        ^bb1(%a: i32 loc("z"), %b: !t.u<v>):
          "x.br"(%a)[^bb2] {succ} : (i32) -> ()
        ^bb2:
          "x.end"(%b) : (!t.u<v>) -> ()
        }, {}) : (i32) -> (i32, f32)
      }
      """;

  private final DiagnosticEngine diagnostics = new DiagnosticEngine();

  private Optional<ModuleOp> read(byte[] data) {
    return BinaryReader.read(data, "m.bin", new DialectRegistry(), ParserOptions.ALLOW_UNREGISTERED, diagnostics);
  }

  private static String full(ModuleOp module) {
    return Reading.print(module, PrintOptions.GENERIC.withDebugInfo(true).withLocalScope(true));
  }

  @Test
  void nothingIsLost() {
    var module = Reading.module(TEXT);
    var bytes = BinaryWriter.write(module);
    var back = read(bytes).orElseThrow(() -> new AssertionError(diagnostics.all().getFirst().message()));
    assertEquals(full(module), full(back));
    assertEquals(module.attributes().asMap(), back.attributes().asMap());
    assertArrayEquals(bytes, BinaryWriter.write(back));
  }

  @Test
  void everyDamagedByteIsNoticed() {
    var bytes = BinaryWriter.write(Reading.module(TEXT));
    for (int i = 0; i < bytes.length; i++) {
      var damaged = bytes.clone();
      damaged[i] ^= 0x10;
      int before = diagnostics.errorCount();
      assertTrue(read(damaged).isEmpty() && diagnostics.errorCount() > before, "byte " + i);
    }
    for (int length = 0; length < bytes.length; length++) {
      assertTrue(read(Arrays.copyOf(bytes, length)).isEmpty(), "length " + length);
    }
  }

  @Test
  void nonsenseBehindAGoodChecksumIsNoticed() throws InvalidProtocolBufferException {
    var content = IrProto.Module.parseFrom(IrProto.File.parseFrom(BinaryWriter.write(Reading.module(TEXT))).getModule());
    var broken = content.toBuilder();
    broken.getOperationsBuilder(1).setOperands(0, 99);
    assertEquals("cannot read binary IR: value 99 is used but not defined", messageFor(broken.build()));
    assertEquals("cannot read binary IR: there is no string 7777", messageFor(content.toBuilder().setOperations(0, content.getOperations(0).toBuilder().setName(7777)).build()));
    assertEquals("cannot read binary IR: there is no operation " + (content.getOperationsCount() - 1),
        messageFor(content.toBuilder().removeOperations(content.getOperationsCount() - 1).build()));
    int named = IntStream.range(0, content.getOperationsCount()).filter(i -> content.getOperations(i).getAttributeNamesCount() > 0).findFirst().orElseThrow();
    assertEquals("cannot read binary IR: an attribute with an empty name",
        messageFor(content.toBuilder().setStrings(content.getOperations(named).getAttributeNames(0), "").build()));
  }

  @Test
  void propertiesOfAKnownOperationAreRefused() throws InvalidProtocolBufferException {
    var content = IrProto.Module.parseFrom(IrProto.File.parseFrom(BinaryWriter.write(Reading.module(TEXT))).getModule()).toBuilder();
    content.getOperationsBuilder(0).setProperties(0);
    assertEquals("cannot read binary IR: operation 'builtin.module', which is known, has properties beside its attributes", messageFor(content.build()));
  }

  private String messageFor(IrProto.Module module) {
    assertTrue(read(file(module.toByteArray())).isEmpty());
    return diagnostics.all().getLast().message();
  }

  @Test
  void resourcesAndOddNamesAreKept() {
    var module = Reading.module("""
        "x.y"() {"\\22\\FF" = [dense_resource<a> : tensor<2xi8>, dense_resource<b> : tensor<1xf32>, "\\FF"]} : () -> () loc("\\80":1:2)
        {-# dialect_resources: { builtin: { a: "0x080000000102" } } #-}
        """);
    var back = read(BinaryWriter.write(module)).orElseThrow(() -> new AssertionError(diagnostics.all().getFirst().message()));
    assertEquals(Reading.print(module, PrintOptions.DEFAULT.withDebugInfo(true)), Reading.print(back, PrintOptions.DEFAULT.withDebugInfo(true)));
    assertTrue(Reading.print(back, PrintOptions.DEFAULT).contains("a: \"0x080000000102\""));
  }

  @Test
  @Timeout(60)
  void changesBehindAGoodChecksumAreReadOrReported() throws InvalidProtocolBufferException {
    var content = IrProto.File.parseFrom(BinaryWriter.write(Reading.module(TEXT))).getModule().toByteArray();
    var random = new Random(20251129);
    for (int i = 0; i < 20_000; i++) {
      var changed = content.clone();
      for (int n = 0; n <= i % 4; n++) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      }
      var cut = i % 7 == 0 ? Arrays.copyOf(changed, random.nextInt(changed.length)) : changed;
      int before = diagnostics.errorCount();
      var module = read(file(cut));
      assertTrue(module.isPresent() || diagnostics.errorCount() > before);
      module.filter(m -> Verifier.verify(m, new DiagnosticEngine())).ifPresent(BinaryTest::full);
    }
  }

  private static byte[] file(byte[] content) {
    var checksum = new CRC32();
    checksum.update(content);
    return IrProto.File.newBuilder().setFormat("mlr-ir").setVersion(2).setChecksum((int) checksum.getValue()).setModule(ByteString.copyFrom(content)).build().toByteArray();
  }

  @Test
  void anotherVersionIsRefused() throws InvalidProtocolBufferException {
    var file = IrProto.File.parseFrom(BinaryWriter.write(Reading.module(TEXT))).toBuilder().setVersion(3).build();
    assertTrue(read(file.toByteArray()).isEmpty());
    assertEquals("cannot read binary IR: it has format version 3, and only version 2 is known; write it again with this version of the tools", diagnostics.all().getLast().message());
  }
}
