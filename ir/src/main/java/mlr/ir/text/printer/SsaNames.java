package mlr.ir.text.printer;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import mlr.ir.Block;
import mlr.ir.OpResult;
import mlr.ir.Operation;
import mlr.ir.Region;
import mlr.ir.Value;
import mlr.ir.definition.Trait;
import mlr.ir.interfaces.AsmNames;
import mlr.ir.text.KeptNames;
import mlr.ir.text.PrintDetail;
import mlr.ir.text.PrintOptions;

/**
 * The names of values and blocks in printed IR, by upstream's rules: a region is numbered after the one it stands in, the last one of a block first; entry
 * arguments are {@code %arg0}…, other values {@code %0}…; names that operations suggest are made unique. In custom form, the inside of an operation that is
 * isolated from above is named when {@link #inside} asks for it, so that only few names are held at once.
 */
final class SsaNames {
  private static final String UNKNOWN = "<<UNKNOWN SSA VALUE>>";

  private final boolean generic;
  /** Whether counters run on through the whole text. */
  private final boolean unique;
  /** Whether operations without results get a number, which comments call them by. */
  private final boolean numbered;
  private final Optional<KeptNames> kept;
  private final Optional<SsaNames> outer;
  private final NumberNames numbers;
  private final NumberNames blockNumbers;
  private final NameTable valueNames = new NameTable();
  // Identity maps, read by key only.
  private final Map<Operation, TreeSet<Integer>> resultGroups = new IdentityHashMap<>();
  private final Map<Operation, String> operationNames = new IdentityHashMap<>();
  private final Map<Operation, Context> isolated = new IdentityHashMap<>();
  private int nextValue;
  private int nextArgument;
  private int nextConflict;

  /** The names taken in a region; those of enclosing regions are taken too. */
  private record Taken(Set<String> names, Optional<Taken> outer) {
    boolean contains(String name) {
      for (var scope = Optional.of(this); scope.isPresent(); scope = scope.get().outer()) {
        if (scope.get().names().contains(name)) {
          return true;
        }
      }
      return false;
    }

    Taken inner() {
      return new Taken(new HashSet<>(), Optional.of(this));
    }
  }

  /** The counters of a region when all in it has a name, and the names taken there: what the regions inside start from. */
  private record Context(int nextValue, int nextArgument, int nextConflict, Taken taken) {}

  /** A region still to be numbered. */
  private record Pending(Region region, Context around) {}

  /** The names within {@code root}. */
  SsaNames(Operation root, PrintOptions options, Optional<KeptNames> kept) {
    this.generic = options.generic();
    // In generic form numbers are unique in the whole text, as upstream's are.
    this.unique = generic || options.shows(PrintDetail.UNIQUE_SSA_IDS);
    this.numbered = options.shows(PrintDetail.VALUE_USERS);
    this.kept = kept;
    this.outer = Optional.empty();
    this.numbers = new NumberNames("%");
    this.blockNumbers = new NumberNames("^bb");
    var top = new Taken(new HashSet<>(), Optional.empty());
    nameResults(root, top);
    nameRegions(root, new Context(0, 0, 0, top));
  }

  private SsaNames(Operation root, Context around, SsaNames outer) {
    this.generic = outer.generic;
    this.unique = outer.unique;
    this.numbered = outer.numbered;
    this.kept = outer.kept;
    this.outer = Optional.of(outer);
    this.numbers = outer.numbers;
    this.blockNumbers = outer.blockNumbers;
    nameRegions(root, around);
  }

  /** The names inside {@code op}: its own where it is isolated from above, else these. */
  SsaNames inside(Operation op) {
    var context = op.regionCount() == 0 ? null : isolated.get(op);
    return context == null ? this : new SsaNames(op, context, this);
  }

  private void nameRegions(Operation root, Context around) {
    var pending = new ArrayDeque<Pending>();
    root.regions().forEach(region -> pending.push(new Pending(region, around)));
    while (!pending.isEmpty()) {
      var next = pending.pop();
      if (!unique) {
        nextValue = next.around().nextValue();
        nextArgument = next.around().nextArgument();
        nextConflict = next.around().nextConflict();
      }
      var taken = next.around().taken().inner();
      nameRegion(next.region(), taken);
      var context = new Context(nextValue, nextArgument, nextConflict, taken);
      for (int n = 0; n < next.region().blockCount(); n++) {
        for (var op : next.region().block(n)) {
          if (op.regionCount() == 0) {
            continue;
          }
          if (!unique && op.definition().hasTrait(Trait.ISOLATED_FROM_ABOVE)) {
            isolated.put(op, context);
          } else {
            op.regions().forEach(region -> pending.push(new Pending(region, context)));
          }
        }
      }
    }
  }

