package mlr.interpreter.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** MLR seen from the polyglot API. */
class MlrLanguageTest {
  private final Context context = Context.newBuilder("mlr").allowAllAccess(true).build();

  @AfterEach
  void close() {
    context.close();
  }

  private Value eval(String program) {
    return context.eval("mlr", program);
  }

  @Test
  void functionsAreExecutable() {
    var module = eval("""
        func.func @hypotenuse(%a: f64, %b: f64, %up: i1) -> f64 {
          %aa = arith.mulf %a, %a : f64
          %bb = arith.mulf %b, %b : f64
          %s = arith.addf %aa, %bb : f64
          %t = arith.negf %s : f64
          %r = arith.select %up, %s, %t : f64
          return %r : f64
        }
        func.func @pair(%m: tensor<2x2xi32>) -> (tensor<2x2xi32>, i1) {
          %s = arith.addi %m, %m : tensor<2x2xi32>
          %c = arith.constant true
          return %s, %c : tensor<2x2xi32>, i1
        }""");
    assertEquals(25.0, module.getMember("hypotenuse").execute(3.0, 4.0, true).asDouble());
    assertEquals(-25.0, module.getMember("hypotenuse").execute(3.0, 4.0, false).asDouble());
    var pair = module.getMember("pair").execute(List.of(List.of(1, 2), List.of(3, 4)));
    assertEquals(8, pair.getArrayElement(0).getArrayElement(1).getArrayElement(1).asInt());
    assertTrue(pair.getArrayElement(1).asBoolean());
  }

  @Test
  void nodesRunInstantByInstant() {
    var node = eval("""
        module attributes {mlr.interface = {sum = {
          inputs = [{name = "c", ssa = i1}, {name = "x", ssa = i32, clock = ". on c"}], outputs = [{name = "s", ssa = i32, clock = ". on c"}]
        }}} {
          reactive.node @sum(%c: i1, %x: i32) -> (i32) {
            %zero = arith.constant 0 : i32
            %p = reactive.fby %zero, %s : i32
            %s = arith.addi %p, %x : i32
            reactive.return %s : i32
          }
        }""").getMember("sum").newInstance();
    assertEquals(1, node.invokeMember("step", true, 1).getArrayElement(0).asInt());
    assertTrue(node.invokeMember("step", false, null).getArrayElement(0).isNull());
    assertEquals(4, node.invokeMember("step", true, 3).getArrayElement(0).asInt());
    node.invokeMember("reset");
    assertEquals(5, node.invokeMember("step", true, 5).getArrayElement(0).asInt());
  }

  @Test
  void errorsAreGuestErrors() {
    var syntax = assertThrows(PolyglotException.class, () -> eval("func.func @f("));
    assertFalse(syntax.isInternalError(), syntax.getMessage());
    var module = eval("""
        func.func @f(%x: i32) -> i32 {
          %zero = arith.constant 0 : i32
          %r = arith.divsi %x, %zero : i32
          return %r : i32
        }""");
    var undefined = assertThrows(PolyglotException.class, () -> module.getMember("f").execute(1));
    assertTrue(undefined.isGuestException());
    assertTrue(undefined.getMessage().contains("'arith.divsi' op"), undefined.getMessage());
  }
}
