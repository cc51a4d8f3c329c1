package mlr.lowering.header;

import java.util.List;
import mlr.dialects.reactive.NodeInterface.Port;
import mlr.ir.Type;
import mlr.ir.types.FloatType;
import mlr.ir.types.IntegerType;
import mlr.ir.types.ShapedType;

/**
 * A member of a C struct.
 *
 * @param type    its element type in C
 * @param name    its identifier
 * @param extents of its array dimensions, outermost first; none for a scalar
 * @param offset  its offset in bytes
 * @param comment what a reader should know of it
 */
record CField(String type, String name, List<Long> extents, long offset, String comment) {
  CField {
    extents = List.copyOf(extents);
  }

  /** The member for a port whose offset is laid out. */
  static CField of(Port port, String enumType, CIdentifiers names) {
    var extents = port.type() instanceof ShapedType shaped ? shaped.shape() : List.<Long>of();
    var element = ShapedType.elementOrSelf(port.type());
    var clock = port.clock().isBase() ? "" : ", present when " + String.join(" and ", port.clock().toString().substring(". on ".length()).split(" on "));
    var type = enumType.isEmpty() ? cType(element, port.isUnsigned()) : enumType;
    return new CField(type, names.of(port.name()), extents, port.offset(), port.sourceType() + meaning(element) + clock);
  }

  /** {@code float x[5][25];} and its comment. */
  String declaration() {
    var dimensions = new StringBuilder();
    extents.forEach(extent -> dimensions.append('[').append(extent).append(']'));
    return type + " " + name + dimensions + "; /* " + comment + " */";
  }

  private static String meaning(Type element) {
    return switch (element) {
      case IntegerType integer when integer.width() == 1 -> ": 0 or 1";
      case FloatType format when format.width() == 16 -> ": the raw bits";
      default -> "";
    };
  }

  /** The C type that holds one element: Booleans and 16-bit floats as integers of their size. */
  static String cType(Type element, boolean unsigned) {
    return switch (element) {
      case FloatType.F32 -> "float";
      case FloatType.F64 -> "double";
      case FloatType format when format.width() == 16 -> "uint16_t";
      case IntegerType integer when integer.width() == 1 -> "uint8_t";
      case IntegerType integer when List.of(8, 16, 32, 64).contains(integer.width()) -> (unsigned ? "uint" : "int") + integer.width() + "_t";
      default -> throw new IllegalArgumentException("no C type for " + element);
    };
  }
}
