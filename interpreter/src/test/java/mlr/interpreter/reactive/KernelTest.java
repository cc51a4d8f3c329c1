package mlr.interpreter.reactive;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import mlr.interpreter.ExecutionError;
import mlr.interpreter.ExternalFunctions;
import org.junit.jupiter.api.Test;

/** The forms of the synchronous kernel against traces worked by hand. */
class KernelTest {
  @Test
  void fbyDelaysByOneInstant() {
    ReactivePrograms.check("""
        reactive.node @f(%x: i32) -> (i32) {
          %zero = arith.constant 0 : i32
          %y = reactive.fby %zero, %x : i32
          reactive.return %y : i32
        }""", """
        5 => 0
        6 => 5
        7 => 6""");
  }

  @Test
  void equationsMayStandInAnyOrder() {
    ReactivePrograms.check("""
        reactive.node @f(%x: i32) -> (i32) {
          %sum = arith.addi %before, %x : i32
          %before = reactive.fby %zero, %sum : i32
          %zero = arith.constant 0 : i32
          reactive.return %sum : i32
        }""", """
        1 => 1
        2 => 3
        3 => 6""");
  }

  @Test
  void arrowHidesTheUndefinedFirstValueOfPre() {
    ReactivePrograms.check("""
        reactive.node @f(%x: i32) -> (i32) {
          %p = reactive.pre %x : i32
          %d = arith.subi %x, %p : i32
          %y = reactive.arrow %x, %d : i32
          reactive.return %y : i32
        }""", """
        5 => 5
        7 => 2
        4 => -3""");
  }

  @Test
  void anUninitialisedPreIsAnErrorWhereItReachesAnOutput() {
    var error = assertThrows(ExecutionError.class, () -> ReactivePrograms.check("""
        reactive.node @f(%x: i32) -> (i32) {
          %p = reactive.pre %x : i32
          %y = arith.addi %p, %x : i32 loc("y"("f.mlr":3:1))
          reactive.return %y : i32
        }""", "1 => 1"));
    assertTrue(error.getMessage().contains("output 'y' at instant 0 depends on a value that is not initialised"), error.getMessage());
  }

  @Test
  void anUninitialisedPreIsAnErrorAsACondition() {
    var error = assertThrows(ExecutionError.class, () -> ReactivePrograms.check("""
        reactive.node @f(%c: i1, %x: i32) -> (i32) {
          %p = reactive.pre %c : i1 loc("p"("f.mlr":3:1))
          %a = reactive.when %x, %p is 1 : i32, i1
          %b = reactive.when %x, %p is 0 : i32, i1
          %y = reactive.merge %p [1, 0] %a, %b : i1, i32
          reactive.return %y : i32
        }""", "1, 1 => 1"));
    assertTrue(error.getMessage().contains("condition 'p' depends at instant 0 on a value that is not initialised"), error.getMessage());
  }

  @Test
  void memoryCountsTheInstantsOfItsOwnClock() {
    ReactivePrograms.check("""
        reactive.node @f(%c: i1, %x: i32) -> (i32, i32) {
          %zero = arith.constant 0 : i32
          %xc = reactive.when %x, %c is 1 : i32, i1
          %slow = reactive.fby %zero, %xc : i32
          %y = reactive.current %slow, %zero : i32
          reactive.return %slow, %y : i32, i32
        }""", """
        0, 1 => _, 0
        1, 2 => 0, 0
        0, 3 => _, 0
        1, 4 => 2, 2
        0, 5 => _, 2
        0, 6 => _, 2
        1, 7 => 4, 4""");
  }

  @Test
  void currentGivesThePresentDefaultBeforeTheFirstValue() {
    ReactivePrograms.check("""
        reactive.node @f(%c: i1, %x: i32, %d: i32) -> (i32) {
          %xc = reactive.when %x, %c is 1 : i32, i1
          %y = reactive.current %xc, %d : i32
          reactive.return %y : i32
        }""", """
        0, 1, 70 => 70
        0, 2, 71 => 71
        1, 3, 72 => 3
        0, 4, 73 => 3
        1, 5, 74 => 5""");
  }

  @Test
  void mergeTakesTheBranchThatIsPresent() {
    ReactivePrograms.check("""
        reactive.node @f(%g: i32, %x: i32) -> (i32) {
          %one = arith.constant 1 : i32
          %a = reactive.when %x, %g is 0 : i32, i32
          %b = reactive.when %x, %g is 1 : i32, i32
          %c = reactive.when %x, %g is 2 : i32, i32
          %b1 = arith.addi %b, %one : i32
          %zero = arith.constant 0 : i32
          %c1 = reactive.fby %zero, %c : i32
          %y = reactive.merge %g [0, 2, 1] %a, %c1, %b1 : i32, i32
          reactive.return %y : i32
        }""", """
        0, 5 => 5
        1, 6 => 7
        2, 7 => 0
        1, 8 => 9
        2, 9 => 7""");
  }

