package mlr.ir.text.assembly;

import mlr.ir.definition.AttributeHandle;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.RegionHandle;
import mlr.ir.definition.ResultHandle;

/** The pieces of a declarative format. {@code space} says whether the printer puts a space before the piece. */
sealed interface FormatElement {
  /** Whether the printer puts a space before it, where it writes anything. */
  default boolean space() {
    return false;
  }

  /** The same without the space. */
  default FormatElement withoutSpace() {
    throw new IllegalStateException(this + " has no space");
  }

  /** A keyword or punctuation. */
  record Literal(String text, boolean isKeyword, boolean space) implements FormatElement {}

  /** White space that only the printer writes. */
  record Whitespace(String text) implements FormatElement {}

  record Operand(OperandHandle handle, boolean space) implements FormatElement {
    @Override
    public FormatElement withoutSpace() {
      return new Operand(handle, false);
    }
  }

  record Attribute(AttributeHandle<?> handle, boolean space) implements FormatElement {}

  record Region(RegionHandle handle, boolean space) implements FormatElement {
    @Override
    public FormatElement withoutSpace() {
      return new Region(handle, false);
    }
  }

  /** A named successor, by position. */
  record Successor(int index, boolean space) implements FormatElement {
    @Override
    public FormatElement withoutSpace() {
      return new Successor(index, false);
    }
  }

  /** All operands. */
  record Operands(boolean space) implements FormatElement {
    @Override
    public FormatElement withoutSpace() {
      return new Operands(false);
    }
  }

  /** All regions, separated by commas. */
  record Regions(boolean space) implements FormatElement {
    @Override
    public FormatElement withoutSpace() {
      return new Regions(false);
    }
  }

  /** All successors, separated by commas. */
  record Successors(boolean space) implements FormatElement {
    @Override
    public FormatElement withoutSpace() {
      return new Successors(false);
    }
  }

  /** {@code type(…)}. */
  record TypeOf(TypeSource source, boolean space) implements FormatElement {
    @Override
    public FormatElement withoutSpace() {
      return new TypeOf(source, false);
    }
  }

  /** {@code functional-type(…, …)}. */
  record FunctionalType(TypeSource inputs, TypeSource results, boolean space) implements FormatElement {
    @Override
    public FormatElement withoutSpace() {
      return new FunctionalType(inputs, results, false);
    }
  }

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
