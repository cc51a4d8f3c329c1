package mlr.frontend.constraints;

import java.util.List;
import java.util.stream.Stream;
import mlr.dialects.reactive.LanguageCode;
import mlr.frontend.resolve.Report;
import mlr.frontend.syntax.SourceRange;
import mlr.frontend.types.Element;
import mlr.frontend.types.Shape;
import mlr.frontend.types.Unifier;
import mlr.frontend.types.ValueType;

/**
 * {@code result} is the shape of {@code left @ right}: matrix by matrix, matrix by vector or vector by matrix.
 *
 * @param element the operands' element type, for messages
 */
public record MatrixProduct(Unifier unifier, Report report, Element element, Shape left, Shape right, Shape result, SourceRange range) implements Constraint {
  @Override
  public boolean attempt(Guess guess) {
    var a = unifier.resolve(left);
    var b = unifier.resolve(right);
    var r = unifier.resolve(result);
    if (a.isRanked() && b.isRanked()) {
      return conclude(a, b, r);
    }
    if (guess == Guess.NONE) {
      return false;
    }
    if (guess == Guess.FROM_ONE_SIDE && !(r.isRanked() && (a.isRanked() || b.isRanked()))) {
      return false;
    }
    // The product of ranks i and j has rank i + j - 2; where nothing says otherwise both are matrices.
    int known = r.isRanked() ? r.rank() : 2;
    unifier.unify(a, ranked(b.isRanked() ? known + 2 - b.rank() : 2));
    unifier.unify(b, ranked(a.isRanked() ? known + 2 - a.rank() : 2));
    return conclude(unifier.resolve(left), unifier.resolve(right), r);
  }

  private Shape ranked(int rank) {
    return Shape.of(Stream.generate(unifier::freshSize).limit(Math.clamp(rank, 1, 2)).toList());
  }

  private boolean conclude(Shape a, Shape b, Shape r) {
    if (a.rank() < 1 || b.rank() < 1 || a.rank() > 2 || b.rank() > 2 || a.rank() + b.rank() < 3) {
      report.error(LanguageCode.SHAPE_MISMATCH, range, "'@' multiplies matrices, or a matrix and a vector, not " + describe(a) + " and " + describe(b)
          + (a.rank() == 1 && b.rank() == 1 ? "; the product of two vectors is dot(a, b)" : ""));
      return true;
    }
    if (!unifier.unify(a.extents().getLast(), b.extents().getFirst())) {
      report.error(LanguageCode.SHAPE_MISMATCH, range, describe(a) + " and " + describe(b) + " do not fit together in '@': the last extent of the first must be the first of the second");
      return true;
    }
    var rows = a.extents().subList(0, a.rank() - 1);
    var product = Shape.of(List.copyOf(b.extents().subList(1, b.rank()))).prepend(rows);
    if (!unifier.unify(r, product)) {
      report.error(LanguageCode.SHAPE_MISMATCH, range, "'@' gives " + describe(product) + " where " + describe(r) + " is needed");
    }
    return true;
  }

  private String describe(Shape shape) {
    return unifier.describe(new ValueType(element, shape));
  }
}
