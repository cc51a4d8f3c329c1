package mlr.dialects.llvm;

import java.util.List;
import java.util.Optional;
import mlr.ir.Attribute;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.definition.AttributeHandle;
import mlr.ir.definition.OpDefinition;
import mlr.ir.text.TypeParser;

/** An attribute that is one keyword of LLVM's: {@code #llvm.linkage<internal>}, {@code #llvm.cconv<ccc>}, {@code #llvm.tailcallkind<none>}. */
public record KeywordAttr(String mnemonic, String keyword) implements Attribute {
  /** Visible to other modules, the linkage when nothing is said. */
  public static final KeywordAttr EXTERNAL = new KeywordAttr("linkage", "external");

  /** Visible in this module only. */
  public static final KeywordAttr INTERNAL = new KeywordAttr("linkage", "internal");

  static final List<String> LINKAGES = List.of("private", "internal", "available_externally", "linkonce", "weak", "common", "appending",
      "extern_weak",
      "linkonce_odr", "weak_odr", "external");
  private static final List<String> MNEMONICS = List.of("linkage", "cconv", "tailcallkind", "framePointerKind");

  static Optional<Attribute> parse(String mnemonic, TypeParser parser) {
    if (!MNEMONICS.contains(mnemonic)) {
      return Optional.empty();
    }
    parser.parsePunctuation("<");
    var keyword = parser.parseKeyword();
    parser.parsePunctuation(">");
    return Optional.of(new KeywordAttr(mnemonic, keyword));
  }

  /** Declares the properties of symbols that upstream writes with their defaults, and of which only the defaults are known here. */
  static void declareDefaults(OpDefinition.Builder<?> spec) {
    for (var name : List.of("unnamed_addr", "visibility_")) {
      spec.attribute(new AttributeHandle<>(name, IntegerAttr.class, false, "0, the default", a -> a.value() == 0).orElse(IntegerAttr.i64(0)));
    }
  }

  /** The linkage of a keyword in front of a symbol, if there is one. */
  static Optional<KeywordAttr> parseLinkage(TypeParser parser) {
    return parser.parseOptionalKeywordOf(LINKAGES).map(keyword -> new KeywordAttr("linkage", keyword));
  }

  @Override
  public String dialect() {
    return LlvmDialect.NAMESPACE;
  }

  @Override
  public String toString() {
    return "#llvm." + mnemonic + "<" + keyword + ">";
  }
}
