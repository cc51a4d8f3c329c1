package mlr.lowering.object;

/**
 * A place in a section that refers to a symbol.
 *
 * @param section the number of the section that holds the place
 * @param offset  the place's offset in it
 * @param symbol  the symbol's number
 */
public record ElfRelocation(int section, long offset, int symbol) {
}
