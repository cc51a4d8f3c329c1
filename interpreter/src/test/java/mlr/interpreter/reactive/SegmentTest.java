package mlr.interpreter.reactive;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import java.util.stream.LongStream;
import mlr.interpreter.ExecutionError;
import org.junit.jupiter.api.Test;

/** Backward time within one segment, against traces worked by hand. */
class SegmentTest {
  @Test
  void postIsTheValueOfTheNextInstantOfTheSegment() {
    ReactivePrograms.check("""
        reactive.node @f(%x: i32) -> (i1, i32, tensor<3xi32>) {
          %r:3 = reactive.segment every 3 -> (i1, i32, tensor<3xi32>) {
          ^bb0(%e: i1, %k: i32):
            %zero = arith.constant 0 : i32
            %n = reactive.post %s, %zero : i32
            %s = arith.addi %x, %n : i32
            %o = reactive.then -> (tensor<3xi32>) {
              %a = reactive.all %s : i32 to tensor<3xi32>
              reactive.then_yield outs(%a : tensor<3xi32>)
            }
            reactive.segment_yield outs(%e, %k, %o : i1, i32, tensor<3xi32>)
          }
          reactive.return %r#0, %r#1, %r#2 : i1, i32, tensor<3xi32>
        }""", """
        1 => 0, 1, _
        2 => 0, 2, _
        3 => 1, 3, [6 5 3]
        4 => 0, 1, _
        5 => 0, 2, _
        6 => 1, 3, [15 11 6]""");
  }

  @Test
  void theSameBodyOverATensorGivesTheSameValues() {
    ReactivePrograms.check("""
        reactive.node @f(%xs: tensor<3xi32>) -> (tensor<3xi32>) {
          %r = reactive.segment over 3 elements(%xs : tensor<3xi32>) -> (tensor<3xi32>) {
          ^bb0(%e: i1, %k: i32, %x: i32):
            %zero = arith.constant 0 : i32
            %n = reactive.post %s, %zero : i32
            %s = arith.addi %x, %n : i32
            %o = reactive.then -> (tensor<3xi32>) {
              %a = reactive.all %s : i32 to tensor<3xi32>
              reactive.then_yield outs(%a : tensor<3xi32>)
            }
            reactive.segment_yield outs(%o : tensor<3xi32>)
          }
          reactive.return %r : tensor<3xi32>
        }""", """
        [1 2 3] => [6 5 3]
        [4 5 6] => [15 11 6]""");
  }

  @Test
  void theLastValueOfPostIsReadAtTheLastInstant() {
    ReactivePrograms.check("""
        reactive.node @f(%x: i32, %d: i32) -> (tensor<2xi32>) {
          %r = reactive.segment every 2 -> (tensor<2xi32>) {
          ^bb0(%e: i1, %k: i32):
            %n = reactive.post %x, %d : i32
            %o = reactive.then -> (tensor<2xi32>) {
              %a = reactive.all %n : i32 to tensor<2xi32>
              reactive.then_yield outs(%a : tensor<2xi32>)
            }
            reactive.segment_yield outs(%o : tensor<2xi32>)
          }
          reactive.return %r : tensor<2xi32>
        }""", """
        1, 70 => _
        2, 71 => [2 71]
        3, 72 => _
        4, 73 => [4 73]""");
  }

