package mlr.ir.text.reader;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import mlr.ir.Location;
import mlr.ir.Type;
import mlr.ir.attributes.DenseElementsAttr;
import mlr.ir.attributes.TypedAttr;
import mlr.ir.attributes.elements.DenseStringElementsAttr;
import mlr.ir.types.ComplexType;
import mlr.ir.types.IntegerType;
import mlr.ir.types.ShapedType;

/** Reads the elements of {@code dense<…> : type}. The type stands behind the elements, so literals are kept until it is known. */
final class DenseReader {
  private final AttributeReader in;
  private final NumberReader numbers;

  DenseReader(AttributeReader in, NumberReader numbers) {
    this.in = in;
    this.numbers = numbers;
  }

  /**
   * What stands between the angle brackets.
   *
   * @param shape that of the nested lists; none for a single element, which then fills every place
   * @param numbers the literals, two for each complex element
   * @param strings the string literals
   * @param pairs whether the elements are complex
   */
  record Elements(Optional<List<Long>> shape, List<NumberReader.Literal> numbers, List<String> strings, boolean pairs, Location location) {
    boolean isSingleString() {
      return shape.isEmpty() && strings.size() == 1;
    }
  }

  /** Nested lists, or a single element, or nothing. */
  Elements elements() {
    var where = in.location();
    var literals = new ArrayList<NumberReader.Literal>();
    var strings = new ArrayList<String>();
    var pairs = new ArrayList<Location>();
    Optional<List<Long>> shape = Optional.empty();
    if (in.atPunctuation("[")) {
      shape = Optional.of(list(literals, strings, pairs));
    } else if (in.atPunctuation(">")) {
      shape = Optional.of(List.of(0L));
    } else {
      element(literals, strings, pairs);
    }
    if (!pairs.isEmpty() && literals.size() != 2 * pairs.size() || !strings.isEmpty() && !literals.isEmpty()) {
      throw in.errorAt(where, "the elements are of different kinds: numbers, complex numbers and strings do not mix");
    }
    return new Elements(shape, literals, strings, !pairs.isEmpty(), where);
  }

  /** The type behind the elements, of static shape. */
  ShapedType type(Optional<Type> implied) {
    var where = in.location();
    var type = implied.orElseGet(() -> {
      in.parsePunctuation(":");
      return in.parseType();
    });
    if (!(type instanceof ShapedType shaped) || !shaped.hasStaticShape()) {
      throw in.errorAt(where, "dense elements need a tensor or vector type of static shape, not " + type);
    }
    checkSize(shaped, where);
    return shaped;
  }

  private void checkSize(ShapedType type, Location where) {
    int size = DenseElementsAttr.isElement(type.element()) ? DenseElementsAttr.elementBytes(type.element()) : Long.BYTES;
    var bytes = type.shape().stream().map(BigInteger::valueOf).reduce(BigInteger.valueOf(size), BigInteger::multiply);
    if (bytes.compareTo(BigInteger.valueOf(Integer.MAX_VALUE - 8)) > 0) {
      throw in.errorAt(where, "dense elements of more than 2 GiB are not supported");
    }
  }

  /** The attribute of {@code type} that holds {@code elements}. */
  TypedAttr build(Elements elements, ShapedType type) {
    if (!DenseElementsAttr.isElement(type.element())) {
      return strings(elements, type);
    }
    if (elements.isSingleString()) {
      return fromHex(type, elements.strings().getFirst(), elements.location());
    }
    if (!elements.strings().isEmpty()) {
      throw in.errorAt(elements.location(), "string elements are not of type " + type.element());
    }
    checkShape(elements, type);
    var element = type.element() instanceof ComplexType complex ? complex.element() : type.element();
    if (elements.pairs() != type.element() instanceof ComplexType && !elements.numbers().isEmpty()) {
      throw in.errorAt(elements.location(), elements.pairs() ? "complex elements are not of type " + type.element()
          : "elements of type " + type.element() + " are pairs (real, imaginary)");
    }
    int size = DenseElementsAttr.elementBytes(element);
    var buffer = ByteBuffer.allocate(elements.numbers().size() * size).order(ByteOrder.LITTLE_ENDIAN);
    for (var literal : elements.numbers()) {
      put(buffer, literal, element, size);
    }
    return DenseElementsAttr.ofBytes(type, buffer.array());
  }

