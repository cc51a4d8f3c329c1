package mlr.ir.text.printer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import mlr.ir.attributes.elements.BlobText;
import mlr.ir.attributes.elements.ResourceBlob;
import mlr.ir.text.ExternalResources;

/** The section {@code {-# … #-}} behind the printed text: the data of the resources it refers to, and what tools keep there. */
final class FileMetadata {
  private final Map<String, ResourceBlob.Data> resources = new LinkedHashMap<>();
  private final Optional<ExternalResources> external;
  private final long longest;

  /** @param longest the length of text above which a value is left out */
  FileMetadata(Optional<ExternalResources> external, long longest) {
    this.external = external;
    this.longest = longest;
  }

  void use(ResourceBlob blob) {
    blob.data().ifPresent(data -> resources.put(blob.key(), data));
  }

  /** The section with a blank line before it; empty when there is nothing in it. */
  String text() {
    var sections = new ArrayList<String>();
    if (!resources.isEmpty()) {
      var blobs = new LinkedHashMap<String, String>();
      resources.forEach((key, data) -> blobs.put(key, '"' + BlobText.print(data) + '"'));
      sections.add(section("dialect_resources", Map.of("builtin", blobs)));
    }
    external.ifPresent(all -> sections.add(section("external_resources", all.owners())));
    sections.removeIf(String::isEmpty);
    return sections.isEmpty() ? "" : "\n\n{-#\n" + String.join(",\n", sections) + "\n#-}";
  }

  private String section(String name, Map<String, Map<String, String>> owners) {
    var groups = new ArrayList<String>();
    owners.forEach((owner, values) -> {
      var lines = values.entrySet().stream().filter(entry -> entry.getValue().length() <= longest).map(entry -> "      " + entry.getKey() + ": " + entry.getValue()).toList();
      if (!lines.isEmpty()) {
        groups.add("    " + owner + ": {\n" + String.join(",\n", lines) + "\n    }");
      }
    });
    return groups.isEmpty() ? "" : "  " + name + ": {\n" + String.join(",\n", groups) + "\n  }";
  }
}
