package mlr.lowering.llvm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import mlr.lowering.InternalCompilerError;
import mlr.lowering.target.RuntimeSymbol;
import mlr.lowering.target.Target;
import mlr.lowering.target.Targets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CodeGeneratorTest {
  private static final String ADD_ONE = """
      @table = internal constant [4 x i32] [i32 1, i32 2, i32 3, i32 4]
      @count = internal global i32 7
      @sum = internal global [5 x i32] zeroinitializer
      define void @n_step(ptr %state, ptr %in, ptr %out) {
        %i = load i32, ptr %in
        %slot = getelementptr i32, ptr @table, i32 %i
        %a = load i32, ptr %slot
        %b = load volatile i32, ptr @count
        store volatile i32 %a, ptr @count
        store volatile i32 %b, ptr @sum
        %c = add i32 %a, %b
        store i32 %c, ptr %out
        ret void
      }
      """;

  static Stream<Target> targets() {
    return Targets.all().stream();
  }

  private static ObjectCode object(String target, String llvmIr) {
    return new CodeGenerator(Targets.named(target)).object(llvmIr, "test");
  }

  private static List<String> runtime(ObjectCode object) {
    return object.runtimeSymbols().stream().map(RuntimeSymbol::name).toList();
  }

  @ParameterizedTest
  @MethodSource("targets")
  void theRegistrysDataLayoutIsLlvms(Target target) {
    try (var machine = new TargetMachine(target, OptimizationLevel.O2)) {
      assertEquals(target.dataLayout(), machine.dataLayout());
    }
  }

  @ParameterizedTest
  @MethodSource("targets")
  void sectionSizesAreThoseOfTheVariables(Target target) {
    var object = new CodeGenerator(target).object(ADD_ONE, "test");
    assertEquals(16, object.constantBytes());
    assertEquals(4, object.dataBytes());
    assertEquals(20, object.zeroedBytes());
    assertTrue(object.codeBytes() > 8 && object.codeBytes() < 100, () -> "code " + object.codeBytes());
    assertEquals(List.of(), runtime(object));
    assertTrue(object.elf().sections().stream().anyMatch(section -> section.name().equals(".text.n_step")));
  }

  @ParameterizedTest
  @MethodSource("targets")
  void theSameModuleGivesTheSameBytes(Target target) {
    assertArrayEquals(new CodeGenerator(target).object(ADD_ONE, "test").bytes(), new CodeGenerator(target).object(ADD_ONE, "test").bytes());
  }

  @Test
  void anInvalidModuleIsOurErrorAndItsOwnReproducer() {
    var syntax = assertThrows(InternalCompilerError.class, () -> object("host", "define void @f( {"));
    assertEquals("define void @f( {", syntax.reproducer());
    var invalid = "define i32 @f() {\n  %a = add i32 %b, 1\n  %b = add i32 %a, 1\n  ret i32 %a\n}\n";
    assertTrue(assertThrows(InternalCompilerError.class, () -> object("host", invalid)).getMessage().contains("dominate"));
  }

  @Test
  void aSymbolThatNoRuntimeHasIsOurError() {
    var fused = """
        declare float @llvm.fma.f32(float, float, float)
        define float @f(float %a, float %b, float %c) {
          %r = call float @llvm.fma.f32(float %a, float %b, float %c)
          ret float %r
        }
        """;
    assertEquals(List.of(), runtime(object("rv32imafc", fused)));
    var failure = assertThrows(InternalCompilerError.class, () -> object("rv32imac", fused));
    assertTrue(failure.getMessage().contains("fmaf"), failure.getMessage());
  }

  @Test
  void aFunctionOfTheUsersMayStayUndefined() {
    var call = "declare i32 @lidar(i32)\ndefine i32 @f(i32 %a) {\n  %r = call i32 @lidar(i32 %a)\n  ret i32 %r\n}\n";
    assertThrows(InternalCompilerError.class, () -> object("cortex-m7", call));
    var object = new CodeGenerator(Targets.named("cortex-m7")).object(call, "test", Set.of("lidar"));
    assertEquals(List.of("lidar"), object.calledOutside("f"));
  }

  @Test
  void runtimeArithmeticIsNamedWithItsReason() {
    var divide = "define double @f(double %a, double %b) {\n  %r = fdiv double %a, %b\n  ret double %r\n}\n";
    var symbol = object("cortex-m4", divide).runtimeSymbols().getFirst();
    assertEquals("__aeabi_ddiv", symbol.name());
    assertEquals("the core has no double-precision arithmetic", symbol.reason());
    assertEquals(List.of(), runtime(object("cortex-m7", divide)));
    assertEquals(List.of("__divdf3"), runtime(object("rv32imafc", divide)));
  }

  @Test
  void multiplyAndAddAreNotFused() {
    var sum = "define float @f(float %a, float %b, float %c) {\n  %p = fmul float %a, %b\n  %r = fadd float %p, %c\n  ret float %r\n}\n";
    for (var target : List.of("host", "cortex-m4", "cortex-m7", "rv32imafc")) {
      var assembly = new CodeGenerator(Targets.named(target), OptimizationLevel.O3).assembly(sum, "test");
      assertFalse(assembly.matches("(?s).*(vfma|vfmadd|fmadd).*"), assembly);
    }
  }

  @Test
  void sumsAreNotReassociated() {
    var sum = """
        define float @f(ptr %p) {
        entry:
          br label %loop
        loop:
          %i = phi i32 [ 0, %entry ], [ %next, %loop ]
          %s = phi float [ 0.0, %entry ], [ %t, %loop ]
          %q = getelementptr float, ptr %p, i32 %i
          %x = load float, ptr %q
          %t = fadd float %s, %x
          %next = add i32 %i, 1
          %more = icmp ult i32 %next, 64
          br i1 %more, label %loop, label %done
        done:
          ret float %t
        }
        """;
    var assembly = new CodeGenerator(Targets.host(), OptimizationLevel.O3).assembly(sum, "test");
    assertFalse(assembly.contains("vaddps"), assembly);
  }

  @Test
  void loopsDoNotBecomeLibraryCalls() {
    var clear = """
        define void @f(ptr %p, i32 %n) {
        entry:
          br label %loop
        loop:
          %i = phi i32 [ 0, %entry ], [ %next, %loop ]
          %q = getelementptr i8, ptr %p, i32 %i
          store i8 0, ptr %q
          %next = add i32 %i, 1
          %more = icmp ult i32 %next, %n
          br i1 %more, label %loop, label %done
        done:
          ret void
        }
        """;
    assertEquals(List.of(), runtime(object("cortex-m7", clear)));
  }

  @Test
  void worstStackFollowsTheCallGraph() {
    var nested = """
        define void @leaf(i32 %n) noinline {
          %a = alloca [100 x i32]
          %p = getelementptr i32, ptr %a, i32 %n
          store volatile i32 1, ptr %p
          ret void
        }
        define void @middle(i32 %n) noinline {
          %a = alloca [50 x i32]
          %p = getelementptr i32, ptr %a, i32 %n
          store volatile i32 1, ptr %p
          call void @leaf(i32 %n)
          store volatile i32 1, ptr %p
          ret void
        }
        define void @top(ptr %p) {
          call void @leaf(i32 1)
          call void @middle(i32 2)
          store i32 1, ptr %p
          ret void
        }
        """;
    for (var target : targets().toList()) {
      var object = new CodeGenerator(target).object(nested, "test");
      long leaf = object.worstStack("leaf");
      assertTrue(leaf >= 400 && leaf < 440, target + " leaf " + leaf);
      long middle = object.worstStack("middle");
      assertTrue(middle >= leaf + 200 && middle < leaf + 260, target + " middle " + middle);
      long top = object.worstStack("top");
      assertTrue(top >= middle && top < middle + 64, target + " top " + top);
    }
  }

  @Test
  void recursionHasNoWorstStack() {
    var recursive = """
        define i32 @even(i32 %n, ptr %p) noinline {
          store volatile i32 %n, ptr %p
          %r = call i32 @odd(i32 %n, ptr %p)
          store volatile i32 %r, ptr %p
          ret i32 %r
        }
        define i32 @odd(i32 %n, ptr %p) noinline {
          store volatile i32 %n, ptr %p
          %r = call i32 @even(i32 %n, ptr %p)
          store volatile i32 %r, ptr %p
          ret i32 %r
        }
        """;
    var object = object("cortex-m7", recursive);
    assertTrue(assertThrows(IllegalArgumentException.class, () -> object.worstStack("even")).getMessage().contains("even -> odd -> even"));
  }
}
