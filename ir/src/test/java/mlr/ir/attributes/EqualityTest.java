package mlr.ir.attributes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import mlr.ir.testing.Equality;
import mlr.ir.types.IndexType;
import mlr.ir.types.IntegerType;
import mlr.ir.types.IntegerType.Signedness;
import org.junit.jupiter.api.Test;

/** Those types and attributes whose equality is written out. */
class EqualityTest {
  @Test
  void integerTypesDifferInWidthAndSignedness() {
    Equality.assertDistinct(() -> List.of(IntegerType.signless(8), IntegerType.signless(32), new IntegerType(8, Signedness.SIGNED), new IntegerType(8, Signedness.UNSIGNED),
        new IndexType()));
  }

  @Test
  void integersDifferInValueAndType() {
    Equality.assertDistinct(() -> List.of(IntegerAttr.i32(1), IntegerAttr.i32(2), IntegerAttr.i64(1), IntegerAttr.i64(1L << 32), IntegerAttr.index(1),
        new IntegerAttr(IntegerType.I1, 1), new IntegerAttr(new IntegerType(32, Signedness.UNSIGNED), 1)));
  }

  @Test
  void integersAreEqualModuloTheirWidth() {
    Equality.assertDistinct(() -> List.of(new IntegerAttr(IntegerType.I8, 255), new IntegerAttr(IntegerType.I8, 1)));
    assertEquals(new IntegerAttr(IntegerType.I8, -1), new IntegerAttr(IntegerType.I8, 255));
  }

  @Test
  void dictionariesDifferInNamesAndValues() {
    var one = IntegerAttr.i32(1);
    Equality.assertDistinct(() -> List.of(new DictionaryAttr(Map.of()), new DictionaryAttr(Map.of("a", one)), new DictionaryAttr(Map.of("b", one)),
        new DictionaryAttr(Map.of("a", IntegerAttr.i32(2))), new DictionaryAttr(Map.of("a", one, "b", one))));
  }
}
