package mlr.ir.text.printer;

import java.util.ArrayDeque;
import java.util.ArrayList;
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
import mlr.ir.interfaces.AsmNames;

/**
 * The names of values and blocks in printed IR, by upstream's rules: a region is numbered after the one it stands in, the last one of a block first; entry
 * arguments are {@code %arg0}…, other values {@code %0}…; names that operations suggest are made unique.
 */
final class SsaNames {
  private final boolean generic;
  // Identity maps, read by key only.
  private final Map<Value, String> valueNames = new IdentityHashMap<>();
  private final Map<Operation, TreeSet<Integer>> resultGroups = new IdentityHashMap<>();
  private final Map<Block, String> blockNames = new IdentityHashMap<>();
  private final Map<Block, List<Block>> predecessors = new IdentityHashMap<>();
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

  /** A region still to be numbered, with the counters of the region around it. */
  private record Pending(Region region, int nextValue, int nextArgument, int nextConflict, Taken outer) {}

  SsaNames(Operation root, boolean generic) {
    this.generic = generic;
    var pending = new ArrayDeque<Pending>();
    var top = new Taken(new HashSet<>(), Optional.empty());
    root.regions().forEach(region -> pending.push(new Pending(region, 0, 0, 0, top)));
    nameResults(root, top);
    while (!pending.isEmpty()) {
      var next = pending.pop();
      // In generic form numbers are unique in the whole text, as upstream's are.
      if (!generic) {
        nextValue = next.nextValue();
        nextArgument = next.nextArgument();
        nextConflict = next.nextConflict();
      }
      var taken = next.outer().inner();
      nameRegion(next.region(), taken);
      for (var block : next.region().blocks()) {
        for (var op : block) {
          for (var region : op.regions()) {
            pending.push(new Pending(region, nextValue, nextArgument, nextConflict, taken));
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
      var name = valueNames.getOrDefault(result.owner().result(head), "<<UNKNOWN SSA VALUE>>");
      return size == 1 ? name : name + "#" + (result.index() - head);
    }
    return valueNames.getOrDefault(value, "<<UNKNOWN SSA VALUE>>");
  }

  /** {@code %0, %1:2}: what stands left of the equals sign. */
  String results(Operation op) {
    var out = new StringBuilder();
    for (int head = 0; head < op.resultCount(); head = groupEnd(op, head)) {
      int size = groupEnd(op, head) - head;
      out.append(head > 0 ? ", " : "").append(valueNames.getOrDefault(op.result(head), "<<UNKNOWN SSA VALUE>>")).append(size > 1 ? ":" + size : "");
    }
    return out.toString();
  }

  String block(Block block) {
    return blockNames.getOrDefault(block, "INVALIDBLOCK");
  }

  /** The blocks that branch here, in order, one entry a branch. */
  List<Block> predecessors(Block block) {
    return predecessors.getOrDefault(block, List.of());
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
    if (!generic && region.parentOp().orElse(null) instanceof AsmNames names) {
      names.nameRegionArguments(region, (value, name) -> setName(value, name, taken));
    }
    int nextBlock = 0;
    for (var block : region.blocks()) {
      blockNames.put(block, "^bb" + nextBlock);
      nextBlock++;
      boolean entry = nextBlock == 1;
      for (var argument : block.arguments()) {
        if (!valueNames.containsKey(argument)) {
          setName(argument, entry ? "arg" + nextArgument++ : "", taken);
        }
      }
      for (var op : block) {
        nameResults(op, taken);
        op.successors().forEach(successor -> predecessors.computeIfAbsent(successor, _ -> new ArrayList<>()).add(block));
      }
    }
  }

  private void nameResults(Operation op, Taken taken) {
    if (!generic && op instanceof AsmNames names) {
      var heads = new TreeSet<Integer>(List.of(0));
      names.nameResults((value, name) -> {
        setName(value, name, taken);
        heads.add(((OpResult) value).index());
      });
      if (heads.size() > 1) {
        resultGroups.put(op, heads);
      }
    }
    if (op.resultCount() > 0 && !valueNames.containsKey(op.result(0))) {
      valueNames.put(op.result(0), "%" + nextValue++);
    }
  }

  private void setName(Value value, String name, Taken taken) {
    valueNames.put(value, "%" + (name.isEmpty() ? Integer.toString(nextValue++) : unique(sanitized(name), taken)));
  }

  private String unique(String name, Taken taken) {
    var candidate = name;
    while (taken.contains(candidate)) {
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
