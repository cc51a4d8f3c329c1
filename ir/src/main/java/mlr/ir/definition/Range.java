package mlr.ir.definition;

/** Positions from {@code start} up to, not including, {@code end}. */
public record Range(int start, int end) {}
