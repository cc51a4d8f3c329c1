package mlr.dialects.llvm.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mlr.ir.Type;
import mlr.ir.text.TypeParser;

/** Reads types of the llvm dialect. */
public final class LlvmTypeReader {
  private static final List<String> MNEMONICS = List.of("ptr", "array", "struct", "func", "void");

  private LlvmTypeReader() {}

  /** The type after its mnemonic; empty when the mnemonic is unknown. */
  public static Optional<Type> read(String mnemonic, TypeParser parser) {
    return switch (mnemonic) {
      case "ptr" -> Optional.of(pointer(parser));
      case "array" -> Optional.of(array(parser));
      case "struct" -> Optional.of(struct(parser));
      case "func" -> Optional.of(function(parser));
      case "void" -> Optional.of(VoidType.VOID);
      default -> Optional.empty();
    };
  }

  /** A type in which the prefix {@code !llvm.} may be left out. */
  private static Type nested(TypeParser parser) {
    var mnemonic = parser.parseOptionalKeywordOf(MNEMONICS);
    return mnemonic.isPresent() ? read(mnemonic.get(), parser).orElseThrow() : parser.parseType();
  }

  private static Type pointer(TypeParser parser) {
    if (!parser.parseOptionalPunctuation("<")) {
      return PointerType.POINTER;
    }
    long space = parser.parseInteger();
    parser.parsePunctuation(">");
    return new PointerType(Math.toIntExact(space));
  }

  private static Type array(TypeParser parser) {
    parser.parsePunctuation("<");
    var extents = parser.parseDimensions();
    if (extents.size() != 1 || extents.getFirst() < 0) {
      throw parser.error("expected one extent, as in !llvm.array<4 x f32>");
    }
    var element = nested(parser);
    parser.parsePunctuation(">");
    return new ArrayType(extents.getFirst(), element);
  }

  private static Type struct(TypeParser parser) {
    parser.parsePunctuation("<");
    var name = parser.parseOptionalString();
    if (name.isPresent()) {
      parser.parsePunctuation(",");
    }
    boolean opaque = parser.parseOptionalKeyword("opaque");
    boolean packed = !opaque && parser.parseOptionalKeyword("packed");
    var fields = new ArrayList<Type>();
    if (!opaque) {
      parser.parseCommaSeparated("(", ")", () -> fields.add(nested(parser)));
    }
    parser.parsePunctuation(">");
    return new StructType(name, fields, packed, opaque);
  }

  private static Type function(TypeParser parser) {
    parser.parsePunctuation("<");
    var result = nested(parser);
    var parameters = new ArrayList<Type>();
    boolean variadic = false;
    parser.parsePunctuation("(");
    if (!parser.parseOptionalPunctuation(")")) {
      do {
        variadic = parser.parseOptionalPunctuation("...");
        if (!variadic) {
          parameters.add(nested(parser));
        }
      } while (!variadic && parser.parseOptionalPunctuation(","));
      parser.parsePunctuation(")");
    }
    parser.parsePunctuation(">");
    return new LlvmFunctionType(result, parameters, variadic);
  }
}
