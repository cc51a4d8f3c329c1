package mlr.ir.conversion;

import java.util.IdentityHashMap;
import java.util.Map;
import mlr.ir.builtin.UnrealizedConversionCastOp;
import mlr.ir.conversion.TypeConverter.Kind;

/** The casts of a program under conversion: how many there may be, and in which direction this conversion made them. */
final class ConversionCasts {
  private final Map<UnrealizedConversionCastOp, Kind> kinds = new IdentityHashMap<>();
  private long count;

  /** There is one that was there before. */
  void met() {
    count++;
  }

  /** There is a new one, whose kind is kept where it will be asked for. */
  void made(UnrealizedConversionCastOp cast, Kind kind, boolean kept) {
    count++;
    if (kept) {
      kinds.put(cast, kind);
    }
  }

  /** One is gone. Others that went with what they stood in count on. */
  void erased(UnrealizedConversionCastOp cast) {
    count--;
    if (!kinds.isEmpty()) { // which a look into the map, by identity, would not ask first
      kinds.remove(cast);
    }
  }

  boolean mayBeThere() {
    return count > 0;
  }

  /** The direction of a cast; any that this conversion did not make counts as one from an old value. */
  Kind kind(UnrealizedConversionCastOp cast) {
    return kinds.getOrDefault(cast, Kind.TARGET);
  }
}
