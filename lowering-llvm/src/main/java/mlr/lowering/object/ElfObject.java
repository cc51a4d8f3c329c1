package mlr.lowering.object;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A relocatable little-endian ELF file as LLVM emits it, of 32 or 64 bits: its sections, symbols and relocations (System V ABI,
 * chapter 4).
 *
 * @param sections    in the file's order
 * @param symbols     in the file's order; relocations count them from 0
 * @param relocations in the file's order
 */
public record ElfObject(List<ElfSection> sections, List<ElfSymbol> symbols, List<ElfRelocation> relocations) {
  private static final int MAGIC = 0x464c457f;
  private static final int CLASS_64 = 2;

  public ElfObject {
    sections = List.copyOf(sections);
    symbols = List.copyOf(symbols);
    relocations = List.copyOf(relocations);
  }

  /**
   * Reads an object file.
   *
   * @throws IllegalArgumentException when the bytes are no little-endian ELF file
   */
  public static ElfObject read(byte[] bytes) {
    var file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.length < 52 || file.getInt(0) != MAGIC || file.get(5) != 1) {
      throw new IllegalArgumentException("no little-endian ELF file");
    }
    return new Reader(file, file.get(4) == CLASS_64).read();
  }

  /** The bytes of all sections of a kind. */
  public long bytesOf(Predicate<ElfSection> kind) {
    return sections.stream().filter(kind).mapToLong(ElfSection::size).sum();
  }

  /** The names that another object or a library has to define, sorted. */
  public List<String> undefinedSymbols() {
    var names = new TreeSet<String>();
    symbols.stream().filter(ElfSymbol::isUndefined).forEach(symbol -> names.add(symbol.name()));
    return List.copyOf(names);
  }

  private record Reader(ByteBuffer file, boolean wide) {

    ElfObject read() {
      var sections = sections();
      var symbols = new ArrayList<ElfSymbol>();
      var relocations = new ArrayList<ElfRelocation>();
      for (var section : sections) {
        switch (section.type()) {
          case ElfSection.SYMBOLS -> readSymbols(section, sections.get(section.link()), symbols);
          case ElfSection.RELOCATIONS, ElfSection.RELOCATIONS_WITH_ADDEND -> readRelocations(section, relocations);
          default -> { }
        }
      }
      return new ElfObject(sections, symbols, relocations);
    }

    private List<ElfSection> sections() {
      long table = word(wide ? 0x28 : 0x20);
      int entry = file.getShort(wide ? 0x3a : 0x2e);
      int count = Short.toUnsignedInt(file.getShort(wide ? 0x3c : 0x30));
      int namesIndex = Short.toUnsignedInt(file.getShort(wide ? 0x3e : 0x32));
      if (count == 0) {
        // More than 65,279 sections: the first header has the count as its size.
        count = (int) word((int) table + (wide ? 0x20 : 0x14));
        namesIndex = file.getInt((int) table + (wide ? 0x28 : 0x18));
      }
      long names = word((int) table + namesIndex * entry + (wide ? 0x18 : 0x10));
      var sections = new ArrayList<ElfSection>();
      for (int index = 0; index < count; index++) {
        int at = (int) table + index * entry;
        var name = text((int) names + file.getInt(at));
        sections.add(wide
            ? new ElfSection(index, name, file.getInt(at + 4), file.getLong(at + 8), file.getLong(at + 0x18),
                file.getLong(at + 0x20), file.getInt(at + 0x28), file.getInt(at + 0x2c))
            : new ElfSection(index, name, file.getInt(at + 4), file.getInt(at + 8), unsigned(at + 0x10),
                unsigned(at + 0x14), file.getInt(at + 0x18), file.getInt(at + 0x1c)));
      }
      return sections;
    }

    private void readSymbols(ElfSection section, ElfSection strings, List<ElfSymbol> symbols) {
      int entry = wide ? 24 : 16;
      for (int at = (int) section.offset(); at < section.offset() + section.size(); at += entry) {
        var name = text((int) strings.offset() + file.getInt(at));
        int kind = file.get(at + (wide ? 4 : 12)) & 0xf;
        int home = Short.toUnsignedInt(file.getShort(at + (wide ? 6 : 14)));
        symbols.add(wide ? new ElfSymbol(name, home, file.getLong(at + 8), file.getLong(at + 16), kind)
            : new ElfSymbol(name, home, unsigned(at + 4), unsigned(at + 8), kind));
      }
    }

    private void readRelocations(ElfSection section, List<ElfRelocation> relocations) {
      boolean addend = section.type() == ElfSection.RELOCATIONS_WITH_ADDEND;
      int entry = (wide ? 16 : 8) + (addend ? wide ? 8 : 4 : 0);
      for (int at = (int) section.offset(); at < section.offset() + section.size(); at += entry) {
        int symbol = wide ? file.getInt(at + 12) : file.getInt(at + 4) >>> 8;
        relocations.add(new ElfRelocation(section.info(), word(at), symbol));
      }
    }

    private long word(int at) {
      return wide ? file.getLong(at) : unsigned(at);
    }

    private long unsigned(int at) {
      return Integer.toUnsignedLong(file.getInt(at));
    }

    private String text(int at) {
      int end = at;
      while (file.get(end) != 0) {
        end++;
      }
      return new String(file.array(), at, end - at, StandardCharsets.UTF_8);
    }
  }
}
