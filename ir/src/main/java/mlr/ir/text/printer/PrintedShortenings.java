package mlr.ir.text.printer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import mlr.ir.Attribute;
import mlr.ir.Operation;
import mlr.ir.Type;
import mlr.ir.attributes.AffineMapAttr;
import mlr.ir.attributes.DistinctAttr;
import mlr.ir.attributes.LocationAttr;
import mlr.ir.attributes.affine.IntegerSetAttr;
import mlr.ir.attributes.elements.BlobText;
import mlr.ir.attributes.elements.DenseResourceElementsAttr;
import mlr.ir.attributes.elements.ResourceBlob;
import mlr.ir.interfaces.AsmAlias;
import mlr.ir.text.AttributeText;
import mlr.ir.text.PrintOptions;
import mlr.ir.text.PrintedText;

/**
 * What the text of one printed operation shortens: aliases, elided elements, and the numbers of distinct attributes, which count from 0.
 * Aliases are looked for when the first one is needed, since most IR needs none.
 */
final class PrintedShortenings implements AttributeText.Shortening {
  private final Operation root;
  private final PrintOptions options;
  private final AttributeText text = new AttributeText(this);
  private final FileMetadata metadata;
  private final Map<Long, Integer> distinctNumbers = new LinkedHashMap<>();
  private Optional<Aliases> aliases = Optional.empty();
  private String definitions = "";
  private String deferredDefinitions = "";

  PrintedShortenings(Operation root, PrintOptions options) {
    this.root = root;
    this.options = options;
    this.metadata = new FileMetadata(options.externalResources().filter(_ -> !options.localScope()), options.elideResourceStringsIfLarger().orElse(Long.MAX_VALUE));
  }

  /** Everything shortened by this. */
  AttributeText text() {
    return text;
  }

  @Override
  public Optional<String> attribute(Attribute attribute) {
    // Without a switch: see FormatWriter.
    if (attribute instanceof AsmAlias || attribute instanceof AffineMapAttr || attribute instanceof IntegerSetAttr || attribute instanceof LocationAttr
        || attribute instanceof DistinctAttr) {
      return alias(attribute);
    }
    if (attribute instanceof DenseResourceElementsAttr resource && !options.localScope()) {
      metadata.use(resource.blob());
    }
    return Optional.empty();
  }

  @Override
  public Optional<String> type(Type type) {
    return alias(type);
  }

  @Override
  public Optional<String> elements(long count) {
    var limit = options.elideElementsAttrsIfLarger();
    boolean elided = limit.isPresent() && count > limit.getAsLong();
    return elided ? Optional.of("dense_resource<__elided__>") : Optional.empty();
  }

  @Override
  public long number(DistinctAttr distinct) {
    return distinctNumbers.computeIfAbsent(distinct.id(), _ -> distinctNumbers.size());
  }

  private Optional<String> alias(Object value) {
    if (options.localScope()) {
      return Optional.empty();
    }
    if (aliases.isEmpty()) {
      var found = AliasVisitor.aliases(root, options);
      aliases = Optional.of(found);
      definitions = found.definitions(false, this::inFull);
      deferredDefinitions = found.definitions(true, this::inFull);
    }
    return aliases.get().of(value);
  }

  private String inFull(Object value) {
    return value instanceof Attribute attribute ? text.attributeInFull(attribute) : text.typeInFull((Type) value);
  }

  /** The whole text: definitions of aliases, {@code body}, the definitions that may stand behind it, and the resources. */
  PrintedText around(PrintedText body) {
    var behind = deferredDefinitions.isEmpty() ? "" : "\n" + deferredDefinitions.stripTrailing();
    return new PrintedText().append(definitions).append(body).append(behind).append(metadata.text());
  }
}
