package mlr.lowering.llvm;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import mlr.lowering.InternalCompilerError;
import mlr.lowering.UnprovidedSymbols;
import mlr.lowering.object.ElfObject;
import mlr.lowering.target.RuntimeSymbol;
import mlr.lowering.target.Target;
import org.bytedeco.llvm.global.LLVM;

/**
 * Turns LLVM IR text into code for a target: verify, optimise, form multi-register loads where the core has them, emit.
 *
 * @param target the machine
 * @param level  how hard to optimise
 */
public record CodeGenerator(Target target, OptimizationLevel level) {
  private static final Pattern FRAME = Pattern.compile("stack frame size \\((\\d+)\\) exceeds limit .* in function '(.*)'");

  /** A generator at the usual level. */
  public CodeGenerator(Target target) {
    this(target, OptimizationLevel.O2);
  }

  /**
   * An object file.
   *
   * @param llvmIr  the module's text
   * @param name    how messages call it
   * @param externs functions of the user's that it may leave undefined
   * @throws InternalCompilerError when the module is invalid or needs a symbol that the target does not allow
   */
  public ObjectCode object(String llvmIr, String name, Set<String> externs) {
    return generate(llvmIr, name, (module, machine) -> {
      var bytes = module.emit(LLVM.LLVMObjectFile, machine);
      var elf = ElfObject.read(bytes);
      return new ObjectCode(target, bytes, elf, frames(module.diagnostics()), runtimeSymbols(elf, externs, llvmIr));
    });
  }

  /** An object file that leaves nothing undefined but runtime symbols. */
  public ObjectCode object(String llvmIr, String name) {
    return object(llvmIr, name, Set.of());
  }

  /** The code as assembly text. */
  public String assembly(String llvmIr, String name) {
    return generate(llvmIr, name, (module, machine) ->
        new String(module.emit(LLVM.LLVMAssemblyFile, machine), StandardCharsets.UTF_8));
  }

  /** The module as LLVM IR text just before instruction selection. */
  public String optimized(String llvmIr, String name) {
    return generate(llvmIr, name, (module, machine) -> module.print());
  }

  @FunctionalInterface
  private interface Emission<T> {
    T emit(LlvmModule module, TargetMachine machine);
  }

  private <T> T generate(String llvmIr, String name, Emission<T> emission) {
    try (var module = new LlvmModule(llvmIr, name); var machine = new TargetMachine(target, level)) {
      module.retarget(target, machine);
      module.run(level.pipeline(), machine);
      if (target.loadGroup() > 1 && level != OptimizationLevel.O0) {
        MultiRegisterLoads.form(module, machine, target.loadGroup());
      }
      module.verify("after optimisation");
      module.sectionPerSymbol();
      return emission.emit(module, machine);
    }
  }

  private static Map<String, Long> frames(List<String> diagnostics) {
    var frames = new LinkedHashMap<String, Long>();
    for (var diagnostic : diagnostics) {
      var matcher = FRAME.matcher(diagnostic);
      if (matcher.find()) {
        frames.put(matcher.group(2), Long.parseLong(matcher.group(1)));
      }
    }
    return frames;
  }

  private List<RuntimeSymbol> runtimeSymbols(ElfObject elf, Set<String> externs, String llvmIr) {
    var found = new ArrayList<RuntimeSymbol>();
    var unexpected = new ArrayList<String>();
    for (var symbol : elf.undefinedSymbols()) {
      target.runtimeSymbol(symbol).ifPresentOrElse(found::add, () -> {
        if (!externs.contains(symbol) && !symbol.equals("_GLOBAL_OFFSET_TABLE_")) {
          unexpected.add(symbol);
        }
      });
    }
    if (!unexpected.isEmpty()) {
      throw new UnprovidedSymbols(target.toString(), unexpected, llvmIr);
    }
    return found;
  }
}
