package mlr.tools.opt;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import mlr.ir.binary.BinaryReader;
import mlr.ir.diagnostics.SourceFile;
import mlr.ir.tool.InputFile;

/** What is processed at a time: a text, or IR in binary form. */
public sealed interface InputPart {
  /** A text or a part of one. */
  record Text(SourceFile source) implements InputPart {
    @Override
    public String name() {
      return source.name();
    }
  }

  /** The binary form, which has no parts. */
  record Binary(String name, ByteBuffer bytes) implements InputPart {}

  /** The name of the input. */
  String name();

  /**
   * Reads an input and takes it apart.
   *
   * @param splitMarker the line between two parts; empty when there is one part
   * @throws IOException when it can't be read
   */
  static List<InputPart> read(String name, InputStream standardInput, Optional<String> splitMarker) throws IOException {
    var file = Path.of(name);
    if (Files.isRegularFile(file) && !startsAsBinary(file)) {
      return parts(name, InputFile.readText(file), splitMarker);
    }
    var content = InputFile.read(name, standardInput);
    var shown = InputFile.shown(name);
    return BinaryReader.isBinary(content) ? List.of(new Binary(shown, ByteBuffer.wrap(content)))
        : parts(shown, new String(content, StandardCharsets.UTF_8), splitMarker);
  }

  private static boolean startsAsBinary(Path file) throws IOException {
    try (var in = new FileInputStream(file.toFile())) {
      return BinaryReader.isBinary(in.readNBytes(64));
    }
  }

  private static List<InputPart> parts(String name, String text, Optional<String> splitMarker) {
    var whole = new SourceFile(name, text);
    return splitMarker.map(whole::split).orElse(List.of(whole)).stream().<InputPart>map(Text::new).toList();
  }
}
