package mlr.interpreter.function;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import mlr.interpreter.ExecutionError;
import mlr.interpreter.ExternalFunctions;
import mlr.interpreter.FunctionEngine;
import mlr.interpreter.Programs;
import mlr.ir.eval.Poison;
import mlr.ir.eval.UndefinedBehavior;
import org.junit.jupiter.api.Test;

/** Functions at the levels of blocks and of structured loops. */
class FunctionTest {
  private static Object[] call(String program, Object... arguments) {
    return FunctionEngine.call(Programs.parse(program), "f", arguments);
  }

  @Test
  void integersWrapAtTheirWidth() {
    assertArrayEquals(new Object[] {-126L, 1L}, call("""
        func.func @f(%a: i8, %b: i8) -> (i8, i1) {
          %s = arith.addi %a, %b : i8
          %c = arith.cmpi slt, %s, %a : i8
          return %s, %c : i8, i1
        }""", 127L, 3L));
  }

  @Test
  void floatsAreBinary32AndBinary64() {
    assertArrayEquals(new Object[] {0.1f + 0.2f, 0.1 + 0.2}, call("""
        func.func @f(%a: f32, %b: f32, %c: f64, %d: f64) -> (f32, f64) {
          %s = arith.addf %a, %b : f32
          %t = arith.addf %c, %d : f64
          return %s, %t : f32, f64
        }""", 0.1f, 0.2f, 0.1, 0.2));
  }

  @Test
  void branchesHandValuesToBlocks() {
    var gcd = """
        func.func @f(%a: i32, %b: i32) -> i32 {
          cf.br ^loop(%a, %b : i32, i32)
        ^loop(%x: i32, %y: i32):
          %zero = arith.constant 0 : i32
          %done = arith.cmpi eq, %y, %zero : i32
          cf.cond_br %done, ^exit(%x : i32), ^next
        ^next:
          %r = arith.remsi %x, %y : i32
          cf.br ^loop(%y, %r : i32, i32)
        ^exit(%result: i32):
          return %result : i32
        }""";
    assertArrayEquals(new Object[] {6L}, call(gcd, 48L, 18L));
    assertArrayEquals(new Object[] {1L}, call(gcd, 17L, 5L));
  }

  @Test
  void valuesHandedOnAreExchangedAtOnce() {
    assertArrayEquals(new Object[] {2L, 1L}, call("""
        func.func @f(%a: i32, %b: i32) -> (i32, i32) {
          %false = arith.constant false
          cf.br ^swap(%a, %b, %false : i32, i32, i1)
        ^swap(%x: i32, %y: i32, %again: i1):
          %true = arith.constant true
          cf.cond_br %again, ^exit, ^swap(%y, %x, %true : i32, i32, i1)
        ^exit:
          return %x, %y : i32, i32
        }""", 1L, 2L));
  }

  @Test
  void switchTakesTheCaseOrTheDefault() {
    var program = """
        func.func @f(%a: i32) -> i32 {
          %one = arith.constant 1 : i32
          %two = arith.constant 2 : i32
          %nine = arith.constant 9 : i32
          cf.switch %a : i32, [
            default: ^exit(%nine : i32),
            10: ^exit(%one : i32),
            -3: ^exit(%two : i32)
          ]
        ^exit(%r: i32):
          return %r : i32
        }""";
    assertArrayEquals(new Object[] {1L}, call(program, 10L));
    assertArrayEquals(new Object[] {2L}, call(program, -3L));
    assertArrayEquals(new Object[] {9L}, call(program, 4L));
  }

  @Test
  void aCountedLoopCarriesValues() {
    assertArrayEquals(new Object[] {0L + 3 + 6 + 9, 4.0f}, call("""
        func.func @f(%n: index) -> (index, f32) {
          %zero = arith.constant 0 : index
          %three = arith.constant 3 : index
          %one = arith.constant 1.0 : f32
          %start = arith.constant 0.0 : f32
          %r:2 = loop.for %i = %zero to %n step %three iter_args(%s = %zero, %c = %start) -> (index, f32) {
            %t = arith.addi %s, %i : index
            %d = arith.addf %c, %one : f32
            loop.yield %t, %d : index, f32
          }
          return %r#0, %r#1 : index, f32
        }""", 11L));
  }

  @Test
  void loopsNestAndConditionalsChoose() {
    // the number of pairs j < i < n with i + j even
    assertArrayEquals(new Object[] {4L}, call("""
        func.func @f(%n: index) -> index {
          %zero = arith.constant 0 : index
          %one = arith.constant 1 : index
          %two = arith.constant 2 : index
          %r = loop.for %i = %zero to %n step %one iter_args(%s = %zero) -> (index) {
            %inner = loop.for %j = %zero to %i step %one iter_args(%t = %s) -> (index) {
              %sum = arith.addi %i, %j : index
              %odd = arith.remsi %sum, %two : index
              %even = arith.cmpi eq, %odd, %zero : index
              %u = loop.if %even -> (index) {
                %more = arith.addi %t, %one : index
                loop.yield %more : index
              } else {
                loop.yield %t : index
              }
              loop.yield %u : index
            }
            loop.yield %inner : index
          }
          return %r : index
        }""", 5L));
  }

