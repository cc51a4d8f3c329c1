package mlr.ir.interfaces;

import java.util.function.BiConsumer;
import mlr.ir.Operation;
import mlr.ir.Value;

/** An operation whose result is called like the operation: {@code %alloc = memref.alloc()}. */
public interface NamedByMnemonic extends AsmNames {
  @Override
  default void nameResults(BiConsumer<Value, String> names) {
    var op = (Operation) this;
    names.accept(op.result(0), op.definition().mnemonic());
  }
}
