package mlr.lowering.llvm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.llvm.LLVM.LLVMBasicBlockRef;
import org.bytedeco.llvm.LLVM.LLVMBuilderRef;
import org.bytedeco.llvm.LLVM.LLVMContextRef;
import org.bytedeco.llvm.LLVM.LLVMTargetDataRef;
import org.bytedeco.llvm.LLVM.LLVMTypeRef;
import org.bytedeco.llvm.LLVM.LLVMValueRef;
import org.bytedeco.llvm.global.LLVM;

/**
 * Loads of consecutive floats become one {@code vldmia} each on a Cortex-M, which has no vector registers and for which LLVM forms
 * no multi-register load by itself. A vector load is one group; runs of at least {@value #SHORTEST_RUN} scalar loads of one block
 * are another. Groups that follow each other in memory pass the pointer on by write-back:
 *
 * <pre>{@code
 * %w0 = load <8 x float>, ptr %p, align 4
 * %q = getelementptr i8, ptr %p, i32 32
 * %w1 = load <8 x float>, ptr %q, align 4
 * }</pre>
 * becomes
 * <pre>{@code
 * %g0 = call {float, …, ptr} asm "vldmia $8!, {s16-s23}", "={s16},…,=r,8,~{memory}"(ptr %p)
 * %g1 = call {float, …, ptr} asm "vldmia $8!, {s24-s31}", "={s24},…,=r,8,~{memory}"(ptr %g0.8)
 * }</pre>
 * The registers are named because the instruction wants them consecutive; the copies out of them coalesce. Runs after the
 * optimiser, which would not see through the assembly, and after strength reduction, which gives loops pointers with constant offsets.
 */
final class MultiRegisterLoads {
  private static final int SHORTEST_RUN = 4;
  private static final int LONGEST_RUN = 8;
  private static final int REGISTERS = 32;

  private final LLVMContextRef context;
  private final LLVMTargetDataRef layout;
  private final LLVMBuilderRef builder;
  private final int limit;
  private boolean upperHalf;

  private MultiRegisterLoads(LLVMContextRef context, LLVMTargetDataRef layout, LLVMBuilderRef builder, int limit) {
    this.context = context;
    this.layout = layout;
    this.builder = builder;
    this.limit = limit;
  }

  /** Rewrites all functions of a module; {@code limit} is the most registers that one instruction fills. */
  static void form(LlvmModule module, TargetMachine machine, int limit) {
    module.run("function(loop(loop-reduce))", machine);
    var layout = LLVM.LLVMCreateTargetDataLayout(machine.reference());
    var builder = LLVM.LLVMCreateBuilderInContext(module.context());
    var rewriting = new MultiRegisterLoads(module.context(), layout, builder, limit);
    module.functions(function -> {
      for (var block = LLVM.LLVMGetFirstBasicBlock(function); block != null; block = LLVM.LLVMGetNextBasicBlock(block)) {
        rewriting.rewrite(block);
      }
    });
    LLVM.LLVMDisposeBuilder(builder);
    LLVM.LLVMDisposeTargetData(layout);
    module.run("function(scalarizer,early-cse,adce)", machine);
  }

  /** Loads that one instruction does, in the order of their addresses; it stands where the first of them in the block stood. */
  private record Group(FloatLoad place, List<FloatLoad> loads) {
    int count() {
      return loads.stream().mapToInt(FloatLoad::count).sum();
    }

    FloatLoad first() {
      return loads.getFirst();
    }

    long end() {
      return loads.getLast().end();
    }
  }

  private void rewrite(LLVMBasicBlockRef block) {
    var chains = new ArrayList<List<Group>>();
    for (var group : groups(block)) {
      chains.stream().filter(chain -> continues(chain.getLast(), group)).findFirst().orElseGet(() -> {
        chains.add(new ArrayList<>());
        return chains.getLast();
      }).add(group);
    }
    for (var chain : chains) {
      var phi = steppedPointer(block, chain);
      var pointer = phi.orElseGet(() -> address(chain.getFirst()));
      for (var group : chain) {
        pointer = emit(group, pointer, phi.isPresent() || group != chain.getLast());
      }
      if (phi.isPresent()) {
        LLVM.LLVMAddIncoming(phi.get(), array(pointer), array(block), 1);
      }
    }
  }

