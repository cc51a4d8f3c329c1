package mlr.frontend.syntax;

/** An identifier where it stands. */
public record Name(String text, SourceRange range) {
  @Override
  public String toString() {
    return text;
  }
}
