package mlr.tools.opt;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mlr.ir.binary.BinaryReader;
import mlr.ir.diagnostics.SourceFile;
import mlr.ir.tool.InputFile;

/** What is processed at a time: a text, or IR in binary form. */
sealed interface InputPart {
  /** A text or a part of one. */
  record Text(SourceFile source) implements InputPart {}

  /** The binary form, which has no parts. */
  record Binary(String name, ByteBuffer bytes) implements InputPart {}

  /**
   * Reads an input and takes it apart.
   *
   * @throws IOException when it can't be read
   */
  static List<InputPart> read(String name, InputStream standardInput, OptOptions options) throws IOException {
    var file = Path.of(name);
    if (Files.isRegularFile(file) && !startsAsBinary(file)) {
      return parts(name, InputFile.readText(file), options);
    }
    var content = InputFile.read(name, standardInput);
    return BinaryReader.isBinary(content) ? List.of(new Binary(name, ByteBuffer.wrap(content)))
        : parts(name, new String(content, StandardCharsets.UTF_8), options);
  }

  private static boolean startsAsBinary(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return BinaryReader.isBinary(in.readNBytes(64));
    }
  }

  private static List<InputPart> parts(String name, String text, OptOptions options) {
    var whole = new SourceFile(name, text);
    return options.splitMarker.map(whole::split).orElse(List.of(whole)).stream().<InputPart>map(Text::new).toList();
  }
}
