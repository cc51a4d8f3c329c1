package mlr.ir;

/**
 * The type of a value: an immutable value compared by {@code equals}; {@code toString} gives its
 * MLIR text, which parses back to an equal type.
 */
public interface Type {
  /** The namespace of the dialect that owns this type, {@code builtin} for the core ones. */
  default String dialect() {
    return "builtin";
  }
}
