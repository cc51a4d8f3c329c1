package mlr.validation.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mlr.ir.Attribute;
import mlr.ir.Type;
import mlr.ir.attributes.ArrayAttr;
import mlr.ir.attributes.DenseArrayAttr;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.attributes.StringAttr;
import mlr.ir.attributes.TypeAttr;
import mlr.ir.attributes.UnitAttr;
import mlr.ir.definition.AttributeHandle;
import mlr.ir.definition.AttributeSyntax;
import mlr.ir.types.IntegerType;

/** Random attributes as declarations ask for them: from their examples, their keywords, or their class. */
final class AttributeSampler {
  private static final int TRIES = 12;
  private static final List<Type> INTEGERS = List.of(IntegerType.I64, IntegerType.I32, IntegerType.I1);
  private static final List<Long> NUMBERS = List.of(0L, 1L, 2L, 3L, 4L, 8L);
  private final RandomGenerator random;

  AttributeSampler(RandomGenerator random) {
    this.random = random;
  }

  /**
   * An attribute that the declaration accepts; empty when none was found, or none is needed.
   *
   * @param types those of the operation's results or operands, for values of no class of their own
   */
  Optional<Attribute> sample(AttributeHandle<?> handle, List<Type> types) {
    if (!handle.required() && random.nextInt(4) != 0) {
      return Optional.empty();
    }
    for (int i = 0; i < TRIES; i++) {
      var candidate = candidate(handle, types);
      if (candidate.filter(handle::accepts).isPresent()) {
        return candidate;
      }
    }
    return Optional.empty();
  }

  private Optional<Attribute> candidate(AttributeHandle<?> handle, List<Type> types) {
    if (!handle.examples().isEmpty()) {
      return Optional.of(pick(handle.examples()));
    }
    if (handle.syntax() instanceof AttributeSyntax.Keyword(var cases)) {
      return cases.attribute(pick(cases.names()));
    }
    if (handle.kind().isEnum()) {
      return Optional.of(pick(List.of(handle.kind().getEnumConstants())));
    }
    var typed = handle.syntax() instanceof AttributeSyntax.Typed(var type) ? Optional.of(type) : Optional.<Type>empty();
    return Stream.<Attribute>of(UnitAttr.UNIT, new StringAttr("text"), integer(typed), numbers(typed), list(), type(types)).filter(handle.kind()::isInstance)
        .findFirst().filter(_ -> handle.kind() != Attribute.class).or(() -> value(handle, types));
  }

  private Optional<Attribute> value(AttributeHandle<?> handle, List<Type> types) {
    return handle.kind() != Attribute.class || types.isEmpty() ? Optional.empty() : new ConstantSampler(random).attribute(types.getFirst());
  }

  private IntegerAttr integer(Optional<Type> type) {
    return new IntegerAttr(type.orElseGet(() -> pick(INTEGERS)), pick(NUMBERS));
  }

  private DenseArrayAttr numbers(Optional<Type> element) {
    var values = IntStream.range(0, random.nextInt(5)).mapToLong(_ -> random.nextInt(3)).boxed().toList();
    return new DenseArrayAttr(element.orElseGet(() -> pick(List.of(IntegerType.I64, IntegerType.I32))), values);
  }

  private ArrayAttr list() {
    var values = new ArrayList<Attribute>();
    for (int i = random.nextInt(5); i > 0; i--) {
      values.add(IntegerAttr.i64(random.nextInt(4)));
    }
    return new ArrayAttr(values);
  }

  private TypeAttr type(List<Type> types) {
    return new TypeAttr(types.isEmpty() || random.nextBoolean() ? pick(TypePool.SCALARS) : pick(types));
  }

  private <T> T pick(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
