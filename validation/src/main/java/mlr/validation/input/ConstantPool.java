package mlr.validation.input;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import mlr.ir.Attribute;
import mlr.ir.Operation;
import mlr.ir.attributes.DenseElementsAttr;
import mlr.ir.attributes.FloatAttr;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.types.FloatType;

/** The numbers that some code speaks of: near them are its thresholds, where a mistake shows. */
public final class ConstantPool {
  /** Larger tensors are weights, not thresholds. */
  private static final int LARGEST_TENSOR = 16;

  private static final double LARGE = 3;

  private final List<Long> integers;
  private final List<Double> floats;
  private final List<Double> thresholds;
  private final double largest;

  private ConstantPool(Collection<Long> integers, Collection<Double> floats, Collection<Double> thresholds) {
    this.integers = List.copyOf(integers);
    this.floats = List.copyOf(floats);
    this.thresholds = List.copyOf(thresholds);
    this.largest = floats.stream().mapToDouble(Math::abs).max().orElse(1);
  }

  /** The constants in the attributes of operations and of all that is nested in them. */
  public static ConstantPool of(Iterable<Operation> code) {
    var integers = new TreeSet<Long>();
    var floats = new TreeSet<Double>();
    var thresholds = new TreeSet<Double>();
    code.forEach(symbol -> symbol.walk(op -> op.attributes().asMap().values().forEach(attribute -> {
      collect(attribute, integers, floats);
      if (isCompared(op)) {
        collect(attribute, new TreeSet<>(), thresholds);
      }
    })));
    return new ConstantPool(integers, floats, thresholds);
  }

  /** These numbers and others. Where the others bring none that is new, what is drawn is the same as from these. */
  public ConstantPool and(ConstantPool others) {
    return new ConstantPool(union(integers, others.integers), union(floats, others.floats), union(thresholds, others.thresholds));
  }

  private static <T> TreeSet<T> union(List<T> some, List<T> others) {
    var all = new TreeSet<>(some);
    all.addAll(others);
    return all;
  }

  private static boolean isCompared(Operation op) {
    return op.resultCount() == 1 && op.result(0).uses().stream().anyMatch(use -> use.owner().name().contains("cmp"));
  }

  private static void collect(Attribute attribute, TreeSet<Long> integers, TreeSet<Double> floats) {
    switch (attribute) {
      case IntegerAttr number -> integers.add(number.value());
      case FloatAttr number when Double.isFinite(number.value()) -> floats.add(number.value());
      case DenseElementsAttr dense when dense.type().elementCount() <= LARGEST_TENSOR -> {
        for (int i = 0; i < dense.count(); i++) {
          if (dense.type().element() instanceof FloatType) {
            floats.add(dense.floatValue(i));
          } else {
            integers.add(dense.bits(i));
          }
        }
      }
      default -> { }
    }
  }

  /** One of the integers or a neighbour. */
  long integer(RandomGenerator random) {
    return integers.isEmpty() ? 0 : integers.get(random.nextInt(integers.size())) + random.nextLong(-1, 2);
  }

  /** One of the floats, a neighbour in f32, something around it, up to twice it, or something up to three times the largest of all. */
  double number(RandomGenerator random) {
    var pool = thresholds.isEmpty() || random.nextInt(4) == 0 ? floats : thresholds;
    double base = pool.isEmpty() ? 1 : pool.get(random.nextInt(pool.size()));
    return switch (random.nextInt(8)) {
      case 0 -> base;
      case 1 -> Math.nextUp((float) base);
      case 2 -> Math.nextDown((float) base);
      case 3, 4 -> base + random.nextDouble(-1, 1);
      case 5 -> base * random.nextDouble(2);
      default -> (random.nextInt(4) == 0 ? -LARGE : LARGE) * random.nextDouble() * largest;
    };
  }
}
