package mlr.frontend.types;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A static size: a polynomial with integer coefficients over static parameters, unification variables and quotients that do not fold.
 * Equal sizes have equal polynomials, so {@code n + n} equals {@code 2 * n}.
 *
 * @param terms coefficient of each product of atoms, none zero; the empty product is the constant term
 */
public record Size(Map<Product, Long> terms) {
  /** A factor of a product. */
  public sealed interface Atom {
    /** A static parameter inside the declaration that has it. */
    record Parameter(String name) implements Atom {
      @Override
      public String toString() {
        return name;
      }
    }

    /** A size that unification is to find. */
    record Variable(int id) implements Atom {
      @Override
      public String toString() {
        return "?" + id;
      }
    }

    /** {@code a / b} or {@code a mod b} of sizes that are not known yet. */
    record Division(Size dividend, Size divisor, boolean remainder) implements Atom {
      @Override
      public String toString() {
        return "(" + dividend + (remainder ? " mod " : " / ") + divisor + ")";
      }
    }
  }

  /** A product of atoms in a fixed order. */
  public record Product(List<Atom> factors) implements Comparable<Product> {
    static final Product ONE = new Product(List.of());

    public Product {
      factors = List.copyOf(factors);
    }

    Product times(Product other) {
      var all = new ArrayList<>(factors);
      all.addAll(other.factors);
      all.sort(Comparator.comparing(Atom::toString));
      return new Product(all);
    }

    @Override
    public int compareTo(Product other) {
      return factors.size() != other.factors.size() ? Integer.compare(other.factors.size(), factors.size())
          : factors.toString().compareTo(other.factors.toString());
    }
  }

  public Size {
    terms = Collections.unmodifiableMap(new TreeMap<>(terms));
  }

  /** The constant {@code value}. */
  public static Size of(long value) {
    return value == 0 ? new Size(Map.of()) : new Size(Map.of(Product.ONE, value));
  }

  /** The size that is one atom. */
  public static Size of(Atom atom) {
    return new Size(Map.of(new Product(List.of(atom)), 1L));
  }

  public Size plus(Size other) {
    var sum = new TreeMap<>(terms);
    other.terms.forEach((product, factor) -> sum.merge(product, factor, Math::addExact));
    sum.values().removeIf(factor -> factor == 0);
    return new Size(sum);
  }

  public Size minus(Size other) {
    return plus(other.times(of(-1)));
  }

  public Size times(Size other) {
    var product = new TreeMap<Product, Long>();
    terms.forEach((a, x) -> other.terms.forEach((b, y) -> product.merge(a.times(b), Math.multiplyExact(x, y), Math::addExact)));
    product.values().removeIf(factor -> factor == 0);
    return new Size(product);
  }

  /** The quotient (truncated), or the remainder; division by zero gives 0, as at run time. */
  public Size divide(Size divisor, boolean remainder) {
    var a = constant();
    var b = divisor.constant();
    if (a.isPresent() && b.isPresent()) {
      return b.get() == 0 ? of(0) : of(remainder ? a.get() % b.get() : a.get() / b.get());
    }
    if (b.isPresent() && b.get() > 0 && terms.values().stream().allMatch(factor -> factor % b.get() == 0)) {
      var quotient = new TreeMap<Product, Long>();
      terms.forEach((product, factor) -> quotient.put(product, factor / b.get()));
      return remainder ? of(0) : new Size(quotient);
    }
    return of(new Atom.Division(this, divisor, remainder));
  }

  /** The number this is, when it has no atoms. */
  public Optional<Long> constant() {
    if (terms.isEmpty()) {
      return Optional.of(0L);
    }
    return terms.size() == 1 && terms.containsKey(Product.ONE) ? Optional.of(terms.get(Product.ONE)) : Optional.empty();
  }

  /** The coefficient of a variable in the linear part. */
  public long coefficient(Atom.Variable variable) {
    return terms.getOrDefault(new Product(List.of(variable)), 0L);
  }

  /** The variables in it, those inside quotients included. */
  public Set<Atom.Variable> variables() {
    var all = new LinkedHashSet<Atom.Variable>();
    for (var product : terms.keySet()) {
      for (var atom : product.factors()) {
        switch (atom) {
          case Atom.Variable variable -> all.add(variable);
          case Atom.Division division -> {
            all.addAll(division.dividend().variables());
            all.addAll(division.divisor().variables());
          }
          case Atom.Parameter _ -> {}
        }
      }
    }
    return all;
  }

  /** The same polynomial with atoms replaced. */
  public Size substitute(Function<Atom, Size> replacement) {
    var sum = of(0);
    for (var term : terms.entrySet()) {
      var product = of(term.getValue());
      for (var atom : term.getKey().factors()) {
        product = product.times(atom instanceof Atom.Division(var dividend, var divisor, var remainder)
            ? dividend.substitute(replacement).divide(divisor.substitute(replacement), remainder)
            : replacement.apply(atom));
      }
      sum = sum.plus(product);
    }
    return sum;
  }

  @Override
  public String toString() {
    if (terms.isEmpty()) {
      return "0";
    }
    var text = new StringBuilder();
    terms.forEach((product, factor) -> {
      text.append(text.isEmpty() ? (factor < 0 ? "-" : "") : factor < 0 ? " - " : " + ");
      long size = Math.abs(factor);
      var names = product.factors().stream().map(a -> a instanceof Atom.Variable ? "_" : a.toString()).toList();
      text.append(names.isEmpty() ? size + "" : (size == 1 ? "" : size + "*") + String.join("*", names));
    });
    return text.toString();
  }
}
