package mlr.ir.text.reader;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import mlr.ir.Attribute;
import mlr.ir.Location;
import mlr.ir.Type;
import mlr.ir.attributes.DenseElementsAttr;
import mlr.ir.types.FloatType;
import mlr.ir.types.IndexType;
import mlr.ir.types.IntegerType;
import mlr.ir.types.ShapedType;

/** Reads {@code dense<…> : type}. The type stands behind the elements, so literals are kept until it is known. */
final class DenseReader {
  private final AttributeReader in;
  private final NumberReader numbers;
  private final List<NumberReader.Literal> literals = new ArrayList<>();

  DenseReader(AttributeReader in, NumberReader numbers) {
    this.in = in;
    this.numbers = numbers;
  }

  Attribute read(Optional<Type> implied) {
    var where = in.location();
    in.parsePunctuation("<");
    literals.clear();
    Optional<String> hex = Optional.empty();
    List<Long> shape = List.of();
    boolean empty = in.atPunctuation(">");
    boolean splat = !empty && !in.atPunctuation("[");
    if (in.at(TokenKind.STRING)) {
      hex = Optional.of(in.parseString());
    } else if (splat) {
      literal();
    } else if (!empty) {
      shape = list();
    }
    in.parsePunctuation(">");
    var typeLocation = in.location();
    var type = implied.orElseGet(() -> {
      in.parsePunctuation(":");
      return in.parseType();
    });
    if (!(type instanceof ShapedType shaped) || !shaped.hasStaticShape()) {
      throw in.errorAt(typeLocation, "dense elements need a tensor or vector type of static shape, not " + type);
    }
    if (!isNumber(shaped.element())) {
      throw in.errorAt(typeLocation, "dense elements of type " + shaped.element() + " are not supported");
    }
    if (count(shaped, typeLocation) * DenseElementsAttr.elementBytes(shaped.element()) > Integer.MAX_VALUE - 8) {
      throw in.errorAt(typeLocation, "dense elements of more than 2 GiB are not supported");
    }
    if (hex.isPresent()) {
      return fromHex(shaped, hex.get(), where);
    }
    if (empty ? shaped.elementCount() != 0 : !splat && !shape.equals(shaped.shape())) {
      throw in.errorAt(where, "inferred shape of elements literal (" + shape + ") does not match type (" + shaped.shape() + ")");
    }
    if (shaped.elementCount() == 0) {
      return DenseElementsAttr.ofBytes(shaped, new byte[0]);
    }
    var bits = new long[literals.size()];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = bits(literals.get(i), shaped.element());
    }
    literals.clear();
    return DenseElementsAttr.ofBits(shaped, bits);
  }

  private static boolean isNumber(Type element) {
    return element instanceof IndexType || element instanceof FloatType format && format.width() <= 64 || element instanceof IntegerType integer && integer.width() <= 64;
  }

  private long count(ShapedType type, Location where) {
    try {
      return Math.multiplyExact(type.elementCount(), 8L) / 8;
    } catch (ArithmeticException _) {
      throw in.errorAt(where, "the number of elements of " + type + " does not fit 64 bits");
    }
  }

  private long bits(NumberReader.Literal literal, Type element) {
    if (literal.digits().equals("true") || literal.digits().equals("false")) {
      if (!element.equals(IntegerType.I1)) {
        throw in.errorAt(literal.location(), "expected i1 type for 'true' or 'false' values, not " + element);
      }
      return literal.digits().equals("true") ? 1 : 0;
    }
    return numbers.bits(literal, element, literal.location());
  }

  private void literal() {
    if (in.atWord("true") || in.atWord("false")) {
      var where = in.location();
      literals.add(new NumberReader.Literal(in.take(), false, false, where));
    } else {
      literals.add(numbers.literal());
    }
  }

  /** Reads {@code […]} and returns its shape; all elements of a list have the same. */
  private List<Long> list() {
    var shapes = new ArrayList<List<Long>>();
    var size = new long[1];
    in.nested(() -> in.parseCommaSeparated("[", "]", () -> {
      var where = in.location();
      List<Long> inner = List.of();
      if (in.atPunctuation("[")) {
        inner = list();
      } else {
        literal();
      }
      if (shapes.isEmpty()) {
        shapes.add(inner);
      } else if (!shapes.getFirst().equals(inner)) {
        throw in.errorAt(where, "tensor literal is invalid; ranks are not consistent between elements");
      }
      size[0]++;
    }));
    var shape = new ArrayList<Long>(List.of(size[0]));
    shapes.forEach(shape::addAll);
    return shape;
  }

  private Attribute fromHex(ShapedType type, String text, Location where) {
    byte[] data;
    try {
      data = HexFormat.of().parseHex(text.startsWith("0x") ? text.substring(2) : "?");
    } catch (IllegalArgumentException _) {
      throw in.errorAt(where, "elements hex string should start with '0x' and hold pairs of hexadecimal digits");
    }
    int count = Math.toIntExact(type.elementCount());
    if (type.element().equals(IntegerType.I1)) {
      data = data.length == (count + 7) / 8 ? unpacked(data, count) : data.length == 1 ? new byte[] {(byte) (data[0] & 1)} : data;
    }
    int size = DenseElementsAttr.elementBytes(type.element());
    if (data.length != size && data.length != (long) count * size) {
      throw in.errorAt(where, "elements hex data size is invalid for provided type: " + type + " takes " + (long) count * size + " bytes, not " + data.length);
    }
    return DenseElementsAttr.ofBytes(type, data);
  }

  // Upstream packs eight i1 elements into a byte, the first one lowest.
  private static byte[] unpacked(byte[] packed, int count) {
    var data = new byte[count];
    for (int i = 0; i < count; i++) {
      data[i] = (byte) (packed[i / 8] >> i % 8 & 1);
    }
    return data;
  }
}
