package mlr.passes.tensortoloops;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.LongStream;
import mlr.passes.MachineRuns;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random machines give the same bits after each step of their lowering. */
class RandomMachineTest {
  static LongStream seeds() {
    return LongStream.range(0, 100);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void loweringKeepsEveryBit(long seed) {
    var text = RandomMachine.text(seed);
    var module = MachineRuns.parse(text);
    var expected = MachineRuns.trace(module, seed);
    for (var step : new String[] {"pack-weights{lanes=4}", "plan-memory", "convert-tensor-to-loops{unroll=2 steps-per-load=2}", "convert-sched-to-loop", "canonicalize,cse", "expand-math,convert-loop-to-llvm"}) {
      MachineRuns.run(module, step);
      assertEquals(expected, MachineRuns.trace(module, seed), () -> "after " + step + " of\n" + text);
    }
  }
}
