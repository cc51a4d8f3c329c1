package mlr.dialects.llvm;

import java.util.List;
import java.util.Optional;
import mlr.ir.Attribute;
import mlr.ir.definition.AttributeHandle;
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
  /** The linkages of what is defined elsewhere. */
  static final List<String> DECLARED = List.of("external", "extern_weak");

  /** LLVM's calling conventions, as far as they have a name. */
  static final List<String> CONVENTIONS = List.of("ccc", "fastcc", "coldcc", "cc_10", "cc_11", "anyregcc", "preserve_mostcc", "preserve_allcc", "swiftcc",
      "cxx_fast_tlscc", "tailcc", "cfguard_checkcc", "swifttailcc", "x86_stdcallcc", "x86_fastcallcc", "arm_apcscc", "arm_aapcscc", "arm_aapcs_vfpcc");
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

  /** The declaration of an attribute {@code name} of keywords of one kind, which may be missing and then means {@code keyword}. */
  static AttributeHandle<KeywordAttr> handle(String name, String mnemonic, String keyword, String what) {
    return new AttributeHandle<>(name, KeywordAttr.class, false, what, value -> value.mnemonic.equals(mnemonic)).orElse(new KeywordAttr(mnemonic, keyword));
  }

  /** The linkage of a keyword in front of a symbol, if there is one. */
  static Optional<KeywordAttr> parseLinkage(TypeParser parser) {
    return parser.parseOptionalKeywordOf(LINKAGES).map(keyword -> new KeywordAttr("linkage", keyword));
  }

  @Override
  public String dialect() {
    return LlvmDialect.NAMESPACE;
  }

  // Written out, as those of a record are made when they are first used: see FormatWriter.
  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof KeywordAttr attribute && keyword.equals(attribute.keyword) && mnemonic.equals(attribute.mnemonic);
  }

  @Override
  public int hashCode() {
    return 31 * mnemonic.hashCode() + keyword.hashCode();
  }

  @Override
  public String toString() {
    return "#llvm." + mnemonic + "<" + keyword + ">";
  }
}
