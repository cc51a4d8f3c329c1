package mlr.ir.attributes.affine;

import java.util.List;
import java.util.stream.Collectors;
import mlr.ir.Attribute;
import mlr.ir.attributes.AffineExpr;
import mlr.ir.attributes.AffineMapAttr;

/** {@code affine_set<(d0)[s0] : (d0 - 10 >= 0, d0 - s0 == 0)>}: the points that satisfy all constraints. */
public record IntegerSetAttr(int dimensions, int symbols, List<Constraint> constraints) implements Attribute {
  /** {@code expression == 0}, or {@code expression >= 0}. */
  public record Constraint(AffineExpr expression, boolean equality) {
    @Override
    public String toString() {
      return expression + (equality ? " == 0" : " >= 0");
    }
  }

  public IntegerSetAttr {
    constraints = List.copyOf(constraints);
  }

  @Override
  public String toString() {
    return "affine_set<" + AffineMapAttr.names(dimensions, symbols) + " : "
        + constraints.stream().map(Constraint::toString).collect(Collectors.joining(", ", "(", ")")) + ">";
  }
}