  /** {@code %name}, with {@code #number} for results further back in a group. */
  String value(Value value) {
    if (value instanceof OpResult result && result.owner().resultCount() > 1) {
      int head = groupHead(result);
      int size = groupEnd(result.owner(), head) - head;
      var name = name(result.owner().result(head));
      return size == 1 ? name : name + "#" + (result.index() - head);
    }
    return name(value);
  }

  /** The number of an operation without results, where those have one. */
  String operation(Operation op) {
    var known = operationNames.get(op);
    return known != null ? known : outer.isPresent() ? outer.get().operation(op) : UNKNOWN;
  }

  private String name(Value value) {
    var known = valueNames.get(value);
    if (known != null || outer.isPresent()) {
      return known != null ? known : outer.get().name(value);
    }
    return kept.isPresent() ? kept.get().of(value).orElse(UNKNOWN) : UNKNOWN;
  }

  /** {@code %0, %1:2}: what stands left of the equals sign. */
  String results(Operation op) {
    if (op.resultCount() == 1) {
      return name(op.result(0));
    }
    var out = new StringBuilder();
    for (int head = 0; head < op.resultCount(); head = groupEnd(op, head)) {
      int size = groupEnd(op, head) - head;
      out.append(head > 0 ? ", " : "").append(name(op.result(head))).append(size > 1 ? ":" + size : "");
    }
    return out.toString();
  }

  String block(Block block) {
    var region = block.region();
    return region.isPresent() ? blockNumbers.of(region.get().indexOf(block)) : "INVALIDBLOCK";
  }

  private int groupHead(OpResult result) {
    var heads = resultGroups.get(result.owner());
    return heads == null ? 0 : heads.floor(result.index());
  }

  private int groupEnd(Operation op, int head) {
    var heads = resultGroups.get(op);
    var next = heads == null ? null : heads.higher(head);
    return next == null ? op.resultCount() : next;
  }

  private void nameRegion(Region region, Taken taken) {
    boolean suggested = !generic && region.parentOp().orElse(null) instanceof AsmNames;
    if (suggested) {
      ((AsmNames) region.parentOp().orElseThrow()).nameRegionArguments(region, (value, name) -> setName(value, name, taken));
    }
    for (int n = 0; n < region.blockCount(); n++) {
      var block = region.block(n);
      for (int i = 0; i < block.argumentCount(); i++) {
        if (!suggested || !valueNames.has(block.argument(i))) {
          setName(block.argument(i), n == 0 ? "arg" + nextArgument++ : "", taken);
        }
      }
      for (var op : block) {
        nameResults(op, taken);
      }
    }
  }

  private void nameResults(Operation op, Taken taken) {
    if (op.resultCount() == 0) {
      if (numbered) {
        operationNames.put(op, numbers.of(nextValue++));
      }
      return;
    }
    boolean suggested = !generic && op instanceof AsmNames;
    if (suggested) {
      var heads = new TreeSet<Integer>(List.of(0));
      ((AsmNames) op).nameResults((value, name) -> {
        setName(value, name, taken);
        heads.add(((OpResult) value).index());
      });
      if (heads.size() > 1) {
        resultGroups.put(op, heads);
      }
    }
    if (suggested && valueNames.has(op.result(0))) {
      return;
    }
    if (kept.isPresent()) {
      setName(op.result(0), "", taken);
    } else {
      valueNames.put(op.result(0), numbers.of(nextValue++));
    }
  }

  private void setName(Value value, String name, Taken taken) {
    var before = kept.isPresent() ? kept.get().of(value) : Optional.<String>empty();
    var chosen = before.isPresent() ? before.get() : name.isEmpty() ? number() : "%" + unique(sanitized(name), taken);
    valueNames.put(value, chosen);
    if (kept.isPresent()) {
      kept.get().keep(value, chosen);
    }
  }

  private String number() {
    if (kept.isPresent()) {
      nextValue = Math.max(nextValue, kept.get().firstFreeNumber());
    }
    var number = numbers.of(nextValue++);
    while (isKept(number)) {
      number = numbers.of(nextValue++);
    }
    return number;
  }

  private boolean isKept(String name) {
    return kept.isPresent() && kept.get().isTaken(name);
  }

  private String unique(String name, Taken taken) {
    var candidate = name;
    while (taken.contains(candidate) || isKept("%" + candidate)) {
      candidate = name + "_" + nextConflict++;
    }
    taken.names().add(candidate);
    return candidate;
  }

  // A name that starts with a digit would clash with numbers; characters outside the identifier syntax become their code.
  private static String sanitized(String name) {
    var out = new StringBuilder();
    if (Character.isDigit(name.charAt(0))) {
      out.append('_');
    }
    for (char c : name.toCharArray()) {
      if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '$' || c == '.' || c == '-') {
        out.append(c);
      } else {
        out.append(c == ' ' ? "_" : Integer.toHexString(c).toUpperCase());
      }
    }
    return out.toString();
  }
}
