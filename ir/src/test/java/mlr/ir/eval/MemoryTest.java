package mlr.ir.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import mlr.ir.attributes.DenseElementsAttr;
import mlr.ir.attributes.StridedLayoutAttr;
import mlr.ir.types.FloatType;
import mlr.ir.types.IndexType;
import mlr.ir.types.IntegerType;
import mlr.ir.types.MemRefType;
import mlr.ir.types.RankedTensorType;
import mlr.ir.types.VectorType;
import org.junit.jupiter.api.Test;

/** Memory is little-endian, checked, and knows which bytes are poison. */
final class MemoryTest {
  @Test
  void everyTypeReadsBack() {
    var memory = Memory.zeroed(64);
    for (var type : List.of(IntegerType.I1, IntegerType.I8, IntegerType.I16, IntegerType.I32, IntegerType.I64, IntegerType.signless(24),
        IndexType.INDEX)) {
      memory.store(type, 3, 1L);
      assertEquals(1L, memory.load(type, 3), type.toString());
      if (!type.equals(IntegerType.I1)) {
        memory.store(type, 3, -2L);
        assertEquals(-2L, memory.load(type, 3), type.toString());
      }
    }
    memory.store(FloatType.F32, 5, 1.5f);
    assertEquals(1.5f, memory.load(FloatType.F32, 5));
    memory.store(FloatType.F16, 5, 0.5f);
    assertEquals(0.5f, memory.load(FloatType.F16, 5));
    memory.store(FloatType.F64, 5, Math.PI);
    assertEquals(Math.PI, memory.load(FloatType.F64, 5));
    var vector = new TensorValue.OfFloat(VectorType.of(FloatType.F32, 2), new float[] {1, 2});
    memory.store(vector.type(), 9, vector);
    assertEquals(vector, memory.load(vector.type(), 9));
    assertEquals(2f, memory.loadFloat(13));
  }

  @Test
  void bytesAreLittleEndian() {
    var memory = Memory.zeroed(4);
    memory.storeLong(IntegerType.I32, 0, 0x01020304);
    assertEquals(4L, memory.loadLong(IntegerType.I8, 0));
    assertEquals(1L, memory.loadLong(IntegerType.I8, 3));
  }

  @Test
  void accessOutsideIsUndefined() {
    var memory = Memory.zeroed(8);
    assertThrows(UndefinedBehavior.class, () -> memory.load(FloatType.F32, 5));
    assertThrows(UndefinedBehavior.class, () -> memory.storeFloat(-1, 0));
    assertThrows(UndefinedBehavior.class, () -> PointerValue.NULL.memory().loadLong(IntegerType.I8, 0));
    memory.free();
    assertThrows(UndefinedBehavior.class, () -> memory.load(FloatType.F32, 0));
    assertThrows(UndefinedBehavior.class, memory::free);
  }

  @Test
  void constantsAreReadOnly() {
    var memory = Memory.constant(DenseElementsAttr.splat(RankedTensorType.of(IntegerType.I16, 3), 7));
    assertEquals(7L, memory.load(IntegerType.I16, 4));
    assertThrows(UndefinedBehavior.class, () -> memory.store(IntegerType.I16, 0, 1L));
  }

  @Test
  void poisonStaysWhereItWasStored() {
    var memory = Memory.uninitialized(12);
    assertEquals(Poison.POISON, memory.load(FloatType.F32, 0));
    memory.storeFloat(4, 1);
    assertEquals(1f, memory.load(FloatType.F32, 4));
    assertEquals(Poison.POISON, memory.load(FloatType.F32, 5));
    assertThrows(PoisonResult.class, () -> memory.loadFloat(8));
    var copy = Memory.zeroed(12);
    copy.copyFrom(memory, 0, 0, 12);
    assertEquals(Poison.POISON, copy.load(FloatType.F32, 0));
    assertEquals(1f, copy.load(FloatType.F32, 4));
    memory.store(FloatType.F32, 4, Poison.POISON);
    assertEquals(Poison.POISON, memory.load(FloatType.F32, 4));
  }

  @Test
  void memrefsFollowTheirLayout() {
    var memory = Memory.zeroed(64);
    var type = new MemRefType(List.of(2L, 2L), FloatType.F32, Optional.of(new StridedLayoutAttr(0, List.of(1L, 4L))), Optional.empty());
    var memref = new MemRefValue(memory, 4, type);
    memref.store(3f, 1, 1);
    assertEquals(3f, memory.loadFloat(4 + 4 * 5));
    assertThrows(UndefinedBehavior.class, () -> memref.load(0, 2));
    assertEquals(new TensorValue.OfFloat(RankedTensorType.of(FloatType.F32, 2, 2), new float[] {0, 0, 0, 3}),
        memref.toTensor(RankedTensorType.of(FloatType.F32, 2, 2)));
  }
}
