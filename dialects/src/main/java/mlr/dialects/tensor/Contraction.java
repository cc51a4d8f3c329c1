package mlr.dialects.tensor;

import mlr.ir.attributes.IntegerAttr;
import mlr.ir.eval.Evaluation;
import mlr.ir.eval.PoisonResult;
import mlr.ir.eval.TensorValue;
import mlr.ir.types.FloatType;
import mlr.ir.types.ShapedType;

/**
 * Sums of products with the bits that the language promises: {@code out[i] = fma(a_k, b_k, …)} from +0.0 with k ascending;
 * integers wrap.
 */
final class Contraction {
  private Contraction() {}

  /** Where the factors of the k-th product of an output element lie. */
  @FunctionalInterface
  interface Positions {
    int at(int output, int k);
  }

  /** A tensor of {@code type} from {@code depth} products an element. */
  static TensorValue run(ShapedType type, int depth, TensorValue a, Positions inA, TensorValue b, Positions inB) {
    int count = Math.toIntExact(type.elementCount());
    return switch (a) {
      case TensorValue.Partial _ -> throw PoisonResult.INSTANCE;
      case TensorValue.OfFloat x -> {
        var y = (TensorValue.OfFloat) b;
        var out = new float[count];
        for (int i = 0; i < count; i++) {
          float sum = 0;
          for (int k = 0; k < depth; k++) {
            sum = Evaluation.round((FloatType) type.element(), Math.fma(x.data()[inA.at(i, k)], y.data()[inB.at(i, k)], sum));
          }
          out[i] = sum;
        }
        yield new TensorValue.OfFloat(type, out);
      }
      case TensorValue.OfDouble x -> {
        var y = (TensorValue.OfDouble) b;
        var out = new double[count];
        for (int i = 0; i < count; i++) {
          for (int k = 0; k < depth; k++) {
            out[i] = Math.fma(x.data()[inA.at(i, k)], y.data()[inB.at(i, k)], out[i]);
          }
        }
        yield new TensorValue.OfDouble(type, out);
      }
      case TensorValue.OfLong x -> {
        var y = (TensorValue.OfLong) b;
        var out = new long[count];
        for (int i = 0; i < count; i++) {
          for (int k = 0; k < depth; k++) {
            out[i] += x.data()[inA.at(i, k)] * y.data()[inB.at(i, k)];
          }
          out[i] = IntegerAttr.wrap(type.element(), out[i]);
        }
        yield new TensorValue.OfLong(type, out);
      }
    };
  }
}