  @Test
  void untilEndsWhereItsConditionHoldsOrAtTheBound() {
    ReactivePrograms.check("""
        reactive.node @f(%x: i32, %c: i1) -> (i1, tensor<3xi32>, i1) {
          %r:3 = reactive.segment until max 3 -> (i1, tensor<3xi32>, i1) {
          ^bb0(%e: i1, %k: i32):
            %zero = arith.constant 0 : i32
            %n = reactive.post %s, %zero : i32
            %s = arith.addi %x, %n : i32
            %o:2 = reactive.then -> (tensor<3xi32>, i1) {
              %a = reactive.all %s : i32 to tensor<3xi32>
              reactive.then_yield outs(%a, %c : tensor<3xi32>, i1)
            }
            reactive.segment_yield until(%c : i1) outs(%e, %o#0, %o#1 : i1, tensor<3xi32>, i1)
          }
          reactive.return %r#0, %r#1, %r#2 : i1, tensor<3xi32>, i1
        }""", """
        1, 0 => 0, _, _
        2, 1 => 1, [3 2 0], 1
        3, 1 => 1, [3 0 0], 1
        4, 0 => 0, _, _
        5, 0 => 0, _, _
        6, 0 => 1, [15 11 6], 0
        7, 1 => 1, [7 0 0], 1""");
  }

  @Test
  void initialAndFinalLeaveThroughTheThenPart() {
    ReactivePrograms.check("""
        reactive.node @f(%x: i32) -> (i32, i32, i32) {
          %r:3 = reactive.segment every 3 -> (i32, i32, i32) {
          ^bb0(%e: i1, %k: i32):
            %zero = arith.constant 0 : i32
            %n = reactive.post %s, %zero : i32
            %s = arith.addi %x, %n : i32
            %p = reactive.fby %zero, %q : i32
            %q = arith.addi %p, %x : i32
            %o:3 = reactive.then -> (i32, i32, i32) {
              %a = reactive.initial %s : i32
              %b = reactive.final %s : i32
              reactive.then_yield outs(%a, %b, %q : i32, i32, i32)
            }
            reactive.segment_yield outs(%o#0, %o#1, %o#2 : i32, i32, i32)
          }
          reactive.return %r#0, %r#1, %r#2 : i32, i32, i32
        }""", """
        1 => _, _, _
        2 => _, _, _
        3 => 6, 3, 6
        4 => _, _, _
        5 => _, _, _
        6 => 15, 6, 15""");
  }

  @Test
  void finalInTheBodyIsTheLastValueSeenAtEveryInstant() {
    ReactivePrograms.check("""
        reactive.node @f(%x: i32) -> (tensor<3xi32>) {
          %r = reactive.segment every 3 -> (tensor<3xi32>) {
          ^bb0(%e: i1, %k: i32):
            %zero = arith.constant 0 : i32
            %p = reactive.fby %zero, %q : i32
            %q = arith.addi %p, %x : i32
            %sum = reactive.final %q : i32
            %z = arith.subi %sum, %x : i32
            %o = reactive.then -> (tensor<3xi32>) {
              %a = reactive.all %z : i32 to tensor<3xi32>
              reactive.then_yield outs(%a : tensor<3xi32>)
            }
            reactive.segment_yield outs(%o : tensor<3xi32>)
          }
          reactive.return %r : tensor<3xi32>
        }""", """
        1 => _
        2 => _
        3 => [5 4 3]
        4 => _
        4 => _
        4 => [8 8 8]""");
  }

  @Test
  void finalOnASlowerClockIsTheLastValueThatIsPresent() {
    ReactivePrograms.check("""
        reactive.node @f(%x: i32, %c: i1) -> (tensor<3xi32>) {
          %r = reactive.segment every 3 -> (tensor<3xi32>) {
          ^bb0(%e: i1, %k: i32):
            %zero = arith.constant 0 : i32
            %xc = reactive.when %x, %c is 1 : i32, i1
            %last = reactive.final %xc : i32
            %other = reactive.when %zero, %c is 0 : i32, i1
            %y = reactive.merge %c [1, 0] %last, %other : i1, i32
            %o = reactive.then -> (tensor<3xi32>) {
              %a = reactive.all %y : i32 to tensor<3xi32>
              reactive.then_yield outs(%a : tensor<3xi32>)
            }
            reactive.segment_yield outs(%o : tensor<3xi32>)
          }
          reactive.return %r : tensor<3xi32>
        }""", """
        1, 1 => _
        2, 1 => _
        3, 0 => [2 2 0]
        4, 0 => _
        5, 0 => _
        6, 1 => [0 0 6]""");
  }

