package mlr.lowering.target;

import java.util.List;
import java.util.Optional;

/**
 * A machine that object files are made for.
 *
 * @param name           the name on the command line
 * @param triple         LLVM's target triple
 * @param cpu            LLVM's processor name
 * @param features       LLVM's feature string, empty for the processor's own set
 * @param abi            LLVM's ABI name, empty for the triple's own
 * @param dataLayout     LLVM's data layout, as its target machine gives it
 * @param pointerBits    width of a pointer and of the index type to lower {@code index} to
 * @param floats         what the floating-point unit can do
 * @param vectorBits     width of a vector register, 0 without vector registers
 * @param loadGroup      most consecutive floats that one multi-register load fills, 1 where there is none
 * @param contraction    the best shape of a single-precision contraction
 * @param runtimeSymbols the symbols that an object may leave undefined
 * @param board          the board that runs it in an emulator; none for the host
 */
public record Target(String name, String triple, String cpu, String features, String abi, String dataLayout, int pointerBits,
          FloatUnit floats, int vectorBits, int loadGroup, ContractionTile contraction,
          List<RuntimeSymbol> runtimeSymbols, Optional<Board> board) {
  public Target {
    runtimeSymbols = List.copyOf(runtimeSymbols);
  }

  /** Whether this is the machine that the compiler itself runs on. */
  public boolean isHost() {
    return board.isEmpty();
  }

  /** The runtime symbol of the given name, if the target allows it. */
  public Optional<RuntimeSymbol> runtimeSymbol(String symbol) {
    return runtimeSymbols.stream().filter(allowed -> allowed.name().equals(symbol)).findFirst();
  }

  @Override
  public String toString() {
    return name;
  }
}
