package mlr.ir.binary;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.CRC32;
import mlr.ir.Attribute;
import mlr.ir.Block;
import mlr.ir.DialectRegistry;
import mlr.ir.Location;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Region;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.attributes.DenseElementsAttr;
import mlr.ir.attributes.LocationAttr;
import mlr.ir.attributes.StringAttr;
import mlr.ir.attributes.elements.BlobText;
import mlr.ir.attributes.elements.ResourceBlob;
import mlr.ir.binary.proto.IrProto;
import mlr.ir.builtin.ModuleOp;
import mlr.ir.definition.OpDefinition;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.diagnostics.SourceFile;
import mlr.ir.text.ParseFailure;
import mlr.ir.text.ParserOptions;
import mlr.ir.text.Quoting;
import mlr.ir.text.reader.AttributeReader;
import mlr.ir.types.NoneType;
import mlr.ir.types.ShapedType;

/** Reads IR from its binary form. A file of another version, a damaged one, or one that makes no sense gives a diagnostic. */
public final class BinaryReader {
  private final DialectRegistry registry;
  private final ParserOptions options;
  private final DiagnosticEngine diagnostics;
  private final IrProto.Module module;
  private final Map<String, ResourceBlob> resources = new LinkedHashMap<>();
  private final List<Type> types = new ArrayList<>();
  private final List<Attribute> attributes = new ArrayList<>();
  private final List<Location> locations = new ArrayList<>();
  private final List<Value> values = new ArrayList<>();
  private final Map<Integer, Value> forwards = new LinkedHashMap<>();
  private final Map<String, OpDefinition<?>> unregistered = new LinkedHashMap<>();
  private int nextOperation;
  private int nesting;

  /** What is wrong with the file, for the one place that reports it. */
  private static final class Malformed extends RuntimeException {
    Malformed(String message) {
      super(message, null, false, false);
    }
  }

  private BinaryReader(IrProto.Module module, DialectRegistry registry, ParserOptions options, DiagnosticEngine diagnostics) {
    this.module = module;
    this.registry = registry;
    this.options = options;
    this.diagnostics = diagnostics;
  }

  /**
   * The module that {@code data} holds; empty after an error. The result is not verified.
   *
   * @param name what diagnostics call the file
   */
  public static Optional<ModuleOp> read(byte[] data, String name, DialectRegistry registry, ParserOptions options, DiagnosticEngine diagnostics) {
    try {
      var reader = new BinaryReader(IrProto.Module.parseFrom(checkedContent(data)), registry, options, diagnostics);
      if (reader.read() instanceof ModuleOp root && root.hasBody()) {
        return Optional.of(root);
      }
      throw new Malformed("its root is no module with one block");
    } catch (InvalidProtocolBufferException | Malformed problem) {
      diagnostics.error(Location.at(name, 1, 1), "cannot read binary IR: " + problem.getMessage());
      return Optional.empty();
    }
  }

  /** Whether {@code data} starts as the binary form does. */
  public static boolean isBinary(byte[] data) {
    var format = BinaryFormat.NAME.getBytes(StandardCharsets.US_ASCII);
    int tag = IrProto.File.FORMAT_FIELD_NUMBER << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED;
    return data.length > format.length + 2 && data[0] == tag && data[1] == format.length
        && Arrays.equals(data, 2, 2 + format.length, format, 0, format.length);
  }

  private static byte[] checkedContent(byte[] data) throws InvalidProtocolBufferException {
    var file = IrProto.File.parseFrom(data);
    if (!file.getFormat().equals(BinaryFormat.NAME)) {
      throw new Malformed("the file is no binary IR (its format is not '" + BinaryFormat.NAME + "')");
    }
    if (file.getVersion() != BinaryFormat.VERSION) {
      throw new Malformed("it has format version " + file.getVersion() + ", and only version " + BinaryFormat.VERSION + " is known; write it again with this version of the tools");
    }
    var content = file.getModule().toByteArray();
    var checksum = new CRC32();
    checksum.update(content);
    if ((int) checksum.getValue() != file.getChecksum()) {
      throw new Malformed("its checksum does not match; the file is damaged");
    }
    return content;
  }

