package mlr.ir.eval;

import java.util.Arrays;
import java.util.List;
import mlr.ir.types.ShapedType;

/**
 * The runtime value of a tensor or vector: elements in row-major order. Treated as immutable once it is
 * visible to more than its maker.
 */
public sealed interface TensorValue {
  /** The type, with static shape. */
  ShapedType type();

  /** Number of elements. */
  int size();

  /** An element in the boxed form of {@link RuntimeValues}; {@link Poison#POISON} in a {@link Partial} only. */
  Object get(int index);

  /** The same elements under another type of equal element count. */
  TensorValue withType(ShapedType type);

  /** Elements of f32, f16 or bf16. */
  record OfFloat(ShapedType type, float[] data) implements TensorValue {
    @Override
    public int size() {
      return data.length;
    }

    @Override
    public Float get(int index) {
      return data[index];
    }

    @Override
    public OfFloat withType(ShapedType newType) {
      return new OfFloat(newType, data);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof OfFloat that && type.equals(that.type) && Arrays.equals(data, that.data);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(data);
    }

    @Override
    public String toString() {
      return Arrays.toString(data);
    }
  }

  /** Elements of f64. */
  record OfDouble(ShapedType type, double[] data) implements TensorValue {
    @Override
    public int size() {
      return data.length;
    }

    @Override
    public Double get(int index) {
      return data[index];
    }

    @Override
    public OfDouble withType(ShapedType newType) {
      return new OfDouble(newType, data);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof OfDouble that && type.equals(that.type) && Arrays.equals(data, that.data);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(data);
    }

    @Override
    public String toString() {
      return Arrays.toString(data);
    }
  }

  /** Elements of an integer type or index. */
  record OfLong(ShapedType type, long[] data) implements TensorValue {
    @Override
    public int size() {
      return data.length;
    }

    @Override
    public Long get(int index) {
      return data[index];
    }

    @Override
    public OfLong withType(ShapedType newType) {
      return new OfLong(newType, data);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof OfLong that && type.equals(that.type) && Arrays.equals(data, that.data);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(data);
    }

    @Override
    public String toString() {
      return Arrays.toString(data);
    }
  }

  /** Elements some of which are poison, in the boxed form of {@link RuntimeValues}. */
  record Partial(ShapedType type, List<Object> elements) implements TensorValue {
    public Partial {
      elements = List.copyOf(elements);
    }

    @Override
    public int size() {
      return elements.size();
    }

    @Override
    public Object get(int index) {
      return elements.get(index);
    }

    @Override
    public Partial withType(ShapedType newType) {
      return new Partial(newType, elements);
    }

    @Override
    public String toString() {
      return elements.toString();
    }
  }
}
