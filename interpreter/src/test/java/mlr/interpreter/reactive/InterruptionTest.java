package mlr.interpreter.reactive;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import mlr.interpreter.ExecutionError;
import org.junit.jupiter.api.Test;

/** Segments that wait, are cut, or stand in one another, against traces worked by hand. */
class InterruptionTest {
  private static final String SUFFIX_SUMS = """
      %r:3 = reactive.segment every 3 carry(%w0 : i32) -> (i1, tensor<3xi32>, i32) {
      ^bb0(%e: i1, %k: i32, %w: i32):
        %zero = arith.constant 0 : i32
        %d = arith.constant -1 : i32
        %n = reactive.post %s, %zero : i32
        %s = arith.addi %x, %n : i32
        %y = reactive.replay %s, %d : i32
        %o = reactive.then -> (tensor<3xi32>) {
          %a = reactive.all %s : i32 to tensor<3xi32>
          %w2 = arith.addi %w, %x : i32
          reactive.then_yield next(%w2 : i32) outs(%a : tensor<3xi32>)
        }
        %wy = arith.addi %w, %y : i32
        reactive.segment_yield outs(%e, %o, %wy : i1, tensor<3xi32>, i32)
      }
      """;

  @Test
  void aResetCutsTheSegment() {
    // the last output is the carry plus the replay (-1 where there is none)
    ReactivePrograms.check("""
        reactive.node @f(%c: i1, %x: i32) -> (i1, tensor<3xi32>, i32) {
          %w0 = arith.constant 100 : i32
          %o:3 = reactive.reset %c -> (i1, tensor<3xi32>, i32) {
            SEGMENT
            reactive.yield %r#0, %r#1, %r#2 : i1, tensor<3xi32>, i32
          }
          reactive.return %o#0, %o#1, %o#2 : i1, tensor<3xi32>, i32
        }""".replace("SEGMENT", SUFFIX_SUMS), """
        0, 1 => 0, _, 99
        0, 2 => 0, _, 99
        1, 3 => 0, _, 99
        0, 4 => 0, _, 99
        0, 5 => 1, [12 9 5], 99
        0, 6 => 0, _, 117
        0, 7 => 0, _, 114
        1, 8 => 0, _, 99
        0, 9 => 0, _, 99
        0, 1 => 1, [18 10 1], 99
        0, 2 => 0, _, 119""");
  }

  @Test
  void aSegmentWaitsWhereItsClockIsAbsent() {
    ReactivePrograms.check("""
        reactive.node @f(%c: i1, %v: i32) -> (i1, tensor<3xi32>, i32) {
          %w0 = arith.constant 100 : i32
          %x = reactive.when %v, %c is 1 : i32, i1
          SEGMENT
          reactive.return %r#0, %r#1, %r#2 : i1, tensor<3xi32>, i32
        }""".replace("SEGMENT", SUFFIX_SUMS), """
        0, 9 => _, _, _
        1, 1 => 0, _, 99
        0, 9 => _, _, _
        1, 2 => 0, _, 99
        0, 9 => _, _, _
        0, 9 => _, _, _
        1, 3 => 1, [6 5 3], 99
        0, 9 => _, _, _
        1, 4 => 0, _, 109
        1, 5 => 0, _, 108
        0, 9 => _, _, _
        1, 6 => 1, [15 11 6], 106""");
  }

  @Test
  void innerSegmentsEndInOuterOnes() {
    // the sums of pairs, and all of them once four instants are through, by exits from the inner end clock
    ReactivePrograms.check("""
        reactive.node @f(%x: i32) -> (i32, tensor<2xi32>, tensor<2xi32>) {
          %r:3 = reactive.segment every 4 -> (i32, tensor<2xi32>, tensor<2xi32>) {
          ^bb0(%e: i1, %k: i32):
            %zero = arith.constant 0 : i32
            %pair = reactive.segment every 2 -> (i32) {
            ^bb0(%e2: i1, %k2: i32):
              %n = reactive.post %s, %zero : i32
              %s = arith.addi %x, %n : i32
              %in = reactive.then -> (i32) {
                %i = reactive.initial %s : i32
                reactive.then_yield outs(%i : i32)
              }
              reactive.segment_yield outs(%in : i32)
            }
            %later = reactive.post %sum, %zero : i32
            %sum = arith.addi %pair, %later : i32
            %o:2 = reactive.then -> (tensor<2xi32>, tensor<2xi32>) {
              %a = reactive.all %pair : i32 to tensor<2xi32>
              %b = reactive.all %sum : i32 to tensor<2xi32>
              reactive.then_yield outs(%a, %b : tensor<2xi32>, tensor<2xi32>)
            }
            reactive.segment_yield outs(%pair, %o#0, %o#1 : i32, tensor<2xi32>, tensor<2xi32>)
          }
          reactive.return %r#0, %r#1, %r#2 : i32, tensor<2xi32>, tensor<2xi32>
        }""", """
        1 => _, _, _
        2 => 3, _, _
        3 => _, _, _
        4 => 7, [3 7], [10 7]
        5 => _, _, _
        6 => 11, _, _
        7 => _, _, _
        8 => 15, [11 15], [26 15]""");
  }

