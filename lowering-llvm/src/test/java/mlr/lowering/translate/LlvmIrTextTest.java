package mlr.lowering.translate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mlr.ir.builtin.ModuleOp;
import mlr.lowering.LoweringException;
import mlr.lowering.llvm.CodeGenerator;
import mlr.lowering.llvm.OptimizationLevel;
import mlr.lowering.target.Target;
import mlr.lowering.target.Targets;
import mlr.lowering.toolchain.ToolRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LlvmIrTextTest {
  private static final String TRANSLATE = "/usr/lib/llvm-19/bin/mlir-translate";

  @TempDir
  private Path folder;

  static List<Target> targets() {
    return Targets.all();
  }

  private static String print(String module) {
    return LlvmIrText.print(LlvmModules.parse(module), Targets.host());
  }

  /** The code that upstream's translation of a module leads to. */
  private String upstream(ModuleOp module, Target target) throws IOException {
    Files.writeString(folder.resolve("module.mlir"), module.toString());
    var run = ToolRun.of(TRANSLATE, List.of("--mlir-to-llvmir", "module.mlir"), folder, Map.of()).successful();
    return assembly(run.output(), target);
  }

  /** Without the name of the source file, which upstream's translation gives in its text. */
  private static String assembly(String llvmIr, Target target) {
    return new CodeGenerator(target, OptimizationLevel.O1).assembly(llvmIr, "module").lines().filter(line -> !line.contains(".file")).collect(Collectors.joining("\n"));
  }

  @ParameterizedTest
  @MethodSource("targets")
  void givesTheSameCodeAsUpstreamsTranslation(Target target) throws IOException {
    var module = LlvmModules.parse(LlvmModules.EVERYTHING);
    assertEquals(upstream(module, target), assembly(LlvmIrText.print(module, target), target));
  }

  @Test
  void largeConstantsHaveTheSameBytesAsUpstreams() throws IOException {
    var numbers = Stream.iterate(0, i -> i < 1000, i -> i + 1).map(i -> Float.toString(i * 0.25f - 3)).toList();
    var module = LlvmModules.parse("""
        llvm.mlir.global internal constant @w(dense<%s> : tensor<1000xf32>) {addr_space = 0 : i32, alignment = 4 : i64} : !llvm.array<1000 x f32>
        llvm.func @f(%%i: i64) -> f32 attributes {passthrough = ["nounwind"]} {
          %%w = llvm.mlir.addressof @w : !llvm.ptr
          %%p = llvm.getelementptr inbounds %%w[%%i] : (!llvm.ptr, i64) -> !llvm.ptr, f32
          %%x = llvm.load %%p {alignment = 4 : i64} : !llvm.ptr -> f32
          llvm.return %%x : f32
        }
        """.formatted(numbers));
    var text = LlvmIrText.print(module, Targets.host());
    assertTrue(text.contains("[4000 x i8] c\""), text);
    var run = ToolRun.of(TRANSLATE, List.of("--mlir-to-llvmir", write(module)), folder, Map.of()).successful();
    var generator = new CodeGenerator(Targets.host());
    assertEquals(bytes(generator.object(run.output(), "w").bytes()), bytes(generator.object(text, "w").bytes()));
  }

  private String write(ModuleOp module) throws IOException {
    return Files.writeString(folder.resolve("module.mlir"), module.toString()).getFileName().toString();
  }

  private static List<Byte> bytes(byte[] content) {
    var object = mlr.lowering.object.ElfObject.read(content);
    var constants = object.sections().stream().filter(mlr.lowering.object.ElfSection::isConstant).filter(section -> section.size() == 4000).findFirst().orElseThrow();
    return java.util.stream.IntStream.range(0, 4000).mapToObj(i -> content[(int) constants.offset() + i]).toList();
  }

  @Test
  void floatsAreWrittenByTheirBits() {
    var text = print("""
        llvm.func @f() -> f32 {
          %0 = llvm.mlir.constant(0xFF812345 : f32) : f32
          llvm.return %0 : f32
        }
        llvm.func @g() -> f64 {
          %0 = llvm.mlir.constant(1.000000e-01 : f64) : f64
          llvm.return %0 : f64
        }
        """);
    assertTrue(text.contains("ret float 0xFFF02468A0000000"), text);
    assertTrue(text.contains("ret double 0x3FB999999999999A"), text);
  }

  @Test
  void aSecondEdgeBetweenTwoBlocksTakesADetour() {
    var text = print("""
        llvm.func @f(%c: i1, %a: i32, %b: i32) -> i32 {
          llvm.cond_br %c, ^end(%a : i32), ^end(%b : i32)
        ^end(%x: i32):
          llvm.return %x : i32
        }
        """);
    assertTrue(text.contains("br i1 %a0, label %b1, label %b0_1"), text);
    assertTrue(text.contains("phi i32 [ %a1, %b0 ], [ %a2, %b0_1 ]"), text);
  }

  @Test
  void noFlagAppearsThatNoOperationHas() {
    var text = LlvmIrText.print(LlvmModules.parse(LlvmModules.EVERYTHING), Targets.host());
    assertFalse(text.contains("contract") || text.contains("fast") || text.contains("reassoc"), text);
  }

  @Test
  void anotherDialectIsTheUsersMistake() {
    var failure = assertThrows(LoweringException.class, () -> print("func.func private @f()"));
    assertTrue(failure.getMessage().contains("'func.func' has no place in LLVM IR"), failure.getMessage());
  }
}
