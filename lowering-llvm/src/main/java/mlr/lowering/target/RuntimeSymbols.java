package mlr.lowering.target;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mlr.lowering.target.RuntimeSymbol.Origin;

/**
 * The symbols that generated code may leave undefined, by instruction set. Everything else that LLVM could call (libm, above
 * all) has to be expanded before it gets there. Names: Run-time ABI for the Arm Architecture, sections 4.1 to 4.3; libgcc's
 * "Routines for integer arithmetic" and "Routines for floating point emulation".
 */
final class RuntimeSymbols {
  private static final String MEMORY = "block copy or fill";
  private static final String NO_DOUBLE = "the core has no double-precision arithmetic";
  private static final String NO_FLOAT = "the core has no floating-point arithmetic";
  private static final String NO_WIDE_DIVISION = "the core has no 64-bit division";
  private static final String NO_WIDE_CONVERSION = "the core has no conversion between 64-bit integers and floats";

  private final Map<String, RuntimeSymbol> symbols = new LinkedHashMap<>();

  private RuntimeSymbols() {
  }

  static List<RuntimeSymbol> host() {
    return new RuntimeSymbols().memory().list();
  }

  static List<RuntimeSymbol> arm(boolean softDouble) {
    var all = new RuntimeSymbols().memory();
    for (var base : List.of("__aeabi_memcpy", "__aeabi_memmove", "__aeabi_memset", "__aeabi_memclr")) {
      all.add(Origin.MEMORY, MEMORY, base, base + "4", base + "8");
    }
    all.add(Origin.ARITHMETIC, NO_WIDE_DIVISION, "__aeabi_ldivmod", "__aeabi_uldivmod");
    all.add(Origin.ARITHMETIC, NO_WIDE_CONVERSION, "__aeabi_l2f", "__aeabi_ul2f", "__aeabi_f2lz", "__aeabi_f2ulz",
        "__aeabi_l2d", "__aeabi_ul2d", "__aeabi_d2lz", "__aeabi_d2ulz");
    if (softDouble) {
      all.add(Origin.ARITHMETIC, NO_DOUBLE, "__aeabi_dadd", "__aeabi_dsub", "__aeabi_dmul", "__aeabi_ddiv",
          "__aeabi_dcmpeq", "__aeabi_dcmplt", "__aeabi_dcmple", "__aeabi_dcmpge", "__aeabi_dcmpgt",
          "__aeabi_dcmpun", "__aeabi_d2iz", "__aeabi_d2uiz", "__aeabi_i2d", "__aeabi_ui2d", "__aeabi_f2d",
          "__aeabi_d2f");
    }
    return all.list();
  }

  static List<RuntimeSymbol> riscv32(boolean softFloat) {
    var all = new RuntimeSymbols().memory();
    all.add(Origin.ARITHMETIC, NO_WIDE_DIVISION, "__divdi3", "__moddi3", "__udivdi3", "__umoddi3");
    all.add(Origin.ARITHMETIC, NO_WIDE_CONVERSION, "__floatdisf", "__floatundisf", "__fixsfdi", "__fixunssfdi",
        "__floatdidf", "__floatundidf", "__fixdfdi", "__fixunsdfdi");
    all.add(Origin.ARITHMETIC, NO_DOUBLE, emulation("df"));
    all.add(Origin.ARITHMETIC, NO_DOUBLE, "__extendsfdf2", "__truncdfsf2");
    if (softFloat) {
      all.add(Origin.ARITHMETIC, NO_FLOAT, emulation("sf"));
    }
    return all.list();
  }

  /** GCC's emulation routines of one mode, {@code sf} or {@code df}. */
  private static String[] emulation(String mode) {
    var names = new ArrayList<String>();
    for (var operation : List.of("add", "sub", "mul", "div")) {
      names.add("__" + operation + mode + "3");
    }
    for (var comparison : List.of("eq", "ne", "lt", "le", "gt", "ge", "unord")) {
      names.add("__" + comparison + mode + "2");
    }
    names.addAll(List.of("__fix" + mode + "si", "__fixuns" + mode + "si", "__floatsi" + mode, "__floatunsi" + mode));
    return names.toArray(String[]::new);
  }

  private RuntimeSymbols memory() {
    return add(Origin.MEMORY, MEMORY, "memcpy", "memmove", "memset");
  }

  private RuntimeSymbols add(Origin origin, String reason, String... names) {
    for (var name : names) {
      symbols.put(name, new RuntimeSymbol(name, reason, origin));
    }
    return this;
  }

  private List<RuntimeSymbol> list() {
    return List.copyOf(symbols.values());
  }
}