  @Test
  void stateStartsAfreshUnlessTheSegmentResumes() {
    for (var resume : new String[] {"", "resume "}) {
      ReactivePrograms.check("""
          reactive.node @f(%x: i32) -> (i32) {
            %r = reactive.segment every 2 RESUME-> (i32) {
            ^bb0(%e: i1, %k: i32):
              %zero = arith.constant 0 : i32
              %p = reactive.fby %zero, %q : i32
              %q = arith.addi %p, %x : i32
              reactive.segment_yield outs(%q : i32)
            }
            reactive.return %r : i32
          }""".replace("RESUME", resume), resume.isEmpty() ? """
          1 => 1
          2 => 3
          3 => 3
          4 => 7
          5 => 5""" : """
          1 => 1
          2 => 3
          3 => 6
          4 => 10
          5 => 15""");
    }
  }

  @Test
  void resumeKeepsStateAcrossActivationsOfASpaceSegment() {
    for (var resume : new String[] {"", "resume "}) {
      ReactivePrograms.check("""
          reactive.node @f(%c: i1, %xs: tensor<2xi32>) -> (tensor<2xi32>) {
            %xc = reactive.when %xs, %c is 1 : tensor<2xi32>, i1
            %r = reactive.segment over 2 RESUMEelements(%xc : tensor<2xi32>) -> (tensor<2xi32>) {
            ^bb0(%e: i1, %k: i32, %x: i32):
              %zero = arith.constant 0 : i32
              %p = reactive.fby %zero, %q : i32
              %q = arith.addi %p, %x : i32
              %o = reactive.then -> (tensor<2xi32>) {
                %a = reactive.all %q : i32 to tensor<2xi32>
                reactive.then_yield outs(%a : tensor<2xi32>)
              }
              reactive.segment_yield outs(%o : tensor<2xi32>)
            }
            reactive.return %r : tensor<2xi32>
          }""".replace("RESUME", resume), resume.isEmpty() ? """
          1, [1 2] => [1 3]
          0, [8 8] => _
          1, [3 4] => [3 7]""" : """
          1, [1 2] => [1 3]
          0, [8 8] => _
          1, [3 4] => [6 10]""");
    }
  }

  @Test
  void aCarryIsConstantInASegmentAndChangesAtTheNext() {
    ReactivePrograms.check("""
        reactive.node @f(%x: i32, %w0: i32) -> (i32) {
          %r = reactive.segment every 2 carry(%w0 : i32) -> (i32) {
          ^bb0(%e: i1, %k: i32, %w: i32):
            %t = arith.addi %w, %x : i32
            reactive.then {
              %n = arith.addi %w, %x : i32
              reactive.then_yield next(%n : i32)
            }
            reactive.segment_yield outs(%w : i32)
          }
          reactive.return %r : i32
        }""", """
        1, 100 => 100
        2, 200 => 100
        3, 300 => 102
        4, 400 => 102
        5, 500 => 106""");
  }

  @Test
  void aCarryOfASpaceSegmentChangesFromInstantToInstant() {
    ReactivePrograms.check("""
        reactive.node @f(%xs: tensor<2xi32>) -> (i32) {
          %w0 = arith.constant 10 : i32
          %r = reactive.segment over 2 elements(%xs : tensor<2xi32>) carry(%w0 : i32) -> (i32) {
          ^bb0(%e: i1, %k: i32, %x: i32, %w: i32):
            %zero = arith.constant 0 : i32
            %p = reactive.fby %zero, %q : i32
            %q = arith.addi %p, %x : i32
            %o = reactive.then -> (i32) {
              %n = arith.addi %w, %q : i32
              reactive.then_yield next(%n : i32) outs(%w : i32)
            }
            reactive.segment_yield outs(%o : i32)
          }
          reactive.return %r : i32
        }""", """
        [1 2] => 10
        [3 4] => 13
        [5 6] => 20""");
  }

