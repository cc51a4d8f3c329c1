package mlr.interpreter.function;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import mlr.interpreter.FunctionEngine;
import mlr.interpreter.Programs;
import mlr.ir.eval.Poison;
import mlr.ir.eval.UndefinedBehavior;
import org.junit.jupiter.api.Test;

/** Functions of the llvm dialect. */
class LlvmTest {
  private static Object[] call(String program, Object... arguments) {
    return FunctionEngine.call(Programs.parse(program), "f", arguments);
  }

  @Test
  void globalsAreReadThroughTheirAddress() {
    assertArrayEquals(new Object[] {5.0f}, call("""
        llvm.mlir.global internal constant @w(dense<[1.0, 2.0, 3.0]> : tensor<3xf32>) : !llvm.array<3 x f32>
        llvm.mlir.global internal @n(2.0 : f32) : f32
        llvm.func @f() -> f32 {
          %w = llvm.mlir.addressof @w : !llvm.ptr
          %n = llvm.mlir.addressof @n : !llvm.ptr
          %p = llvm.getelementptr %w[0, 2] : (!llvm.ptr) -> !llvm.ptr, !llvm.array<3 x f32>
          %a = llvm.load %p : !llvm.ptr -> f32
          %b = llvm.load %n : !llvm.ptr -> f32
          %s = llvm.fadd %a, %b : f32
          llvm.return %s : f32
        }"""));
  }

  @Test
  void structsLieInMemoryAsInC() {
    assertArrayEquals(new Object[] {7L}, call("""
        llvm.func @f(%x: i32) -> i32 {
          %one = llvm.mlir.constant(1 : i64) : i64
          %size = llvm.mlir.constant(8 : i64) : i64
          %a = llvm.alloca %one x !llvm.struct<(i8, i32)> : (i64) -> !llvm.ptr
          %b = llvm.alloca %one x !llvm.struct<(i8, i32)> : (i64) -> !llvm.ptr
          %u = llvm.mlir.undef : !llvm.struct<(i8, i32)>
          %v = llvm.insertvalue %x, %u[1] : !llvm.struct<(i8, i32)>
          llvm.store %v, %a : !llvm.struct<(i8, i32)>, !llvm.ptr
          "llvm.intr.memcpy"(%b, %a, %size) <{isVolatile = false}> : (!llvm.ptr, !llvm.ptr, i64) -> ()
          %p = llvm.getelementptr %b[4] : (!llvm.ptr) -> !llvm.ptr, i8
          %r = llvm.load %p : !llvm.ptr -> i32
          %s = llvm.load %b : !llvm.ptr -> !llvm.struct<(i8, i32)>
          %t = llvm.extractvalue %s[1] : !llvm.struct<(i8, i32)>
          %c = llvm.icmp "eq" %r, %t : i32
          %z = llvm.zext %c : i1 to i32
          %m = llvm.mul %z, %t : i32
          llvm.return %m : i32
        }""", 7L));
  }

  @Test
  void orderOfPointersIsKnownInOneAllocation() {
    var program = """
        llvm.func @f(%%i: i64) -> i1 {
          %%two = llvm.mlir.constant(2 : i64) : i64
          %%a = llvm.alloca %%two x i32 : (i64) -> !llvm.ptr
          %%b = llvm.alloca %%two x i32 : (i64) -> !llvm.ptr
          %%p = llvm.getelementptr %%a[%%i] : (!llvm.ptr, i64) -> !llvm.ptr, i32
          %%r = llvm.icmp "%s" %s, %%p : !llvm.ptr
          llvm.return %%r : i1
        }""";
    assertArrayEquals(new Object[] {1L}, call(program.formatted("ult", "%a"), 2L));
    assertArrayEquals(new Object[] {0L}, call(program.formatted("uge", "%a"), 1L));
    assertArrayEquals(new Object[] {1L}, call(program.formatted("sge", "%a"), 0L));
    assertArrayEquals(new Object[] {Poison.POISON}, call(program.formatted("slt", "%a"), 1L));
    assertArrayEquals(new Object[] {Poison.POISON}, call(program.formatted("ult", "%a"), -1L));
    assertArrayEquals(new Object[] {Poison.POISON}, call(program.formatted("ult", "%b"), 1L));
    assertArrayEquals(new Object[] {0L}, call(program.formatted("eq", "%b"), 1L));
  }

  @Test
  void memoryWithoutContentsIsPoisonAndOutsideIsUndefined() {
    var program = """
        llvm.func @f(%i: i64) -> i32 {
          %two = llvm.mlir.constant(2 : i64) : i64
          %a = llvm.alloca %two x i32 : (i64) -> !llvm.ptr
          %p = llvm.getelementptr %a[%i] : (!llvm.ptr, i64) -> !llvm.ptr, i32
          %r = llvm.load %p : !llvm.ptr -> i32
          llvm.return %r : i32
        }""";
    assertArrayEquals(new Object[] {Poison.POISON}, call(program, 1L));
    var error = assertThrows(UndefinedBehavior.class, () -> call(program, 2L));
    assertTrue(error.getMessage().contains("'llvm.load' op: bytes 8 to 12 lie outside an allocation of 8 bytes"), error.getMessage());
  }

  @Test
  void functionsAreCalledByNameAndByAddress() {
    assertArrayEquals(new Object[] {11L}, call("""
        llvm.func internal @next(%x: i32) -> i32 {
          %one = llvm.mlir.constant(1 : i32) : i32
          %r = llvm.add %x, %one : i32
          llvm.return %r : i32
        }
        llvm.func @f(%x: i32) -> i32 {
          %g = llvm.mlir.addressof @next : !llvm.ptr
          %a = llvm.call @next(%x) : (i32) -> i32
          %b = llvm.call %g(%a) : !llvm.ptr, (i32) -> i32
          llvm.return %b : i32
        }""", 9L));
  }

  @Test
  void unreachableIsUndefined() {
    var error = assertThrows(UndefinedBehavior.class, () -> call("""
        llvm.func @f() {
          llvm.unreachable
        }"""));
    assertTrue(error.getMessage().contains("'llvm.unreachable' op: is reached"), error.getMessage());
  }
}