  @Test
  void anOuterBorderCutsTheInnerSegmentAndRestartsItsCarryUnlessItResumes() {
    for (boolean resume : new boolean[] {false, true}) {
      ReactivePrograms.check("""
          reactive.node @f(%x: i32, %c: i1) -> (i32, i32, i32, i32) {
            %r:4 = reactive.segment every 3 RESUME-> (i32, i32, i32, i32) {
            ^bb0(%e: i1, %k: i32):
              %w0 = arith.constant 100 : i32
              %in:4 = reactive.segment until max 2 resume carry(%w0 : i32) -> (i32, i32, i32, i32) {
              ^bb0(%e2: i1, %k2: i32, %w: i32):
                %zero = arith.constant 0 : i32
                %p = reactive.fby %zero, %q : i32
                %q = arith.addi %p, %x : i32
                %o = reactive.then -> (i32) {
                  %w2 = arith.addi %w, %x : i32
                  reactive.then_yield next(%w2 : i32) outs(%x : i32)
                }
                reactive.segment_yield until(%c : i1) outs(%k2, %w, %q, %o : i32, i32, i32, i32)
              }
              reactive.segment_yield outs(%in#0, %in#1, %in#2, %in#3 : i32, i32, i32, i32)
            }
            reactive.return %r#0, %r#1, %r#2, %r#3 : i32, i32, i32, i32
          }""".replace("RESUME", resume ? "resume " : ""), resume ? """
          1, 0 => 1, 100, 1, _
          2, 0 => 2, 100, 3, 2
          3, 0 => 1, 102, 6, _
          4, 1 => 1, 102, 10, 4
          5, 0 => 1, 106, 15, _
          6, 0 => 2, 106, 21, 6
          7, 0 => 1, 112, 28, _""" : """
          1, 0 => 1, 100, 1, _
          2, 0 => 2, 100, 3, 2
          3, 0 => 1, 102, 6, _
          4, 1 => 1, 100, 4, 4
          5, 0 => 1, 104, 9, _
          6, 0 => 2, 104, 15, 6
          7, 0 => 1, 100, 7, _""");
    }
  }

  @Test
  void spaceInsideTime() {
    // over the elements backward within an instant, then backward over instants
    ReactivePrograms.check("""
        reactive.node @f(%xs: tensor<2xi32>) -> (tensor<2xi32>, tensor<2x2xi32>) {
          %r:2 = reactive.segment every 2 -> (tensor<2xi32>, tensor<2x2xi32>) {
          ^bb0(%e: i1, %k: i32):
            %zero = arith.constant 0 : i32
            %later = reactive.post %total, %zero : i32
            %in:2 = reactive.segment over 2 elements(%xs : tensor<2xi32>) -> (i32, tensor<2xi32>) {
            ^bb0(%e2: i1, %k2: i32, %x: i32):
              %n = reactive.post %s, %later : i32
              %s = arith.addi %x, %n : i32
              %o:2 = reactive.then -> (i32, tensor<2xi32>) {
                %i = reactive.initial %s : i32
                %a = reactive.all %s : i32 to tensor<2xi32>
                reactive.then_yield outs(%i, %a : i32, tensor<2xi32>)
              }
              reactive.segment_yield outs(%o#0, %o#1 : i32, tensor<2xi32>)
            }
            %total = arith.addi %in#0, %zero : i32
            %out:2 = reactive.then -> (tensor<2xi32>, tensor<2x2xi32>) {
              %a = reactive.all %total : i32 to tensor<2xi32>
              %b = reactive.all %in#1 : tensor<2xi32> to tensor<2x2xi32>
              reactive.then_yield outs(%a, %b : tensor<2xi32>, tensor<2x2xi32>)
            }
            reactive.segment_yield outs(%out#0, %out#1 : tensor<2xi32>, tensor<2x2xi32>)
          }
          reactive.return %r#0, %r#1 : tensor<2xi32>, tensor<2x2xi32>
        }""", """
        [1 2] => _, _
        [3 4] => [10 7], [10 9 7 4]
        [5 6] => _, _
        [7 8] => [26 15], [26 21 15 8]""");
  }

