package mlr.ir.text.printer;

import java.util.LinkedHashMap;
import java.util.Map;
import mlr.ir.attributes.elements.BlobText;
import mlr.ir.attributes.elements.ResourceBlob;

/** The section {@code {-# … #-}} behind the printed text: the data of the resources it refers to. */
final class FileMetadata {
  private final Map<String, ResourceBlob.Data> resources = new LinkedHashMap<>();

  void use(ResourceBlob blob) {
    blob.data().ifPresent(data -> resources.put(blob.key(), data));
  }

  /** The section with a blank line before it; empty without resources. */
  String text() {
    if (resources.isEmpty()) {
      return "";
    }
    var out = new StringBuilder("\n\n{-#\n  dialect_resources: {\n    builtin: {\n");
    var separator = "";
    for (var entry : resources.entrySet()) {
      out.append(separator).append("      ").append(entry.getKey()).append(": \"").append(BlobText.print(entry.getValue())).append('"');
      separator = ",\n";
    }
    return out.append("\n    }\n  }\n#-}").toString();
  }
}
