package mlr.dialects.memref;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.attributes.DenseArrayAttr;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.Types;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.text.OpParser;
import mlr.ir.text.OpPrinter;
import mlr.ir.types.IndexType;
import mlr.ir.types.IntegerType;
import mlr.ir.types.ShapedType;

/**
 * The offsets, sizes and strides that operations on slices share with upstream: operand groups {@code offsets},
 * {@code sizes}, {@code strides} after the operands in front, and attributes {@code static_offsets}, {@code static_sizes},
 * {@code static_strides} with one number a dimension.
 */
public final class Slices {
  private static final List<String> PARTS = List.of("offsets", "sizes", "strides");

  /** The attributes that custom syntax writes in its own way. */
  public static final List<String> ELIDED = List.of(OpDefinition.OPERAND_SEGMENTS, "static_offsets", "static_sizes", "static_strides");

  private Slices() {}

  /** Declares the operand groups and attributes. */
  public static void declare(OpSpec<?> spec) {
    for (var part : PARTS) {
      spec.variadicOperand(part, Types.INDEX);
      spec.attribute("static_" + part, DenseArrayAttr.class, "static " + part + ", one a dimension", DenseArrayAttr.of(IntegerType.I64));
    }
  }

  /** The static numbers of {@code part}. */
  public static List<Long> statics(Operation op, String part) {
    return op.attribute("static_" + part, DenseArrayAttr.class).values();
  }

  /** One part of {@code op}, whose slice operands follow {@code front} groups. */
  public static MixedIndices part(Operation op, String part, int front) {
    var range = op.definition().operandRange(op, front + PARTS.indexOf(part));
    return new MixedIndices(statics(op, part), op.operands().subList(range.start(), range.end()));
  }

  /** Whether each part has as many operands as its static numbers leave open, and no offset or size is negative; reports the first that has not. */
  public static boolean checkOperands(Operation op, int front, DiagnosticEngine diagnostics) {
    for (var part : PARTS) {
      int open = MixedIndices.dynamicCount(statics(op, part));
      int given = part(op, part, front).dynamics().size();
      if (open != given) {
        diagnostics.opError(op, "expected " + open + " dynamic " + part.substring(0, part.length() - 1) + " values, but got " + given);
        return false;
      }
    }
    for (var part : List.of("offsets", "sizes")) {
      if (statics(op, part).stream().anyMatch(number -> number < 0 && number != ShapedType.DYNAMIC)) {
        diagnostics.opError(op, "expected " + part + " to be non-negative, but got " + statics(op, part));
        return false;
      }
    }
    return true;
  }

  /** Whether sizes and strides are all static. */
  public static boolean hasStaticSizesAndStrides(Operation op) {
    return MixedIndices.dynamicCount(statics(op, "sizes")) == 0 && MixedIndices.dynamicCount(statics(op, "strides")) == 0;
  }

  /** Offsets, sizes and strides at run time. */
  public record Numbers(List<Long> offsets, List<Long> sizes, List<Long> strides) {}

  /** The numbers of {@code op}, which is looked at now, for arguments of which {@code front} stand before those of the slice. */
  public static Function<Object[], Numbers> numbers(Operation op, int front) {
    var offsets = statics(op, "offsets");
    var sizes = statics(op, "sizes");
    var strides = statics(op, "strides");
    int atSizes = front + MixedIndices.dynamicCount(offsets);
    int atStrides = atSizes + MixedIndices.dynamicCount(sizes);
    return arguments -> new Numbers(MixedIndices.resolve(offsets, arguments, front), MixedIndices.resolve(sizes, arguments, atSizes),
        MixedIndices.resolve(strides, arguments, atStrides));
  }

  /** Sets attributes and adds operands for a slice with dynamic offsets and static sizes and strides. */
  public static OperationState set(OperationState state, int front, List<Long> offsets, List<? extends Value> dynamicOffsets, List<Long> sizes,
      List<Long> strides) {
    var segments = Collections.nCopies(front, 1).stream().mapToInt(Integer::intValue).toArray();
    var all = Arrays.copyOf(segments, front + 3);
    all[front] = dynamicOffsets.size();
    return state.operands(dynamicOffsets).attribute("static_offsets", i64(offsets)).attribute("static_sizes", i64(sizes))
        .attribute("static_strides", i64(strides)).attribute(OpDefinition.OPERAND_SEGMENTS, DenseArrayAttr.i32(all));
  }

  private static DenseArrayAttr i64(List<Long> values) {
    return DenseArrayAttr.i64(values.stream().mapToLong(Long::longValue).toArray());
  }

  /** The three bracketed lists, read; {@link #resolve(Lists, int, OpParser, OperationState)} adds them to the state. */
  public record Lists(MixedIndices.Unresolved offsets, MixedIndices.Unresolved sizes, MixedIndices.Unresolved strides) {}

  /** Reads {@code [offsets] [sizes] [strides]}. */
  public static Lists parse(OpParser parser) {
    return new Lists(MixedIndices.parse(parser), MixedIndices.parse(parser), MixedIndices.parse(parser));
  }

  /** Adds what was read behind {@code front} operands that the state already has. */
  public static void resolve(Lists lists, int front, OpParser parser, OperationState state) {
    var parts = List.of(lists.offsets(), lists.sizes(), lists.strides());
    var segments = Arrays.copyOf(Collections.nCopies(front, 1).stream().mapToInt(Integer::intValue).toArray(), front + 3);
    for (int i = 0; i < parts.size(); i++) {
      var dynamics = parts.get(i).dynamics();
      parser.resolveOperands(dynamics, Collections.nCopies(dynamics.size(), IndexType.INDEX), state);
      state.attribute("static_" + PARTS.get(i), i64(parts.get(i).statics()));
      segments[front + i] = dynamics.size();
    }
    state.attribute(OpDefinition.OPERAND_SEGMENTS, DenseArrayAttr.i32(segments));
  }

  /** Writes {@code [offsets] [sizes] [strides]}. */
  public static void print(Operation op, int front, OpPrinter printer) {
    part(op, "offsets", front).print(printer);
    printer.print(" ");
    part(op, "sizes", front).print(printer);
    printer.print(" ");
    part(op, "strides", front).print(printer);
  }

  /** Whether {@code reduced} is {@code sizes} with some extents of 1 left out, as a rank-reducing slice may. */
  public static boolean isRankReduced(List<Long> sizes, List<Long> reduced) {
    int next = 0;
    for (long size : sizes) {
      if (next < reduced.size() && reduced.get(next) == size) {
        next++;
      } else if (size != 1) {
        return false;
      }
    }
    return next == reduced.size();
  }

  /** The positions of {@code sizes} that a rank-reducing slice of type {@code reduced} keeps. */
  public static List<Integer> keptDimensions(List<Long> sizes, List<Long> reduced) {
    var kept = new ArrayList<Integer>();
    for (int i = 0; i < sizes.size(); i++) {
      if (kept.size() < reduced.size() && reduced.get(kept.size()).equals(sizes.get(i))) {
        kept.add(i);
      }
    }
    return kept;
  }
}
