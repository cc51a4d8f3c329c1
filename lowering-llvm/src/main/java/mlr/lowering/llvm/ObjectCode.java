package mlr.lowering.llvm;

import java.util.List;
import java.util.Map;
import mlr.lowering.object.CallGraph;
import mlr.lowering.object.ElfObject;
import mlr.lowering.object.ElfSection;
import mlr.lowering.target.RuntimeSymbol;
import mlr.lowering.target.Target;

/** An object file with what a certificate says about it. */
public final class ObjectCode {
  private final Target target;
  private final byte[] bytes;
  private final ElfObject elf;
  private final CallGraph calls;
  private final Map<String, Long> frames;
  private final List<RuntimeSymbol> runtimeSymbols;

  ObjectCode(Target target, byte[] bytes, ElfObject elf, Map<String, Long> frames, List<RuntimeSymbol> runtimeSymbols) {
    this.target = target;
    this.bytes = bytes;
    this.elf = elf;
    this.calls = CallGraph.of(elf);
    this.frames = Map.copyOf(frames);
    this.runtimeSymbols = List.copyOf(runtimeSymbols);
  }

  /** The machine it is for. */
  public Target target() {
    return target;
  }

  /** The object file itself. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Its sections, symbols and relocations. */
  public ElfObject elf() {
    return elf;
  }

  /** Bytes of machine code, with the constant pools between. */
  public long codeBytes() {
    return elf.bytesOf(ElfSection::isCode);
  }

  /** Bytes of constants. */
  public long constantBytes() {
    return elf.bytesOf(ElfSection::isConstant);
  }

  /** Bytes of initialised variables. */
  public long dataBytes() {
    return elf.bytesOf(ElfSection::isData);
  }

  /** Bytes of variables that start as zero. */
  public long zeroedBytes() {
    return elf.bytesOf(ElfSection::isZeroed);
  }

  /** The runtime symbols it leaves undefined, sorted by name. */
  public List<RuntimeSymbol> runtimeSymbols() {
    return runtimeSymbols;
  }

  /** The most stack that a call of the function uses, in bytes; functions outside the object count as nothing. */
  public long worstStack(String function) {
    return calls.worstStack(function, frames);
  }

  /** The functions outside the object that a call of the function can reach. */
  public List<String> calledOutside(String function) {
    return calls.reachableOutside(function);
  }
}
