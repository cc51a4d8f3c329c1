package mlr.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import mlr.ir.testing.TestDialect.Store;
import mlr.ir.types.IntegerType;
import org.junit.jupiter.api.Test;

class BlockArgumentsTest {
  private static Block block(Type... types) {
    var block = new Block();
    for (var type : types) {
      block.addArgument(type, Location.UNKNOWN);
    }
    return block;
  }

  private static List<Type> types(Block block) {
    return block.arguments().stream().map(Value::type).toList();
  }

  @Test
  void takenArgumentsComeLastAndKeepTheirUses() {
    var block = block(IntegerType.I1);
    var other = block(IntegerType.I8, IntegerType.I16);
    var first = other.argument(0);
    var user = OperationState.of(Store.DEFINITION, Location.UNKNOWN).operand(first).create();
    block.takeArguments(other);
    assertEquals(List.of(IntegerType.I1, IntegerType.I8, IntegerType.I16), types(block));
    assertEquals(0, other.argumentCount());
    assertEquals(first, block.argument(1));
    assertEquals(block, first.owner());
    assertEquals(1, first.index());
    assertEquals(List.of(user), first.users());
  }

  @Test
  void aBlockWhoseArgumentsWereTakenMayHaveNewOnes() {
    var block = block();
    var other = block(IntegerType.I8);
    block.takeArguments(other);
    var fresh = other.addArgument(IntegerType.I64, Location.UNKNOWN);
    assertEquals(List.of(IntegerType.I8), types(block));
    assertEquals(List.of(IntegerType.I64), types(other));
    assertEquals(0, fresh.index());
  }

  @Test
  void argumentsMoveUpOrDownForOthers() {
    var block = block(IntegerType.I1, IntegerType.I8);
    var last = block.argument(1);
    block.insertArgument(0, IntegerType.I64, Location.UNKNOWN);
    assertEquals(2, last.index());
    block.eraseArgument(1);
    assertEquals(1, last.index());
    assertEquals(List.of(IntegerType.I64, IntegerType.I8), types(block));
  }

  @Test
  void whatIsUsedIsNotErased() {
    var block = block(IntegerType.I1);
    OperationState.of(Store.DEFINITION, Location.UNKNOWN).operand(block.argument(0)).create();
    assertThrows(IllegalStateException.class, () -> block.eraseArgument(0));
    assertEquals(1, block.argumentCount());
  }
}
