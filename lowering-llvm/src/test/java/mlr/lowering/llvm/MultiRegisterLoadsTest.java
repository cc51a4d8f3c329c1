package mlr.lowering.llvm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import mlr.lowering.target.Target;
import mlr.lowering.target.Targets;
import org.junit.jupiter.api.Test;

class MultiRegisterLoadsTest {
  private static final Target M7 = Targets.named("cortex-m7");

  private static String assembly(Target target, String llvmIr) {
    return new CodeGenerator(target).assembly(llvmIr, "test");
  }

  private static List<String> loads(String assembly) {
    return assembly.lines().map(String::strip).filter(line -> line.startsWith("vldmia") && !line.contains("sp")).toList();
  }

  @Test
  void aDenseLayerTakesLittleMoreThanAnInstructionAMultiplyAdd() {
    for (var target : List.of(Targets.named("cortex-m4"), M7)) {
      var assembly = assembly(target, DenseLayer.llvmIr(256, 256, target.contraction()));
      double cost = DenseLayer.instructionsPerStep(assembly, target.contraction());
      assertTrue(cost <= 1.13, target + ": " + cost);
    }
    var riscv = Targets.named("rv32imafc");
    double cost = DenseLayer.instructionsPerStep(assembly(riscv, DenseLayer.llvmIr(256, 256, riscv.contraction())), riscv.contraction());
    assertTrue(cost <= 2.09, "rv32imafc: " + cost);
  }

  @Test
  void neighbouringVectorsPassThePointerOn() {
    var copies = """
        define <2 x float> @f(ptr %p) {
          %q = getelementptr i8, ptr %p, i32 8
          %a = load <2 x float>, ptr %p, align 4
          %b = load <2 x float>, ptr %q, align 4
          %s = fadd <2 x float> %a, %b
          ret <2 x float> %s
        }
        """;
    var loads = loads(assembly(M7, copies));
    assertEquals(2, loads.size(), loads::toString);
    assertTrue(loads.get(0).contains("!,"), loads::toString);
    assertFalse(loads.get(1).contains("!,"), loads::toString);
  }

  @Test
  void aRunOfScalarsInAnyOrderIsOneLoad() {
    var sum = """
        define float @f(ptr %p) {
          %p1 = getelementptr float, ptr %p, i32 1
          %p2 = getelementptr float, ptr %p, i32 2
          %p3 = getelementptr float, ptr %p, i32 3
          %b = load float, ptr %p1, align 4
          %d = load float, ptr %p3, align 4
          %a = load float, ptr %p, align 4
          %c = load float, ptr %p2, align 4
          %s = fsub float %b, %d
          %t = fsub float %s, %a
          %u = fsub float %t, %c
          ret float %u
        }
        """;
    assertEquals(1, loads(assembly(M7, sum)).size());
  }

  @Test
  void nothingMovesAcrossAStore() {
    var sum = """
        define float @f(ptr %p, ptr %q) {
          %p1 = getelementptr float, ptr %p, i32 1
          %p2 = getelementptr float, ptr %p, i32 2
          %p3 = getelementptr float, ptr %p, i32 3
          %a = load float, ptr %p, align 4
          %b = load float, ptr %p1, align 4
          store float %a, ptr %q, align 4
          %c = load float, ptr %p2, align 4
          %d = load float, ptr %p3, align 4
          %s = fadd float %a, %b
          %t = fadd float %s, %c
          %u = fadd float %t, %d
          ret float %u
        }
        """;
    assertEquals(List.of(), loads(assembly(M7, sum)));
  }

  @Test
  void unalignedVolatileAndForeignLoadsStay() {
    var others = """
        define void @f(ptr %p, ptr %q) {
          %a = load <4 x float>, ptr %p, align 1
          store <4 x float> %a, ptr %q, align 1
          %b = load volatile <4 x float>, ptr %p, align 4
          store <4 x float> %b, ptr %q, align 4
          %c = load <4 x i32>, ptr %p, align 4
          store <4 x i32> %c, ptr %q, align 4
          ret void
        }
        """;
    assertEquals(List.of(), loads(assembly(M7, others)));
  }

  @Test
  void onlyCortexMHasThem() {
    var copy = "define void @f(ptr %p, ptr %q) {\n  %a = load <8 x float>, ptr %p, align 4\n"
        + "  store <8 x float> %a, ptr %q, align 4\n  ret void\n}\n";
    assertTrue(new CodeGenerator(M7).optimized(copy, "test").contains("vldmia"));
    for (var target : List.of("host", "rv32imac", "rv32imafc")) {
      assertFalse(new CodeGenerator(Targets.named(target)).optimized(copy, "test").contains("asm"), target);
    }
  }
}
