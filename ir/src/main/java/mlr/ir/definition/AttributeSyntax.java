package mlr.ir.definition;

import mlr.ir.Type;

/** How a declarative format writes an attribute that it names. */
public sealed interface AttributeSyntax {
  /** As the attribute's class suggests: symbols, strings, types and arrays in short form, anything else in full. */
  record Plain() implements AttributeSyntax {}

  /** Without its type, which is always {@code type} (for a {@code DenseArrayAttr}: its element type). */
  record Typed(Type type) implements AttributeSyntax {}

  /** As a keyword. */
  record Keyword(EnumAttr cases) implements AttributeSyntax {}

  /** A dialect's attribute without the leading {@code #dialect.mnemonic}: {@code <fast>} for {@code #arith.fastmath<fast>}. */
  record Stripped(String dialect, String mnemonic) implements AttributeSyntax {}
}
