package mlr.validation.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import mlr.dialects.func.FunctionSignature;
import mlr.dialects.llvm.types.PointerType;
import mlr.dialects.llvm.types.StructType;
import mlr.dialects.llvm.types.VoidType;
import mlr.ir.Operation;
import mlr.ir.Type;
import mlr.ir.attributes.ArrayAttr;
import mlr.ir.attributes.DictionaryAttr;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.eval.MemRefValue;
import mlr.ir.eval.PointerValue;
import mlr.ir.eval.Poison;
import mlr.ir.types.IndexType;
import mlr.ir.types.IntegerType;
import mlr.ir.types.MemRefType;

/**
 * A function with a body, of the func or the llvm dialect. Several results of an llvm function travel in a struct; here they
 * are several results.
 */
public record Callable(String symbol, Operation op, List<Type> parameters, List<Type> results) {
  private static final String NOALIAS = "llvm.noalias";

  /** The function that an operation is, if it is one. */
  public static Optional<Callable> of(Operation op) {
    return switch (op) {
      case mlr.dialects.func.FuncOp f when !f.isDeclaration() ->
          Optional.of(new Callable(f.symbol(), f, f.functionType().inputs(), f.functionType().results()));
      case mlr.dialects.llvm.FuncOp f when !f.isDeclaration() && !f.functionType().variadic() ->
          Optional.of(new Callable(f.symbol(), f, f.functionType().parameters(), results(f.functionType().result())));
      default -> Optional.empty();
    };
  }

  private static List<Type> results(Type type) {
    return switch (type) {
      case VoidType _ -> List.of();
      case StructType struct when struct.name().isEmpty() -> struct.fields();
      default -> List.of(type);
    };
  }

  /** Whether what a parameter leads to is reached through it alone. */
  public boolean isApart(int parameter) {
    return op.attribute(FunctionSignature.ARGUMENT_ATTRIBUTES).filter(all -> all instanceof ArrayAttr array
        && array.elements().get(parameter) instanceof DictionaryAttr attributes && attributes.entries().containsKey(NOALIAS)).isPresent();
  }

  /** Whether {@code later} has the same signature, or the one that lowering to the llvm dialect makes of it. */
  public boolean corresponds(Callable later) {
    return corresponds(parameters, later.parameters) && corresponds(results, later.results);
  }

  private static boolean corresponds(List<Type> before, List<Type> after) {
    return before.size() == after.size() && IntStream.range(0, before.size()).allMatch(i -> corresponds(before.get(i), after.get(i)));
  }

  private static boolean corresponds(Type before, Type after) {
    return before.equals(after) || before instanceof IndexType && after instanceof IntegerType || before instanceof MemRefType && after instanceof PointerType;
  }

  /** A value of a parameter before as the corresponding parameter after takes it. */
  public static Object adapt(Object value, Type to) {
    return switch (value) {
      case MemRefValue memref when to instanceof PointerType -> new PointerValue(memref.memory(), memref.byteOffset());
      case Long number when to instanceof IntegerType -> IntegerAttr.wrap(to, number);
      default -> value;
    };
  }

  /** What a call returned, one value a result. */
  public List<Object> unpack(Object[] returned) {
    if (results.size() > 1 && returned.length == 1) {
      var fields = new ArrayList<Object>();
      for (int i = 0; i < results.size(); i++) {
        fields.add(returned[0] instanceof List<?> struct ? struct.get(i) : Poison.POISON);
      }
      return fields;
    }
    return List.of(returned);
  }
}