  @Test
  void aWhileLoopRunsAsLongAsItsConditionHolds() {
    // Collatz steps
    assertArrayEquals(new Object[] {111L}, call("""
        func.func @f(%n: i64) -> i64 {
          %zero = arith.constant 0 : i64
          %one = arith.constant 1 : i64
          %two = arith.constant 2 : i64
          %three = arith.constant 3 : i64
          %r:2 = loop.while (%x = %n, %k = %zero) : (i64, i64) -> (i64, i64) {
            %go = arith.cmpi ne, %x, %one : i64
            loop.condition(%go) %x, %k : i64, i64
          } do {
          ^bb0(%y: i64, %c: i64):
            %bit = arith.andi %y, %one : i64
            %odd = arith.cmpi eq, %bit, %one : i64
            %half = arith.divsi %y, %two : i64
            %triple = arith.muli %y, %three : i64
            %up = arith.addi %triple, %one : i64
            %z = arith.select %odd, %up, %half : i64
            %d = arith.addi %c, %one : i64
            loop.yield %z, %d : i64, i64
          }
          return %r#1 : i64
        }""", 27L));
  }

  @Test
  void functionsCallEachOtherAndThemselves() {
    assertArrayEquals(new Object[] {120L}, call("""
        func.func private @factorial(%n: i32) -> i32 {
          %one = arith.constant 1 : i32
          %last = arith.cmpi sle, %n, %one : i32
          cf.cond_br %last, ^exit(%one : i32), ^more
        ^more:
          %less = arith.subi %n, %one : i32
          %r = func.call @factorial(%less) : (i32) -> i32
          %p = arith.muli %n, %r : i32
          cf.br ^exit(%p : i32)
        ^exit(%result: i32):
          return %result : i32
        }
        func.func @f(%n: i32) -> i32 {
          %r = func.call @factorial(%n) : (i32) -> i32
          return %r : i32
        }""", 5L));
  }

  @Test
  void externalFunctionsComeFromJava() {
    var module = Programs.parse("""
        func.func private @twice(f32) -> f32
        func.func @f(%x: f32) -> f32 {
          %r = func.call @twice(%x) : (f32) -> f32
          return %r : f32
        }""");
    var engine = new FunctionEngine(module, ExternalFunctions.NONE.with("twice", a -> new Object[] {2 * (Float) a[0]}));
    assertArrayEquals(new Object[] {3.0f}, engine.call("f", new Object[] {1.5f}));
    var error = assertThrows(ExecutionError.class, () -> FunctionEngine.call(module, "f", new Object[] {1.5f}));
    assertTrue(error.getMessage().contains("external function '@twice' has no implementation"), error.getMessage());
  }

  @Test
  void memoryIsReadAndWrittenByElementAndByVector() {
    // 3x + x + 1x, and 3
    assertArrayEquals(new Object[] {23.0f}, call("""
        memref.global "private" constant @weights : memref<4xf32> = dense<[1.0, 2.0, 3.0, 4.0]>
        func.func @f(%x: f32) -> f32 {
          %w = memref.get_global @weights : memref<4xf32>
          %m = memref.alloca() : memref<2x4xf32>
          %zero = arith.constant 0 : index
          %one = arith.constant 1 : index
          %two = arith.constant 2 : index
          %v = vector.load %w[%zero] : memref<4xf32>, vector<4xf32>
          %b = vector.broadcast %x : f32 to vector<4xf32>
          %p = arith.mulf %v, %b : vector<4xf32>
          vector.store %p, %m[%one, %zero] : memref<2x4xf32>, vector<4xf32>
          memref.store %x, %m[%one, %one] : memref<2x4xf32>
          %a = memref.load %m[%one, %two] : memref<2x4xf32>
          %c = memref.load %m[%one, %one] : memref<2x4xf32>
          %d = memref.load %m[%one, %zero] : memref<2x4xf32>
          %s = arith.addf %a, %c : f32
          %t = arith.addf %s, %d : f32
          %u = memref.load %w[%two] : memref<4xf32>
          %r = arith.addf %t, %u : f32
          return %r : f32
        }""", 4.0f));
  }

