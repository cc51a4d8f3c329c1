package mlr.models;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import mlr.frontend.ParamBindings;
import mlr.ir.Type;
import mlr.ir.attributes.DenseElementsAttr;
import mlr.ir.types.FloatType;
import mlr.ir.types.IntegerType;
import mlr.ir.types.RankedTensorType;

/** Parameter values from a safetensors file. */
public record WeightBindings(Path file, Safetensors tensors) implements ParamBindings {
  /**
   * Reads a file.
   *
   * @throws ModelFileException when it is not there or damaged
   */
  public static WeightBindings read(Path file) {
    return new WeightBindings(file, Safetensors.read(file));
  }

  @Override
  public Optional<DenseElementsAttr> find(String name) {
    return Optional.ofNullable(tensors.tensors().get(name)).flatMap(WeightBindings::dense);
  }

  @Override
  public List<String> names() {
    return List.copyOf(tensors.tensors().keySet());
  }

  @Override
  public String origin() {
    return file.toString();
  }

  @Override
  public boolean required() {
    return true;
  }

  private static Optional<DenseElementsAttr> dense(StoredTensor tensor) {
    return element(tensor.type()).map(type -> {
      var bytes = new byte[tensor.data().capacity()];
      tensor.data().get(bytes);
      return DenseElementsAttr.ofBytes(RankedTensorType.of(type, tensor.shape()), bytes);
    });
  }

  private static Optional<Type> element(ElementType type) {
    return switch (type) {
      case F16 -> Optional.of(FloatType.F16);
      case BF16 -> Optional.of(FloatType.BF16);
      case F32 -> Optional.of(FloatType.F32);
      case F64 -> Optional.of(FloatType.F64);
      case BOOL -> Optional.of(IntegerType.I1);
      case I8, U8 -> Optional.of(IntegerType.I8);
      case I16, U16 -> Optional.of(IntegerType.I16);
      case I32, U32 -> Optional.of(IntegerType.I32);
      case I64, U64 -> Optional.of(IntegerType.I64);
      case F8_E5M2, F8_E4M3 -> Optional.empty();
    };
  }
}
