package mlr.dialects.llvm.types;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import mlr.ir.Type;
import mlr.ir.text.Quoting;

/** {@code !llvm.struct<(i32, f32)>}, {@code !llvm.struct<"name", packed (i8, i32)>}, {@code !llvm.struct<"name", opaque>}. */
public record StructType(Optional<String> name, List<Type> fields, boolean packed, boolean opaque) implements LlvmType {
  public StructType {
    fields = List.copyOf(fields);
  }

  /** A struct without a name, fields at their natural alignment. */
  public static StructType literal(List<Type> fields) {
    return new StructType(Optional.empty(), fields, false, false);
  }

  @Override
  public String body() {
    var text = name.map(n -> Quoting.quote(n) + ", ").orElse("") + (packed ? "packed " : "");
    return "struct<" + text + (opaque ? "opaque" : fields.stream().map(LlvmType::nested).collect(Collectors.joining(", ", "(", ")"))) + ">";
  }

  @Override
  public String toString() {
    return "!llvm." + body();
  }
}
