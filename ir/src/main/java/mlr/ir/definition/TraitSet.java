package mlr.ir.definition;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** A set of traits, as the bits of a number: every pass asks for traits at every operation. */
public record TraitSet(long bits) {
  /** The set of these. */
  public static TraitSet of(Collection<Trait> traits) {
    return new TraitSet(traits.stream().mapToLong(trait -> 1L << trait.ordinal()).reduce(0, (a, b) -> a | b));
  }

  public boolean contains(Trait trait) {
    return (bits & 1L << trait.ordinal()) != 0;
  }

  /** Whether the two have a trait in common. */
  public boolean intersects(TraitSet other) {
    return (bits & other.bits) != 0;
  }

  /** The traits in the order of their declaration. */
  public Set<Trait> all() {
    var all = EnumSet.allOf(Trait.class);
    all.removeIf(trait -> !contains(trait));
    return Collections.unmodifiableSet(all);
  }
}
