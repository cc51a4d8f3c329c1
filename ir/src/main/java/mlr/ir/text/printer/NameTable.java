package mlr.ir.text.printer;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import mlr.ir.Block;
import mlr.ir.BlockArgument;
import mlr.ir.OpResult;
import mlr.ir.Region;
import mlr.ir.Value;

/**
 * The names of values by the places where these are defined, while the IR does not change: each value of a large program is entered once and looked up a
 * few times, which would take most of the time of printing if each were to be hashed.
 */
final class NameTable {
  private static final String[] NONE = {};

  /** The names of what is defined in one block: first results by the position of their operation. */
  private static final class Row {
    private String[] arguments = NONE;
    private String[] results = NONE;
  }

  private static final int RECENT = 4;

  private final Map<Region, Row[]> rows = new IdentityHashMap<>(0);

  /** Further results, and those of an operation that stands in no block. */
  private final Map<Value, String> others = new IdentityHashMap<>(0);
  private Optional<Region> latestRegion = Optional.empty();
  private Row[] latest = {};

  /** A few blocks, found without hashing, and their rows: operations use what is defined beside them and in the blocks around. */
  private final Block[] recentBlocks = new Block[RECENT];
  private final Row[] recentRows = new Row[RECENT];
  private int nextRecent;

  /** The name of a value; null where it has none. */
  String get(Value value) {
    if (value instanceof OpResult result && !isFirstInBlock(result)) {
      return others.get(value);
    }
    var block = blockOf(value);
    var row = row(block, false);
    var names = row == null ? NONE : value instanceof BlockArgument ? row.arguments : row.results;
    int at = position(value, block);
    return at < names.length ? names[at] : null;
  }

  boolean has(Value value) {
    return get(value) != null;
  }

  void put(Value value, String name) {
    if (value instanceof OpResult result && !isFirstInBlock(result)) {
      others.put(value, name);
      return;
    }
    var block = blockOf(value);
    var row = row(block, true);
    int at = position(value, block);
    if (value instanceof BlockArgument) {
      row.arguments = withRoom(row.arguments, at, block.argumentCount());
      row.arguments[at] = name;
    } else {
      row.results = withRoom(row.results, at, block.size());
      row.results[at] = name;
    }
  }

  private static boolean isFirstInBlock(OpResult result) {
    return result.index() == 0 && result.owner().isInBlock();
  }

  private static Block blockOf(Value value) {
    return value instanceof OpResult result ? result.owner().requireBlock() : ((BlockArgument) value).owner();
  }

  private static int position(Value value, Block block) {
    return value instanceof OpResult result ? block.indexOf(result.owner()) : ((BlockArgument) value).index();
  }

  private static String[] withRoom(String[] names, int at, int expected) {
    if (at < names.length) {
      return names;
    }
    var more = new String[Math.max(at + 1, expected)];
    System.arraycopy(names, 0, more, 0, names.length);
    return more;
  }

  /** The names of a block; null where there are none yet and none are wanted. */
  private Row row(Block block, boolean wanted) {
    for (int i = 0; i < RECENT; i++) {
      if (recentBlocks[i] == block) {
        return recentRows[i];
      }
    }
    if (latestRegion.isEmpty() || !block.isIn(latestRegion.get())) {
      var region = block.region();
      var known = region.isEmpty() ? null : rows.get(region.get());
      if (known == null) {
        if (!wanted) {
          return null;
        }
        known = new Row[region.orElseThrow().blockCount()];
        rows.put(region.get(), known);
      }
      latestRegion = region;
      latest = known;
    }
    int at = latestRegion.get().indexOf(block);
    if (latest[at] == null && wanted) {
      latest[at] = new Row();
    }
    if (latest[at] != null) {
      recentBlocks[nextRecent] = block;
      recentRows[nextRecent] = latest[at];
      nextRecent = (nextRecent + 1) % RECENT;
    }
    return latest[at];
  }
}
