package mlr.ir.interfaces;

import java.util.function.BiConsumer;
import mlr.ir.Region;
import mlr.ir.Value;

/** Suggests names for values in textual IR, as upstream's {@code OpAsmOpInterface}; the printer makes them unique. */
public interface AsmNames {
  /** Names results; naming one that is not the first starts a new group {@code %a, %b:2 = …}. */
  default void nameResults(BiConsumer<Value, String> names) {}

  /** Names the entry arguments of one of this operation's regions. */
  default void nameRegionArguments(Region region, BiConsumer<Value, String> names) {}
}
