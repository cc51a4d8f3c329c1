package mlr.dialects.llvm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import mlr.dialects.StraightLine;
import mlr.dialects.llvm.types.ArrayType;
import mlr.dialects.llvm.types.DataLayout;
import mlr.dialects.llvm.types.PointerType;
import mlr.dialects.llvm.types.StructType;
import mlr.ir.eval.Memory;
import mlr.ir.eval.PointerValue;
import mlr.ir.eval.Poison;
import mlr.ir.types.FloatType;
import mlr.ir.types.IntegerType;
import org.junit.jupiter.api.Test;

/** Pointers, aggregates and layouts of the llvm dialect. */
final class LlvmEvaluationTest {
  @Test
  void pointersStepByTheLayout() {
    var memory = Memory.zeroed(64);
    var gep = StraightLine.operation("%p: !llvm.ptr, %i: i64",
        "llvm.getelementptr %p[%i, 1, 3] : (!llvm.ptr, i64) -> !llvm.ptr, !llvm.struct<(i8, array<4 x f32>)>", "!llvm.ptr");
    assertEquals(new PointerValue(memory, 2 * 20 + 4 + 12), gep.result(new PointerValue(memory, 0), 2L));
    var negative = StraightLine.operation("%p: !llvm.ptr, %i: i32", "llvm.getelementptr %p[%i] : (!llvm.ptr, i32) -> !llvm.ptr, f32", "!llvm.ptr");
    assertEquals(new PointerValue(memory, 4), negative.result(new PointerValue(memory, 8), -1L));
  }

  @Test
  void layoutIsThatOfC() {
    var struct = StructType.literal(List.of(IntegerType.I8, FloatType.F64, IntegerType.I16, PointerType.POINTER));
    assertEquals(List.of(0L, 8L, 16L, 24L), List.of(DataLayout.HOST.offset(struct, 0), DataLayout.HOST.offset(struct, 1),
        DataLayout.HOST.offset(struct, 2), DataLayout.HOST.offset(struct, 3)));
    assertEquals(32, DataLayout.HOST.size(struct));
    assertEquals(24, new DataLayout(4).size(struct));
    assertEquals(12, DataLayout.HOST.size(new ArrayType(3, FloatType.F32)));
  }

  @Test
  void aggregatesHoldTheirFields() {
    var program = StraightLine.of("""
        func.func @f(%a: i32, %x: f32) -> (i32, f32, !llvm.array<2 x i32>) {
          %0 = llvm.mlir.undef : !llvm.struct<(f32, array<2 x i32>)>
          %1 = llvm.insertvalue %a, %0[1, 1] : !llvm.struct<(f32, array<2 x i32>)>
          %2 = llvm.insertvalue %x, %1[0] : !llvm.struct<(f32, array<2 x i32>)>
          %3 = llvm.extractvalue %2[1, 1] : !llvm.struct<(f32, array<2 x i32>)>
          %4 = llvm.extractvalue %2[0] : !llvm.struct<(f32, array<2 x i32>)>
          %5 = llvm.extractvalue %2[1] : !llvm.struct<(f32, array<2 x i32>)>
          return %3, %4, %5 : i32, f32, !llvm.array<2 x i32>
        }""");
    assertEquals(List.of(7L, 1.5f, List.of(Poison.POISON, 7L)), List.of(program.run(7L, 1.5f)));
  }

  @Test
  void bitCountsOfZeroArePoisonIfSaid() {
    assertEquals(8L, StraightLine.operation("%a: i8", "\"llvm.intr.ctlz\"(%a) <{is_zero_poison = false}> : (i8) -> i8", "i8").result(0L));
    assertEquals(Poison.POISON, StraightLine.operation("%a: i8", "\"llvm.intr.ctlz\"(%a) <{is_zero_poison = true}> : (i8) -> i8", "i8").result(0L));
    assertEquals(3L, StraightLine.operation("%a: i8", "\"llvm.intr.cttz\"(%a) <{is_zero_poison = true}> : (i8) -> i8", "i8").result(8L));
    assertEquals(-128L, StraightLine.operation("%a: i8", "\"llvm.intr.abs\"(%a) <{is_int_min_poison = false}> : (i8) -> i8", "i8").result(-128L));
  }
}
