package mlr.ir.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import mlr.ir.binary.BinaryReader;
import mlr.ir.binary.BinaryWriter;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.testing.Upstream;
import org.junit.jupiter.api.Test;

/** Every builtin type and attribute, one a line, means the same to upstream's mlir-opt and to us, in text and in binary form. */
class UpstreamAttributesTest {
  private static List<String> lines(String file) {
    try (var in = UpstreamAttributesTest.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private static String holder(String attribute) {
    return "\"x.y\"() {t = " + attribute + "} : () -> ()\n";
  }

  @Test
  void whatUpstreamAcceptsIsPrintedAsUpstreamDoes() {
    var holders = lines("accepted-attributes.txt").stream().map(UpstreamAttributesTest::holder).toList();
    var upstream = Upstream.mlirOpt(String.join("// -----\n", holders), "--split-input-file");
    var ours = holders.stream().map(text -> Reading.print(Reading.module(text), PrintOptions.DEFAULT)).collect(Collectors.joining("// -----\n"));
    assertEquals(upstream, ours);
  }

  @Test
  void whatUpstreamRefusesIsRefused() {
    var accepted = lines("refused-attributes.txt").stream().filter(line -> Reading.diagnostics(holder(line), ParserOptions.ALLOW_UNREGISTERED).isEmpty()).toList();
    assertEquals(List.of(), accepted);
  }

  @Test
  void theBinaryFormKeepsThem() {
    for (var line : lines("accepted-attributes.txt")) {
      var text = Reading.print(Reading.module(holder(line)), PrintOptions.DEFAULT);
      var diagnostics = new DiagnosticEngine();
      var back = BinaryReader.read(BinaryWriter.write(Reading.module(holder(line))), "binary", TwinDialect.registry(), ParserOptions.ALLOW_UNREGISTERED, diagnostics);
      assertEquals(text, back.map(module -> Reading.print(module, PrintOptions.DEFAULT)).orElseGet(() -> diagnostics.all().toString()), line);
    }
  }
}
