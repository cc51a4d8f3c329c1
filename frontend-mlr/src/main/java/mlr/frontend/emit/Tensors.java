package mlr.frontend.emit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import mlr.dialects.tensor.ReductionKind;
import mlr.frontend.emit.Ops.IntegerComparison;
import mlr.frontend.typed.TensorFunction;
import mlr.frontend.types.Scalar;
import mlr.ir.Attribute;
import mlr.ir.Location;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.attributes.DenseArrayAttr;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.definition.OpDefinition;
import mlr.ir.types.IndexType;
import mlr.ir.types.IntegerType;
import mlr.ir.types.RankedTensorType;

/** Operations on whole tensors. */
record Tensors(Ops ops) {
  /** Upstream's mark for an offset that an operand gives. */
  private static final long DYNAMIC = Long.MIN_VALUE;

  /** {@code value} in the shape of {@code type} by NumPy's rule. */
  Value broadcast(Value value, Type type, Location location) {
    return value.type().equals(type) ? value : ops.create("tensor.broadcast", location, type, value);
  }

  Value reshape(Value value, Type type, Location location) {
    if (value.type().equals(type)) {
      return value;
    }
    if (!(value.type() instanceof RankedTensorType)) {
      return ops.create("tensor.from_elements", location, type, value);
    }
    if (!(type instanceof RankedTensorType)) {
      return extract(value, Collections.nCopies(((RankedTensorType) value.type()).rank(), index(0, location)), location);
    }
    return ops.create("tensor.reshape", location, type, value);
  }

  Value concat(List<Value> parts, Type type, Location location) {
    return ops.create("tensor.concat", location, parts, type, Map.of("dim", IntegerAttr.i64(0)));
  }

  /** Elements or tensors of equal type along a new leading axis. */
  Value stack(List<Value> elements, RankedTensorType type, Location location) {
    if (!(elements.getFirst().type() instanceof RankedTensorType part)) {
      return ops.create("tensor.from_elements", location, elements, type, Map.of());
    }
    var single = RankedTensorType.of(part.element(), LongStream.concat(LongStream.of(1), part.shape().stream().mapToLong(n -> n)).toArray());
    return concat(elements.stream().map(e -> reshape(e, single, location)).toList(), type, location);
  }

  /** A function of the {@code tensor} module; {@code unsigned} says how integers compare. */
  Value function(TensorFunction function, List<Value> operands, List<Long> axes, boolean unsigned, Type type, Location location) {
    var x = operands.getFirst();
    return switch (function) {
      case MATMUL -> ops.create("tensor.matmul", location, operands, type, Map.of());
      case DOT -> ops.create("tensor.dot", location, operands, type, Map.of());
      case TRANSPOSE -> ops.create("tensor.transpose", location, operands, type, Map.of("permutation", array(axes)));
      case RESHAPE -> reshape(x, type, location);
      case REVERSE -> ops.create("tensor.reverse", location, operands, type, Map.of());
      case ARGMAX -> ops.create("tensor.argmax", location, type, unsigned ? signed(x, location) : x);
      case SUM -> reduce(ReductionKind.SUM, x, axes, type, location);
      case MAX -> reduce(unsigned ? ReductionKind.MAXUI : ReductionKind.MAX, x, axes, type, location);
      case MIN -> reduce(unsigned ? ReductionKind.MINUI : ReductionKind.MIN, x, axes, type, location);
      case MEAN -> {
        var sum = reduce(ReductionKind.SUM, x, axes, type, location);
        long count = count(x.type()) / count(type);
        yield ops.create("arith.divf", location, type, sum, ops.real(count, type, location));
      }
      case SOFTMAX -> softmax(x, location);
    };
  }

  /** The same order among signed integers: with its first bit flipped, an unsigned integer compares as a signed one. */
  private Value signed(Value x, Location location) {
    int width = ((IntegerType) Ops.elementOf(x.type())).width();
    return ops.create("arith.xori", location, x.type(), x, ops.integer(1L << width - 1, x.type(), location));
  }

  private Value reduce(ReductionKind kind, Value x, List<Long> axes, Type type, Location location) {
    if (!(x.type() instanceof RankedTensorType tensor)) {
      return x;
    }
    var reduced = axes.isEmpty() ? LongStream.range(0, tensor.rank()).boxed().toList() : axes;
    return ops.create("tensor.reduce", location, List.of(x), type, Map.of("kind", kind, "axes", array(reduced)));
  }

  /** Along the last axis, the greatest element subtracted first so that nothing overflows. */
  private Value softmax(Value x, Location location) {
    var type = x.type();
    var greatest = alongLast(ReductionKind.MAX, x, location);
    var exponentials = ops.create("math.exp", location, type, ops.create("arith.subf", location, type, x, greatest));
    return ops.create("arith.divf", location, type, exponentials, alongLast(ReductionKind.SUM, exponentials, location));
  }

