package mlr.lowering.header;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mlr.dialects.reactive.NodeInterface.Port;

/**
 * A C struct whose layout the compiler fixed: every offset and the size are asserted where it is declared.
 *
 * @param name   its tag and type name
 * @param bytes  its size; 0 for one that holds nothing
 * @param fields its members in order of offset
 */
record CStruct(String name, long bytes, List<CField> fields) {
  CStruct {
    fields = List.copyOf(fields);
  }

  /** The struct of a node's inputs or outputs; {@code enumTypes} maps enumerations of the program to their C types. */
  static CStruct of(String name, long bytes, List<Port> ports, Map<String, String> enumTypes) {
    var names = new CIdentifiers();
    var fields = new ArrayList<CField>();
    for (var port : ports) {
      if (port.offset() < 0) {
        throw new IllegalArgumentException("port '" + port.name() + "' of " + name + " has no offset");
      }
      fields.add(CField.of(port, enumTypes.getOrDefault(port.scalarSourceType(), ""), names));
    }
    return new CStruct(name, bytes, fields);
  }

  /** Declaration and assertions; {@code macro} is the assertion macro. */
  String text(String macro) {
    var out = new StringBuilder("typedef struct " + name + " {\n");
    fields.forEach(field -> out.append("  ").append(field.declaration()).append('\n'));
    if (fields.isEmpty()) {
      out.append("  uint8_t nothing; /* C has no empty struct; neither read nor written */\n");
    }
    out.append("} ").append(name).append(";\n");
    for (var field : fields) {
      out.append("%s(offsetof(%s, %s) == %d, %2$s_%3$s_offset);\n".formatted(macro, name, field.name(), field.offset()));
    }
    if (!fields.isEmpty()) {
      out.append("%s(sizeof(%s) == %d, %2$s_size);\n".formatted(macro, name, bytes));
    }
    return out.toString();
  }
}
