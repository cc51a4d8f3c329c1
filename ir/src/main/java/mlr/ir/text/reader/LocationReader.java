package mlr.ir.text.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mlr.ir.Attribute;
import mlr.ir.Location;
import mlr.ir.attributes.LocationAttr;

/** Reads locations. */
final class LocationReader {
  private static final List<String> KEYWORDS = List.of("unknown", "callsite", "fused");
  private final AttributeReader in;

  LocationReader(AttributeReader in) {
    this.in = in;
  }

  /** What stands between the parentheses of {@code loc(…)}. */
  Location body() {
    var read = new Location[1];
    in.nested(() -> read[0] = bodyInside());
    return read[0];
  }

  private Location bodyInside() {
    if (in.at(TokenKind.ATTRIBUTE)) {
      var where = in.location();
      if (in.parseAttribute() instanceof LocationAttr alias) {
        return alias.value();
      }
      throw in.errorAt(where, "expected the alias of a location");
    }
    var text = in.parseOptionalString();
    if (text.isPresent()) {
      return fileOrName(text.get());
    }
    return switch (in.parseKeywordOf(KEYWORDS)) {
      case "unknown" -> Location.UNKNOWN;
      case "callsite" -> {
        in.parsePunctuation("(");
        var callee = body();
        in.parseKeyword("at");
        var caller = body();
        in.parsePunctuation(")");
        yield new Location.CallSite(callee, caller);
      }
      default -> {
        Optional<Attribute> metadata = Optional.empty();
        if (in.parseOptionalPunctuation("<")) {
          metadata = Optional.of(in.parseAttribute());
          in.parsePunctuation(">");
        }
        var parts = new ArrayList<Location>();
        in.parseCommaSeparated("[", "]", () -> parts.add(body()));
        yield Location.fused(parts, metadata);
      }
    };
  }

  private Location fileOrName(String text) {
    if (in.parseOptionalPunctuation(":")) {
      int line = coordinate();
      in.parsePunctuation(":");
      return new Location.FileLineCol(text, line, coordinate());
    }
    if (in.parseOptionalPunctuation("(")) {
      var child = body();
      in.parsePunctuation(")");
      return new Location.Name(text, child);
    }
    return new Location.Name(text, Location.UNKNOWN);
  }

  private int coordinate() {
    var where = in.location();
    long value = in.parseInteger();
    if (value < 0 || value > Integer.MAX_VALUE) {
      throw in.errorAt(where, "line or column is not a 32-bit number");
    }
    return (int) value;
  }
}
