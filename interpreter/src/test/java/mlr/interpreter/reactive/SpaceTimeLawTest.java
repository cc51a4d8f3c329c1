package mlr.interpreter.reactive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import mlr.interpreter.Absent;
import mlr.interpreter.NodeEngines;
import mlr.interpreter.Programs;
import mlr.ir.eval.RuntimeValues;
import mlr.ir.types.IntegerType;
import mlr.ir.types.RankedTensorType;
import org.junit.jupiter.api.Test;

/** {@code segment every n} on streams gives what {@code segment over} gives on their batches, for random bodies with and without resume. */
class SpaceTimeLawTest {
  private static final int LENGTH = 4;
  private static final int SEGMENTS = 3;

  /** Writes a random body over {@code %x: i32} and {@code %c: i1}, every recursion through a delay; the last value is %v followed by the result. */
  private static final class Body {
    private final Random random;
    private final StringBuilder text = new StringBuilder("%v0 = arith.addi %x, %k : i32\n");
    private int values = 1;

    Body(Random random) {
      this.random = random;
    }

    private String any() {
      return "%v" + random.nextInt(values);
    }

    private void add(String operations) {
      text.append(operations.replace("NEW", "%v" + values).replace("#", "_" + values)).append('\n');
      values++;
    }

    String write(int operations) {
      for (int i = 0; i < operations; i++) {
        switch (random.nextInt(10)) {
          case 0 -> add("NEW = arith.subi " + any() + ", " + any() + " : i32");
          case 1 -> add("NEW = reactive.fby " + any() + ", " + any() + " : i32");
          case 2 -> add("NEW = reactive.post " + any() + ", " + any() + " : i32");
          case 3 -> add("%p# = reactive.fby %zero, NEW : i32\nNEW = arith.addi %p#, " + any() + " : i32");
          case 4 -> add("%n# = reactive.post NEW, %zero : i32\nNEW = arith.addi %n#, " + any() + " : i32");
          case 5 -> add("NEW = reactive.final " + any() + " : i32");
          case 6 -> add("%w# = reactive.when " + any() + ", %c is 1 : i32, i1\n%d# = reactive.fby %zero, %s# : i32\n"
              + "%s# = arith.addi %w#, %d# : i32\nNEW = reactive.current %s#, %zero : i32");
          case 7 -> add("%a# = reactive.when " + any() + ", %c is 1 : i32, i1\n%n# = reactive.post %s#, %zero : i32\n"
              + "%s# = arith.addi %a#, %n# : i32\n%b# = reactive.when " + any() + ", %c is 0 : i32, i1\nNEW = reactive.merge %c [1, 0] %s#, %b# : i1, i32");
          case 8 -> add("NEW = reactive.reset %c -> (i32) {\n%p# = reactive.pre %q# : i32\n%r# = arith.addi %p#, %k : i32\n"
              + "%q# = reactive.arrow " + any() + ", %r# : i32\nreactive.yield %q# : i32\n}");
          default -> add("NEW = reactive.replay " + any() + ", %zero : i32");
        }
      }
      return text.toString();
    }

    int result() {
      return values - 1;
    }
  }

  private static String program(boolean over, boolean resume, String body, int result) {
    var tensor = "tensor<" + LENGTH + "xi32>";
    var conditions = "tensor<" + LENGTH + "xi1>";
    return "reactive.node @f(" + (over ? "%xs: " + tensor + ", %cs: " + conditions : "%x: i32, %c: i1") + ") -> (" + tensor + ") {\n%zero = arith.constant 0 : i32\n"
        + "%r = reactive.segment " + (over ? "over " : "every ") + LENGTH + (resume ? " resume" : "")
        + (over ? " elements(%xs, %cs : " + tensor + ", " + conditions + ")" : "") + " -> (" + tensor + ") {\n^bb0(%e: i1, %k: i32"
        + (over ? ", %x: i32, %c: i1" : "") + "):\n" + body + "%o = reactive.then -> (" + tensor + ") {\n%all = reactive.all %v" + result + " : i32 to " + tensor
        + "\nreactive.then_yield outs(%all : " + tensor + ")\n}\nreactive.segment_yield outs(%o : " + tensor + ")\n}\nreactive.return %r : " + tensor + "\n}";
  }

  @Test
  void timeAndSpaceAgree() {
    for (int seed = 0; seed < 300; seed++) {
      var random = new Random(seed);
      var body = new Body(random);
      var text = body.write(2 + random.nextInt(8));
      boolean resume = random.nextBoolean();
      var time = NodeEngines.of(Programs.parse(program(false, resume, text, body.result())), "f");
      var space = NodeEngines.of(Programs.parse(program(true, resume, text, body.result())), "f");
      for (int segment = 0; segment < SEGMENTS; segment++) {
        var xs = new ArrayList<Object>();
        var cs = new ArrayList<Object>();
        Object inTime = Absent.ABSENT;
        for (int i = 0; i < LENGTH; i++) {
          xs.add((long) random.nextInt(100));
          cs.add((long) random.nextInt(2));
          inTime = time.step(new Object[] {xs.getLast(), cs.getLast()})[0];
        }
        var inSpace = space.step(new Object[] {batch(IntegerType.I32, xs), batch(IntegerType.I1, cs)})[0];
        assertEquals(inSpace, inTime, "seed " + seed + ", segment " + segment + ":\n" + program(false, resume, text, body.result()));
      }
    }
  }

  private static Object batch(IntegerType type, List<Object> elements) {
    return RuntimeValues.tensor(RankedTensorType.of(type, LENGTH), elements.toArray());
  }
}
