package mlr.ir.text.reader;

/** The kinds of token of MLIR's text. Punctuation is told apart by its spelling. */
public enum TokenKind {
  END("end of input"), ERROR("error"), WORD("keyword"), SYMBOL("symbol"), ATTRIBUTE("attribute"), TYPE("type"), BLOCK("block name"), VALUE("SSA value"),
  INTEGER("integer"), FLOAT("floating-point literal"), STRING("string"), PUNCTUATION("punctuation");

  private final String description;

  TokenKind(String description) {
    this.description = description;
  }

  /** The words a diagnostic uses. */
  public String description() {
    return description;
  }
}
