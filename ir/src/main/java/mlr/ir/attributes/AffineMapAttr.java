package mlr.ir.attributes;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mlr.ir.Attribute;

/** {@code affine_map<(d0, d1)[s0] -> (d0 + s0, d1)>}. */
public record AffineMapAttr(int dimensions, int symbols, List<AffineExpr> results) implements Attribute {
  public AffineMapAttr {
    results = List.copyOf(results);
  }

  /** {@code (d0, …) -> (d0, …)}. */
  public static AffineMapAttr identity(int rank) {
    return new AffineMapAttr(rank, 0, IntStream.range(0, rank).<AffineExpr>mapToObj(AffineExpr.Dimension::new).toList());
  }

  /** Whether every result is the dimension of its own position. */
  public boolean isIdentity() {
    return symbols == 0 && equals(identity(dimensions));
  }

  /** The map without the {@code affine_map<…>} around it. */
  public String body() {
    return names(dimensions, symbols) + " -> "
        + results.stream().map(AffineExpr::toString).collect(Collectors.joining(", ", "(", ")"));
  }

  @Override
  public String toString() {
    return "affine_map<" + body() + ">";
  }

  /** {@code (d0, d1)[s0]}. */
  public static String names(int dimensions, int symbols) {
    return names("d", dimensions, "(", ")") + (symbols == 0 ? "" : names("s", symbols, "[", "]"));
  }

  private static String names(String prefix, int count, String open, String close) {
    return IntStream.range(0, count).mapToObj(i -> prefix + i).collect(Collectors.joining(", ", open, close));
  }
}
