package mlr.ir.text.reader;

import java.util.List;
import java.util.Optional;
import mlr.ir.Attribute;
import mlr.ir.Location;
import mlr.ir.Type;
import mlr.ir.attributes.DenseElementsAttr;
import mlr.ir.attributes.elements.DenseResourceElementsAttr;
import mlr.ir.attributes.elements.ResourceBlob;
import mlr.ir.attributes.elements.SparseElementsAttr;
import mlr.ir.types.IntegerType;
import mlr.ir.types.RankedTensorType;
import mlr.ir.types.ShapedType;

/** Reads the attributes that hold elements of a tensor or vector, after their keyword. */
final class ElementsReader {
  private final AttributeReader in;
  private final DenseReader dense;

  ElementsReader(AttributeReader in, NumberReader numbers) {
    this.in = in;
    this.dense = new DenseReader(in, numbers);
  }

  /** {@code <[1, 2]> : tensor<2xi32>}. */
  Attribute dense(Optional<Type> implied) {
    in.parsePunctuation("<");
    var elements = dense.elements();
    in.parsePunctuation(">");
    return dense.build(elements, dense.type(implied));
  }

  /** {@code <key> : tensor<2xi32>}. */
  Attribute resource(Optional<Type> implied) {
    in.parsePunctuation("<");
    var key = in.parseKeyword();
    in.parsePunctuation(">");
    var where = in.location();
    var type = implied.orElseGet(() -> {
      in.parsePunctuation(":");
      return in.parseType();
    });
    if (!(type instanceof ShapedType shaped)) {
      throw in.errorAt(where, "a dense_resource needs a shaped type, not " + type);
    }
    return new DenseResourceElementsAttr(shaped, in.resources.computeIfAbsent(key, ResourceBlob::new));
  }

  /** {@code <[[0, 0], [1, 2]], [1, 5]> : tensor<3x4xi32>}. */
  Attribute sparse(Optional<Type> implied) {
    in.parsePunctuation("<");
    var where = in.location();
    var indices = dense.elements();
    boolean empty = in.atPunctuation(">");
    if (!empty) {
      in.parsePunctuation(",");
    }
    var values = empty ? indices : dense.elements();
    in.parsePunctuation(">");
    var type = dense.type(implied);
    var indicesType = indicesType(indices, empty, type);
    var positions = (DenseElementsAttr) dense.build(indices, indicesType);
    checkIndices(positions, type, where);
    long count = indicesType.shape().getFirst();
    return new SparseElementsAttr(type, positions, dense.build(values, RankedTensorType.of(type.element(), count)));
  }

  // A row an element; with one row, the brackets around it, or around its only index, may be left out.
  private static ShapedType indicesType(DenseReader.Elements indices, boolean empty, ShapedType type) {
    var shape = indices.shape().orElse(List.of(1L));
    boolean rows = shape.size() > 1 || type.rank() == 1 && !indices.shape().isEmpty();
    long count = empty ? 0 : rows ? shape.getFirst() : 1;
    return RankedTensorType.of(IntegerType.I64, shape.size() > 1 || indices.shape().isEmpty() ? List.of(count, (long) type.rank()) : shape);
  }

  private void checkIndices(DenseElementsAttr indices, ShapedType type, Location where) {
    int rank = type.rank();
    for (int i = 0; i < indices.count(); i++) {
      long extent = type.shape().get(i % rank);
      if (indices.bits(i) < 0 || indices.bits(i) >= extent) {
        throw in.errorAt(where, "sparse index #" + i / rank + " is not contained within the value shape: " + indices.bits(i)
            + " is not between 0 and " + (extent - 1) + " of type " + type);
      }
    }
  }
}
