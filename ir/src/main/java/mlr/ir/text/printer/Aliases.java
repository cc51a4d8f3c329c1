package mlr.ir.text.printer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mlr.ir.Attribute;
import mlr.ir.Location;
import mlr.ir.Type;
import mlr.ir.attributes.AffineMapAttr;
import mlr.ir.attributes.ArrayAttr;
import mlr.ir.attributes.DictionaryAttr;
import mlr.ir.attributes.DistinctAttr;
import mlr.ir.attributes.LocationAttr;
import mlr.ir.attributes.OpaqueAttr;
import mlr.ir.attributes.TypeAttr;
import mlr.ir.attributes.TypedAttr;
import mlr.ir.attributes.UnitAttr;
import mlr.ir.attributes.affine.IntegerSetAttr;
import mlr.ir.interfaces.AsmAlias;
import mlr.ir.types.FunctionType;
import mlr.ir.types.MemRefType;
import mlr.ir.types.RankedTensorType;
import mlr.ir.types.ShapedType;
import mlr.ir.types.TupleType;
import mlr.ir.types.UnrankedMemRefType;

/**
 * The aliases of a printed operation, by upstream's rules: affine maps {@code #map}, sets {@code #set}, locations {@code #loc}, distinct
 * attributes {@code #distinct}, long tuples {@code !tuple}, and what dialects name themselves. They are numbered by depth of what they hold, then in order of their first use.
 */
final class Aliases {
  private static final int LONG_TUPLE = 16;
  private final Map<Object, Entry> entries = new LinkedHashMap<>();
  private final List<Entry> named = new ArrayList<>();

  /** An attribute or type that was met, whether or not it gets an alias, since what it holds may. */
  private static final class Entry {
    final Object value;
    final String kind;
    final List<Entry> children = new ArrayList<>();
    boolean deferrable;
    int depth;
    String name = "";

    Entry(Object value, String kind, boolean deferrable) {
      this.value = value;
      this.kind = kind;
      this.deferrable = deferrable;
      this.depth = kind.isEmpty() ? 0 : 1;
    }

    private void settle() {
      if (deferrable) {
        deferrable = false;
        children.forEach(Entry::settle);
      }
    }
  }

  /** Notes the use of a location at an operation, whose alias may be defined behind the text. */
  void visitTrailing(Location location) {
    visit(new LocationAttr(location), true);
  }

  void visit(Location location) {
    visit(new LocationAttr(location), false);
  }

  void visit(Attribute attribute) {
    visit(attribute, false);
  }

  void visit(Type type) {
    visit(type, false);
  }

  private Entry visit(Object value, boolean deferrable) {
    var known = entries.get(value);
    if (known != null) {
      if (!deferrable) {
        known.settle();
      }
      return known;
    }
    var entry = new Entry(value, kind(value), deferrable);
    entries.put(value, entry);
    int deepest = 0;
    for (var part : value instanceof Attribute attribute ? parts(attribute) : parts((Type) value)) {
      var child = visit(part, deferrable);
      entry.children.add(child);
      deepest = Math.max(deepest, child.depth);
    }
    if (deepest > 0) {
      entry.depth = deepest + 1;
    }
    return entry;
  }

  private static String kind(Object value) {
    return switch (value) {
      case AffineMapAttr _ -> "#map";
      case IntegerSetAttr _ -> "#set";
      case LocationAttr _ -> "#loc";
      case DistinctAttr distinct when !(distinct.referenced() instanceof UnitAttr) -> "#distinct";
      case TupleType tuple when tuple.elements().size() > LONG_TUPLE -> "!tuple";
      case AsmAlias named -> (value instanceof Attribute ? "#" : "!") + withoutTrailingDigit(named.alias());
      default -> "";
    };
  }

  /** A number that belongs to the name is set apart from the one that may follow. */
  private static String withoutTrailingDigit(String name) {
    return Character.isDigit(name.charAt(name.length() - 1)) ? name + "_" : name;
  }

  private static List<?> parts(Attribute attribute) {
    return switch (attribute) {
      case ArrayAttr array -> array.elements();
      case DictionaryAttr dictionary -> List.copyOf(dictionary.entries().values());
      case TypeAttr type -> List.of(type.value());
      case DistinctAttr distinct -> List.of(distinct.referenced());
      case OpaqueAttr opaque -> opaque.type().stream().toList();
      case TypedAttr typed -> List.of(typed.type());
      case LocationAttr(Location.Name(String _, Location child)) when !(child instanceof Location.Unknown) -> List.of(new LocationAttr(child));
      case LocationAttr(Location.CallSite(Location callee, Location caller)) -> List.of(new LocationAttr(callee), new LocationAttr(caller));
      case LocationAttr(Location.Fused(List<Location> places, Optional<Attribute> metadata)) -> {
        var all = new ArrayList<Attribute>(places.stream().map(LocationAttr::new).toList());
        metadata.ifPresent(all::add);
        yield all;
      }
      default -> List.of();
    };
  }

  private static List<?> parts(Type type) {
    return switch (type) {
      case FunctionType function -> concatenated(function.inputs(), function.results());
      case TupleType tuple -> tuple.elements();
      case RankedTensorType tensor -> concatenated(List.of(tensor.element()), tensor.encoding().stream().toList());
      case MemRefType memref -> concatenated(List.of(memref.element()), concatenated(memref.layout().stream().toList(), memref.memorySpace().stream().toList()));
      case UnrankedMemRefType memref -> concatenated(List.of(memref.element()), memref.memorySpace().stream().toList());
      case ShapedType shaped -> List.of(shaped.element());
      default -> List.of();
    };
  }

  private static List<Object> concatenated(List<?> first, List<?> second) {
    var all = new ArrayList<Object>(first);
    all.addAll(second);
    return all;
  }

  /** Gives the aliases their names, once everything was visited. */
  void name() {
    entries.values().stream().filter(entry -> !entry.kind.isEmpty()).forEach(named::add);
    // At one depth types come before attributes.
    named.sort(Comparator.comparingInt((Entry entry) -> entry.depth).thenComparing(entry -> entry.value instanceof Attribute).thenComparing(entry -> entry.kind));
    var counts = new LinkedHashMap<String, Integer>();
    for (var entry : named) {
      int number = counts.merge(entry.kind, 1, Integer::sum) - 1;
      entry.name = entry.kind + (number == 0 ? "" : number);
    }
  }

  /** The alias of an attribute or type; empty when it has none. */
  Optional<String> of(Object value) {
    return Optional.ofNullable(entries.get(value)).map(entry -> entry.name).filter(name -> !name.isEmpty());
  }

  /** How an alias definition writes the value. */
  interface Text {
    String of(Object value);
  }

  /** A line for each alias, of those that may be defined behind the text or of the others. */
  String definitions(boolean deferred, Text text) {
    var out = new StringBuilder();
    for (var entry : named) {
      if (entry.deferrable == deferred) {
        out.append(entry.name).append(" = ").append(text.of(entry.value)).append('\n');
      }
    }
    return out.toString();
  }
}