  private Value alongLast(ReductionKind kind, Value x, Location location) {
    if (!(x.type() instanceof RankedTensorType tensor)) {
      return x;
    }
    int last = tensor.rank() - 1;
    var outer = tensor.shape().subList(0, last);
    Type reduced = last == 0 ? tensor.element() : RankedTensorType.of(tensor.element(), outer);
    var value = reduce(kind, x, List.of((long) last), reduced, location);
    if (last > 0) {
      var kept = new ArrayList<>(outer);
      kept.add(1L);
      value = reshape(value, RankedTensorType.of(tensor.element(), kept), location);
    }
    return broadcast(value, tensor, location);
  }

  /** The elements at positions given as index values, along the leading axes; {@code lengths} elements of each, those of 1 dropped. */
  Value slice(Value tensor, List<Long> offsets, List<Long> lengths, Type type, Location location) {
    if (!(type instanceof RankedTensorType)) {
      return extract(tensor, offsets.stream().map(o -> index(o, location)).toList(), location);
    }
    return ops.create("tensor.extract_slice", location, List.of(tensor), type,
        window((RankedTensorType) tensor.type(), offsets, lengths, List.of(1, 0, 0, 0)));
  }

  /** The element, or inner tensor, at positions known when the program runs. */
  Value gather(Value tensor, List<Value> indices, Type type, Location location) {
    if (!(type instanceof RankedTensorType)) {
      return extract(tensor, indices, location);
    }
    var operands = new ArrayList<>(List.of(tensor));
    operands.addAll(indices);
    return ops.create("tensor.extract_slice", location, operands, type, window((RankedTensorType) tensor.type(),
        indices.stream().map(_ -> DYNAMIC).toList(), indices.stream().map(_ -> 1L).toList(), List.of(1, indices.size(), 0, 0)));
  }

  /** {@code tensor} with another element, or inner tensor, at positions known when the program runs. */
  Value update(Value tensor, List<Value> indices, Value value, Location location) {
    var operands = new ArrayList<>(List.of(value, tensor));
    operands.addAll(indices);
    if (!(value.type() instanceof RankedTensorType)) {
      return ops.create("tensor.insert", location, operands, tensor.type(), Map.of());
    }
    return ops.create("tensor.insert_slice", location, operands, tensor.type(), window((RankedTensorType) tensor.type(),
        indices.stream().map(_ -> DYNAMIC).toList(), indices.stream().map(_ -> 1L).toList(), List.of(1, 1, indices.size(), 0, 0)));
  }

  private static Map<String, Attribute> window(RankedTensorType tensor, List<Long> offsets, List<Long> lengths, List<Integer> groups) {
    var allOffsets = new ArrayList<>(offsets);
    var allLengths = new ArrayList<>(lengths);
    for (int axis = offsets.size(); axis < tensor.rank(); axis++) {
      allOffsets.add(0L);
      allLengths.add(tensor.shape().get(axis));
    }
    return Map.of("static_offsets", array(allOffsets), "static_sizes", array(allLengths),
        "static_strides", array(allOffsets.stream().map(_ -> 1L).toList()),
        OpDefinition.OPERAND_SEGMENTS, DenseArrayAttr.i32(groups.stream().mapToInt(n -> n).toArray()));
  }

  private Value extract(Value tensor, List<Value> indices, Location location) {
    var operands = new ArrayList<>(List.of(tensor));
    operands.addAll(indices);
    return ops.create("tensor.extract", location, operands, ((RankedTensorType) tensor.type()).element(), Map.of());
  }

  /** A position on an axis of {@code length}, moved to the nearest end when it is out of range, as an index value. */
  Value clamped(Value position, Scalar scalar, long length, Location location) {
    var type = position.type();
    var limited = position;
    if (!scalar.isUnsigned()) {
      var zero = ops.integer(0, type, location);
      limited = ops.select(ops.compareIntegers(IntegerComparison.SLT, limited, zero, location), zero, limited, location);
    }
    if (fits(length - 1, scalar)) {
      var last = ops.integer(length - 1, type, location);
      var beyond = ops.compareIntegers(scalar.isUnsigned() ? IntegerComparison.UGT : IntegerComparison.SGT, limited, last, location);
      limited = ops.select(beyond, last, limited, location);
    }
    return ops.create(scalar.isUnsigned() ? "arith.index_castui" : "arith.index_cast", location, IndexType.INDEX, limited);
  }

  /** Whether a position lies on an axis of {@code length}; a negative one, read without sign, lies far behind it. */
  Optional<Value> inRange(Value position, Scalar scalar, long length, Location location) {
    if (!fits(length, scalar)) {
      return scalar.isUnsigned() ? Optional.empty()
          : Optional.of(ops.compareIntegers(IntegerComparison.SGE, position, ops.integer(0, position.type(), location), location));
    }
    return Optional.of(ops.compareIntegers(IntegerComparison.ULT, position, ops.integer(length, position.type(), location), location));
  }

  private static boolean fits(long number, Scalar scalar) {
    int bits = scalar.width() - (scalar.isUnsigned() ? 0 : 1);
    return bits >= 63 || number < 1L << bits;
  }

  private Value index(long position, Location location) {
    return ops.integer(position, IndexType.INDEX, location);
  }

  private static DenseArrayAttr array(List<Long> values) {
    return new DenseArrayAttr(IntegerType.I64, values);
  }

  private static long count(Type type) {
    return type instanceof RankedTensorType tensor ? tensor.elementCount() : 1;
  }
}
