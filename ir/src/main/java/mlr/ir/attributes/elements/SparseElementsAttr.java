package mlr.ir.attributes.elements;

import mlr.ir.attributes.DenseElementsAttr;
import mlr.ir.attributes.TypedAttr;
import mlr.ir.text.AttributeText;
import mlr.ir.types.ShapedType;

/**
 * {@code sparse<[[0, 0], [1, 2]], [1, 5]> : tensor<3x4xi32>}: the elements at some indices, the rest zero.
 *
 * @param indices a row of indices for each element, of type {@code tensor<NxRxi64>}
 * @param values the elements, dense, of type {@code tensor<NxT>}
 */
public record SparseElementsAttr(ShapedType type, DenseElementsAttr indices, TypedAttr values) implements TypedAttr {
  @Override
  public String toString() {
    return AttributeText.FULL.attribute(this);
  }
}
