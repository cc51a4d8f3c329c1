package mlr.ir.interfaces;

/**
 * A type or attribute of a dialect that text defines once, in front, and then calls by a name: {@code #point = #geo.point<1, 2>}. Upstream's
 * {@code OpAsmDialectInterface::getAlias}.
 */
public interface AsmAlias {
  /** The name, without {@code #} or {@code !}; several of the same name in one text are numbered. */
  String alias();
}