  private void put(ByteBuffer buffer, NumberReader.Literal literal, Type element, int size) {
    if (size > Long.BYTES) {
      var bits = numbers.wideBits(literal, element);
      for (int i = 0; i < size; i++) {
        buffer.put(bits.shiftRight(8 * i).byteValue());
      }
      return;
    }
    long bits = bits(literal, element);
    for (int i = 0; i < size; i++) {
      buffer.put((byte) (bits >>> 8 * i));
    }
  }

  private long bits(NumberReader.Literal literal, Type element) {
    if (literal.isBoolean()) {
      if (!element.equals(IntegerType.I1)) {
        throw in.errorAt(literal.location(), "expected i1 type for 'true' or 'false' values, not " + element);
      }
      return literal.digits().equals("true") ? 1 : 0;
    }
    return numbers.bits(literal, element, literal.location());
  }

  private TypedAttr strings(Elements elements, ShapedType type) {
    if (!elements.numbers().isEmpty()) {
      throw in.errorAt(elements.location(), "dense elements of type " + type.element() + " are strings");
    }
    checkShape(elements, type);
    return new DenseStringElementsAttr(type, elements.strings());
  }

  private void checkShape(Elements elements, ShapedType type) {
    boolean none = elements.numbers().isEmpty() && elements.strings().isEmpty();
    boolean fits = none ? type.elementCount() == 0 : elements.shape().isEmpty() || elements.shape().get().equals(type.shape());
    if (!fits) {
      throw in.errorAt(elements.location(), none ? "parsed zero elements, but type " + type + " has " + type.elementCount()
          : "inferred shape of elements literal (" + elements.shape().get() + ") does not match type (" + type.shape() + ")");
    }
  }

  private void element(List<NumberReader.Literal> literals, List<String> strings, List<Location> pairs) {
    if (in.at(TokenKind.STRING)) {
      strings.add(in.parseString());
    } else if (in.atPunctuation("(")) {
      pairs.add(in.location());
      in.parsePunctuation("(");
      literals.add(literal());
      in.parsePunctuation(",");
      literals.add(literal());
      in.parsePunctuation(")");
    } else {
      literals.add(literal());
    }
  }

  private NumberReader.Literal literal() {
    if (in.atWord("true") || in.atWord("false")) {
      var where = in.location();
      return new NumberReader.Literal(in.take(), false, false, where);
    }
    return numbers.literal();
  }

  /** Reads {@code […]} and returns its shape; all elements of a list have the same. */
  private List<Long> list(List<NumberReader.Literal> literals, List<String> strings, List<Location> pairs) {
    var shapes = new ArrayList<List<Long>>();
    var size = new long[1];
    in.nested(() -> in.parseCommaSeparated("[", "]", () -> {
      var where = in.location();
      List<Long> inner = List.of();
      if (in.atPunctuation("[")) {
        inner = list(literals, strings, pairs);
      } else {
        element(literals, strings, pairs);
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

  private DenseElementsAttr fromHex(ShapedType type, String text, Location where) {
    byte[] data;
    try {
      data = HexFormat.of().parseHex(text.startsWith("0x") ? text.substring(2) : "?");
    } catch (IllegalArgumentException _) {
      throw in.errorAt(where, "elements hex string should start with '0x' and hold pairs of hexadecimal digits");
    }
    int count = Math.toIntExact(type.elementCount());
    if (type.element().equals(IntegerType.I1)) {
      boolean isSplat = data.length == 1 && (data[0] == 0 || data[0] == -1);
      data = isSplat ? new byte[] {(byte) (data[0] & 1)} : data.length == (count + 7) / 8 ? unpacked(data, count) : new byte[0];
    }
    int size = DenseElementsAttr.elementBytes(type.element());
    if (data.length != size && data.length != (long) count * size) {
      throw in.errorAt(where, "elements hex data size is invalid for provided type: " + type + " takes " + (long) count * size + " bytes");
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
