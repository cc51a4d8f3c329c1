package mlr.ir.binary;

/** What marks the binary form of IR; its schema is {@code mlr/ir.proto}. */
final class BinaryFormat {
  /** What {@code File.format} says. */
  static final String NAME = "mlr-ir";

  /** The version written, and the only one read. */
  static final int VERSION = 2;

  /** The operation behind the root whose attributes are the resources. */
  static final String RESOURCES = "builtin.dialect_resources";

  private BinaryFormat() {}
}
