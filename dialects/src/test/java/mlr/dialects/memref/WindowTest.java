package mlr.dialects.memref;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import mlr.dialects.StraightLine;
import mlr.ir.attributes.StridedLayoutAttr;
import mlr.ir.eval.MemRefValue;
import mlr.ir.eval.Memory;
import mlr.ir.eval.Poison;
import mlr.ir.eval.UndefinedBehavior;
import mlr.ir.types.FloatType;
import mlr.ir.types.IntegerType;
import mlr.ir.types.MemRefType;
import org.junit.jupiter.api.Test;

/** Views, sub-views and casts name the right elements of the same memory. */
final class WindowTest {
  private static MemRefValue matrix() {
    var memref = new MemRefValue(Memory.zeroed(64), 0, MemRefType.of(FloatType.F32, 4, 4));
    memref.forEachIndex((i, indices) -> memref.store((float) i, indices));
    return memref;
  }

  @Test
  void subviewStepsThroughTheSource() {
    var window = (MemRefValue) StraightLine.operation("%m: memref<4x4xf32>, %i: index",
        "memref.subview %m[%i, 1] [2, 2] [1, 2] : memref<4x4xf32> to memref<2x2xf32, strided<[4, 2], offset: ?>>",
            "memref<2x2xf32, strided<[4, 2], offset: ?>>").result(matrix(), 1L);
    assertEquals(5f, window.load(0, 0));
    assertEquals(7f, window.load(0, 1));
    assertEquals(11f, window.load(1, 1));
    assertThrows(UndefinedBehavior.class, () -> window.load(2, 0));
  }

  @Test
  void subviewMayDropExtentsOfOne() {
    var row = (MemRefValue) StraightLine.operation("%m: memref<4x4xf32>",
        "memref.subview %m[2, 0] [1, 4] [1, 1] : memref<4x4xf32> to memref<4xf32, strided<[1], offset: 8>>", "memref<4xf32, strided<[1], offset: 8>>")
            .result(matrix());
    assertEquals(10f, row.load(2));
  }

  @Test
  void viewReadsBytesFromAnOffset() {
    var bytes = new MemRefValue(matrix().memory(), 0, MemRefType.of(IntegerType.I8, 64));
    var view = (MemRefValue) StraightLine.operation("%m: memref<64xi8>, %o: index", "memref.view %m[%o][] : memref<64xi8> to memref<2x2xf32>",
        "memref<2x2xf32>").result(bytes, 8L);
    assertEquals(5f, view.load(1, 1));
  }

  @Test
  void castsToWhatTheMemoryIsNotGivePoison() {
    var cast = StraightLine.operation("%m: memref<?x4xf32>", "memref.cast %m : memref<?x4xf32> to memref<3x4xf32>", "memref<3x4xf32>");
    assertEquals(Poison.POISON, cast.result(matrix()));
    var strided = StraightLine.operation("%m: memref<4x4xf32, strided<[?, 1]>>",
        "memref.cast %m : memref<4x4xf32, strided<[?, 1]>> to memref<4x4xf32, strided<[5, 1]>>", "memref<4x4xf32, strided<[5, 1]>>");
    assertEquals(Poison.POISON, strided.result(matrix()));
    var right = StraightLine.operation("%m: memref<?x4xf32>", "memref.cast %m : memref<?x4xf32> to memref<4x4xf32>", "memref<4x4xf32>");
    assertEquals(15f, ((MemRefValue) right.result(matrix())).load(3, 3));
  }

  @Test
  void aDimensionBeyondTheRankIsUndefinedOfAnyMemref() {
    var dim = StraightLine.operation("%m: memref<?xf32>, %i: index", "memref.dim %m, %i : memref<?xf32>", "index");
    assertThrows(UndefinedBehavior.class, () -> dim.result(Poison.POISON, 1L));
    assertThrows(UndefinedBehavior.class, () -> dim.result(Poison.POISON, Poison.POISON));
    assertEquals(Poison.POISON, dim.result(Poison.POISON, 0L));
  }

  @Test
  void newMemoryHasRoomForItsLayout() {
    var rows = MemRefValue.allocate(new MemRefType(List.of(2L, 3L), FloatType.F32, Optional.of(new StridedLayoutAttr(7, List.of(-4L, 1L))), Optional.empty()), List.of(2L, 3L));
    assertEquals(28, rows.memory().size());
    assertEquals(0, rows.address(1, 0));
    assertEquals(24, rows.address(0, 2));
  }

  @Test
  void reinterpretCastSetsOffsetSizesAndStrides() {
    var window = (MemRefValue) StraightLine.operation("%m: memref<4x4xf32>",
        "memref.reinterpret_cast %m to offset: [1], sizes: [3], strides: [5] : memref<4x4xf32> to memref<3xf32, strided<[5], offset: 1>>",
            "memref<3xf32, strided<[5], offset: 1>>").result(matrix());
    assertEquals(11f, window.load(2));
  }
}
