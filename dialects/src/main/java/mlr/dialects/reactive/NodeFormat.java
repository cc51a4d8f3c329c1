package mlr.dialects.reactive;

import java.util.ArrayList;
import java.util.List;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.SymbolTable;
import mlr.ir.Type;
import mlr.ir.attributes.StringAttr;
import mlr.ir.attributes.TypeAttr;
import mlr.ir.definition.AssemblyFormat;
import mlr.ir.text.OpParser;
import mlr.ir.text.OpPrinter;
import mlr.ir.types.FunctionType;

/** {@code reactive.node private @f(%x: f32) -> (f32) attributes {…} {…}}, as func.func but with results in parentheses. */
final class NodeFormat implements AssemblyFormat {
  private static final List<String> VISIBILITIES = List.of("private", "public", "nested");

  @Override
  public String syntax() {
    return "(`private`)? $sym_name `(` arguments `)` (`->` `(` results `)`)? attr-dict-with-keyword $body";
  }

  @Override
  public void parse(OpParser parser, OperationState state) {
    for (var visibility : VISIBILITIES) {
      if (parser.parseOptionalKeyword(visibility)) {
        state.attribute(SymbolTable.VISIBILITY_ATTRIBUTE, new StringAttr(visibility));
        break;
      }
    }
    state.attribute(SymbolTable.NAME_ATTRIBUTE, new StringAttr(parser.parseSymbolName()));
    var arguments = parser.parseArgumentList();
    var results = new ArrayList<Type>();
    if (parser.parseOptionalPunctuation("->")) {
      parser.parsePunctuation("(");
      if (!parser.parseOptionalPunctuation(")")) {
        results.addAll(parser.parseTypeList());
        parser.parsePunctuation(")");
      }
    }
    state.attribute("function_type", new TypeAttr(new FunctionType(arguments.stream().map(OpParser.Argument::type).toList(), results)));
    parser.parseOptionalAttributeDictionaryWithKeyword(state);
    parser.parseRegion(state.addRegion(), arguments);
  }

  @Override
  public void print(Operation op, OpPrinter printer) {
    var node = (NodeOp) op;
    printer.print(" ");
    op.attribute(SymbolTable.VISIBILITY_ATTRIBUTE).ifPresent(v -> printer.print(((StringAttr) v).value()).print(" "));
    printer.printSymbol(node.symbol()).print("(");
    var separator = "";
    for (var argument : node.body().arguments()) {
      printer.print(separator).printArgument(argument);
      separator = ", ";
    }
    printer.print(")");
    if (!node.functionType().results().isEmpty()) {
      printer.print(" -> (").printTypes(node.functionType().results()).print(")");
    }
    printer.printOptionalAttributeDictionaryWithKeyword(op, List.of(SymbolTable.NAME_ATTRIBUTE, SymbolTable.VISIBILITY_ATTRIBUTE, "function_type"));
    printer.print(" ").printRegion(node.callableRegion(), false, true);
  }
}
