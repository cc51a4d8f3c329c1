package mlr.ir.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import mlr.ir.Attribute;
import mlr.ir.Block;
import mlr.ir.Location;
import mlr.ir.OperationState;
import mlr.ir.Region;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.attributes.SymbolRefAttr;
import mlr.ir.definition.OpDefinition;
import mlr.ir.diagnostics.SourceFile;
import mlr.ir.types.FunctionType;

/** What custom syntax is read with; names follow upstream's {@code OpAsmParser}. Failures report and throw {@link ParseFailure}. */
public interface OpParser extends TypeParser {
  /** An SSA name, without its {@code %}, before its type is known; {@code resultNumber} is what stands behind {@code #}, else 0. */
  record UnresolvedOperand(String name, int resultNumber, SourceFile source, int offset) {
    public Location location() {
      return source.location(offset);
    }
  }

  /** A region argument: its name, type and location. */
  record Argument(UnresolvedOperand name, Type type, Location location) {}

  /** {@code %name}. */
  UnresolvedOperand parseOperand();

  Optional<UnresolvedOperand> parseOptionalOperand();

  /** Operands separated by commas, possibly none, up to something else. */
  List<UnresolvedOperand> parseOperandList();

  /** {@code (%a, %b)}. */
  List<UnresolvedOperand> parseParenthesizedOperandList();

  /** The value of {@code operand}, which must have {@code type}; a stand-in when it is defined further on. */
  Value resolveOperand(UnresolvedOperand operand, Type type);

  /** Adds the value of {@code operand}, which must have {@code type}, to the operands. */
  void resolveOperand(UnresolvedOperand operand, Type type, OperationState state);

  /** Adds the values of several operands. */
  void resolveOperands(List<UnresolvedOperand> operands, List<Type> types, OperationState state);

  /** Types separated by commas, at least one. */
  List<Type> parseTypeList();

  /** {@code -> T} or {@code -> (T, U)} if an arrow comes next; empty otherwise. */
  List<Type> parseOptionalArrowTypeList();

  /** {@code (T, U) -> V}. */
  FunctionType parseFunctionType();

  /** {@code : T, U}. */
  List<Type> parseColonTypeList();

  /** {@code {a = 1 : i32, …}} into the state if it comes next. */
  void parseOptionalAttributeDictionary(OperationState state);

  /** {@code {a = 1 : i32, …}} if it comes next; empty otherwise. */
  Map<String, Attribute> parseOptionalAttributeMap();

  /** {@code attributes {…}} into the state if it comes next. */
  void parseOptionalAttributeDictionaryWithKeyword(OperationState state);

  /** {@code @name}. */
  SymbolRefAttr parseSymbol();

  /** {@code @name} if it comes next. */
  Optional<SymbolRefAttr> parseOptionalSymbol();

  /** {@code @name} as the plain name of a definition. */
  String parseSymbolName();

  /** {@code @name} as a plain name if it comes next. */
  Optional<String> parseOptionalSymbolName();

  /** {@code %name : type [loc(…)]} if a name comes next. */
  Optional<Argument> parseOptionalArgument();

  /** {@code %name : type [loc(…)]}. */
  Argument parseArgument();

  /** {@code (%a : T, %b : U)}. */
  List<Argument> parseArgumentList();

  /** Reads {@code {…}} into {@code region}; {@code arguments} become those of the entry block. */
  void parseRegion(Region region, List<Argument> arguments);

  /** {@link #parseRegion} if an opening brace comes next. */
  boolean parseOptionalRegion(Region region, List<Argument> arguments);

  /**
   * {@link #parseRegion}, and where the only block has no terminator, {@code terminator} without operands is added; the way
   * to read what {@link OpPrinter#printRegion} wrote without terminator.
   */
  void parseRegion(Region region, List<Argument> arguments, OpDefinition<?> terminator);

  /** {@code ^bb}. */
  Block parseSuccessor();

  /** {@code ^bb} if it comes next. */
  Optional<Block> parseOptionalSuccessor();

  /** {@code loc(…)} if it comes next. */
  Optional<Location> parseOptionalLocation();

  /** The names, without {@code %}, before {@code =} on the left of the operation being read, in order; empty when there is none. */
  List<String> resultNames();
}
