package mlr.ir.text;

import java.util.Collection;
import java.util.List;
import mlr.ir.Attribute;
import mlr.ir.Block;
import mlr.ir.Location;
import mlr.ir.Operation;
import mlr.ir.Region;
import mlr.ir.Type;
import mlr.ir.Value;

/** What custom syntax is written with; names follow upstream's {@code OpAsmPrinter}. The operation's name is already written, no space behind it. */
public interface OpPrinter {
  /** Text as it is. */
  OpPrinter print(String text);

  /** {@code %name}. */
  OpPrinter printOperand(Value value);

  /** Operands separated by commas. */
  OpPrinter printOperands(Collection<? extends Value> values);

  OpPrinter printType(Type type);

  /** Types separated by commas. */
  OpPrinter printTypes(Collection<? extends Type> types);

  /** {@code (T, U) -> V}. */
  OpPrinter printFunctionType(List<? extends Type> inputs, List<? extends Type> results);

  /** {@code  -> T} or {@code  -> (T, U)} with a leading space; nothing when there is no type. */
  OpPrinter printOptionalArrowTypeList(List<? extends Type> types);

  OpPrinter printAttribute(Attribute attribute);

  /** The attribute without the type behind it, to be read with {@link TypeParser#parseAttribute(Type)}. */
  OpPrinter printAttributeWithoutType(Attribute attribute);

  /** {@code @name}. */
  OpPrinter printSymbol(String name);

  /** A string literal. */
  OpPrinter printString(String value);

  /** {@code  {a = 1 : i32}} with a leading space, leaving out {@code elided} and what has its default value; nothing when nothing is left. */
  OpPrinter printOptionalAttributeDictionary(Operation op, List<String> elided);

  /** The same behind the keyword {@code attributes}. */
  OpPrinter printOptionalAttributeDictionaryWithKeyword(Operation op, List<String> elided);

  /** {@code {…}} with a line an operation; {@code printEntryArguments} writes the {@code ^bb0(…):} of the entry block. */
  OpPrinter printRegion(Region region, boolean printEntryArguments, boolean printTerminator);

  /** {@code %name: type}, with location when those are printed. */
  OpPrinter printArgument(Value argument);

  /** {@code (%a: T, %b: U)}. */
  OpPrinter printArgumentList(Collection<? extends Value> arguments);

  /** {@code  loc(…)} with a leading space when locations are printed, else nothing; in full, though what it holds may be aliases. */
  OpPrinter printOptionalLocation(Location location);

  OpPrinter printSuccessor(Block block);

  /** A line break at the current indentation. */
  OpPrinter newline();
}
