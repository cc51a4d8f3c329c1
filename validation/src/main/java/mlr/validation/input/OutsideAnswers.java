package mlr.validation.input;

import java.util.random.RandomGenerator;
import mlr.dialects.llvm.types.PointerType;
import mlr.dialects.llvm.types.StructType;
import mlr.ir.Type;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.eval.RuntimeValues;
import mlr.ir.types.ComplexType;
import mlr.ir.types.FloatType;
import mlr.ir.types.MemRefType;
import mlr.ir.types.NoneType;
import mlr.ir.types.ShapedType;
import mlr.ir.types.TupleType;

/** What functions outside the module return and write: small numbers, equal for an index and the integer that it becomes. */
public final class OutsideAnswers {
  private OutsideAnswers() {}

  /** Whether there is an answer of a type. */
  public static boolean supports(Type type) {
    return switch (type) {
      case StructType struct -> struct.fields().stream().allMatch(OutsideAnswers::supports);
      case MemRefType _, PointerType _, ComplexType _, TupleType _, NoneType _ -> false;
      default -> InputGenerator.supports(type);
    };
  }

  /** A value of a type. */
  public static Object answer(Type type, RandomGenerator random) {
    return switch (type) {
      case StructType struct -> struct.fields().stream().map(field -> answer(field, random)).toList();
      case ShapedType shaped -> {
        var elements = new Object[Math.toIntExact(shaped.elementCount())];
        for (int i = 0; i < elements.length; i++) {
          elements[i] = answer(shaped.element(), random);
        }
        yield RuntimeValues.tensor(shaped, elements);
      }
      case FloatType format -> {
        double value = random.nextInt(-16, 17) / 2.0;
        yield format == FloatType.F64 ? (Object) value : (Object) (float) value;
      }
      default -> IntegerAttr.wrap(type, random.nextInt(0, 9));
    };
  }
}
