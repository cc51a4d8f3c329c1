package mlr.dialects.memref;

import java.util.Optional;
import java.util.function.BiPredicate;
import mlr.ir.Operation;
import mlr.ir.Value;
import mlr.ir.rewrite.RewritePattern;
import mlr.ir.types.MemRefType;

/** What uses memory under another type may as well use it under its own: where that is not of the other type's extents, the use was undefined. */
final class CastFolding {
  private CastFolding() {}

  /** A pattern by which operations of a class take memory as it was before a {@code memref.cast}. */
  static <T extends Operation> RewritePattern into(Class<T> kind, String name) {
    return into(kind, name, (_, _) -> true);
  }

  /** The same where the operation, as it stands, can take memory of the type before. */
  static <T extends Operation> RewritePattern into(Class<T> kind, String name, BiPredicate<T, MemRefType> fits) {
    return RewritePattern.on(kind, name, name + " of a cast", (op, rewriter) -> {
      for (var operand : op.opOperands()) {
        var source = sourceOfCast(operand.get());
        if (source.isPresent() && fits.test(op, (MemRefType) source.get().type())) {
          rewriter.modify(op, () -> operand.set(source.get()));
          return true;
        }
      }
      return false;
    });
  }

  /** What was cast, where {@code value} is the result of a cast. */
  static Optional<Value> sourceOfCast(Value value) {
    return value.definingOp().orElse(null) instanceof CastOp cast ? Optional.of(cast.source()) : Optional.empty();
  }
}