  @Test
  void poisonSpreadsUntilControlDependsOnIt() {
    var program = """
        func.func @f(%x: i32, %by: i32) -> i32 {
          %p = arith.shli %x, %by : i32
          %q = arith.addi %p, %x : i32
          return %q : i32
        }
        func.func @g(%x: i32, %by: i32) -> i32 {
          %p = arith.shli %x, %by : i32
          %c = arith.cmpi eq, %p, %x : i32
          cf.cond_br %c, ^a, ^a
        ^a:
          return %x : i32
        }""";
    var engine = new FunctionEngine(Programs.parse(program));
    assertArrayEquals(new Object[] {5L}, engine.call("f", new Object[] {1L, 2L}));
    assertArrayEquals(new Object[] {Poison.POISON}, engine.call("f", new Object[] {1L, 32L}));
    var error = assertThrows(UndefinedBehavior.class, () -> engine.call("g", new Object[] {1L, 32L}));
    assertTrue(error.getMessage().contains("'cf.cond_br' op: depends on a poison value"), error.getMessage());
  }

  @Test
  void undefinedBehaviourSaysWhere() {
    var error = assertThrows(UndefinedBehavior.class, () -> call("""
        func.func @f(%x: i32, %y: i32) -> i32 {
          %q = arith.divsi %x, %y : i32
          return %q : i32
        }""", 1L, 0L));
    assertTrue(error.getMessage().startsWith("\"test.mlir\":2:8: 'arith.divsi' op: "), error.getMessage());
    var outside = assertThrows(UndefinedBehavior.class, () -> call("""
        func.func @f(%i: index) -> f32 {
          %m = memref.alloca() : memref<4xf32>
          %r = memref.load %m[%i] : memref<4xf32>
          return %r : f32
        }""", 4L));
    assertTrue(outside.getMessage().contains("'memref.load' op: index 4"), outside.getMessage());
  }

  @Test
  void aVectorThatLeavesItsRowIsUndefined() {
    var program = """
        func.func @f(%i: index) -> vector<4xf32> {
          %m = memref.alloca() : memref<2x6xf32>
          %zero = arith.constant 0 : index
          %r = vector.load %m[%zero, %i] : memref<2x6xf32>, vector<4xf32>
          return %r : vector<4xf32>
        }""";
    assertArrayEquals(new Object[] {Poison.POISON}, call(program, 2L));
    var error = assertThrows(UndefinedBehavior.class, () -> call(program, 3L));
    assertTrue(error.getMessage().contains("'vector.load' op: index 6 of dimension 1"), error.getMessage());
  }

  @Test
  void constantMemoryIsNotWritten() {
    var error = assertThrows(UndefinedBehavior.class, () -> call("""
        memref.global "private" constant @w : memref<1xf32> = dense<1.0>
        func.func @f(%x: f32) {
          %w = memref.get_global @w : memref<1xf32>
          %zero = arith.constant 0 : index
          memref.store %x, %w[%zero] : memref<1xf32>
          return
        }""", 1.0f));
    assertEquals("constant memory is written", error.getMessage().replaceAll(".*op: ", ""));
  }

  @Test
  void aFailedAssertionSaysSo() {
    var error = assertThrows(ExecutionError.class, () -> call("""
        func.func @f(%c: i1) {
          cf.assert %c, "c holds"
          return
        }""", 0L));
    assertEquals("assertion failed: c holds", error.getMessage());
  }

  @Test
  void aCounterThatLeavesItsTypeIsUndefined() {
    var loop = """
        func.func @f(%l: i8, %u: i8, %s: i8) -> i8 {
          %r = loop.for %i = %l to %u step %s iter_args(%last = %l) -> (i8) : i8 {
            loop.yield %i : i8
          }
          return %r : i8
        }""";
    assertArrayEquals(new Object[] {125L}, call(loop, 121L, 127L, 2L));
    assertArrayEquals(new Object[] {127L}, call(loop, 127L, 127L, 100L));
    var error = assertThrows(UndefinedBehavior.class, () -> call(loop, 120L, 127L, 2L));
    assertEquals("adds 2 to its counter 126, which leaves the type", error.getMessage().replaceAll(".*op: ", ""));
    assertThrows(UndefinedBehavior.class, () -> call(loop.replace("i8", "index"), 0L, Long.MAX_VALUE, Long.MAX_VALUE - 1));
    assertThrows(UndefinedBehavior.class, () -> call(loop.replace("i8", "i1"), 0L, 1L, 1L));
  }

  @Test
  void memoryHasTheLayoutOfItsType() {
    assertArrayEquals(new Object[] {5L}, call("""
        func.func @f(%x: i32) -> i32 {
          %m = memref.alloc() : memref<2xi32, strided<[2], offset: 1>>
          %w = memref.cast %m : memref<2xi32, strided<[2], offset: 1>> to memref<?xi32, strided<[2], offset: 1>>
          %one = arith.constant 1 : index
          memref.store %x, %w[%one] : memref<?xi32, strided<[2], offset: 1>>
          %y = memref.load %m[%one] : memref<2xi32, strided<[2], offset: 1>>
          return %y : i32
        }""", 5L));
  }
}
