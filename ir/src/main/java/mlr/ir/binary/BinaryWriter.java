package mlr.ir.binary;

import com.google.protobuf.ByteString;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import mlr.ir.Attribute;
import mlr.ir.Block;
import mlr.ir.Location;
import mlr.ir.Operation;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.attributes.DenseElementsAttr;
import mlr.ir.attributes.StringAttr;
import mlr.ir.attributes.elements.BlobText;
import mlr.ir.attributes.elements.DenseResourceElementsAttr;
import mlr.ir.attributes.elements.ResourceBlob;
import mlr.ir.binary.proto.IrProto;
import mlr.ir.text.AttributeText;
import mlr.ir.text.Quoting;

/** Writes IR in its binary form. The same IR gives the same bytes. */
public final class BinaryWriter {
  private final IrProto.Module.Builder module = IrProto.Module.newBuilder();
  private final Map<String, Integer> strings = new LinkedHashMap<>();
  private final Map<Type, Integer> types = new LinkedHashMap<>();
  private final Map<Attribute, Integer> attributes = new LinkedHashMap<>();
  private final Map<Location, Integer> locations = new LinkedHashMap<>();
  private final Map<String, ResourceBlob> resources = new LinkedHashMap<>();
  private final AttributeText text = new AttributeText(new Resources());
  // Identity maps, read by key only.
  private final Map<Value, Integer> values = new IdentityHashMap<>();
  private final Map<Block, Integer> blocks = new IdentityHashMap<>();

  private BinaryWriter() {}

  /** Shortens nothing; notes the resources in what is written. */
  private final class Resources implements AttributeText.Shortening {
    @Override
    public Optional<String> attribute(Attribute attribute) {
      if (attribute instanceof DenseResourceElementsAttr resource) {
        resources.put(resource.blob().key(), resource.blob());
      }
      return Optional.empty();
    }
  }

  /** The bytes of {@code root} and everything in it; values from outside must not be used in it. */
  public static byte[] write(Operation root) {
    var writer = new BinaryWriter();
    writer.number(root);
    writer.writeOperation(root);
    writer.writeResources();
    var bytes = writer.module.build().toByteString();
    var checksum = new CRC32();
    checksum.update(bytes.asReadOnlyByteBuffer());
    return IrProto.File.newBuilder().setFormat(BinaryFormat.NAME).setVersion(BinaryFormat.VERSION).setChecksum((int) checksum.getValue())
        .setModule(bytes).build().toByteArray();
  }

  // All values before any use, since graph regions use values before they define them.
  private void number(Operation op) {
    op.results().forEach(this::number);
    for (var region : op.regions()) {
      int position = 0;
      for (var block : region.blocks()) {
        blocks.put(block, position++);
        block.arguments().forEach(this::number);
        block.forEach(this::number);
      }
    }
  }

  private void number(Value value) {
    values.put(value, values.size());
  }

  private void writeOperation(Operation op) {
    var message = IrProto.Operation.newBuilder().setName(name(op.name())).setLocation(location(op.location()));
    for (var operand : op.operands()) {
      var number = values.get(operand);
      if (number == null) {
        throw new IllegalArgumentException(op.name() + " uses a value that is not defined in the written operation");
      }
      message.addOperands(number);
    }
    op.resultTypes().forEach(type -> message.addResultTypes(type(type)));
    op.attributes().asMap().forEach((name, value) -> add(message, name, value));
    op.properties().ifPresent(properties -> message.setProperties(attribute(properties)));
    op.successors().forEach(block -> message.addSuccessors(blocks.get(block)));
    for (var region : op.regions()) {
      var regionMessage = message.addRegionsBuilder();
      region.blocks().forEach(block -> regionMessage.addBlocks(blockHeader(block)));
    }
    module.addOperations(message);
    for (var region : op.regions()) {
      region.blocks().forEach(block -> block.forEach(this::writeOperation));
    }
  }

  private void writeResources() {
    var message = IrProto.Operation.newBuilder();
    resources.forEach((key, blob) -> blob.data().ifPresent(data -> add(message, key, new StringAttr(BlobText.print(data)))));
    if (message.getAttributesCount() > 0) {
      module.addOperations(message.setName(name(BinaryFormat.RESOURCES)).setLocation(location(Location.UNKNOWN)));
    }
  }

  private void add(IrProto.Operation.Builder message, String name, Attribute value) {
    message.addAttributeNames(name(name)).addAttributes(attribute(value));
  }

  private IrProto.Block blockHeader(Block block) {
    var message = IrProto.Block.newBuilder().setOperations(block.size());
    for (var argument : block.arguments()) {
      message.addArgumentTypes(type(argument.type())).addArgumentLocations(location(argument.location()));
    }
    return message.build();
  }

  private int string(String value) {
    var known = strings.get(value);
    if (known != null) {
      return known;
    }
    module.addStrings(value);
    strings.put(value, strings.size());
    return strings.size() - 1;
  }

  // Protocol Buffers' strings are UTF-8 only.
  private int name(String name) {
    boolean plain = !name.startsWith("\"") && name.chars().noneMatch(c -> Character.isSurrogate((char) c));
    return string(plain ? name : Quoting.quote(name));
  }

  private int type(Type type) {
    var known = types.get(type);
    if (known != null) {
      return known;
    }
    module.addTypes(string(text.type(type)));
    types.put(type, types.size());
    return types.size() - 1;
  }

  private int attribute(Attribute attribute) {
    var known = attributes.get(attribute);
    if (known != null) {
      return known;
    }
    var message = IrProto.Attribute.newBuilder();
    if (attribute instanceof DenseElementsAttr dense) {
      message.getDenseBuilder().setType(type(dense.type())).setData(ByteString.copyFrom(dense.buffer()));
    } else {
      message.setText(string(text.attribute(attribute)));
    }
    module.addAttributes(message);
    attributes.put(attribute, attributes.size());
    return attributes.size() - 1;
  }

  private int location(Location location) {
    var known = locations.get(location);
    if (known != null) {
      return known;
    }
    var message = IrProto.Location.newBuilder();
    if (location instanceof Location.FileLineCol(String file, int line, int column)) {
      message.getFileBuilder().setName(name(file)).setLine(line).setColumn(column);
    } else {
      message.setText(string(text.location(location)));
    }
    module.addLocations(message);
    locations.put(location, locations.size());
    return locations.size() - 1;
  }
}