  private Operation read() {
    for (int text : module.getTypesList()) {
      types.add(type(string(text)));
    }
    for (var attribute : module.getAttributesList()) {
      attributes.add(attribute(attribute));
    }
    for (var location : module.getLocationsList()) {
      locations.add(location(location));
    }
    var root = readOperation(List.of());
    if (!forwards.isEmpty()) {
      throw new Malformed("value " + forwards.keySet().iterator().next() + " is used but not defined");
    }
    if (nextOperation < module.getOperationsCount() && name(module.getOperations(nextOperation).getName()).equals(BinaryFormat.RESOURCES)) {
      readResources();
    }
    if (nextOperation != module.getOperationsCount()) {
      throw new Malformed("operations are left over");
    }
    return root;
  }

  private static <T> T at(List<T> table, int position, String what) {
    if (position < 0 || position >= table.size()) {
      throw new Malformed("there is no " + what + " " + Integer.toUnsignedString(position));
    }
    return table.get(position);
  }

  private String string(int position) {
    return at(module.getStringsList(), position, "string");
  }

  private Type type(String text) {
    return parsed(text, "type", AttributeReader::parseType);
  }

  private Attribute parsed(String text) {
    return parsed(text, "attribute", AttributeReader::parseAttribute);
  }

  private <T> T parsed(String text, String what, Function<AttributeReader, T> syntax) {
    var problems = new DiagnosticEngine();
    try {
      var reader = new AttributeReader(new SourceFile(what + " table", text), registry, options, problems, resources);
      var read = syntax.apply(reader);
      reader.parseEnd();
      return read;
    } catch (ParseFailure failure) {
      throw new Malformed("'" + abbreviated(text) + "' is no " + what + ": " + failure.getMessage());
    }
  }

  private static String abbreviated(String text) {
    return text.length() <= 60 ? text : text.substring(0, 57) + "...";
  }

  private String name(int position) {
    var text = string(position);
    if (!text.startsWith("\"")) {
      return text;
    }
    boolean closed = text.length() > 1 && text.endsWith("\"");
    return Optional.of(text).filter(_ -> closed).flatMap(Quoting::unquote).orElseThrow(() -> new Malformed("a name is no string literal"));
  }

  // Behind everything else, since it is written last: the attributes that refer to the resources share them by name.
  private void readResources() {
    var message = module.getOperations(nextOperation++);
    checkPairs(message);
    for (int i = 0; i < message.getAttributesCount(); i++) {
      var key = name(message.getAttributeNames(i));
      if (!(at(attributes, message.getAttributes(i), "attribute") instanceof StringAttr(String hex))) {
        throw new Malformed("the data of resource '" + key + "' are no string");
      }
      resources.computeIfAbsent(key, ResourceBlob::new).define(blob(key, hex));
    }
  }

  private static ResourceBlob.Data blob(String key, String hex) {
    try {
      return BlobText.parse(key, hex);
    } catch (IllegalArgumentException problem) {
      throw new Malformed(problem.getMessage());
    }
  }

  private static void checkPairs(IrProto.Operation message) {
    if (message.getAttributeNamesCount() != message.getAttributesCount()) {
      throw new Malformed("attributes without names");
    }
  }

  private Attribute attribute(IrProto.Attribute message) {
    return switch (message.getFormCase()) {
      case TEXT -> parsed(string(message.getText()));
      case DENSE -> {
        if (!(at(types, message.getDense().getType(), "type") instanceof ShapedType shaped) || !shaped.hasStaticShape()
            || !DenseElementsAttr.isElement(shaped.element())) {
          throw new Malformed("dense elements whose type has no static shape, or elements that are no numbers");
        }
        try {
          Math.toIntExact(shaped.elementCount());
          yield DenseElementsAttr.ofBytes(shaped, message.getDense().getData().toByteArray());
        } catch (IllegalArgumentException | ArithmeticException problem) {
          throw new Malformed(problem.getMessage());
        }
      }
      case FORM_NOT_SET -> throw new Malformed("an attribute without content");
    };
  }