  @Test
  void aWordStartsAtItsScopesFirstInstant() {
    ReactivePrograms.check("""
        reactive.node @f(%r: i1, %x: i32) -> (i32, i1) {
          %w = reactive.word "0(01)" : i1
          %y = reactive.when %x, %w is 1 : i32, i1
          %inner = reactive.reset %r -> (i1) {
            %v = reactive.word "1(0)" : i1
            reactive.yield %v : i1
          }
          reactive.return %y, %inner : i32, i1
        }""", """
        0, 1 => _, 1
        0, 2 => _, 0
        0, 3 => 3, 0
        1, 4 => _, 1
        0, 5 => 5, 0
        0, 6 => _, 0""");
  }

  @Test
  void resetRestartsMemoryBeforeTheStep() {
    ReactivePrograms.check("""
        reactive.node @f(%r: i1, %x: i32) -> (i32, i32) {
          %zero = arith.constant 0 : i32
          %s = reactive.reset %r -> (i32) {
            %p = reactive.fby %zero, %t : i32
            %t = arith.addi %p, %x : i32
            reactive.yield %t : i32
          }
          %outside = reactive.fby %zero, %s : i32
          reactive.return %s, %outside : i32, i32
        }""", """
        0, 1 => 1, 0
        0, 2 => 3, 1
        1, 3 => 3, 3
        0, 4 => 7, 3
        1, 5 => 5, 7""");
  }

  @Test
  void aResetForgetsWhatArrowAndCurrentRemember() {
    ReactivePrograms.check("""
        reactive.node @f(%r: i1, %c: i1, %x: i32) -> (i32, i32) {
          %d = arith.constant -1 : i32
          %y:2 = reactive.reset %r -> (i32, i32) {
            %a = reactive.arrow %d, %x : i32
            %xc = reactive.when %x, %c is 1 : i32, i1
            %h = reactive.current %xc, %d : i32
            reactive.yield %a, %h : i32, i32
          }
          reactive.return %y#0, %y#1 : i32, i32
        }""", """
        0, 1, 1 => -1, 1
        0, 0, 2 => 2, 1
        1, 0, 3 => -1, -1
        0, 0, 4 => 4, -1
        0, 1, 5 => 5, 5
        1, 1, 6 => -1, 6
        0, 0, 7 => 7, 6""");
  }

  @Test
  void aResetWhileTheInstanceSleepsIsKept() {
    ReactivePrograms.check("""
        reactive.node @count(%x: i32) -> (i32) attributes {sym_visibility = "private"} {
          %zero = arith.constant 0 : i32
          %p = reactive.fby %zero, %t : i32
          %t = arith.addi %p, %x : i32
          reactive.return %t : i32
        }
        reactive.node @f(%r: i1, %c: i1, %x: i32) -> (i32) {
          %xc = reactive.when %x, %c is 1 : i32, i1
          %y = reactive.instance @count(%xc) every %r : (i32) -> i32
          reactive.return %y : i32
        }""", """
        0, 1, 1 => 1
        0, 1, 1 => 2
        1, 0, 1 => _
        0, 0, 1 => _
        0, 1, 1 => 1
        0, 1, 1 => 2""");
  }

  @Test
  void eachInstanceHasMemoryOfItsOwn() {
    ReactivePrograms.check("""
        reactive.node @sum(%x: i32) -> (i32) attributes {sym_visibility = "private"} {
          %zero = arith.constant 0 : i32
          %p = reactive.fby %zero, %t : i32
          %t = arith.addi %p, %x : i32
          reactive.return %t : i32
        }
        reactive.node @f(%x: i32) -> (i32, i32) {
          %one = arith.constant 1 : i32
          %a = reactive.instance @sum(%x) : (i32) -> i32
          %b = reactive.instance @sum(%one) : (i32) -> i32
          reactive.return %a, %b : i32, i32
        }""", """
        5 => 5, 1
        5 => 10, 2""");
  }

  @Test
  void aResetOnASlowerClockHappensWhereItIsPresent() {
    ReactivePrograms.check("""
        reactive.node @f(%c: i1, %r: i1, %x: i32) -> (i32) {
          %zero = arith.constant 0 : i32
          %rc = reactive.when %r, %c is 1 : i1, i1
          %y = reactive.reset %rc -> (i32) {
            %p = reactive.fby %zero, %s : i32
            %s = arith.addi %p, %x : i32
            reactive.yield %s : i32
          }
          reactive.return %y : i32
        }""", """
        1, 0, 1 => 1
        0, 1, 2 => 3
        1, 1, 3 => 3
        0, 1, 4 => 7""");
  }

