package mlr.frontend.types;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The extents of a tensor, leading axis first.
 *
 * @param rest the variable that stands for further axes behind {@code extents}, when it is not known where they end
 */
public record Shape(List<Size> extents, Optional<Variable> rest) {
  /** A sequence of axes that unification is to find. */
  public record Variable(int id) {}

  /** The shape of a scalar. */
  public static final Shape SCALAR = of(List.of());

  public Shape {
    extents = List.copyOf(extents);
  }

  /** A shape whose rank is known. */
  public static Shape of(List<Size> extents) {
    return new Shape(extents, Optional.empty());
  }

  /** Whether the number of axes is known. */
  public boolean isRanked() {
    return rest.isEmpty();
  }

  /** The number of axes known so far. */
  public int rank() {
    return extents.size();
  }

  /** This shape with an axis in front. */
  public Shape prepend(Size extent) {
    return prepend(List.of(extent));
  }

  /** This shape with axes in front. */
  public Shape prepend(List<Size> leading) {
    var all = new ArrayList<>(leading);
    all.addAll(extents);
    return new Shape(all, rest);
  }

  /** The product of the extents; only for a ranked shape. */
  public Size count() {
    return extents.stream().reduce(Size.of(1), Size::times);
  }

  @Override
  public String toString() {
    var axes = extents.stream().map(Size::toString).collect(Collectors.toCollection(ArrayList::new));
    if (rest.isPresent()) {
      axes.add("…");
    }
    return "[" + String.join(",", axes) + "]";
  }
}
