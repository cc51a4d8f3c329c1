package mlr.dialects.elementwise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mlr.ir.Attribute;
import mlr.ir.Operation;
import mlr.ir.definition.AttributeHandle;
import mlr.ir.definition.AttributeSyntax;
import mlr.ir.definition.OpSpec;
import mlr.ir.text.TypeParser;

/**
 * A set of permissions on an arithmetic operation, {@code #arith.overflow<nsw, nuw>} or {@code #arith.fastmath<fast>}
 * (and the same of llvm), in upstream's order; the empty set prints as {@code none}.
 */
public record FlagsAttr(String dialect, Kind kind, List<String> flags) implements Attribute {
  /** The two families of flags. */
  public enum Kind {
    OVERFLOW("overflow", ", ", List.of("nsw", "nuw")),
    FASTMATH("fastmath", ",", List.of("reassoc", "nnan", "ninf", "nsz", "arcp", "contract", "afn", "fast"));

    private final String keyword;
    private final String separator;
    private final List<String> known;

    Kind(String keyword, String separator, List<String> known) {
      this.keyword = keyword;
      this.separator = separator;
      this.known = known;
    }

    public String keyword() {
      return keyword;
    }
  }

  public FlagsAttr {
    var known = kind.known;
    flags = flags.isEmpty() ? List.of() : known.stream().filter(flags::contains).toList();
  }

  /** No flag at all. */
  public static FlagsAttr none(String dialect, Kind kind) {
    return new FlagsAttr(dialect, kind, List.of());
  }

  /** The flags in attribute {@code name} of an operation; none when it is absent. */
  public static FlagsAttr of(Operation op, String name, Kind kind) {
    return op.attribute(name).orElse(null) instanceof FlagsAttr flags ? flags : none(op.dialect(), kind);
  }

  /** The declaration of an attribute for flags: none when it is missing, in text without its type, {@code overflow<nsw>}. */
  public static AttributeHandle<FlagsAttr> handle(String dialect, Kind kind, String name) {
    return new AttributeHandle<>(name, FlagsAttr.class, false, kind.keyword + " flags", flags -> flags.dialect().equals(dialect) && flags.kind() == kind)
        .written(new AttributeSyntax.Stripped(dialect, kind.keyword)).orElse(none(dialect, kind))
        .examples(kind.known.stream().map(flag -> new FlagsAttr(dialect, kind, List.of(flag))).toList());
  }

  /** Declares such an attribute, and the syntax {@code declarative} with the flags in front of its attribute dictionary when there are any. */
  public static <T extends Operation> OpSpec<T> declare(OpSpec<T> spec, String dialect, Kind kind, String name, String declarative) {
    spec.attribute(handle(dialect, kind, name));
    return spec.assembly(declarative.replace("attr-dict", "(`" + kind.keyword + "` `` $" + name + "^)? attr-dict"));
  }

  public boolean isEmpty() {
    return flags.isEmpty();
  }

  public boolean has(String flag) {
    return flags.contains(flag);
  }

  /** Reads {@code <flag, …>}. */
  public static FlagsAttr parse(String dialect, Kind kind, TypeParser parser) {
    var flags = new ArrayList<String>();
    parser.parsePunctuation("<");
    do {
      var flag = parser.parseKeyword();
      if (!flag.equals("none") && !kind.known.contains(flag)) {
        throw parser.error("unknown " + kind.keyword + " flag '" + flag + "', expected none or one of " + String.join(", ", kind.known));
      }
      flags.add(flag);
    } while (parser.parseOptionalPunctuation(","));
    parser.parsePunctuation(">");
    return new FlagsAttr(dialect, kind, flags);
  }

  /** Reads the attribute {@code #dialect.mnemonic<…>} after its mnemonic; empty for another mnemonic. */
  public static Optional<Attribute> parseNamed(String dialect, String mnemonic, TypeParser parser) {
    for (var kind : Kind.values()) {
      if (kind.keyword.equals(mnemonic)) {
        return Optional.of(parse(dialect, kind, parser));
      }
    }
    return Optional.empty();
  }

  /** The flags in angle brackets. */
  public String body() {
    return "<" + (flags.isEmpty() ? "none" : String.join(kind.separator, flags)) + ">";
  }

  @Override
  public String toString() {
    return "#" + dialect + "." + kind.keyword + body();
  }
}