  @Test
  void nestedResetsRestartTheInnerMemoryWithTheOuter() {
    ReactivePrograms.check("""
        reactive.node @count() -> (i32) attributes {sym_visibility = "private"} {
          %zero = arith.constant 0 : i32
          %one = arith.constant 1 : i32
          %p = reactive.fby %zero, %s : i32
          %s = arith.addi %p, %one : i32
          reactive.return %s : i32
        }
        reactive.node @f(%outer: i1, %inner: i1) -> (i32, i32) {
          %y:2 = reactive.reset %outer -> (i32, i32) {
            %a = reactive.instance @count() : () -> i32
            %b = reactive.instance @count() every %inner : () -> i32
            reactive.yield %a, %b : i32, i32
          }
          reactive.return %y#0, %y#1 : i32, i32
        }""", """
        0, 0 => 1, 1
        0, 0 => 2, 2
        0, 1 => 3, 1
        1, 0 => 1, 1
        0, 0 => 2, 2""");
  }

  @Test
  void outputsOfAnInstanceMayFeedItsInputsThroughADelay() {
    ReactivePrograms.check("""
        reactive.node @g(%a: i32, %b: i32) -> (i32, i32) attributes {sym_visibility = "private"} {
          %one = arith.constant 1 : i32
          %p = arith.addi %a, %one : i32
          %zero = arith.constant 0 : i32
          %q = reactive.fby %zero, %b : i32
          reactive.return %p, %q : i32, i32
        }
        reactive.node @f() -> (i32, i32) {
          %r:2 = reactive.instance @g(%r#1, %r#0) : (i32, i32) -> (i32, i32)
          reactive.return %r#0, %r#1 : i32, i32
        }""", """
        => 1, 0
        => 2, 1
        => 3, 2""");
  }

  @Test
  void aValueThatNeedsItselfIsReported() {
    var error = assertThrows(ExecutionError.class, () -> ReactivePrograms.check("""
        reactive.node @f(%x: i32) -> (i32) {
          %a = arith.addi %b, %x : i32 loc("a"("f.mlr":2:1))
          %b = arith.addi %a, %x : i32 loc("b"("f.mlr":3:1))
          reactive.return %a : i32
        }""", "1 => 1"));
    assertTrue(error.getMessage().contains("the value of 'a' at instant 0 depends on itself: 'b' at instant 0, needed by 'a' at instant 0"), error.getMessage());
  }

  @Test
  void aFailedAssertionSaysSo() {
    var error = assertThrows(ExecutionError.class, () -> ReactivePrograms.check("""
        reactive.node @f(%x: i1) -> (i1) {
          reactive.assert %x, "x holds"
          reactive.return %x : i1
        }""", "1 => 1\n0 => 0"));
    assertTrue(error.getMessage().contains("assertion failed: x holds"), error.getMessage());
  }

  @Test
  void externalFunctionsAreCalledOnceWhereTheirClockIsPresent() {
    var calls = new java.util.ArrayList<Long>();
    var externals = ExternalFunctions.NONE.with("twice", arguments -> {
      calls.add((Long) arguments[0]);
      return new Object[] {2 * (Long) arguments[0]};
    });
    ReactivePrograms.check("""
        func.func private @twice(i32) -> i32
        reactive.node @f(%c: i1, %x: i32) -> (i32) {
          %xc = reactive.when %x, %c is 1 : i32, i1
          %y = reactive.call @twice(%xc) : (i32) -> i32
          reactive.return %y : i32
        }""", """
        1, 3 => 6
        0, 4 => _
        1, 5 => 10""", externals);
    assertTrue(calls.equals(java.util.List.of(3L, 5L)), calls.toString());
  }

  @Test
  void aMissingExternalFunctionIsNamed() {
    var error = assertThrows(ExecutionError.class, () -> ReactivePrograms.check("""
        func.func private @twice(i32) -> i32
        reactive.node @f(%x: i32) -> (i32) {
          %y = reactive.call @twice(%x) : (i32) -> i32
          reactive.return %y : i32
        }""", "1 => 2"));
    assertTrue(error.getMessage().contains("external function '@twice' has no implementation"), error.getMessage());
  }

  @Test
  void aLongSleepDoesNotForgetTheHeldValue() {
    var trace = new StringBuilder("1, 7 => 0, 7\n");
    for (int i = 0; i < 3000; i++) {
      trace.append("0, 9 => _, 7\n");
    }
    trace.append("1, 8 => 7, 8\n");
    ReactivePrograms.check("""
        reactive.node @f(%c: i1, %x: i32) -> (i32, i32) {
          %zero = arith.constant 0 : i32
          %xc = reactive.when %x, %c is 1 : i32, i1
          %y = reactive.fby %zero, %xc : i32
          %z = reactive.current %xc, %zero : i32
          reactive.return %y, %z : i32, i32
        }""", trace.toString());
  }
}
