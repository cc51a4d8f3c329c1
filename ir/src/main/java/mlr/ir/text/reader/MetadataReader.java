package mlr.ir.text.reader;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import mlr.ir.Location;
import mlr.ir.attributes.elements.ResourceBlob;
import mlr.ir.text.Spelling;

/** Reads the section {@code {-# … #-}} of a file: the data of dialect resources; external resources are for tools and passed over. */
final class MetadataReader {
  private static final List<String> SECTIONS = List.of("dialect_resources", "external_resources");
  private final AttributeReader in;

  MetadataReader(AttributeReader in) {
    this.in = in;
  }

  void read() {
    in.parseCommaSeparated("{-#", "#-}", () -> {
      var where = in.location();
      var section = in.parseKeyword();
      if (!SECTIONS.contains(section)) {
        throw in.errorAt(where, "unknown key '" + section + "' in file metadata dictionary" + Spelling.suggestion(section, SECTIONS));
      }
      in.parsePunctuation(":");
      boolean isExternal = section.equals("external_resources");
      in.parseCommaSeparated("{", "}", () -> group(isExternal));
    });
  }

  private void group(boolean isExternal) {
    var where = in.location();
    var owner = in.parseKeyword();
    if (!isExternal && in.registry.dialect(owner).isEmpty()) {
      throw in.errorAt(where, "dialect '" + owner + "' is unknown" + Spelling.suggestion(owner, in.registry.namespaces()));
    }
    in.parsePunctuation(":");
    in.parseCommaSeparated("{", "}", () -> {
      var key = in.parseKeyword();
      in.parsePunctuation(":");
      if (isExternal) {
        skipValue();
      } else {
        blob(key);
      }
    });
  }

  private void skipValue() {
    if (in.parseOptionalString().isEmpty() && !in.parseOptionalKeyword("true") && !in.parseOptionalKeyword("false")) {
      throw in.expected("a string, 'true' or 'false'");
    }
  }

  private void blob(String key) {
    var where = in.location();
    var text = in.parseOptionalString().orElse("");
    byte[] bytes;
    try {
      bytes = HexFormat.of().parseHex(text.startsWith("0x") ? text.substring(2) : "?");
    } catch (IllegalArgumentException _) {
      throw in.errorAt(where, "expected hex string blob for key '" + key + "'");
    }
    in.resources.computeIfAbsent(key, ResourceBlob::new).define(alignment(key, bytes, where), Arrays.copyOfRange(bytes, Integer.BYTES, bytes.length));
  }

  private int alignment(String key, byte[] bytes, Location where) {
    if (bytes.length < Integer.BYTES) {
      throw in.errorAt(where, "expected hex string blob for key '" + key + "' to encode alignment in first 4 bytes");
    }
    int alignment = bytes[0] & 0xff | (bytes[1] & 0xff) << 8 | (bytes[2] & 0xff) << 16 | bytes[3] << 24;
    if (Integer.bitCount(alignment) != 1) {
      throw in.errorAt(where, "expected hex string blob for key '" + key + "' to encode alignment in first 4 bytes, but got non-power-of-2 value: " + alignment);
    }
    return alignment;
  }
}