  private static boolean continues(Group before, Group group) {
    return before.first().base().equals(group.first().base()) && before.end() == group.first().offset();
  }

  /** The address of a group, computed in its place: the first of its loads by address need not be the first in the block. */
  private LLVMValueRef address(Group group) {
    LLVM.LLVMPositionBuilderBefore(builder, group.place().instruction());
    return displaced(group.first().base(), group.first().offset());
  }

  private LLVMValueRef displaced(LLVMValueRef pointer, long distance) {
    if (distance == 0) {
      return pointer;
    }
    var bytes = LLVM.LLVMConstInt(LLVM.LLVMInt32TypeInContext(context), distance, 1);
    return LLVM.LLVMBuildGEP2(builder, LLVM.LLVMInt8TypeInContext(context), pointer, array(bytes), 1, "");
  }

  /**
   * For a chain that a one-block loop reads on, round after round without a gap: a pointer of its own, beginning where the chain
   * does, still without its value of the next round. The old pointer's step is then dead.
   */
  private Optional<LLVMValueRef> steppedPointer(LLVMBasicBlockRef block, List<Group> chain) {
    var base = chain.getFirst().first().base();
    if (LLVM.LLVMIsAPHINode(base) == null || !LLVM.LLVMGetInstructionParent(base).equals(block)
        || LLVM.LLVMCountIncoming(base) != 2) {
      return Optional.empty();
    }
    int round = LLVM.LLVMGetIncomingBlock(base, 0).equals(block) ? 0 : 1;
    var next = FloatLoad.Address.of(LLVM.LLVMGetIncomingValue(base, round), layout);
    long start = chain.getFirst().first().offset();
    if (!LLVM.LLVMGetIncomingBlock(base, round).equals(block) || !next.base().equals(base)
        || next.offset() != chain.getLast().end() - start) {
      return Optional.empty();
    }
    var before = LLVM.LLVMGetIncomingBlock(base, 1 - round);
    LLVM.LLVMPositionBuilderBefore(builder, LLVM.LLVMGetBasicBlockTerminator(before));
    var initial = displaced(LLVM.LLVMGetIncomingValue(base, 1 - round), start);
    LLVM.LLVMPositionBuilderBefore(builder, base);
    var phi = LLVM.LLVMBuildPhi(builder, LLVM.LLVMPointerTypeInContext(context, 0), "");
    LLVM.LLVMAddIncoming(phi, array(initial), array(before), 1);
    return Optional.of(phi);
  }

  /** The groups of a block, in the order of their places. */
  private List<Group> groups(LLVMBasicBlockRef block) {
    var groups = new ArrayList<Group>();
    var open = new ArrayList<FloatLoad>();
    int position = 0;
    for (var instruction = LLVM.LLVMGetFirstInstruction(block); instruction != null;
      instruction = LLVM.LLVMGetNextInstruction(instruction)) {
      var load = FloatLoad.of(position++, instruction, layout);
      if (load.isPresent() && load.get().vector()) {
        if (load.get().count() > 1 && load.get().count() <= limit) {
          groups.add(new Group(load.get(), List.of(load.get())));
        }
      } else if (load.isPresent()) {
        open.add(load.get());
      } else if (mayWrite(instruction)) {
        closeRuns(open, groups);
      }
    }
    closeRuns(open, groups);
    groups.sort(Comparator.comparingInt(group -> group.place().position()));
    return groups;
  }

  private static boolean mayWrite(LLVMValueRef instruction) {
    return switch (LLVM.LLVMGetInstructionOpcode(instruction)) {
      case LLVM.LLVMStore, LLVM.LLVMFence, LLVM.LLVMAtomicRMW, LLVM.LLVMAtomicCmpXchg -> true;
      // Intrinsics on values alone, such as fma, are calls too.
      case LLVM.LLVMCall -> LLVM.LLVMGetIntrinsicID(LLVM.LLVMGetCalledValue(instruction)) == 0
          || takesPointer(instruction);
      default -> false;
    };
  }

  private static boolean takesPointer(LLVMValueRef call) {
    return IntStream.range(0, LLVM.LLVMGetNumArgOperands(call)).anyMatch(argument ->
        LLVM.LLVMGetTypeKind(LLVM.LLVMTypeOf(LLVM.LLVMGetOperand(call, argument))) == LLVM.LLVMPointerTypeKind);
  }

