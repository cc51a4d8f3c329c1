package mlr.ir.text.reader;

import java.util.List;
import mlr.ir.attributes.elements.BlobText;
import mlr.ir.attributes.elements.ResourceBlob;
import mlr.ir.text.ExternalResources;
import mlr.ir.text.Quoting;
import mlr.ir.text.Spelling;

/** Reads the section {@code {-# … #-}} of a file: the data of dialect resources, and what tools keep there. */
final class MetadataReader {
  private static final List<String> SECTIONS = List.of("dialect_resources", "external_resources");
  private final AttributeReader in;
  private final ExternalResources external;

  /** @param external what tools keep is added to it */
  MetadataReader(AttributeReader in, ExternalResources external) {
    this.in = in;
    this.external = external;
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
        external.add(owner, key, value());
      } else {
        blob(key);
      }
    });
  }

  private String value() {
    var text = in.parseOptionalString();
    if (text.isPresent()) {
      return Quoting.quote(text.get());
    }
    return in.parseOptionalKeywordOf(List.of("true", "false")).orElseThrow(() -> in.expected("a string, 'true' or 'false'"));
  }

  private void blob(String key) {
    var where = in.location();
    var text = in.parseOptionalString().orElse("");
    try {
      in.resources.computeIfAbsent(key, ResourceBlob::new).define(BlobText.parse(key, text));
    } catch (IllegalArgumentException problem) {
      throw in.errorAt(where, problem.getMessage());
    }
  }
}