  @Test
  void timeInsideSpace() {
    // pairs along a tensor of four
    ReactivePrograms.check("""
        reactive.node @f(%xs: tensor<4xi32>) -> (tensor<2xi32>) {
          %r = reactive.segment over 4 elements(%xs : tensor<4xi32>) -> (tensor<2xi32>) {
          ^bb0(%e: i1, %k: i32, %x: i32):
            %pair = reactive.segment every 2 -> (i32) {
            ^bb0(%e2: i1, %k2: i32):
              %zero = arith.constant 0 : i32
              %n = reactive.post %s, %zero : i32
              %s = arith.addi %x, %n : i32
              %in = reactive.then -> (i32) {
                %i = reactive.initial %s : i32
                reactive.then_yield outs(%i : i32)
              }
              reactive.segment_yield outs(%in : i32)
            }
            %o = reactive.then -> (tensor<2xi32>) {
              %a = reactive.all %pair : i32 to tensor<2xi32>
              reactive.then_yield outs(%a : tensor<2xi32>)
            }
            reactive.segment_yield outs(%o : tensor<2xi32>)
          }
          reactive.return %r : tensor<2xi32>
        }""", """
        [1 2 3 4] => [3 7]
        [5 6 7 8] => [11 15]""");
  }

  @Test
  void spaceInsideSpace() {
    // row sums from the right, where each row sees an outer stream as a constant
    ReactivePrograms.check("""
        reactive.node @f(%m: tensor<2x2xi32>, %c: i32) -> (tensor<2x2xi32>) {
          %r = reactive.segment over 2 elements(%m : tensor<2x2xi32>) -> (tensor<2x2xi32>) {
          ^bb0(%e: i1, %k: i32, %row: tensor<2xi32>):
            %suffix = reactive.segment over 2 elements(%row : tensor<2xi32>) -> (tensor<2xi32>) {
            ^bb0(%e2: i1, %k2: i32, %x: i32):
              %n = reactive.post %s, %base : i32
              %s = arith.addi %x, %n : i32
              %base = arith.addi %k, %c : i32
              %in = reactive.then -> (tensor<2xi32>) {
                %a = reactive.all %s : i32 to tensor<2xi32>
                reactive.then_yield outs(%a : tensor<2xi32>)
              }
              reactive.segment_yield outs(%in : tensor<2xi32>)
            }
            %o = reactive.then -> (tensor<2x2xi32>) {
              %a = reactive.all %suffix : tensor<2xi32> to tensor<2x2xi32>
              reactive.then_yield outs(%a : tensor<2x2xi32>)
            }
            reactive.segment_yield outs(%o : tensor<2x2xi32>)
          }
          reactive.return %r : tensor<2x2xi32>
        }""", """
        [1 2 3 4], 0 => [4 3 9 6]
        [1 2 3 4], 10 => [14 13 19 16]""");
  }

  @Test
  void instancesInSpaceCountSteps() {
    ReactivePrograms.check("""
        reactive.node @count() -> (i32) attributes {sym_visibility = "private"} {
          %zero = arith.constant 0 : i32
          %one = arith.constant 1 : i32
          %p = reactive.fby %zero, %s : i32
          %s = arith.addi %p, %one : i32
          reactive.return %s : i32
        }
        reactive.node @f(%xs: tensor<3xi32>) -> (tensor<3xi32>, i32) {
          %r:2 = reactive.segment over 3 elements(%xs : tensor<3xi32>) -> (tensor<3xi32>, i32) {
          ^bb0(%e: i1, %k: i32, %x: i32):
            %n = reactive.instance @count() : () -> i32
            %m = reactive.instance @count() : () -> i32
            %s = arith.addi %x, %n : i32
            %o:2 = reactive.then -> (tensor<3xi32>, i32) {
              %a = reactive.all %s : i32 to tensor<3xi32>
              reactive.then_yield outs(%a, %m : tensor<3xi32>, i32)
            }
            reactive.segment_yield outs(%o#0, %o#1 : tensor<3xi32>, i32)
          }
          reactive.return %r#0, %r#1 : tensor<3xi32>, i32
        }""", """
        [10 20 30] => [11 22 33], 3
        [10 20 30] => [11 22 33], 3""");
  }

