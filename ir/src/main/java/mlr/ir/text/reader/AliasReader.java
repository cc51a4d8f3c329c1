package mlr.ir.text.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import mlr.ir.Location;
import mlr.ir.attributes.LocationAttr;
import mlr.ir.text.Spelling;

/** Reads the definitions of aliases, and the locations of operations and arguments, whose aliases may be defined behind them. */
final class AliasReader {
  private final AttributeReader in;
  private final List<Deferred> deferred = new ArrayList<>();

  /** A location alias that is defined behind its use. */
  private record Deferred(String alias, Location use, Consumer<Location> target) {}

  AliasReader(AttributeReader in) {
    this.in = in;
  }

  /** {@code #name = attribute}. */
  void readAttribute() {
    var where = in.location();
    var name = in.take().substring(1);
    check(where, name, in.attributeAliases.containsKey(name));
    in.parsePunctuation("=");
    in.attributeAliases.put(name, in.parseAttribute());
  }

  /** {@code !name = type}. */
  void readType() {
    var where = in.location();
    var name = in.take().substring(1);
    check(where, name, in.typeAliases.containsKey(name));
    in.parsePunctuation("=");
    in.typeAliases.put(name, in.parseType());
  }

  private void check(Location where, String name, boolean known) {
    if (name.indexOf('.') >= 0) {
      throw in.errorAt(where, "names with a '.' are reserved for dialects; '" + name + "' cannot be an alias");
    }
    if (known) {
      throw in.errorAt(where, "redefinition of alias '" + name + "'");
    }
  }

  /** Reads {@code loc(…)}, which comes next, and tells {@code target}; of an alias that is defined further on later. */
  void readTrailingLocation(Consumer<Location> target) {
    int start = in.lexer.start();
    in.lexer.advance();
    in.parsePunctuation("(");
    var name = in.at(TokenKind.ATTRIBUTE) ? in.lexer.spelling().substring(1) : "";
    if (!name.isEmpty() && name.indexOf('.') < 0 && !in.attributeAliases.containsKey(name)) {
      deferred.add(new Deferred(name, in.location(), target));
      in.lexer.advance();
      in.parsePunctuation(")");
    } else {
      in.lexer.reset(start);
      in.parseOptionalLocation().ifPresent(target);
    }
  }

  /** Tells the locations that were read before their aliases, at the end of the text. */
  void resolve() {
    for (var use : deferred) {
      if (in.attributeAliases.get(use.alias()) instanceof LocationAttr known) {
        use.target().accept(known.value());
      } else {
        in.report(use.use(), "undefined location alias '#" + use.alias() + "'" + Spelling.suggestion(use.alias(), in.attributeAliases.keySet()));
      }
    }
  }
}
