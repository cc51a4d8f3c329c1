package mlr.dialects.llvm.types;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mlr.ir.Type;

/** {@code !llvm.func<i32 (ptr, ...)>}. */
public record LlvmFunctionType(Type result, List<Type> parameters, boolean variadic) implements LlvmType {
  public LlvmFunctionType {
    parameters = List.copyOf(parameters);
  }

  /** The result types of operations that call it: none for void. */
  public List<Type> results() {
    return result instanceof VoidType ? List.of() : List.of(result);
  }

  @Override
  public String body() {
    var all = Stream.concat(parameters.stream().map(LlvmType::nested), variadic ? Stream.of("...") : Stream.empty());
    return "func<" + LlvmType.nested(result) + all.collect(Collectors.joining(", ", " (", ")")) + ">";
  }

  @Override
  public String toString() {
    return "!llvm." + body();
  }
}
