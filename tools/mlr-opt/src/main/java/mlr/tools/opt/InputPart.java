package mlr.tools.opt;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import mlr.ir.binary.BinaryReader;
import mlr.ir.diagnostics.SourceFile;

/** What is processed at a time: a text, or IR in binary form. */
sealed interface InputPart {
  /** A text or a part of one. */
  record Text(SourceFile source) implements InputPart {}

  /** The binary form, which has no parts. */
  record Binary(String name, ByteBuffer bytes) implements InputPart {}

  /** The parts of a whole input. */
  static List<InputPart> of(String name, byte[] content, OptOptions options) {
    if (BinaryReader.isBinary(content)) {
      return List.of(new Binary(name, ByteBuffer.wrap(content)));
    }
    var whole = new SourceFile(name, new String(content, StandardCharsets.UTF_8));
    return options.splitMarker.map(whole::split).orElse(List.of(whole)).stream().<InputPart>map(Text::new).toList();
  }
}
