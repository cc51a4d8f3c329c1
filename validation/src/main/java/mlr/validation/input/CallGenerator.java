package mlr.validation.input;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import mlr.dialects.llvm.types.PointerType;
import mlr.ir.Type;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.attributes.StridedLayoutAttr;
import mlr.ir.eval.MemRefValue;
import mlr.ir.eval.RuntimeValues;
import mlr.ir.types.FloatType;
import mlr.ir.types.IndexType;
import mlr.ir.types.IntegerType;
import mlr.ir.types.MemRefType;
import mlr.ir.types.ShapedType;
import mlr.validation.input.ScalarGenerator.Style;

/**
 * Arguments of a function. They go through the edges of scalars first; later ones are often related, as programs expect it or
 * do not: equal or next to each other, extents that agree, an index at the end of an extent, memory that two arguments share
 * wholly or in part. None is poison: a caller that hands over poison has gone wrong already.
 */
public final class CallGenerator {
  private static final int POINTED_AT = 32;

  private final InputGenerator values;
  private final List<Parameter> parameters;
  private final List<Type> pointees;

  /** A parameter; what is {@code apart} shares its memory with no other. */
  public record Parameter(Type type, boolean apart) {}

  /** @param pointees scalar types that the code accesses through pointers */
  public CallGenerator(InputGenerator values, List<Parameter> parameters, List<Type> pointees) {
    this.values = values;
    this.parameters = List.copyOf(parameters);
    this.pointees = pointees.isEmpty() ? List.of(IntegerType.I64) : List.copyOf(pointees);
  }

  /** The arguments of a call by its number. */
  public CallInputs call(int number, RandomGenerator random) {
    return new Call(number, random).inputs();
  }

  /** The arguments of one call while they are made: memory first, since extents suggest indices. */
  private final class Call {
    private final int number;
    private final RandomGenerator random;
    private final List<List<Object>> memory = new ArrayList<>();
    private final List<Type> elements = new ArrayList<>();
    private final List<Boolean> apart = new ArrayList<>();
    private final List<Long> extents = new ArrayList<>();
    private final long usualExtent;

    Call(int number, RandomGenerator random) {
      this.number = number;
      this.random = random;
      this.usualExtent = number == 0 ? 4 : random.nextLong(InputGenerator.LARGEST_EXTENT + 1);
    }

    CallInputs inputs() {
      var arguments = new Argument[parameters.size()];
      for (int i = 0; i < arguments.length; i++) {
        var parameter = parameters.get(i);
        if (parameter.type() instanceof MemRefType type) {
          arguments[i] = view(type, parameter.apart());
        } else if (parameter.type() instanceof PointerType) {
          arguments[i] = address(parameter.apart());
        }
      }
      int scalars = 0;
      for (int i = 0; i < arguments.length; i++) {
        if (arguments[i] == null) {
          arguments[i] = new Argument.Plain(plain(parameters.get(i).type(), i, scalars++ == 0, arguments));
        }
      }
      var contents = new ArrayList<Allocation>();
      for (int i = 0; i < memory.size(); i++) {
        contents.add(new Allocation(elements.get(i), memory.get(i)));
      }
      return new CallInputs(parameters.stream().map(Parameter::type).toList(), List.of(arguments), contents, random.nextLong());
    }

    private boolean oneIn(int chances) {
      return number > 0 && random.nextInt(chances) == 0;
    }

    private Style style() {
      return number == 0 ? Style.ORDINARY : InputGenerator.style(random);
    }

    private Object plain(Type type, int at, boolean first, Argument[] others) {
      if (Token.standsFor(type)) {
        return new Token(type, random.nextInt(2));
      }
      if (InputGenerator.isScalar(type)) {
        if (number % 2 == 0 && number > 0 && first) {
          return values.edge(type, number / 2);
        }
        if (type instanceof IndexType && !extents.isEmpty() && oneIn(2)) {
          return extents.get(random.nextInt(extents.size())) + random.nextLong(-1, 2);
        }
        if (at > 0 && oneIn(4) && parameters.get(at - 1).type().equals(type) && others[at - 1] instanceof Argument.Plain(Number before)) {
          return related(type, before);
        }
        if (number % 2 == 0 && number > 0) {
          return values.edge(type, random.nextInt());
        }
      }
      return values.value(type, style(), random);
    }

    private Object related(Type type, Number before) {
      int distance = random.nextInt(-1, 2);
      return switch (before) {
        case Long number -> IntegerAttr.wrap(type, random.nextInt(8) == 0 ? -number : number + distance);
        case Double _, Float _ when distance == 0 -> before;
        default -> RuntimeValues.scalar(type, RuntimeValues.bits(type, before) + distance & InputGenerator.mask(((FloatType) type).width()));
      };
    }

    private Argument view(MemRefType type, boolean alone) {
      var sizes = new ArrayList<Long>();
      for (long extent : type.shape()) {
        sizes.add(extent != ShapedType.DYNAMIC ? extent : oneIn(3) ? (Long) random.nextLong(InputGenerator.LARGEST_EXTENT + 1) : (Long) usualExtent);
      }
      extents.addAll(sizes);
      var strides = strides(type, sizes);
      long offset = type.layout().map(layout -> ((StridedLayoutAttr) layout).offset()).orElse(0L);
      long start = offset == ShapedType.DYNAMIC ? random.nextLong(3) : offset;
      long end = start + 1;
      for (int i = 0; i < sizes.size(); i++) {
        end += Math.max(0, sizes.get(i) - 1) * strides.get(i);
      }
      int shared = shared(type.element(), alone);
      if (shared >= 0) {
        long shift = oneIn(3) ? random.nextLong(3) : 0;
        grow(shared, end + shift);
        return new Argument.View(type, shared, start + shift, sizes, strides);
      }
      return new Argument.View(type, allocate(type.element(), sizes.contains(0L) ? 0 : end, alone), start, sizes, strides);
    }

    /** The strides of a type; dynamic ones are at least what keeps rows apart. */
    private List<Long> strides(MemRefType type, List<Long> sizes) {
      var contiguous = MemRefValue.contiguous(sizes);
      if (type.layout().isEmpty()) {
        return contiguous;
      }
      var strides = new ArrayList<>(MemRefValue.strides(type));
      for (int i = 0; i < strides.size(); i++) {
        if (strides.get(i) == ShapedType.DYNAMIC) {
          strides.set(i, contiguous.get(i) * (oneIn(3) ? 2 : 1));
        }
      }
      return strides;
    }

    private Argument address(boolean alone) {
      var element = pointees.get(random.nextInt(pointees.size()));
      int shared = shared(element, alone);
      return new Argument.Address(shared >= 0 ? shared : allocate(element, POINTED_AT, alone), 0);
    }

    /** Memory of an earlier argument to use again, or -1. */
    private int shared(Type element, boolean alone) {
      if (!alone && !memory.isEmpty() && oneIn(3)) {
        int candidate = random.nextInt(memory.size());
        return elements.get(candidate).equals(element) && !apart.get(candidate) ? candidate : -1;
      }
      return -1;
    }

    private int allocate(Type element, long count, boolean alone) {
      elements.add(element);
      apart.add(alone);
      memory.add(new ArrayList<>());
      grow(memory.size() - 1, count);
      return memory.size() - 1;
    }

    private void grow(int allocation, long count) {
      var contents = memory.get(allocation);
      contents.addAll(values.elements(elements.get(allocation), Math.max(0, count - contents.size()), style(), random));
    }
  }
}
