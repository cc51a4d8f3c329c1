package mlr.ir.text;

/**
 * What the reader of textual IR accepts.
 *
 * @param allowUnregisteredDialect whether operations, types and attributes of unknown dialects are kept as they are
 * @param maxNesting how deep regions, types and attributes may nest before the reader refuses the text
 */
public record ParserOptions(boolean allowUnregisteredDialect, int maxNesting) {
  /** How deep the tools let input nest unless told otherwise. */
  public static final int DEFAULT_MAX_NESTING = 2000;

  /** Known dialects only. */
  public static final ParserOptions DEFAULT = new ParserOptions(false, DEFAULT_MAX_NESTING);

  /** The same, also accepting unknown dialects. */
  public static final ParserOptions ALLOW_UNREGISTERED = new ParserOptions(true, DEFAULT_MAX_NESTING);
}
