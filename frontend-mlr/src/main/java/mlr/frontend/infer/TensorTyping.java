package mlr.frontend.infer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mlr.dialects.reactive.LanguageCode;
import mlr.frontend.syntax.Expression;
import mlr.frontend.syntax.SourceRange;
import mlr.frontend.typed.TypedExpression;
import mlr.frontend.types.ElementKind;
import mlr.frontend.types.Shape;
import mlr.frontend.types.Size;

/** Types tensor literals, subscripts and updates. */
final class TensorTyping {
  private final Context context;
  private final ExpressionTyping expressions;

  TensorTyping(Context context, ExpressionTyping expressions) {
    this.context = context;
    this.expressions = expressions;
  }

  TypedExpression literal(Expression.TensorLiteral literal, Place place) {
    var elements = literal.elements().stream().map(e -> expressions.single(e, place)).toList();
    var type = elements.getFirst().type();
    for (var element : elements.subList(1, elements.size())) {
      context.require(type, element.type(), element.range(), "this element");
    }
    return new TypedExpression.Stack(elements, type.withShape(type.shape().prepend(Size.of(elements.size()))), literal.range());
  }

  TypedExpression subscript(Expression.Subscript subscript, Place place) {
    var tensor = expressions.single(subscript.tensor(), place);
    var lengths = axes(subscript.indices().size());
    var inner = context.unifier().freshShape();
    if (!leadingAxes(tensor, lengths, inner, subscript.range())) {
      return context.invalid(subscript.range());
    }
    var extents = new ArrayList<TypedExpression.Slice.Extent>();
    var kept = new ArrayList<Size>();
    for (int i = 0; i < lengths.size(); i++) {
      var index = subscript.indices().get(i);
      if (!context.statics().isSize(index.first()) || index.last().isPresent() && !context.statics().isSize(index.last().get())) {
        var range = context.statics().isSize(index.first()) ? index.last().orElseThrow().range() : index.first().range();
        context.report().error(LanguageCode.POSITION_RANGE, range, "a position in '[…]' is checked when the program is compiled, and this one is known only when it runs; "
            + "write a[>i<] to clamp it, or a.[i] default d");
        return context.invalid(subscript.range());
      }
      var first = context.statics().size(index.first());
      var last = index.last().isPresent() ? context.statics().size(index.last().get()) : first;
      if (first.isEmpty() || last.isEmpty()) {
        return context.invalid(subscript.range());
      }
      checkRange(index, first.get(), last.get(), tensor, i);
      var length = last.get().minus(first.get()).plus(Size.of(1));
      extents.add(new TypedExpression.Slice.Extent(first.get(), length, index.last().isEmpty()));
      if (index.last().isPresent()) {
        kept.add(length);
      }
    }
    return new TypedExpression.Slice(tensor, extents, tensor.type().withShape(inner.prepend(kept)), subscript.range());
  }

  private void checkRange(Expression.Index index, Size first, Size last, TypedExpression tensor, int axis) {
    context.constraints().atEnd(() -> {
      var lo = first.constant();
      var hi = last.constant();
      var length = context.unifier().resolve(tensor.type().shape()).extents().get(axis).constant();
      if (lo.isPresent() && hi.isPresent() && hi.get() < lo.get()) {
        context.report().error(LanguageCode.POSITION_RANGE, index.first().range(), "the slice " + lo.get() + ".." + hi.get() + " is empty");
      }
      lo.filter(i -> i < 0).ifPresent(i -> outOfRange(index.first().range(), i, tensor, axis));
      hi.filter(i -> length.isPresent() && i >= length.get())
          .ifPresent(i -> outOfRange(index.last().orElse(index.first()).range(), i, tensor, axis));
    });
  }

  private void outOfRange(SourceRange range, long index, TypedExpression tensor, int axis) {
    var length = context.unifier().resolve(tensor.type().shape()).extents().get(axis);
    context.report().error(LanguageCode.POSITION_RANGE, range, "position " + index + " is out of range: axis " + axis + " of " + context.describe(tensor.type()) + " has positions 0 to "
        + length.minus(Size.of(1)));
  }

  TypedExpression safeSubscript(Expression.SafeSubscript subscript, Place place) {
    var tensor = expressions.single(subscript.tensor(), place);
    var indices = indices(subscript.indices(), place);
    var otherwise = subscript.otherwise().map(e -> expressions.single(e, place));
    var inner = context.unifier().freshShape();
    if (!leadingAxes(tensor, axes(indices.size()), inner, subscript.range())) {
      return context.invalid(subscript.range());
    }
    var type = tensor.type().withShape(inner);
    otherwise.ifPresent(d -> context.require(type, d.type(), d.range(), "the default"));
    return new TypedExpression.Gather(tensor, indices, otherwise, type, subscript.range());
  }

  TypedExpression update(Expression.Update update, Place place) {
    var tensor = expressions.single(update.tensor(), place);
    var indices = indices(update.indices(), place);
    var value = expressions.single(update.value(), place);
    var inner = context.unifier().freshShape();
    var lengths = axes(indices.size());
    if (!leadingAxes(tensor, lengths, inner, update.range())) {
      return context.invalid(update.range());
    }
    for (int i = 0; i < lengths.size(); i++) {
      if (context.statics().isSize(update.indices().get(i))) {
        var position = context.statics().size(update.indices().get(i));
        var index = new Expression.Index(update.indices().get(i), Optional.empty());
        int axis = i;
        position.ifPresent(p -> checkRange(index, p, p, tensor, axis));
      }
    }
    context.require(tensor.type().withShape(inner), value.type(), value.range(), "the new element");
    return new TypedExpression.Update(tensor, indices, value, tensor.type(), update.range());
  }

  private List<TypedExpression> indices(List<Expression> indices, Place place) {
    var all = new ArrayList<TypedExpression>();
    for (var index : indices) {
      var typed = expressions.single(index, place);
      context.restrict(typed.type().element(), ElementKind.INTEGER, index.range(), "a position");
      if (!context.unifier().unify(typed.type().shape(), Shape.SCALAR)) {
        context.report().error(LanguageCode.SHAPE_MISMATCH, index.range(), "a position is a single integer, not " + context.describe(typed.type()));
      }
      all.add(typed);
    }
    return all;
  }

  private List<Size> axes(int count) {
    var all = new ArrayList<Size>();
    for (int i = 0; i < count; i++) {
      all.add(context.unifier().freshSize());
    }
    return all;
  }

  private boolean leadingAxes(TypedExpression tensor, List<Size> lengths, Shape inner, SourceRange range) {
    var before = context.describe(tensor.type());
    if (context.unifier().unify(tensor.type().shape(), inner.prepend(lengths))) {
      return true;
    }
    context.report().error(LanguageCode.SHAPE_MISMATCH, range, "too many positions: this has type " + before);
    return false;
  }
}
