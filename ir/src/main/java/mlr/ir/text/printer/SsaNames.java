package mlr.ir.text.printer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
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
  private final NumberNames argumentNames;
  private final NameTable valueNames = new NameTable();
  // Identity maps, read by key only; small at first, as there are some for each function, mostly empty.
  private final Map<Operation, TreeSet<Integer>> resultGroups = new IdentityHashMap<>(0);
  private final Map<Operation, String> operationNames = new IdentityHashMap<>(0);
  private final Map<Operation, Context> isolated = new IdentityHashMap<>(0);

  private final Suggestions suggestions = new Suggestions();

  /** The names taken in the region that is being named. */
  private Taken taken;

  /** The region of the block asked for last. */
  private Optional<Region> latestRegion = Optional.empty();
  private int nextValue;
  private int nextArgument;
  private int nextConflict;

  /** The names taken in a region; those of enclosing regions are taken too. */
  private record Taken(Set<String> names, Optional<Taken> outer) {
    boolean contains(String name) {
      var scope = this;
      while (!scope.names.contains(name)) {
        if (scope.outer.isEmpty()) {
          return false;
        }
        scope = scope.outer.get();
      }
      return true;
    }

    Taken inner() {
      return new Taken(new HashSet<>(), Optional.of(this));
    }
  }

  /** The counters of a region when all in it has a name, and the names taken there: what the regions inside start from. */
  private record Context(int nextValue, int nextArgument, int nextConflict, Taken taken) {}

  /** Takes the names that operations suggest. Made once and no lambda, as to make one that captures something costs much without the optimising compiler. */
  private final class Suggestions implements BiConsumer<Value, String> {
    @Override
    public void accept(Value value, String name) {
      suggest(value, name);
    }
  }

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
    this.argumentNames = new NumberNames("%arg");
    this.taken = new Taken(new HashSet<>(), Optional.empty());
    nameResults(root);
    nameRegions(root, new Context(0, 0, 0, taken));
  }

  private SsaNames(Operation root, Context around, SsaNames outer) {
    this.generic = outer.generic;
    this.unique = outer.unique;
    this.numbered = outer.numbered;
    this.kept = outer.kept;
    this.outer = Optional.of(outer);
    this.numbers = outer.numbers;
    this.blockNumbers = outer.blockNumbers;
    this.argumentNames = outer.argumentNames;
    this.taken = around.taken();
    nameRegions(root, around);
  }

  /** The names inside {@code op}: its own where it is isolated from above, else these. */
  SsaNames inside(Operation op) {
    var context = op.regionCount() == 0 ? null : isolated.get(op);
    return context == null ? this : new SsaNames(op, context, this);
  }

  private void nameRegions(Operation root, Context around) {
    var pending = new ArrayList<Pending>();
    addRegions(root, around, pending);
    var withRegions = new ArrayList<Operation>();
    while (!pending.isEmpty()) {
      var next = pending.removeLast();
      if (!unique) {
        nextValue = next.around().nextValue();
        nextArgument = next.around().nextArgument();
        nextConflict = next.around().nextConflict();
      }
      taken = next.around().taken().inner();
      withRegions.clear();
      nameRegion(next.region(), withRegions);
      var context = new Context(nextValue, nextArgument, nextConflict, taken);
      for (int i = 0; i < withRegions.size(); i++) {
        var op = withRegions.get(i);
        if (!unique && op.definition().hasTrait(Trait.ISOLATED_FROM_ABOVE)) {
          isolated.put(op, context);
        } else {
          addRegions(op, context, pending);
        }
      }
    }
  }

  private static void addRegions(Operation op, Context around, List<Pending> pending) {
    for (int i = 0; i < op.regionCount(); i++) {
      pending.add(new Pending(op.region(i), around));
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
    if (latestRegion.isEmpty() || !block.isIn(latestRegion.get())) {
      latestRegion = block.region();
    }
    return latestRegion.isPresent() ? blockNumbers.of(latestRegion.get().indexOf(block)) : "INVALIDBLOCK";
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

  /** Names what is defined in a region; its operations that have regions themselves are added to {@code withRegions}. */
  private void nameRegion(Region region, List<Operation> withRegions) {
    boolean suggested = !generic && region.parentOp().orElse(null) instanceof AsmNames;
    if (suggested) {
      ((AsmNames) region.parentOp().orElseThrow()).nameRegionArguments(region, suggestions);
    }
    for (int n = 0; n < region.blockCount(); n++) {
      var block = region.block(n);
      for (int i = 0; i < block.argumentCount(); i++) {
        if (!suggested || !valueNames.has(block.argument(i))) {
          setName(block.argument(i), n == 0 ? argumentNames.of(nextArgument++) : "");
        }
      }
      for (var op : block) {
        nameResults(op);
        if (op.regionCount() > 0) {
          withRegions.add(op);
        }
      }
    }
  }

  private void nameResults(Operation op) {
    int count = op.resultCount();
    if (count == 0) {
      if (numbered) {
        operationNames.put(op, numbers.of(nextValue++));
      }
      return;
    }
    if (!generic && op instanceof AsmNames suggesting) {
      if (count == 1) {
        suggesting.nameResults(suggestions);
      } else {
        nameGroups(op, suggesting);
      }
      if (valueNames.has(op.result(0))) {
        return;
      }
    }
    if (kept.isPresent()) {
      setName(op.result(0), "");
    } else {
      valueNames.put(op.result(0), numbers.of(nextValue++));
    }
  }

  private void nameGroups(Operation op, AsmNames suggesting) {
    var heads = new TreeSet<Integer>(List.of(0));
    suggesting.nameResults((value, name) -> {
      suggest(value, name);
      heads.add(((OpResult) value).index());
    });
    if (heads.size() > 1) {
      resultGroups.put(op, heads);
    }
  }

  private void suggest(Value value, String name) {
    setName(value, name.isEmpty() ? "" : sanitized(name));
  }

  /** @param name with the sigil; empty for a number */
  private void setName(Value value, String name) {
    var before = kept.isPresent() ? kept.get().of(value) : Optional.<String>empty();
    var chosen = before.isPresent() ? before.get() : name.isEmpty() ? number() : unique(name);
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

  private String unique(String name) {
    var candidate = name;
    while (taken.contains(candidate) || isKept(candidate)) {
      candidate = name + "_" + nextConflict++;
    }
    taken.names().add(candidate);
    return candidate;
  }

  // A name that starts with a digit would clash with numbers; characters outside the identifier syntax become their code.
  private static String sanitized(String name) {
    if (isPlain(name)) {
      return "%" + name;
    }
    var out = new StringBuilder("%");
    if (Character.isDigit(name.charAt(0))) {
      out.append('_');
    }
    for (char c : name.toCharArray()) {
      if (isNamePart(c)) {
        out.append(c);
      } else {
        out.append(c == ' ' ? "_" : Integer.toHexString(c).toUpperCase());
      }
    }
    return out.toString();
  }

  private static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (!isNamePart(name.charAt(i))) {
        return false;
      }
    }
    return name.charAt(0) > '9' || name.charAt(0) < '0';
  }

  private static boolean isNamePart(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '$' || c == '.' || c == '-';
  }
}
