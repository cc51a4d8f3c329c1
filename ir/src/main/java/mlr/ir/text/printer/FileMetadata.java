package mlr.ir.text.printer;

import java.util.Map;
import java.util.TreeMap;
import mlr.ir.attributes.elements.ResourceBlob;

/** The section {@code {-# … #-}} behind the printed text: the data of the resources it refers to. */
final class FileMetadata {
  private final Map<String, ResourceBlob> resources = new TreeMap<>();

  void use(ResourceBlob blob) {
    if (blob.isDefined()) {
      resources.put(blob.key(), blob);
    }
  }

  /** The section with a line break before it; empty without resources. */
  String text() {
    if (resources.isEmpty()) {
      return "";
    }
    var out = new StringBuilder("\n{-#\n  dialect_resources: {\n    builtin: {\n");
    var separator = "";
    for (var blob : resources.values()) {
      out.append(separator).append("      ").append(blob.key()).append(": \"").append(blob.hex()).append('"');
      separator = ",\n";
    }
    return out.append("\n    }\n  }\n#-}\n").toString();
  }
}
