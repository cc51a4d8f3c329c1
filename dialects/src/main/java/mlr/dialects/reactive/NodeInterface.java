package mlr.dialects.reactive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mlr.ir.Attribute;
import mlr.ir.Operation;
import mlr.ir.Type;
import mlr.ir.attributes.ArrayAttr;
import mlr.ir.attributes.DictionaryAttr;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.attributes.StringAttr;
import mlr.ir.attributes.TypeAttr;
import mlr.ir.attributes.UnitAttr;

/**
 * What the outside knows of a node, at every level: ports with their source types and clocks, enumerations, and, once
 * memory is laid out, offsets and sizes in bytes. Kept in the module attribute {@code mlr.interface}, a dictionary from node to record.
 */
public record NodeInterface(String name, List<Port> inputs, List<Port> outputs, Map<String, List<String>> enums, boolean exported, Map<String, Long> bytes) {
  /** The module attribute that holds all records. */
  public static final String ATTRIBUTE = "mlr.interface";

  /** Keys of {@link #bytes}: sizes that the lowering to loops fixes. */
  public static final List<String> SIZES = List.of("state_bytes", "slot_bytes", "buffer_bytes", "scratch_bytes", "in_bytes", "out_bytes", "constants_bytes");

  /** One input or output: its name, source type ({@code u8}, {@code gear}, {@code f32[5]}), SSA type, clock, and offset in bytes (-1 before layout). */
  public record Port(String name, String sourceType, Type type, ClockPath clock, long offset) {
    /** Whether the source type reads integers as unsigned. */
    public boolean isUnsigned() {
      return sourceType.matches("u\\d+.*");
    }

    /** The source type without its shape. */
    public String scalarSourceType() {
      int bracket = sourceType.indexOf('[');
      return bracket < 0 ? sourceType : sourceType.substring(0, bracket);
    }
  }

  public NodeInterface {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    enums = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(enums));
    bytes = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(bytes));
  }

  /** The record of a node in a module, if the module has one. */
  public static Optional<NodeInterface> of(Operation module, String node) {
    return module.attribute(ATTRIBUTE).map(DictionaryAttr.class::cast).flatMap(all -> all.get(node)).map(record -> read(node, (DictionaryAttr) record));
  }

  /** All records of a module in order of name. */
  public static List<NodeInterface> all(Operation module) {
    return module.attribute(ATTRIBUTE).map(DictionaryAttr.class::cast).map(DictionaryAttr::entries).orElse(Map.of()).entrySet().stream()
        .map(e -> read(e.getKey(), (DictionaryAttr) e.getValue())).toList();
  }

  /** The record of a node, made up from its signature when the module has none: arg0…, res0…, all on the base clock. */
  public static NodeInterface ofNode(Operation module, NodeOp node) {
    return of(module, node.symbol()).orElseGet(() -> {
      var type = node.functionType();
      return new NodeInterface(node.symbol(), defaults("arg", type.inputs()), defaults("res", type.results()), Map.of(), !node.isPrivate(), Map.of());
    });
  }

  private static List<Port> defaults(String prefix, List<Type> types) {
    var ports = new ArrayList<Port>();
    for (var type : types) {
      ports.add(new Port(prefix + ports.size(), sourceType(type), type, ClockPath.BASE, -1));
    }
    return ports;
  }

  /** The source type that a bare SSA type stands for, signed where there is a choice. */
  public static String sourceType(Type type) {
    return switch (type) {
      case mlr.ir.types.IntegerType t when t.width() == 1 -> "bool";
      case mlr.ir.types.RankedTensorType t -> sourceType(t.element()) + t.shape().toString().replace(" ", "");
      default -> type.toString();
    };
  }

  /** Puts this record into the module, in the place of the one of the same name. */
  public void writeTo(Operation module) {
    var all = new LinkedHashMap<String, Attribute>(module.attribute(ATTRIBUTE).map(DictionaryAttr.class::cast).map(DictionaryAttr::entries).orElse(Map.of()));
    all.put(name, toAttribute());
    module.setAttribute(ATTRIBUTE, new DictionaryAttr(all));
  }

  /** The port of a name, outputs after inputs. */
  public Optional<Port> port(String portName) {
    return java.util.stream.Stream.concat(inputs.stream(), outputs.stream()).filter(p -> p.name().equals(portName)).findFirst();
  }

  /** The same record with byte sizes. */
  public NodeInterface withLayout(List<Port> newInputs, List<Port> newOutputs, Map<String, Long> newBytes) {
    return new NodeInterface(name, newInputs, newOutputs, enums, exported, newBytes);
  }

  /** The record as an attribute. */
  public DictionaryAttr toAttribute() {
    var entries = new LinkedHashMap<String, Attribute>();
    entries.put("inputs", ports(inputs));
    entries.put("outputs", ports(outputs));
    if (!enums.isEmpty()) {
      var types = new LinkedHashMap<String, Attribute>();
      enums.forEach((type, constructors) -> types.put(type, ArrayAttr.ofStrings(constructors)));
      entries.put("enums", new DictionaryAttr(types));
    }
    if (exported) {
      entries.put("exported", UnitAttr.UNIT);
    }
    bytes.forEach((key, value) -> entries.put(key, IntegerAttr.i64(value)));
    return new DictionaryAttr(entries);
  }

  private static ArrayAttr ports(List<Port> ports) {
    return new ArrayAttr(ports.stream().<Attribute>map(port -> {
      var entries = new LinkedHashMap<String, Attribute>();
      entries.put("name", new StringAttr(port.name()));
      entries.put("type", new StringAttr(port.sourceType()));
      entries.put("ssa", new TypeAttr(port.type()));
      entries.put("clock", new StringAttr(port.clock().toString()));
      if (port.offset() >= 0) {
        entries.put("offset", IntegerAttr.i64(port.offset()));
      }
      return new DictionaryAttr(entries);
    }).toList());
  }

  private static NodeInterface read(String name, DictionaryAttr record) {
    var enums = new LinkedHashMap<String, List<String>>();
    record.get("enums").map(DictionaryAttr.class::cast).ifPresent(types -> types.entries().forEach((type, list) -> enums.put(type, ((ArrayAttr) list).strings())));
    var bytes = new LinkedHashMap<String, Long>();
    SIZES.forEach(key -> record.get(key).ifPresent(value -> bytes.put(key, ((IntegerAttr) value).value())));
    return new NodeInterface(name, readPorts(record, "inputs", enums), readPorts(record, "outputs", enums), enums, record.get("exported").isPresent(), bytes);
  }

  private static List<Port> readPorts(DictionaryAttr record, String key, Map<String, List<String>> enums) {
    return record.get(key).map(ArrayAttr.class::cast).map(ArrayAttr::elements).orElse(List.of()).stream().map(element -> {
      var entry = (DictionaryAttr) element;
      var type = ((TypeAttr) entry.get("ssa").orElseThrow(() -> new IllegalArgumentException("port without 'ssa' in mlr.interface"))).value();
      var source = entry.get("type").map(t -> ((StringAttr) t).value()).orElseGet(() -> sourceType(type));
      var clock = entry.get("clock").map(c -> ClockPath.parse(((StringAttr) c).value(), enums)).orElse(ClockPath.BASE);
      long offset = entry.get("offset").map(o -> ((IntegerAttr) o).value()).orElse(-1L);
      return new Port(((StringAttr) entry.get("name").orElseThrow()).value(), source, type, clock, offset);
    }).toList();
  }
}
