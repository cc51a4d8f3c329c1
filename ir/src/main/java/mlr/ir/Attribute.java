package mlr.ir;

/**
 * Compile-time data on an operation: an immutable value compared by {@code equals};
 * {@code toString} gives its MLIR text, which parses back to an equal attribute.
 */
public interface Attribute {
  /** The namespace of the dialect that owns this attribute, {@code builtin} for the core ones. */
  default String dialect() {
    return "builtin";
  }
}