  @Test
  void anInstanceInSpaceThatNothingUsesRunsAtEachStep() {
    // the odd steps of the count 1, 2, 3: were it run once an instant, it would count on
    ReactivePrograms.check("""
        reactive.node @watch() -> (i32) attributes {sym_visibility = "private"} {
          %zero = arith.constant 0 : i32
          %one = arith.constant 1 : i32
          %p = reactive.fby %zero, %s : i32
          %s = arith.addi %p, %one : i32
          %odd = reactive.word "(10)" : i1
          %t = reactive.when %s, %odd is 1 : i32, i1
          %bit = arith.trunci %t : i32 to i1
          reactive.assert %bit, "odd"
          %three = arith.constant 3 : i32
          %few = arith.cmpi sle, %s, %three : i32
          reactive.assert %few, "no more than three"
          reactive.return %s : i32
        }
        reactive.node @f(%xs: tensor<3xi32>) -> (i32) {
          %r = reactive.segment over 3 elements(%xs : tensor<3xi32>) -> (i32) {
          ^bb0(%e: i1, %k: i32, %x: i32):
            %n = reactive.instance @watch() : () -> i32
            %o = reactive.then -> (i32) {
              reactive.then_yield outs(%x : i32)
            }
            reactive.segment_yield outs(%o : i32)
          }
          reactive.return %r : i32
        }""", """
        [1 2 3] => 3
        [4 5 6] => 6
        [7 8 9] => 9
        [7 8 9] => 9""");
  }

  @Test
  void aReplayInSpaceGivesThePreviousStretch() {
    ReactivePrograms.check("""
        reactive.node @f(%c: i1, %v: tensor<2xi32>) -> (tensor<2xi32>) {
          %xs = reactive.when %v, %c is 1 : tensor<2xi32>, i1
          %r = reactive.segment over 2 elements(%xs : tensor<2xi32>) -> (tensor<2xi32>) {
          ^bb0(%e: i1, %k: i32, %x: i32):
            %d = arith.constant -1 : i32
            %y = reactive.replay %x, %d : i32
            %o = reactive.then -> (tensor<2xi32>) {
              %a = reactive.all %y : i32 to tensor<2xi32>
              reactive.then_yield outs(%a : tensor<2xi32>)
            }
            reactive.segment_yield outs(%o : tensor<2xi32>)
          }
          reactive.return %r : tensor<2xi32>
        }""", """
        1, [1 2] => [-1 -1]
        0, [8 8] => _
        1, [3 4] => [1 2]
        1, [5 6] => [3 4]""");
  }

  @Test
  void aCutSegmentIsNotReplayed() {
    // inner segments of two in outer ones of three: the third instant's is cut
    ReactivePrograms.check("""
        reactive.node @f(%x: i32) -> (i32) {
          %r = reactive.segment every 3 resume -> (i32) {
          ^bb0(%e: i1, %k: i32):
            %d = arith.constant -1 : i32
            %in = reactive.segment every 2 resume -> (i32) {
            ^bb0(%e2: i1, %k2: i32):
              %n = reactive.post %x, %d : i32
              %y = reactive.replay %n, %d : i32
              reactive.segment_yield outs(%y : i32)
            }
            reactive.segment_yield outs(%in : i32)
          }
          reactive.return %r : i32
        }""", """
        1 => -1
        2 => -1
        3 => 2
        4 => -1
        5 => -1
        6 => 5
        7 => -1""");
  }

  @Test
  void whatACutSegmentWouldHaveKnownIsUndefined() {
    for (var backward : new String[] {"reactive.post %x, %d : i32", "reactive.final %x : i32"}) {
      var program = """
          reactive.node @f(%x: i32) -> (i32) {
            %r = reactive.segment every 3 resume -> (i32) {
            ^bb0(%e: i1, %k: i32):
              %d = arith.constant -1 : i32
              %in = reactive.segment every 2 resume -> (i32) {
              ^bb0(%e2: i1, %k2: i32):
                %n = BACKWARD
                %p = reactive.fby %d, %n : i32
                %o = reactive.then -> (i32) {
                  %i = reactive.initial %p : i32
                  reactive.then_yield outs(%i : i32)
                }
                reactive.segment_yield outs(%o : i32)
              }
              reactive.segment_yield outs(%in : i32)
            }
            reactive.return %r : i32
          }""".replace("BACKWARD", backward);
      ReactivePrograms.check(program, """
          1 => _
          2 => -1
          3 => _
          4 => _""");
      var error = assertThrows(ExecutionError.class, () -> ReactivePrograms.check(program, "1 => _\n2 => -1\n3 => _\n4 => _\n5 => _"));
      assertTrue(error.getMessage().contains("at instant 4 depends on a value that is not initialised"), error.getMessage());
    }
  }