  @Test
  void memoryOfTheThenPartLivesOnTheEndClockAndSurvivesBorders() {
    ReactivePrograms.check("""
        reactive.node @f(%x: i32) -> (i32) {
          %r = reactive.segment every 2 -> (i32) {
          ^bb0(%e: i1, %k: i32):
            %o = reactive.then -> (i32) {
              %zero = arith.constant 0 : i32
              %p = reactive.fby %zero, %q : i32
              %q = arith.addi %p, %x : i32
              reactive.then_yield outs(%q : i32)
            }
            reactive.segment_yield outs(%o : i32)
          }
          reactive.return %r : i32
        }""", """
        1 => _
        2 => 2
        3 => _
        4 => 6""");
  }

  @Test
  void replayGivesThePreviousSegmentAtTheSamePosition() {
    ReactivePrograms.check("""
        reactive.node @f(%x: i32, %c: i1) -> (i32) {
          %r = reactive.segment until max 3 -> (i32) {
          ^bb0(%e: i1, %k: i32):
            %zero = arith.constant 0 : i32
            %d = arith.constant -1 : i32
            %n = reactive.post %s, %zero : i32
            %s = arith.addi %x, %n : i32
            %y = reactive.replay %s, %d : i32
            reactive.segment_yield until(%c : i1) outs(%y : i32)
          }
          reactive.return %r : i32
        }""", """
        1, 0 => -1
        2, 1 => -1
        3, 0 => 3
        4, 0 => 2
        5, 0 => -1
        6, 0 => 12
        7, 0 => 9""");
  }

  @Test
  void forwardRecursionOverBackwardValues() {
    // b = 3, 2, 1 counted from the end; f = 0 fby (f + b)
    ReactivePrograms.check("""
        reactive.node @f() -> (tensor<3xi32>) {
          %r = reactive.segment every 3 -> (tensor<3xi32>) {
          ^bb0(%e: i1, %k: i32):
            %zero = arith.constant 0 : i32
            %one = arith.constant 1 : i32
            %n = reactive.post %b, %zero : i32
            %b = arith.addi %n, %one : i32
            %p = reactive.fby %zero, %q : i32
            %q = arith.addi %p, %b : i32
            %o = reactive.then -> (tensor<3xi32>) {
              %a = reactive.all %q : i32 to tensor<3xi32>
              reactive.then_yield outs(%a : tensor<3xi32>)
            }
            reactive.segment_yield outs(%o : tensor<3xi32>)
          }
          reactive.return %r : tensor<3xi32>
        }""", """
        => _
        => _
        => [3 5 6]
        => _""");
  }

  @Test
  void resumedStateOfBackwardValuesCrossesTheBorder() {
    ReactivePrograms.check("""
        reactive.node @f(%x: i32) -> (tensor<2xi32>) {
          %r = reactive.segment every 2 resume -> (tensor<2xi32>) {
          ^bb0(%e: i1, %k: i32):
            %zero = arith.constant 0 : i32
            %n = reactive.post %x, %zero : i32
            %p = reactive.fby %zero, %q : i32
            %q = arith.addi %p, %n : i32
            %o = reactive.then -> (tensor<2xi32>) {
              %a = reactive.all %q : i32 to tensor<2xi32>
              reactive.then_yield outs(%a : tensor<2xi32>)
            }
            reactive.segment_yield outs(%o : tensor<2xi32>)
          }
          reactive.return %r : tensor<2xi32>
        }""", """
        1 => _
        2 => [2 2]
        3 => _
        4 => [6 6]""");
  }

