package mlr.ir.interfaces;

import java.util.List;
import mlr.ir.Value;
import mlr.ir.attributes.SymbolRefAttr;

/** An operation that calls a callable by symbol. */
public interface CallInterface {
  SymbolRefAttr callee();

  /** Whether there is a {@link #callee}: an operation may also call through a value. */
  default boolean isDirect() {
    return true;
  }

  List<Value> arguments();
}
