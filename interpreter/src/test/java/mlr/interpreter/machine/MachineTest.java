package mlr.interpreter.machine;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import mlr.dialects.reactive.NodeInterface;
import mlr.interpreter.ExecutionError;
import mlr.interpreter.ExternalFunctions;
import mlr.interpreter.NodeEngines;
import mlr.interpreter.Programs;
import mlr.interpreter.Traces;
import mlr.ir.eval.UndefinedBehavior;
import mlr.ir.types.IntegerType;
import org.junit.jupiter.api.Test;

/** Machines against traces worked by hand. */
class MachineTest {
  private static void check(String ports, String body, String trace) {
    var module = Programs.parse("module attributes {mlr.interface = {f = {" + ports + "}}} {\nsched.machine @f {\n" + body + "\nsched.end\n}\n}");
    Traces.check(NodeEngines.of(module, "f"), NodeEngines.ports(module, "f").inputs().stream().map(NodeInterface.Port::type).toList(), trace);
  }

  @Test
  void slotsLiveBetweenInstants() {
    check("inputs = [{name = \"x\", ssa = i32}], outputs = [{name = \"y\", ssa = i32}]", """
        %s = sched.slot "sum" = 10 : i32 : !sched.slot<i32>
        %x = sched.input "x" : i32
        %old = sched.read %s : !sched.slot<i32>
        %new = arith.addi %old, %x : i32
        sched.write %new, %s : !sched.slot<i32>
        sched.output "y", %new : i32""", """
        1 => 11
        2 => 13
        3 => 16""");
  }

  @Test
  void guardsFollowClocksAndGiveZerosWhereTheyDoNotRun() {
    check("inputs = [{name = \"c\", ssa = i1}, {name = \"x\", ssa = f32, clock = \". on c\"}], "
        + "outputs = [{name = \"y\", ssa = f32, clock = \". on c\"}, {name = \"z\", ssa = f32}, {name = \"w\", ssa = f32}]", """
        %c = sched.input "c" : i1
        %v = sched.guard %c -> (f32) {
          %x = sched.input "x" : f32
          sched.output "y", %x : f32
          sched.yield %x : f32
        }
        sched.output "z", %v : f32
        %e = sched.guard %c -> (f32) {
          sched.yield %v : f32
        } else {
          %minus = arith.constant -1.0 : f32
          sched.yield %minus : f32
        }
        sched.output "w", %e : f32""", """
        1, 2.5 => 2.5, 2.5, 2.5
        0, _ => _, 0.0, -1.0
        1, 3.5 => 3.5, 3.5, 3.5""");
  }

  @Test
  void aBackwardSweepOverABuffer() {
    // a segment of three: suffix sums when it ends
    check("inputs = [{name = \"x\", ssa = i32}], outputs = [{name = \"e\", ssa = i1}, {name = \"y\", ssa = tensor<3xi32>, clock = \". on e\"}]", """
        %k = sched.slot "k" = 0 : index : !sched.slot<index>
        %b = sched.buffer "x" "stack" : !sched.buffer<3, i32>
        %r = sched.buffer "s" "stack" : !sched.buffer<3, i32>
        %x = sched.input "x" : i32
        %i = sched.read %k : !sched.slot<index>
        sched.store %x, %b[%i] : !sched.buffer<3, i32>
        %one = arith.constant 1 : index
        %zero = arith.constant 0 : index
        %three = arith.constant 3 : index
        %n = arith.addi %i, %one : index
        %e = arith.cmpi eq, %n, %three : index
        sched.output "e", %e : i1
        sched.guard %e {
          %z = arith.constant 0 : i32
          %last = sched.sweep backward %p = %n max 3 iter(%a = %z) -> (i32) {
            %v = sched.load %b[%p] : !sched.buffer<3, i32>
            %s = arith.addi %a, %v : i32
            sched.store %s, %r[%p] : !sched.buffer<3, i32>
            sched.yield %s : i32
          }
          %all = sched.collect %r, %n : !sched.buffer<3, i32> to tensor<3xi32>
          sched.output "y", %all : tensor<3xi32>
          sched.yield
        }
        %next = arith.select %e, %zero, %n : index
        sched.write %next, %k : !sched.slot<index>""", """
        1 => 0, _
        2 => 0, _
        3 => 1, [6 5 3]
        4 => 0, _
        5 => 0, _
        6 => 1, [15 11 6]""");
  }

