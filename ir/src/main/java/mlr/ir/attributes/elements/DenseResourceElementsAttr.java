package mlr.ir.attributes.elements;

import mlr.ir.attributes.TypedAttr;
import mlr.ir.types.ShapedType;

/** {@code dense_resource<name> : tensor<4xf32>}: elements that stand in the file's section of resources. */
public record DenseResourceElementsAttr(ShapedType type, ResourceBlob blob) implements TypedAttr {
  @Override
  public String toString() {
    return "dense_resource<" + blob.key() + "> : " + type;
  }
}
