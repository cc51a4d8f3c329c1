package mlr.ir.text;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * MLIR's string literal syntax: printable ASCII as it is, {@code \"}, {@code \\} and two hex digits for the rest. MLIR's strings are bytes: those
 * that are not UTF-8 are held as the low surrogates U+DC80 to U+DCFF, which no proper text has by themselves.
 */
public final class Quoting {
  private static final char RAW_BYTE = '\uDC00';

  private Quoting() {}

  /** The string literal that reads back as {@code text} (its UTF-8 bytes). */
  public static String quote(String text) {
    if (isPlain(text)) {
      return '"' + text + '"';
    }
    var out = new StringBuilder(text.length() + 2).append('"');
    for (byte raw : bytes(text)) {
      int b = raw & 0xff;
      switch (b) {
        case '"' -> out.append("\\22");
        case '\\' -> out.append("\\\\");
        default -> {
          if (b >= 0x20 && b < 0x7f) {
            out.append((char) b);
          } else {
            out.append('\\').append(Character.toUpperCase(Character.forDigit(b >> 4, 16)))
                .append(Character.toUpperCase(Character.forDigit(b & 15, 16)));
          }
        }
      }
    }
    return out.append('"').toString();
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x20 || c >= 0x7f || c == '"' || c == '\\') {
        return false;
      }
    }
    return true;
  }

  /** The value of a string literal, quotes included in {@code literal}; empty when an escape is unknown. */
  public static Optional<String> unquote(String literal) {
    var inner = literal.substring(1, literal.length() - 1);
    if (inner.indexOf('\\') < 0) {
      return Optional.of(inner);
    }
    var bytes = new ByteArrayOutputStream();
    for (int i = 0; i < inner.length(); ) {
      int escape = inner.indexOf('\\', i);
      if (escape != i) {
        bytes.writeBytes(inner.substring(i, escape < 0 ? inner.length() : escape).getBytes(StandardCharsets.UTF_8));
        i = escape < 0 ? inner.length() : escape;
        continue;
      }
      char next = inner.charAt(i + 1);
      switch (next) {
        case '"', '\\' -> bytes.write(next);
        case 'n' -> bytes.write('\n');
        case 't' -> bytes.write('\t');
        default -> {
          int value = i + 2 < inner.length() ? Character.digit(next, 16) << 4 | Character.digit(inner.charAt(i + 2), 16) : -1;
          if (value < 0) {
            return Optional.empty();
          }
          bytes.write(value);
          i++;
        }
      }
      i += 2;
    }
    return Optional.of(text(bytes.toByteArray()));
  }

  /** The bytes of a string. */
  public static byte[] bytes(String text) {
    if (text.chars().noneMatch(c -> Character.isSurrogate((char) c))) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    var bytes = new ByteArrayOutputStream();
    text.codePoints().forEach(point -> {
      if (point >= RAW_BYTE + 0x80 && point <= RAW_BYTE + 0xff) {
        bytes.write(point - RAW_BYTE);
      } else {
        bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
      }
    });
    return bytes.toByteArray();
  }

  /** The string of some bytes. */
  public static String text(byte[] bytes) {
    var out = new StringBuilder();
    var in = ByteBuffer.wrap(bytes);
    var decoder = StandardCharsets.UTF_8.newDecoder();
    var chars = CharBuffer.allocate(bytes.length);
    for (var result = decoder.decode(in, chars, true); ; result = decoder.decode(in, chars, true)) {
      out.append(chars.flip());
      chars.clear();
      if (!result.isError()) {
        return out.toString();
      }
      for (int i = 0; i < result.length(); i++) {
        out.append((char) (RAW_BYTE + (in.get() & 0xff)));
      }
      decoder.reset();
    }
  }

  /** True when {@code text} can stand as a bare identifier (letter or underscore, then letters, digits, {@code _ $ .}). */
  public static boolean isBareIdentifier(String text) {
    if (text.isEmpty() || !(isLetter(text.charAt(0)) || text.charAt(0) == '_')) {
      return false;
    }
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!(isLetter(c) || (c >= '0' && c <= '9') || c == '_' || c == '$' || c == '.')) {
        return false;
      }
    }
    return true;
  }

  /** A symbol reference to {@code name}: {@code @name}, quoted where it must be. */
  public static String symbol(String name) {
    return "@" + (isBareIdentifier(name) ? name : quote(name));
  }

  private static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
