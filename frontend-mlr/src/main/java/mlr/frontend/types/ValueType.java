package mlr.frontend.types;

/** The type of a value at one instant: an element type and a shape. */
public record ValueType(Element element, Shape shape) {
  /** The truth values. */
  public static final ValueType BOOL = scalar(Scalar.BOOL);

  /** A value without axes. */
  public static ValueType scalar(Element element) {
    return new ValueType(element, Shape.SCALAR);
  }

  /** The same shape with other elements. */
  public ValueType withElement(Element newElement) {
    return new ValueType(newElement, shape);
  }

  /** The same elements in another shape. */
  public ValueType withShape(Shape newShape) {
    return new ValueType(element, newShape);
  }

  @Override
  public String toString() {
    return shape.equals(Shape.SCALAR) ? element.toString() : element + shape.toString();
  }
}
