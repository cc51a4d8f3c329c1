package mlr.dialects.memref;

import java.util.List;
import java.util.function.BiPredicate;
import mlr.ir.Operation;
import mlr.ir.Value;
import mlr.ir.eval.MemRefValue;
import mlr.ir.rewrite.RewritePattern;
import mlr.ir.types.MemRefType;
import mlr.ir.types.ShapedType;

/** What uses memory under a type that knows less of it may as well use it under the one that knows more. */
final class CastFolding {
  private CastFolding() {}

  /** A pattern by which operations of a class take memory as it was before a {@code memref.cast} that only forgets. */
  static <T extends Operation> RewritePattern into(Class<T> kind, String name) {
    return into(kind, name, (_, _) -> true);
  }

  /** The same where the operation, as it stands, can take memory of the type before: where it can't, what is behind the cast is undefined. */
  static <T extends Operation> RewritePattern into(Class<T> kind, String name, BiPredicate<T, MemRefType> fits) {
    return RewritePattern.on(kind, name, name + " of a cast", (op, rewriter) -> {
      var forgotten = op.opOperands().stream().filter(operand -> isForgetful(operand.get()) && fits.test(op, (MemRefType) source(operand.get()).type())).findFirst();
      forgotten.ifPresent(operand -> rewriter.modify(op, () -> operand.set(source(operand.get()))));
      return forgotten.isPresent();
    });
  }

  /** Whether a value is the result of a cast whose source's type says at least as much as its own. */
  static boolean isForgetful(Value value) {
    return value.definingOp().orElse(null) instanceof CastOp cast && saysAsMuch((MemRefType) cast.source().type(), (MemRefType) value.type());
  }

  private static Value source(Value cast) {
    return ((CastOp) cast.definingOp().orElseThrow()).source();
  }

  private static boolean saysAsMuch(MemRefType source, MemRefType result) {
    return saysAsMuch(source.shape(), result.shape()) && saysAsMuch(MemRefValue.strides(source), MemRefValue.strides(result));
  }

  private static boolean saysAsMuch(List<Long> source, List<Long> result) {
    for (int i = 0; i < source.size(); i++) {
      if (source.get(i) == ShapedType.DYNAMIC && result.get(i) != ShapedType.DYNAMIC) {
        return false;
      }
    }
    return true;
  }
}
