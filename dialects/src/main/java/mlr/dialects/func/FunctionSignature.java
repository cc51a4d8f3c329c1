package mlr.dialects.func;

import java.util.ArrayList;
import java.util.List;
import mlr.ir.Attribute;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Region;
import mlr.ir.Type;
import mlr.ir.attributes.ArrayAttr;
import mlr.ir.attributes.DictionaryAttr;
import mlr.ir.definition.OpSpec;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.text.OpParser;
import mlr.ir.text.OpPrinter;
import mlr.ir.types.FunctionType;

/**
 * The textual signature {@code (%a: T {attrs}, …) -> (U {attrs}, …)} that function operations of several dialects
 * share; a declaration leaves out the names of arguments.
 *
 * @param arguments the named arguments, empty for a declaration
 */
public record FunctionSignature(List<OpParser.Argument> arguments, List<Type> inputs, List<Type> results, boolean variadic) {
  /** The attribute that holds a dictionary for each argument. */
  public static final String ARGUMENT_ATTRIBUTES = "arg_attrs";

  /** The attribute that holds a dictionary for each result. */
  public static final String RESULT_ATTRIBUTES = "res_attrs";

  /** Reads a signature, which may end its arguments with {@code ...} if {@code mayBeVariadic}; dictionaries on arguments and results go to {@code state}. */
  public static FunctionSignature parse(OpParser parser, OperationState state, boolean mayBeVariadic) {
    var arguments = new ArrayList<OpParser.Argument>();
    var inputs = new ArrayList<Type>();
    var argumentAttributes = new ArrayList<Attribute>();
    boolean variadic = false;
    parser.parsePunctuation("(");
    if (!parser.parseOptionalPunctuation(")")) {
      do {
        if (mayBeVariadic && parser.parseOptionalPunctuation("...")) {
          variadic = true;
          break;
        }
        parseArgument(parser, arguments, inputs, argumentAttributes);
      } while (parser.parseOptionalPunctuation(","));
      parser.parsePunctuation(")");
    }
    if (!arguments.isEmpty() && arguments.size() != inputs.size()) {
      throw parser.error("either all or no arguments of a function have names");
    }
    setAttributes(state, ARGUMENT_ATTRIBUTES, argumentAttributes);
    var results = parseResults(parser, state);
    return new FunctionSignature(arguments, inputs, results, variadic);
  }

  private static void parseArgument(OpParser parser, List<OpParser.Argument> arguments, List<Type> inputs, List<Attribute> attributes) {
    var where = parser.location();
    var name = parser.parseOptionalOperand();
    if (name.isPresent()) {
      parser.parsePunctuation(":");
    }
    var type = parser.parseType();
    attributes.add(dictionary(parser));
    var location = parser.parseOptionalLocation();
    if (name.isPresent()) {
      arguments.add(new OpParser.Argument(name.get(), type, location.isPresent() ? location.get() : where));
    }
    inputs.add(type);
  }

  private static DictionaryAttr dictionary(OpParser parser) {
    var entries = parser.parseOptionalAttributeMap();
    return entries.isEmpty() ? DictionaryAttr.EMPTY : new DictionaryAttr(entries);
  }

  private static List<Type> parseResults(OpParser parser, OperationState state) {
    var results = new ArrayList<Type>();
    if (!parser.parseOptionalPunctuation("->")) {
      return results;
    }
    if (!parser.parseOptionalPunctuation("(")) {
      results.add(parser.parseType());
      return results;
    }
    var attributes = new ArrayList<Attribute>();
    if (!parser.parseOptionalPunctuation(")")) {
      do {
        results.add(parser.parseType());
        attributes.add(dictionary(parser));
      } while (parser.parseOptionalPunctuation(","));
      parser.parsePunctuation(")");
    }
    setAttributes(state, RESULT_ATTRIBUTES, attributes);
    return results;
  }

  private static void setAttributes(OperationState state, String name, List<Attribute> dictionaries) {
    for (var dictionary : dictionaries) {
      if (!dictionary.equals(DictionaryAttr.EMPTY)) {
        state.attribute(name, new ArrayAttr(dictionaries));
        return;
      }
    }
  }

  /** Writes the signature of a function operation whose body is {@code body}, empty for a declaration. */
  public static void print(Operation op, Region body, List<Type> inputs, List<Type> results, boolean variadic, OpPrinter printer) {
    printer.print("(");
    for (int i = 0; i < inputs.size(); i++) {
      printer.print(i == 0 ? "" : ", ");
      if (body.isEmpty()) {
        printer.printType(inputs.get(i));
        printDictionary(op, ARGUMENT_ATTRIBUTES, i, printer);
      } else {
        var argument = body.entry().argument(i);
        printer.printOperand(argument).print(": ").printType(argument.type());
        printDictionary(op, ARGUMENT_ATTRIBUTES, i, printer);
        printer.printOptionalLocation(argument.location());
      }
    }
    printer.print(variadic ? inputs.isEmpty() ? "...)" : ", ...)" : ")");
    if (results.isEmpty()) {
      return;
    }
    boolean parentheses = results.size() > 1 || op.hasAttribute(RESULT_ATTRIBUTES) || results.getFirst() instanceof FunctionType;
    printer.print(parentheses ? " -> (" : " -> ");
    for (int i = 0; i < results.size(); i++) {
      printer.print(i == 0 ? "" : ", ").printType(results.get(i));
      printDictionary(op, RESULT_ATTRIBUTES, i, printer);
    }
    printer.print(parentheses ? ")" : "");
  }

  /** Declares the attributes that {@link #read} sets. */
  public static void declareAttributes(OpSpec<?> operation) {
    operation.optionalAttribute(ARGUMENT_ATTRIBUTES, ArrayAttr.class, "a dictionary for each argument", FunctionSignature::areDictionaries);
    operation.optionalAttribute(RESULT_ATTRIBUTES, ArrayAttr.class, "a dictionary for each result", FunctionSignature::areDictionaries);
  }

  private static boolean areDictionaries(ArrayAttr attributes) {
    return attributes.elements().stream().allMatch(DictionaryAttr.class::isInstance);
  }

  /** Reports arrays of dictionaries that are not as many as the arguments or results. */
  public static void checkAttributes(Operation op, int arguments, int results, DiagnosticEngine diagnostics) {
    checkCount(op, ARGUMENT_ATTRIBUTES, "argument", arguments, diagnostics);
    checkCount(op, RESULT_ATTRIBUTES, "result", results, diagnostics);
  }

  private static void checkCount(Operation op, String attribute, String what, int count, DiagnosticEngine diagnostics) {
    if (op.attribute(attribute).orElse(null) instanceof ArrayAttr all && all.elements().size() != count) {
      diagnostics.opError(op, "expects " + what + " attribute array to have the same number of elements as the number of function "
          + what + "s, got " + all.elements().size() + ", but expected " + count);
    }
  }

  private static void printDictionary(Operation op, String attribute, int index, OpPrinter printer) {
    if (op.attribute(attribute).orElse(null) instanceof ArrayAttr all && !all.elements().get(index).equals(DictionaryAttr.EMPTY)) {
      printer.print(" ").printAttribute(all.elements().get(index));
    }
  }
}
