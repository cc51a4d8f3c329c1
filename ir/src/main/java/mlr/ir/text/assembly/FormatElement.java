package mlr.ir.text.assembly;

import mlr.ir.definition.AttributeHandle;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.RegionHandle;
import mlr.ir.definition.ResultHandle;

/** The pieces of a declarative format. */
sealed interface FormatElement {
  /** Whether the printer puts a space before it, where it writes anything. */
  default boolean space() {
    return false;
  }

  /** A keyword or punctuation. */
  record Literal(String text, boolean isKeyword, boolean space) implements FormatElement {}

  /** White space that only the printer writes. */
  record Whitespace(String text) implements FormatElement {}

  record Operand(OperandHandle handle, boolean space) implements FormatElement {}

  record Attribute(AttributeHandle<?> handle, boolean space) implements FormatElement {}

  record Region(RegionHandle handle, boolean space) implements FormatElement {}

  /** A named successor, by position. */
  record Successor(int index, boolean space) implements FormatElement {}

  /** All operands. */
  record Operands(boolean space) implements FormatElement {}

  /** All regions, separated by commas. */
  record Regions(boolean space) implements FormatElement {}

  /** All successors, separated by commas. */
  record Successors(boolean space) implements FormatElement {}

  /** {@code type(…)}. */
  record TypeOf(TypeSource source, boolean space) implements FormatElement {}

  /** {@code functional-type(…, …)}. */
  record FunctionalType(TypeSource inputs, TypeSource results, boolean space) implements FormatElement {}

  record AttributeDictionary(boolean keyword) implements FormatElement {}

  /** {@code (then … anchor^ …):(otherwise …)?}. */
  record Optional(FormatSequence then, FormatElement anchor, FormatSequence otherwise) implements FormatElement {}

  /** Whose types are meant. */
  sealed interface TypeSource {
    record OfOperand(OperandHandle handle) implements TypeSource {}

    record OfResult(ResultHandle handle) implements TypeSource {}

    record OfOperands() implements TypeSource {}

    record OfResults() implements TypeSource {}
  }
}
