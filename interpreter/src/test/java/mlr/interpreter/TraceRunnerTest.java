package mlr.interpreter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** One program at three levels, driven through one interface. */
class TraceRunnerTest {
  private static final String PORTS = """
      inputs = [{name = "c", ssa = i1 OFFSET0}, {name = "x", ssa = f32, clock = ". on c" OFFSET4}],
      outputs = [{name = "y", ssa = f32, clock = ". on c" OFFSET0}, {name = "n", ssa = i32 OFFSET4}]""";

  private static String module(String extra, String offset, String body) {
    return "module attributes {mlr.interface = {f = {" + PORTS.replace("OFFSET0", offset.replace("#", "0")).replace("OFFSET4", offset.replace("#", "4")) + extra + "}}} {\n"
        + body + "\n}";
  }

  /** Sums x where it is present, counts instants. */
  private static final String NODE = module("", "", """
      reactive.node @f(%c: i1, %x: f32) -> (f32, i32) {
        %zero = arith.constant 0.0 : f32
        %none = arith.constant 0 : i32
        %one = arith.constant 1 : i32
        %p = reactive.fby %zero, %y : f32
        %y = arith.addf %p, %x : f32
        %q = reactive.fby %none, %n : i32
        %n = arith.addi %q, %one : i32
        reactive.return %y, %n : f32, i32
      }""");

  private static final String MACHINE = module("", "", """
      sched.machine @f {
        %s = sched.slot "y" = 0.0 : f32 : !sched.slot<f32>
        %k = sched.slot "n" = 0 : i32 : !sched.slot<i32>
        %c = sched.input "c" : i1
        sched.guard %c {
          %x = sched.input "x" : f32
          %p = sched.read %s : !sched.slot<f32>
          %y = arith.addf %p, %x : f32
          sched.write %y, %s : !sched.slot<f32>
          sched.output "y", %y : f32
          sched.yield
        }
        %one = arith.constant 1 : i32
        %q = sched.read %k : !sched.slot<i32>
        %n = arith.addi %q, %one : i32
        sched.write %n, %k : !sched.slot<i32>
        sched.output "n", %n : i32
        sched.end
      }""");

  private static final String FUNCTIONS = module(", state_bytes = 8 : i64, in_bytes = 8 : i64, out_bytes = 8 : i64", ", offset = # : i64", """
      func.func @f_reset(%state: memref<8xi8>) {
        %i0 = arith.constant 0 : index
        %i4 = arith.constant 4 : index
        %s = memref.view %state[%i0][] : memref<8xi8> to memref<f32>
        %k = memref.view %state[%i4][] : memref<8xi8> to memref<i32>
        %zero = arith.constant 0.0 : f32
        %none = arith.constant 0 : i32
        memref.store %zero, %s[] : memref<f32>
        memref.store %none, %k[] : memref<i32>
        return
      }
      func.func @f_step(%state: memref<8xi8>, %in: memref<8xi8>, %out: memref<8xi8>) {
        %i0 = arith.constant 0 : index
        %i4 = arith.constant 4 : index
        %s = memref.view %state[%i0][] : memref<8xi8> to memref<f32>
        %k = memref.view %state[%i4][] : memref<8xi8> to memref<i32>
        %cm = memref.view %in[%i0][] : memref<8xi8> to memref<i1>
        %xm = memref.view %in[%i4][] : memref<8xi8> to memref<f32>
        %ym = memref.view %out[%i0][] : memref<8xi8> to memref<f32>
        %nm = memref.view %out[%i4][] : memref<8xi8> to memref<i32>
        %c = memref.load %cm[] : memref<i1>
        loop.if %c {
          %x = memref.load %xm[] : memref<f32>
          %p = memref.load %s[] : memref<f32>
          %y = arith.addf %p, %x : f32
          memref.store %y, %s[] : memref<f32>
          memref.store %y, %ym[] : memref<f32>
        }
        %one = arith.constant 1 : i32
        %q = memref.load %k[] : memref<i32>
        %n = arith.addi %q, %one : i32
        memref.store %n, %k[] : memref<i32>
        memref.store %n, %nm[] : memref<i32>
        return
      }""");