  private Location location(IrProto.Location message) {
    return switch (message.getFormCase()) {
      case FILE -> Location.at(name(message.getFile().getName()), message.getFile().getLine(), message.getFile().getColumn());
      case TEXT -> {
        if (!(parsed(string(message.getText())) instanceof LocationAttr location)) {
          throw new Malformed("a location that is none");
        }
        yield location.value();
      }
      case FORM_NOT_SET -> throw new Malformed("a location without content");
    };
  }

  private Operation readOperation(List<Block> siblings) {
    if (nesting > options.maxNesting()) {
      throw new Malformed("it is nested deeper than " + options.maxNesting() + " levels; --max-nesting raises the limit");
    }
    var message = at(module.getOperationsList(), nextOperation, "operation");
    nextOperation++;
    var state = OperationState.of(definition(name(message.getName())), at(locations, message.getLocation(), "location"));
    message.getOperandsList().forEach(number -> state.operand(use(number)));
    message.getResultTypesList().forEach(type -> state.result(at(types, type, "type")));
    checkPairs(message);
    for (int i = 0; i < message.getAttributesCount(); i++) {
      var name = name(message.getAttributeNames(i));
      if (name.isEmpty()) {
        throw new Malformed("an attribute with an empty name");
      }
      state.attribute(name, at(attributes, message.getAttributes(i), "attribute"));
    }
    if (message.hasProperties()) {
      if (state.definition().isRegistered()) {
        throw new Malformed("operation '" + state.definition().name() + "', which is known, has properties beside its attributes");
      }
      state.properties(Optional.of(at(attributes, message.getProperties(), "attribute")));
    }
    message.getSuccessorsList().forEach(position -> state.successor(at(siblings, position, "block")));
    // The operation comes before what is in it, so that its results get their numbers first.
    message.getRegionsList().forEach(_ -> state.addRegion());
    var op = state.definition().instantiate(state);
    op.results().forEach(this::define);
    for (int i = 0; i < message.getRegionsCount(); i++) {
      nesting++;
      readRegion(message.getRegions(i), op.region(i));
      nesting--;
    }
    return op;
  }

  private void readRegion(IrProto.Region message, Region region) {
    message.getBlocksList().forEach(_ -> region.addBlock());
    for (int i = 0; i < message.getBlocksCount(); i++) {
      var header = message.getBlocks(i);
      var block = region.blocks().get(i);
      if (header.getArgumentTypesCount() != header.getArgumentLocationsCount()) {
        throw new Malformed("block arguments without locations");
      }
      for (int j = 0; j < header.getArgumentTypesCount(); j++) {
        define(block.addArgument(at(types, header.getArgumentTypes(j), "type"), at(locations, header.getArgumentLocations(j), "location")));
      }
      for (int j = 0; j < header.getOperations(); j++) {
        block.append(readOperation(region.blocks()));
      }
    }
  }

  private OpDefinition<?> definition(String name) {
    return registry.operation(name).orElseGet(() -> {
      int dot = name.indexOf('.');
      if (!options.allowUnregisteredDialect() || registry.dialect(dot < 0 ? "" : name.substring(0, dot)).isPresent()) {
        throw new Malformed("operation '" + name + "' is not registered");
      }
      return unregistered.computeIfAbsent(name, OpDefinition::unregistered);
    });
  }

  private Value use(int number) {
    return number >= 0 && number < values.size() ? values.get(number) : forwards.computeIfAbsent(number, _ -> new Block().addArgument(NoneType.NONE, Location.UNKNOWN));
  }

  private void define(Value value) {
    var placeholder = forwards.remove(values.size());
    if (placeholder != null) {
      placeholder.replaceAllUsesWith(value);
    }
    values.add(value);
  }
}
