package mlr.ir.dataflow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import mlr.ir.diagnostics.DebugLog;
import mlr.ir.testing.TestIr;
import org.junit.jupiter.api.Test;

/** What reaches the stores, along ways that the analysis does not know all of. */
class ConstantAnalysisTest {
  private static List<String> stored(String text) {
    var module = TestIr.parse(text);
    var facts = ConstantAnalysis.of(module, DebugLog.OFF);
    return TestIr.all(module, "test.store").stream().map(store -> facts.fact(store.operand(0)).toString()).toList();
  }

  private static String privateFunction(String name, String body) {
    return "\"test.func\"() ({\n" + body + "\n}) {sym_name = \"" + name + "\", sym_visibility = \"private\"} : () -> ()\n";
  }

  private static final String CONSTANTS = """
      %2 = "test.constant"() {value = 2 : i32} : () -> i32
      %3 = "test.constant"() {value = 3 : i32} : () -> i32
      """;

  private static String main(String body) {
    return "\"test.func\"() ({\n" + CONSTANTS + body + "\n\"test.return\"() : () -> ()\n}) {sym_name = \"main\"} : () -> ()\n";
  }

  private static String call(String result, String callee, String operand) {
    return result + " = \"test.call\"(" + operand + ") {callee = @" + callee + "} : (i32) -> i32\n";
  }

  private static String store(String value) {
    return "\"test.store\"(" + value + ") : (i32) -> ()\n";
  }

  private static final String IDENTITY = "^bb0(%a: i32):\n\"test.store\"(%a) : (i32) -> ()\n\"test.return\"(%a) : (i32) -> ()";

  @Test
  void callersThatAgree() {
    assertEquals(List.of("2 : i32", "2 : i32"), stored(main(call("%r", "f", "%2") + call("%s", "f", "%2") + store("%r")) + privateFunction("f", IDENTITY)));
  }

  @Test
  void callersThatDiffer() {
    assertEquals(List.of("varying", "varying"), stored(main(call("%r", "f", "%2") + call("%s", "f", "%3") + store("%r")) + privateFunction("f", IDENTITY)));
  }

  @Test
  void aFunctionThatIsNamedElsewhere() {
    assertEquals(List.of("varying", "varying"), stored(main(call("%r", "f", "%2") + "\"test.store\"(%r) {callback = @f} : (i32) -> ()") + privateFunction("f", IDENTITY)));
  }

  @Test
  void aFunctionThatNobodyCalls() {
    assertEquals(List.of("unreached"), stored(privateFunction("f", IDENTITY)));
  }

  @Test
  void aFunctionOfAnotherModule() {
    assertEquals(List.of("varying"), stored(main(call("%r", "f", "%2") + store("%r")) + privateFunction("f", "")));
  }

  /** Its result comes from its own call; the base case is what is left. */
  @Test
  void recursion() {
    assertEquals(List.of("2 : i32"), stored(main(call("%r", "f", "%2") + store("%r")) + privateFunction("f", """
        ^bb0(%a: i32):
          "test.branch"()[^bb1, ^bb2] : () -> ()
        ^bb1:
          %b = "test.call"(%a) {callee = @f} : (i32) -> i32
          "test.return"(%b) : (i32) -> ()
        ^bb2:
          "test.return"(%a) : (i32) -> ()
        """)));
  }

  @Test
  void regionsThatNothingIsKnownOf() {
    assertEquals(List.of("varying", "2 : i32"), stored(main("""
        "other.op"() ({
        ^bb0(%x: i32):
          "test.store"(%x) : (i32) -> ()
          "test.store"(%2) : (i32) -> ()
        }) : () -> ()
        """)));
  }

  @Test
  void successorsThatNothingIsKnownOf() {
    assertEquals(List.of("varying"), stored("""
        "test.func"() ({
          "other.branch"()[^bb1] : () -> ()
        ^bb1(%x: i32):
          "test.store"(%x) : (i32) -> ()
          "test.return"() : () -> ()
        }) {sym_name = "f"} : () -> ()
        """));
  }

  /** A sum that goes round; the delay has some value, so the sum is not unreached. */
  @Test
  void graphRegions() {
    assertEquals(List.of("varying", "5 : i32"), stored("""
        "test.graph"() ({
          %0 = "test.add"(%1, %2) : (i32, i32) -> i32
          %1 = "test.delay"(%0) : (i32) -> i32
          %4 = "test.add"(%2, %3) : (i32, i32) -> i32
          %2 = "test.constant"() {value = 2 : i32} : () -> i32
          %3 = "test.constant"() {value = 3 : i32} : () -> i32
          "test.store"(%0) : (i32) -> ()
          "test.store"(%4) : (i32) -> ()
          "test.return"() : () -> ()
        }) : () -> ()
        """));
  }

  @Test
  void loopsOfBlocks() {
    assertEquals(List.of("2 : i32", "varying"), stored("""
        "test.func"() ({
          %2 = "test.constant"() {value = 2 : i32} : () -> i32
          "test.branch"(%2, %2)[^bb1] : (i32, i32) -> ()
        ^bb1(%x: i32, %y: i32):
          "test.store"(%x) : (i32) -> ()
          "test.store"(%y) : (i32) -> ()
          %z = "test.add"(%y, %x) : (i32, i32) -> i32
          "test.branch"(%x, %z)[^bb1] : (i32, i32) -> ()
        }) {sym_name = "f"} : () -> ()
        """));
  }
}