  private static final String LLVM = module(", state_bytes = 8 : i64, in_bytes = 8 : i64, out_bytes = 8 : i64", ", offset = # : i64", """
      llvm.func @f_reset(%state: !llvm.ptr) {
        %size = llvm.mlir.constant(8 : i64) : i64
        %zero = llvm.mlir.constant(0 : i8) : i8
        "llvm.intr.memset"(%state, %zero, %size) <{isVolatile = false}> : (!llvm.ptr, i8, i64) -> ()
        llvm.return
      }
      llvm.func @f_step(%state: !llvm.ptr, %in: !llvm.ptr, %out: !llvm.ptr) {
        %k = llvm.getelementptr %state[4] : (!llvm.ptr) -> !llvm.ptr, i8
        %xm = llvm.getelementptr %in[0, 1] : (!llvm.ptr) -> !llvm.ptr, !llvm.struct<(i8, f32)>
        %nm = llvm.getelementptr %out[1] : (!llvm.ptr) -> !llvm.ptr, i32
        %cb = llvm.load %in : !llvm.ptr -> i8
        %c = llvm.trunc %cb : i8 to i1
        llvm.cond_br %c, ^present, ^join
      ^present:
        %x = llvm.load %xm : !llvm.ptr -> f32
        %p = llvm.load %state : !llvm.ptr -> f32
        %y = llvm.fadd %p, %x : f32
        llvm.store %y, %state : f32, !llvm.ptr
        llvm.store %y, %out : f32, !llvm.ptr
        llvm.br ^join
      ^join:
        %one = llvm.mlir.constant(1 : i32) : i32
        %q = llvm.load %k : !llvm.ptr -> i32
        %n = llvm.add %q, %one : i32
        llvm.store %n, %k : i32, !llvm.ptr
        llvm.store %n, %nm : i32, !llvm.ptr
        llvm.return
      }""");

  private static String trace(String program, List<Object[]> inputs) {
    return TraceRunner.of(Programs.parse(program), "f", ExternalFunctions.NONE).run(inputs).stream()
        .map(row -> Arrays.stream(row).map(Traces::show).collect(Collectors.joining(", "))).collect(Collectors.joining("\n"));
  }

  @Test
  void everyLevelGivesTheSameTrace() {
    var inputs = List.of(new Object[] {1L, 1.5f}, new Object[] {0L, Absent.ABSENT}, new Object[] {1L, 2.0f});
    for (var program : List.of(NODE, MACHINE, FUNCTIONS, LLVM)) {
      assertEquals("1.5, 1\n_, 2\n3.5, 3", trace(program, inputs));
    }
  }

  @Test
  void valuesAtAbsentInputsAreIgnored() {
    var inputs = List.of(new Object[] {1L, 1.5f}, new Object[] {0L, 100.0f}, new Object[] {1L, 2.0f});
    for (var program : List.of(NODE, MACHINE, FUNCTIONS, LLVM)) {
      assertEquals("1.5, 1\n_, 2\n3.5, 3", trace(program, inputs));
    }
  }

  @Test
  void aMissingInputIsNamed() {
    var error = assertThrows(ExecutionError.class, () -> trace(NODE, List.<Object[]>of(new Object[] {1L, Absent.ABSENT})));
    assertTrue(error.getMessage().contains("input 'x' has no value where its clock '. on c' is present"), error.getMessage());
  }

  @Test
  void anUnknownNodeIsNamedWithThoseThereAre() {
    var error = assertThrows(ExecutionError.class, () -> NodeEngines.of(Programs.parse(NODE), "g"));
    assertTrue(error.getMessage().contains("no node 'g'; it has [f]"), error.getMessage());
  }
}
