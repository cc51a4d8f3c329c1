package mlr.lowering.certificate;

import java.util.List;
import java.util.Optional;
import mlr.ir.Operation;
import mlr.ir.attributes.ArrayAttr;
import mlr.ir.attributes.DictionaryAttr;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.attributes.StringAttr;
import mlr.ir.attributes.TypeAttr;
import mlr.passes.schedtoloop.ConvertSchedToLoop;

/**
 * A part of a node's state.
 *
 * @param owner    the variable of the source that it belongs to
 * @param type     what it holds, or what each element of a buffer does, as IR text
 * @param offset   in bytes from the start of the state
 * @param bytes    its size
 * @param kind     the kind of a buffer: ring, stack or alternating; none for a single cell
 * @param capacity how many elements a buffer has room for, 1 for a single cell
 */
public record MemoryField(String owner, String type, long offset, long bytes, Optional<String> kind, long capacity) {
  /** The cells of a node's state, in its order. */
  public static List<MemoryField> slots(Operation module, String node) {
    return list(module, node, "slots");
  }

  /** The buffers of a node's state, in its order. */
  public static List<MemoryField> buffers(Operation module, String node) {
    return list(module, node, "buffers");
  }

  private static List<MemoryField> list(Operation module, String node, String part) {
    return module.attribute(ConvertSchedToLoop.MEMORY_ATTRIBUTE).map(DictionaryAttr.class::cast).flatMap(all -> all.get(node)).map(DictionaryAttr.class::cast)
        .flatMap(memory -> memory.get(part)).map(ArrayAttr.class::cast).map(ArrayAttr::elements).orElse(List.of()).stream()
        .map(field -> read((DictionaryAttr) field)).toList();
  }

  private static MemoryField read(DictionaryAttr field) {
    return new MemoryField(text(field, "owner").orElse(""), field.get("type").map(type -> ((TypeAttr) type).value().toString()).orElse(""),
        number(field, "offset", 0), number(field, "bytes", 0), text(field, "kind"), number(field, "capacity", 1));
  }

  private static Optional<String> text(DictionaryAttr field, String key) {
    return field.get(key).map(value -> ((StringAttr) value).value());
  }

  private static long number(DictionaryAttr field, String key, long otherwise) {
    return field.get(key).map(value -> ((IntegerAttr) value).value()).orElse(otherwise);
  }
}