  @Test
  void resumedStateIsKeptWhereTheSegmentItselfDoesNotNeedIt() {
    ReactivePrograms.check("""
        reactive.node @f(%x: i32) -> (i32) {
          %r = reactive.segment every 3 resume -> (i32) {
          ^bb0(%e: i1, %k: i32):
            %zero = arith.constant 0 : i32
            %n = reactive.post %x, %zero : i32
            %p = reactive.fby %zero, %q : i32
            %q = arith.addi %p, %n : i32
            %o = reactive.then -> (i32) {
              %a = reactive.initial %p : i32
              reactive.then_yield outs(%a : i32)
            }
            reactive.segment_yield outs(%o : i32)
          }
          reactive.return %r : i32
        }""", """
        1 => _
        2 => _
        3 => 0
        4 => _
        5 => _
        6 => 5
        7 => _
        8 => _
        9 => 16""");
  }

  @Test
  void assertionsOnBackwardValuesAreCheckedWhereTheSegmentEnds() {
    var program = """
        reactive.node @f(%x: i32) -> (i32) {
          %r = reactive.segment every 2 -> (i32) {
          ^bb0(%e: i1, %k: i32):
            %n = reactive.post %x, %x : i32
            %c = arith.cmpi sge, %n, %x : i32
            reactive.assert %c, "x grows"
            reactive.segment_yield outs(%x : i32)
          }
          reactive.return %r : i32
        }""";
    ReactivePrograms.check(program, "1 => 1\n2 => 2\n1 => 1");
    var error = assertThrows(ExecutionError.class, () -> ReactivePrograms.check(program, "1 => 1\n2 => 2\n2 => 2\n1 => 1"));
    assertTrue(error.getMessage().contains("assertion failed: x grows"), error.getMessage());
  }

  @Test
  void postCountsTheInstantsOfItsOperandsClock() {
    ReactivePrograms.check("""
        reactive.node @f(%x: i32, %c: i1) -> (tensor<4xi32>) {
          %r = reactive.segment every 4 -> (tensor<4xi32>) {
          ^bb0(%e: i1, %k: i32):
            %zero = arith.constant 0 : i32
            %xc = reactive.when %x, %c is 1 : i32, i1
            %n = reactive.post %s, %zero : i32
            %s = arith.addi %xc, %n : i32
            %other = reactive.when %zero, %c is 0 : i32, i1
            %y = reactive.merge %c [1, 0] %s, %other : i1, i32
            %o = reactive.then -> (tensor<4xi32>) {
              %a = reactive.all %y : i32 to tensor<4xi32>
              reactive.then_yield outs(%a : tensor<4xi32>)
            }
            reactive.segment_yield outs(%o : tensor<4xi32>)
          }
          reactive.return %r : tensor<4xi32>
        }""", """
        1, 1 => _
        2, 0 => _
        3, 1 => _
        4, 0 => [4 0 3 0]
        5, 0 => _
        6, 0 => _
        7, 1 => _
        8, 1 => [0 0 15 8]""");
  }

  @Test
  void slicesOfHigherRankAreTensors() {
    ReactivePrograms.check("""
        reactive.node @f(%xs: tensor<2x2xi32>) -> (tensor<2x2xi32>) {
          %r = reactive.segment over 2 elements(%xs : tensor<2x2xi32>) -> (tensor<2x2xi32>) {
          ^bb0(%e: i1, %k: i32, %x: tensor<2xi32>):
            %zero = arith.constant dense<0> : tensor<2xi32>
            %n = reactive.post %s, %zero : tensor<2xi32>
            %s = arith.addi %x, %n : tensor<2xi32>
            %o = reactive.then -> (tensor<2x2xi32>) {
              %a = reactive.all %s : tensor<2xi32> to tensor<2x2xi32>
              reactive.then_yield outs(%a : tensor<2x2xi32>)
            }
            reactive.segment_yield outs(%o : tensor<2x2xi32>)
          }
          reactive.return %r : tensor<2x2xi32>
        }""", "[1 2 3 4] => [4 6 3 4]");
  }

