package mlr.frontend.constraints;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import mlr.dialects.reactive.LanguageCode;
import mlr.frontend.resolve.Report;
import mlr.frontend.syntax.SourceRange;
import mlr.frontend.types.Element;
import mlr.frontend.types.Shape;
import mlr.frontend.types.Size;
import mlr.frontend.types.Unifier;
import mlr.frontend.types.ValueType;

/**
 * {@code result} is what NumPy's rule makes of the shapes {@code left} and {@code right}: axes paired from the last one, equal or one of them 1.
 *
 * @param element the operands' element type, for messages
 */
public record Broadcast(Unifier unifier, Report report, String operator, Element element, Shape left, Shape right, Shape result, SourceRange range)
  implements Constraint {
 @Override
 public boolean attempt(Guess guess) {
  var a = unifier.resolve(left);
  var b = unifier.resolve(right);
  if (a.equals(Shape.SCALAR) || b.equals(Shape.SCALAR)) {
   return conclude(a.equals(Shape.SCALAR) ? b : a);
  }
  if (a.isRanked() && b.isRanked()) {
   return axes(a, b, guess != Guess.NONE);
  }
  boolean allowed = guess == Guess.FREELY || guess == Guess.FROM_ONE_SIDE && (a.isRanked() || b.isRanked());
  if (!allowed) {
   return false;
  }
  if (!unifier.unify(a, b)) {
   return mismatch(a, b);
  }
  return conclude(a);
 }

 private boolean axes(Shape a, Shape b, boolean guess) {
  int rank = Math.max(a.rank(), b.rank());
  var extents = new ArrayList<Size>();
  for (int i = 1; i <= rank; i++) {
   var x = i <= a.rank() ? a.extents().get(a.rank() - i) : Size.of(1);
   var y = i <= b.rank() ? b.extents().get(b.rank() - i) : Size.of(1);
   if (x.equals(y) || isOne(y)) {
    extents.add(x);
   } else if (isOne(x)) {
    extents.add(y);
   } else if (x.variables().isEmpty() && y.variables().isEmpty()) {
    return mismatch(a, b);
   } else if (!guess) {
    return false;
   } else if (unifier.unify(x, y)) {
    extents.add(x);
   } else {
    return mismatch(a, b);
   }
  }
  Collections.reverse(extents);
  return conclude(Shape.of(List.copyOf(extents)));
 }

 private static boolean isOne(Size size) {
  return size.constant().equals(Optional.of(1L));
 }

 private boolean conclude(Shape shape) {
  if (!unifier.unify(result, shape)) {
   report.error(LanguageCode.SHAPE_MISMATCH, range, "'" + operator + "' gives " + describe(shape) + " where " + describe(result) + " is needed");
  }
  return true;
 }

 private boolean mismatch(Shape a, Shape b) {
  report.error(LanguageCode.SHAPE_MISMATCH, range, describe(a) + " and " + describe(b) + " do not fit together in '" + operator
    + "': paired from the last axis, extents must be equal or one of them 1");
  return true;
 }

 private String describe(Shape shape) {
  return unifier.describe(new ValueType(element, shape));
 }
}