  @Test
  void tensorsByValueAndByReferenceShareTheirMemory() {
    check("inputs = [{name = \"x\", ssa = tensor<2xf32>}], outputs = [{name = \"y\", ssa = tensor<2xf32>}]", """
        %s = sched.slot "sum" = dense<[1.0, 2.0]> : tensor<2xf32> : !sched.slot<tensor<2xf32>>
        %b = sched.buffer "rows" "ring" : !sched.buffer<2, tensor<2xf32>>
        %zero = arith.constant 0 : index
        %one = arith.constant 1 : index
        %x = sched.input_ref "x" : memref<2xf32>
        %y = sched.output_ref "y" : memref<2xf32>
        %w = sched.constant dense<[10.0, 20.0]> : tensor<2xf32> : memref<2xf32>
        %ref = sched.slot_ref %s : !sched.slot<tensor<2xf32>> to memref<2xf32>
        %old = sched.read %s : !sched.slot<tensor<2xf32>>
        sched.store %old, %b[%one] : !sched.buffer<2, tensor<2xf32>>
        %row = sched.buffer_ref %b[%one] : !sched.buffer<2, tensor<2xf32>> to memref<2xf32>
        %x1 = memref.load %x[%one] : memref<2xf32>
        %s1 = memref.load %row[%one] : memref<2xf32>
        %t = arith.addf %x1, %s1 : f32
        memref.store %t, %ref[%one] : memref<2xf32>
        %new = sched.read %s : !sched.slot<tensor<2xf32>>
        %w0 = memref.load %w[%zero] : memref<2xf32>
        memref.store %w0, %y[%zero] : memref<2xf32>
        %u = memref.load %ref[%one] : memref<2xf32>
        memref.store %u, %y[%one] : memref<2xf32>""", """
        [0.0 5.0] => [10.0 7.0]
        [0.0 6.0] => [10.0 13.0]""");
  }

  @Test
  void aResetRestoresSlotsAndBuffers() {
    var module = Programs.parse("""
        module attributes {mlr.interface = {f = {inputs = [], outputs = [{name = "y", ssa = i32}, {name = "z", ssa = i32}]}}} {
          sched.machine @f {
            %s = sched.slot "n" = 5 : i32 : !sched.slot<i32>
            %b = sched.buffer "b" "ring" : !sched.buffer<1, i32>
            %zero = arith.constant 0 : index
            %one = arith.constant 1 : i32
            %v = sched.read %s : !sched.slot<i32>
            %w = sched.load %b[%zero] : !sched.buffer<1, i32>
            sched.output "y", %v : i32
            sched.output "z", %w : i32
            %next = arith.addi %v, %one : i32
            sched.write %next, %s : !sched.slot<i32>
            sched.store %next, %b[%zero] : !sched.buffer<1, i32>
            sched.end
          }
        }""");
    var engine = NodeEngines.of(module, "f");
    for (int i = 0; i < 2; i++) {
      Traces.check(engine, List.of(), """
          => 5, 0
          => 6, 6""");
    }
  }

  @Test
  void machinesCallExternalFunctionsAndCheckAssertions() {
    var module = Programs.parse("""
        module attributes {mlr.interface = {f = {inputs = [{name = "x", ssa = i32}], outputs = [{name = "y", ssa = i32}]}}} {
          func.func private @twice(i32) -> i32
          sched.machine @f {
            %x = sched.input "x" : i32
            %y = sched.call @twice(%x) : (i32) -> i32
            %c = arith.cmpi ne, %x, %y : i32
            sched.assert %c, "x is not zero"
            sched.output "y", %y : i32
            sched.end
          }
        }""");
    var engine = NodeEngines.of(module, "f", ExternalFunctions.NONE.with("twice", a -> new Object[] {2 * (Long) a[0]}));
    Traces.check(engine, List.of(IntegerType.I32), "3 => 6");
    var error = assertThrows(ExecutionError.class, () -> Traces.check(engine, List.of(IntegerType.I32), "0 => 0"));
    assertTrue(error.getMessage().contains("assertion failed: x is not zero"), error.getMessage());
  }

  @Test
  void anIndexOutsideABufferIsUndefined() {
    var error = assertThrows(UndefinedBehavior.class, () -> check("inputs = [{name = \"i\", ssa = index}], outputs = [{name = \"y\", ssa = i32}]", """
        %b = sched.buffer "b" "ring" : !sched.buffer<2, i32>
        %i = sched.input "i" : index
        %v = sched.load %b[%i] : !sched.buffer<2, i32>
        sched.output "y", %v : i32""", "1 => 0\n2 => 0"));
    assertTrue(error.getMessage().contains("'sched.load' op: index 2 is outside a buffer of 2"), error.getMessage());
  }

  @Test
  void anAbsentInputThatIsReadIsReported() {
    var error = assertThrows(ExecutionError.class, () -> check("inputs = [{name = \"x\", ssa = i32}], outputs = [{name = \"y\", ssa = i32}]", """
        %x = sched.input "x" : i32
        sched.output "y", %x : i32""", "_ => 0"));
    assertTrue(error.getMessage().contains("input 'x' is read where it is absent"), error.getMessage());
  }
}
