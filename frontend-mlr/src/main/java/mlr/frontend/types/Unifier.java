package mlr.frontend.types;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the unknown element types, sizes and shapes of one declaration by unification. Its purpose is change: each successful
 * {@code unify} binds variables for good, and {@code resolve} reads a type under the bindings made so far.
 */
public final class Unifier {
  private final Map<Element.Variable, Element> elements = new HashMap<>();
  private final Map<Element.Variable, ElementKind> kinds = new HashMap<>();
  private final Map<Size.Atom, Size> sizes = new HashMap<>();
  private final Map<Shape.Variable, Shape> shapes = new HashMap<>();
  private final List<Size> postponed = new ArrayList<>();
  private int count;

  /** An element type to be found, of the given kind. */
  public Element freshElement(ElementKind kind) {
    var variable = new Element.Variable(count++);
    kinds.put(variable, kind);
    return variable;
  }

  /** A size to be found. */
  public Size freshSize() {
    return Size.of(new Size.Atom.Variable(count++));
  }

  /** A shape to be found, of any rank. */
  public Shape freshShape() {
    return new Shape(List.of(), Optional.of(new Shape.Variable(count++)));
  }

  /** A type of which nothing is known. */
  public ValueType freshType() {
    return new ValueType(freshElement(ElementKind.ANY), freshShape());
  }

  /** What is known about an unbound element type. */
  public ElementKind kind(Element.Variable variable) {
    return kinds.get(variable);
  }

  public Element resolve(Element element) {
    var current = element;
    while (current instanceof Element.Variable variable && elements.containsKey(variable)) {
      current = elements.get(variable);
    }
    return current;
  }

  public Size resolve(Size size) {
    if (size.variables().stream().noneMatch(sizes::containsKey)) {
      return size;
    }
    return resolve(size.substitute(atom -> sizes.getOrDefault(atom, Size.of(atom))));
  }

  public Shape resolve(Shape shape) {
    var extents = new ArrayList<Size>();
    var current = shape;
    while (true) {
      current.extents().forEach(e -> extents.add(resolve(e)));
      if (current.rest().isEmpty() || !shapes.containsKey(current.rest().get())) {
        return new Shape(extents, current.rest());
      }
      current = shapes.get(current.rest().get());
    }
  }

  public ValueType resolve(ValueType type) {
    return new ValueType(resolve(type.element()), resolve(type.shape()));
  }

  /** A type in words, with what is known about it so far. */
  public String describe(ValueType type) {
    var resolved = resolve(type);
    var element = resolved.element() instanceof Element.Variable variable ? kind(variable).word() : resolved.element().toString();
    return resolved.shape().equals(Shape.SCALAR) ? element : element + resolved.shape();
  }

  /** Makes two types equal; false when they cannot be. */
  public boolean unify(ValueType a, ValueType b) {
    return unify(a.element(), b.element()) && unify(a.shape(), b.shape());
  }

  public boolean unify(Element a, Element b) {
    var x = resolve(a);
    var y = resolve(b);
    if (x.equals(y)) {
      return true;
    }
    if (x instanceof Element.Variable vx && y instanceof Element.Variable vy) {
      var both = kinds.get(vx).meet(kinds.get(vy));
      both.ifPresent(kind -> {
        elements.put(vx, vy);
        kinds.put(vy, kind);
      });
      return both.isPresent();
    }
    if (x instanceof Element.Variable v) {
      return bind(v, y);
    }
    return y instanceof Element.Variable v && bind(v, x);
  }

  /** Requires an element type to be of a kind; false when it is known not to be. */
  public boolean restrict(Element element, ElementKind kind) {
    return unify(element, freshElement(kind));
  }

  private boolean bind(Element.Variable variable, Element element) {
    if (!kinds.get(variable).admits(element)) {
      return false;
    }
    elements.put(variable, element);
    return true;
  }

  public boolean unify(Shape a, Shape b) {
    var x = resolve(a);
    var y = resolve(b);
    int common = Math.min(x.rank(), y.rank());
    for (int i = 0; i < common; i++) {
      if (!unify(x.extents().get(i), y.extents().get(i))) {
        return false;
      }
    }
    var restX = new Shape(x.extents().subList(common, x.rank()), x.rest());
    var restY = new Shape(y.extents().subList(common, y.rank()), y.rest());
    if (restX.equals(restY)) {
      return true;
    }
    if (restX.rank() == 0 && restX.rest().isPresent()) {
      return bind(restX.rest().get(), restY);
    }
    return restY.rank() == 0 && restY.rest().isPresent() && bind(restY.rest().get(), restX);
  }

  private boolean bind(Shape.Variable variable, Shape shape) {
    if (shape.rest().equals(Optional.of(variable))) {
      return false;
    }
    shapes.put(variable, shape);
    return true;
  }

  /** Makes two sizes equal; an equation that does not determine a variable yet waits for {@link #retryPostponed}. */
  public boolean unify(Size a, Size b) {
    var difference = resolve(a.minus(b));
    var constant = difference.constant();
    if (constant.isPresent()) {
      return constant.get() == 0;
    }
    var variables = difference.variables();
    if (variables.isEmpty()) {
      return false;
    }
    for (var variable : variables) {
      long factor = difference.coefficient(variable);
      var others = difference.minus(Size.of(variable).times(Size.of(factor)));
      boolean divides = factor != 0 && others.terms().values().stream().allMatch(c -> c % factor == 0);
      if (divides && !others.variables().contains(variable)) {
        sizes.put(variable, others.divide(Size.of(Math.abs(factor)), false).times(Size.of(factor > 0 ? -1 : 1)));
        return true;
      }
    }
    // A single variable whose coefficient does not divide the rest has no solution.
    if (variables.size() == 1 && difference.terms().keySet().stream().allMatch(p -> p.factors().size() <= 1)
        && difference.terms().keySet().stream().noneMatch(p -> p.factors().stream().anyMatch(f -> !(f instanceof Size.Atom.Variable)))) {
      return false;
    }
    postponed.add(difference);
    return true;
  }

  /** Tries the postponed equations again; false when one turns out not to hold. */
  public boolean retryPostponed() {
    var waiting = List.copyOf(postponed);
    postponed.clear();
    boolean holds = true;
    for (var difference : waiting) {
      holds &= unify(difference, Size.of(0));
    }
    return holds;
  }

  /** Gives the element types that only literals determine their defaults: {@code int}, or {@code real}. */
  public void applyDefaults(Scalar real) {
    for (var variable : kinds.keySet()) {
      if (!elements.containsKey(variable)) {
        switch (kinds.get(variable)) {
          case INTEGER -> elements.put(variable, Scalar.I32);
          case FLOAT -> elements.put(variable, real);
          case ANY, NUMBER -> {}
        }
      }
    }
  }

  /** Whether a type is fully known. */
  public boolean isKnown(ValueType type) {
    var resolved = resolve(type);
    return !(resolved.element() instanceof Element.Variable) && resolved.shape().isRanked()
        && resolved.shape().extents().stream().allMatch(e -> e.variables().isEmpty());
  }
}