  @Test
  void aResetReachesTheResumedStateOfASpaceSegment() {
    ReactivePrograms.check("""
        reactive.node @f(%r: i1, %c: i1, %v: tensor<2xi32>) -> (tensor<2xi32>, i32) {
          %w0 = arith.constant 100 : i32
          %xs = reactive.when %v, %c is 1 : tensor<2xi32>, i1
          %y:2 = reactive.reset %r -> (tensor<2xi32>, i32) {
            %s:2 = reactive.segment over 2 resume elements(%xs : tensor<2xi32>) carry(%w0 : i32) -> (tensor<2xi32>, i32) {
            ^bb0(%e: i1, %k: i32, %x: i32, %w: i32):
              %zero = arith.constant 0 : i32
              %p = reactive.fby %zero, %q : i32
              %q = arith.addi %p, %x : i32
              %o:2 = reactive.then -> (tensor<2xi32>, i32) {
                %a = reactive.all %q : i32 to tensor<2xi32>
                %w2 = arith.addi %w, %x : i32
                reactive.then_yield next(%w2 : i32) outs(%a, %w : tensor<2xi32>, i32)
              }
              reactive.segment_yield outs(%o#0, %o#1 : tensor<2xi32>, i32)
            }
            reactive.yield %s#0, %s#1 : tensor<2xi32>, i32
          }
          reactive.return %y#0, %y#1 : tensor<2xi32>, i32
        }""", """
        0, 1, [1 2] => [1 3], 100
        0, 1, [3 4] => [6 10], 102
        1, 0, [9 9] => _, _
        0, 1, [5 6] => [5 11], 100
        0, 1, [7 8] => [18 26], 106""");
  }

  @Test
  void aResetInsideASpaceSegmentActsOnItsSteps() {
    ReactivePrograms.check("""
        reactive.node @f(%xs: tensor<4xi32>, %rs: tensor<4xi1>) -> (tensor<4xi32>) {
          %r = reactive.segment over 4 elements(%xs, %rs : tensor<4xi32>, tensor<4xi1>) -> (tensor<4xi32>) {
          ^bb0(%e: i1, %k: i32, %x: i32, %c: i1):
            %zero = arith.constant 0 : i32
            %q = reactive.reset %c -> (i32) {
              %p = reactive.fby %zero, %t : i32
              %t = arith.addi %p, %x : i32
              %n = reactive.post %x, %zero : i32
              %u = arith.addi %t, %n : i32
              reactive.yield %u : i32
            }
            %o = reactive.then -> (tensor<4xi32>) {
              %a = reactive.all %q : i32 to tensor<4xi32>
              reactive.then_yield outs(%a : tensor<4xi32>)
            }
            reactive.segment_yield outs(%o : tensor<4xi32>)
          }
          reactive.return %r : tensor<4xi32>
        }""", """
        [1 2 3 4], [0 0 1 0] => [3 6 7 7]""");
  }

  @Test
  void segmentsOfDifferentLengthsSideBySide() {
    ReactivePrograms.check("""
        reactive.node @g(%x: i32) -> (i32) attributes {sym_visibility = "private"} {
          %r = reactive.segment every 2 -> (i32) {
          ^bb0(%e: i1, %k: i32):
            %zero = arith.constant 0 : i32
            %n = reactive.post %s, %zero : i32
            %s = arith.addi %x, %n : i32
            %o = reactive.then -> (i32) {
              %i = reactive.initial %s : i32
              reactive.then_yield outs(%i : i32)
            }
            reactive.segment_yield outs(%o : i32)
          }
          reactive.return %r : i32
        }
        reactive.node @f(%x: i32) -> (i32, i32) {
          %a = reactive.instance @g(%x) : (i32) -> i32
          %r = reactive.segment every 3 -> (i32) {
          ^bb0(%e: i1, %k: i32):
            %zero = arith.constant 0 : i32
            %n = reactive.post %s, %zero : i32
            %s = arith.addi %x, %n : i32
            %o = reactive.then -> (i32) {
              %i = reactive.initial %s : i32
              reactive.then_yield outs(%i : i32)
            }
            reactive.segment_yield outs(%o : i32)
          }
          reactive.return %a, %r : i32, i32
        }""", """
        1 => _, _
        2 => 3, _
        3 => _, 6
        4 => 7, _
        5 => _, _
        6 => 11, 15""");
  }
}