  @Test
  void anAnticausalNodeBelongsToTheSegmentOfItsCaller() {
    ReactivePrograms.check("""
        reactive.node @suffix(%x: i32) -> (i32, i32) attributes {sym_visibility = "private"} {
          %zero = arith.constant 0 : i32
          %n = reactive.post %s, %zero : i32
          %s = arith.addi %x, %n : i32
          %last = reactive.final %x : i32
          reactive.return %s, %last : i32, i32
        }
        reactive.node @f(%x: i32) -> (tensor<2xi32>, i32) {
          %r:2 = reactive.segment every 2 -> (tensor<2xi32>, i32) {
          ^bb0(%e: i1, %k: i32):
            %s:2 = reactive.instance @suffix(%x) : (i32) -> (i32, i32)
            %o:2 = reactive.then -> (tensor<2xi32>, i32) {
              %a = reactive.all %s#0 : i32 to tensor<2xi32>
              %b = reactive.initial %s#1 : i32
              reactive.then_yield outs(%a, %b : tensor<2xi32>, i32)
            }
            reactive.segment_yield outs(%o#0, %o#1 : tensor<2xi32>, i32)
          }
          reactive.return %r#0, %r#1 : tensor<2xi32>, i32
        }""", """
        1 => _, _
        2 => [3 2], 2
        3 => _, _
        4 => [7 4], 4""");
  }

  @Test
  void tenThousandInstantsOfBackwardRecursionFitIntoAnyStack() {
    for (var kind : new String[] {"every", "over"}) {
      boolean over = kind.equals("over");
      var program = """
          reactive.node @f(ARGUMENT) -> (i64) {
            %r = reactive.segment KIND 10000 ELEMENTS-> (i64) {
            ^bb0(%e: i1, %k: i32BLOCK):
              %zero = arith.constant 0 : i64
              %n = reactive.post %s, %zero : i64
              %s = arith.addi %x, %n : i64
              %p = reactive.fby %zero, %q : i64
              %q = arith.addi %p, %s : i64
              %o = reactive.then -> (i64) {
                %a = reactive.final %q : i64
                reactive.then_yield outs(%a : i64)
              }
              reactive.segment_yield outs(%o : i64)
            }
            reactive.return %r : i64
          }""".replace("KIND", kind).replace("ARGUMENT", over ? "%xs: tensor<10000xi64>" : "%x: i64")
          .replace("ELEMENTS", over ? "elements(%xs : tensor<10000xi64>) " : "").replace("BLOCK", over ? ", %x: i64" : "");
      // the i-th element is counted i times: 1² + 2² + … + n²
      var sum = 10000L * 10001 * 20001 / 6;
      var trace = over ? LongStream.rangeClosed(1, 10000).mapToObj(Long::toString).collect(Collectors.joining(" ", "[", "] => " + sum))
          : LongStream.rangeClosed(1, 10000).mapToObj(i -> i + " => " + (i < 10000 ? "_" : "" + sum)).collect(Collectors.joining("\n"));
      ReactivePrograms.check(program, trace);
    }
  }

  @Test
  void anOutputThatNeedsTheFutureIsReported() {
    var error = assertThrows(ExecutionError.class, () -> ReactivePrograms.check("""
        reactive.node @f(%x: i32) -> (i32) {
          %r = reactive.segment every 2 -> (i32) {
          ^bb0(%e: i1, %k: i32):
            %n = reactive.post %x, %x : i32 loc("n"("f.mlr":4:3))
            reactive.segment_yield outs(%n : i32)
          }
          reactive.return %r : i32
        }""", "1 => 1"));
    assertTrue(error.getMessage().contains("depends on instants still to come"), error.getMessage());
  }

  @Test
  void postOutsideASegmentIsReported() {
    var error = assertThrows(ExecutionError.class, () -> ReactivePrograms.check("""
        reactive.node @f(%x: i32) -> (i32) {
          %n = reactive.post %x, %x : i32
          reactive.return %n : i32
        }""", "1 => 1"));
    assertTrue(error.getMessage().contains("'reactive.post' op stands outside any segment"), error.getMessage());
  }
}