  /** Cuts scalar loads with nothing written between them into runs. */
  private static void closeRuns(List<FloatLoad> open, List<Group> groups) {
    while (!open.isEmpty()) {
      var base = open.getFirst().base();
      var ofBase = open.stream().filter(load -> load.base().equals(base))
          .sorted(Comparator.comparingLong(FloatLoad::offset)).toList();
      var run = new ArrayList<FloatLoad>();
      for (var load : ofBase) {
        if (!run.isEmpty() && (run.getLast().end() != load.offset() || run.size() == LONGEST_RUN)) {
          addRun(run, groups);
          run.clear();
        }
        run.add(load);
      }
      addRun(run, groups);
      open.removeAll(ofBase);
    }
  }

  private static void addRun(List<FloatLoad> run, List<Group> groups) {
    if (run.size() >= SHORTEST_RUN) {
      var earliest = run.stream().min(Comparator.comparingInt(FloatLoad::position)).orElseThrow();
      groups.add(new Group(earliest, List.copyOf(run)));
    }
  }

  /** Puts the instruction in the place of the group's first load, and returns the pointer behind the group. */
  private LLVMValueRef emit(Group group, LLVMValueRef pointer, boolean writesBack) {
    LLVM.LLVMPositionBuilderBefore(builder, group.place().instruction());
    int count = group.count();
    int register = firstRegister(group);
    var loaded = loadMultiple(pointer, register, count, writesBack);
    int next = 0;
    for (var load : group.loads()) {
      LLVMValueRef value;
      if (load.vector()) {
        value = LLVM.LLVMGetPoison(LLVM.LLVMTypeOf(load.instruction()));
        for (int lane = 0; lane < load.count(); lane++) {
          value = LLVM.LLVMBuildInsertElement(builder, value, LLVM.LLVMBuildExtractValue(builder, loaded, next++, ""),
              LLVM.LLVMConstInt(LLVM.LLVMInt32TypeInContext(context), lane, 0), "");
        }
      } else {
        value = LLVM.LLVMBuildExtractValue(builder, loaded, next++, "");
      }
      LLVM.LLVMReplaceAllUsesWith(load.instruction(), value);
    }
    var behind = writesBack ? LLVM.LLVMBuildExtractValue(builder, loaded, count, "") : pointer;
    group.loads().forEach(load -> LLVM.LLVMInstructionEraseFromParent(load.instruction()));
    return behind;
  }

  /** Where groups lie that may be live together: vectors of up to 8 in turn in s16–s23 and s24–s31, scalar runs in s8–s15. */
  private int firstRegister(Group group) {
    if (!group.first().vector()) {
      return 8;
    }
    if (group.count() > 8) {
      return REGISTERS - group.count();
    }
    upperHalf = !upperHalf;
    return upperHalf ? 24 : 16;
  }

  private LLVMValueRef loadMultiple(LLVMValueRef pointer, int register, int count, boolean writesBack) {
    var results = new ArrayList<LLVMTypeRef>();
    IntStream.range(0, count).forEach(lane -> results.add(LLVM.LLVMFloatTypeInContext(context)));
    if (writesBack) {
      results.add(LLVM.LLVMPointerTypeInContext(context, 0));
    }
    var outputs = IntStream.range(register, register + count).mapToObj(number -> "={s" + number + "},")
        .collect(Collectors.joining());
    var constraints = outputs + (writesBack ? "=r," + count : "r") + ",~{memory}";
    var assembly = "vldmia $" + count + (writesBack ? "!" : "") + ", {s" + register + "-s" + (register + count - 1) + "}";
    var result = LLVM.LLVMStructTypeInContext(context, array(results.toArray(LLVMTypeRef[]::new)), results.size(), 0);
    var type = LLVM.LLVMFunctionType(result, array(LLVM.LLVMPointerTypeInContext(context, 0)), 1, 0);
    var callee = LLVM.LLVMGetInlineAsm(type, assembly, assembly.length(), constraints, constraints.length(), 0, 0,
        LLVM.LLVMInlineAsmDialectATT, 0);
    return LLVM.LLVMBuildCall2(builder, type, callee, array(pointer), 1, "");
  }

  /** A native array. A {@code PointerPointer} of a single pointer would be that pointer, reinterpreted. */
  private static PointerPointer<Pointer> array(Pointer... elements) {
    return new PointerPointer<>(elements);
  }
}
