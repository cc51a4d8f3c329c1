package mlr.validation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import mlr.ir.pass.PassDefinition;
import mlr.ir.pass.PassOption;
import org.junit.jupiter.api.Test;

/** Passes that change what functions compute are caught and named; passes that may do what they do are not. */
class FunctionValidationTest {
  @Test
  void aStoreDroppedInTheLoweringToPointers() {
    Planted.caught("""
        func.func @h(%m: memref<4xf32>, %x: f32) {
          %i = arith.constant 2 : index
          memref.store %x, %m[%i] : memref<4xf32>
          return
        }""", Planted.becomes("""
        llvm.func @h(%m: !llvm.ptr, %x: f32) {
          %p = llvm.getelementptr %m[3] : (!llvm.ptr) -> !llvm.ptr, f32
          llvm.store %x, %p : f32, !llvm.ptr
          llvm.return
        }"""), "function @h computes something else: the memory of argument 0[");
  }

  @Test
  void aWrongPredicateShowsAtTheEdgeOnly() {
    Planted.caught("""
        func.func @p(%x: f32) -> i1 {
          %c = arith.constant 0.0 : f32
          %y = arith.cmpf olt, %x, %c : f32
          return %y : i1
        }""", Planted.becomes("""
        func.func @p(%x: f32) -> i1 {
          %c = arith.constant 0.0 : f32
          %y = arith.cmpf ole, %x, %c : f32
          return %y : i1
        }"""), "function @p computes something else: result 0 is 0 before and 1 after");
  }

  @Test
  void aLoopThatNeverEnds() {
    Planted.caught("func.func @e(%x: i32) -> i32 { return %x : i32 }", Planted.becomes("""
        func.func @e(%x: i32) -> i32 {
          cf.br ^loop
        ^loop:
          cf.br ^loop
        }"""), "function @e does not end");
  }

  private static final String OVERFLOW_IS_POISON = """
      func.func @r(%x: i8) -> i1 {
        %c = arith.constant 1 : i8
        %y = arith.addi %x, %c overflow<nsw> : i8
        %z = arith.cmpi sgt, %y, %x : i8
        return %z : i1
      }""";

  private static final String ALWAYS = """
      func.func @r(%x: i8) -> i1 {
        %z = arith.constant true
        return %z : i1
      }""";

  @Test
  void nothingMayBecomePoison() {
    Planted.caught(ALWAYS, Planted.becomes(OVERFLOW_IS_POISON), "function @r computes something else: result 0 is 1 before and poison after");
  }

  @Test
  void endlessLoopsBeforeThePassAreGivenUp() {
    var counts = Planted.accepted("""
        func.func @e(%x: i32) -> i32 {
          cf.br ^loop
        ^loop:
          cf.br ^loop
        }""", Planted.becomes("func.func @e(%x: i32) -> i32 { return %x : i32 }"));
    assertTrue(counts.contains("not validated: runs, too long"), counts);
  }

  @Test
  void muchMemoryIsTooMuchWork() {
    var counts = Planted.accepted("""
        func.func @e(%x: i32) -> i32 {
          %n = arith.constant 400000000 : index
          %a = memref.alloc(%n) : memref<?xi8>
          memref.copy %a, %a : memref<?xi8> to memref<?xi8>
          return %x : i32
        }""", Planted.becomes("func.func @e(%x: i32) -> i32 { return %x : i32 }"));
    assertTrue(counts.contains("not validated: runs, too long"), counts);
  }

  @Test
  void whatCannotBeRunIsCounted() {
    var module = """
        func.func @e(%%x: memref<*xf32>) -> i32 {
          %%y = arith.constant %d : i32
          return %%y : i32
        }""";
    var counts = Planted.accepted(module.formatted(1), Planted.becomes(module.formatted(2)));
    assertTrue(counts.contains("1 not validated: functions that take memref<*xf32>"), counts);
  }

  @Test
  void whatIsNotExecutedMustBeKnownToTheInterpreterToo() {
    var counts = Planted.accepted("""
        func.func private @address(%p: !llvm.ptr) -> i64 {
          %a = llvm.ptrtoint %p : !llvm.ptr to i64
          return %a : i64
        }
        func.func @e(%c: i1, %p: !llvm.ptr) {
          loop.if %c {
            %a = func.call @address(%p) : (!llvm.ptr) -> i64
          }
          return
        }""", Planted.becomes("""
        func.func private @address(%p: !llvm.ptr) -> i64 {
          %a = llvm.ptrtoint %p : !llvm.ptr to i64
          return %a : i64
        }
        func.func @e(%c: i1, %p: !llvm.ptr) {
          %a = llvm.ptrtoint %p : !llvm.ptr to i64
          return
        }"""));
    assertTrue(counts.contains("1 not validated: functions, since 'llvm.ptrtoint' op has no meaning that the interpreter knows"), counts);
  }

  @Test
  void severalResultsTravelInAStruct() {
    Planted.accepted("""
        func.func @s(%x: i32, %i: index) -> (i32, index) {
          return %x, %i : i32, index
        }""", Planted.becomes("""
        llvm.func @s(%x: i32, %i: i32) -> !llvm.struct<(i32, i32)> {
          %p = llvm.mlir.poison : !llvm.struct<(i32, i32)>
          %q = llvm.insertvalue %x, %p[0] : !llvm.struct<(i32, i32)>
          %r = llvm.insertvalue %i, %q[1] : !llvm.struct<(i32, i32)>
          llvm.return %r : !llvm.struct<(i32, i32)>
        }"""));
  }

  private static final String FUSED = """
      func.func @dot(%x: tensor<5xf32>) -> f32 {
        %y = tensor.dot %x, %x : tensor<5xf32>, tensor<5xf32> -> f32
        return %y : f32
      }""";

  private static final String UNFUSED = """
      func.func @dot(%x: tensor<5xf32>) -> f32 {
        %p = arith.mulf %x, %x : tensor<5xf32>
        %y = tensor.reduce <sum> %p axes [0] : tensor<5xf32> to f32
        return %y : f32
      }""";

  @Test
  void anotherRoundingOfProducts() {
    Planted.caught(FUSED, Planted.becomes(UNFUSED), "function @dot computes something else");
  }

  @Test
  void anotherRoundingOfProductsThatWasAskedFor() {
    var counts = Planted.accepted(FUSED, PassDefinition.named("planted").option("unfused", PassOption.Kind.STRING_LIST, "f32", "float types")
        .creates((op, _) -> Planted.becomes(UNFUSED).accept(op)));
    assertTrue(counts.contains("1 not validated: functions and nodes that the pass is to round otherwise"), counts);
  }
}
