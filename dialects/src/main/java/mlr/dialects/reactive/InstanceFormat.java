package mlr.dialects.reactive;

import java.util.List;
import java.util.Optional;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.attributes.DenseArrayAttr;
import mlr.ir.definition.AssemblyFormat;
import mlr.ir.definition.OpDefinition;
import mlr.ir.text.OpParser;
import mlr.ir.text.OpPrinter;
import mlr.ir.types.FunctionType;
import mlr.ir.types.IntegerType;

/** {@code reactive.instance @f(%a, %b) every %c : (f32, i1) -> f32}. */
final class InstanceFormat implements AssemblyFormat {
  @Override
  public String syntax() {
    return "$callee `(` $arguments `)` (`every` $every)? attr-dict `:` functional-type($arguments, $outputs)";
  }

  @Override
  public void parse(OpParser parser, OperationState state) {
    state.attribute("callee", parser.parseSymbol());
    parser.parsePunctuation("(");
    var arguments = parser.parseOperandList();
    parser.parsePunctuation(")");
    Optional<OpParser.UnresolvedOperand> every = parser.parseOptionalKeyword("every") ? Optional.of(parser.parseOperand()) : Optional.empty();
    parser.parseOptionalAttributeDictionary(state);
    parser.parsePunctuation(":");
    if (!(parser.parseType() instanceof FunctionType type)) {
      throw parser.error("expected a function type, (arguments) -> outputs");
    }
    parser.resolveOperands(arguments, type.inputs(), state);
    every.ifPresent(condition -> parser.resolveOperand(condition, IntegerType.I1, state));
    state.attribute(OpDefinition.OPERAND_SEGMENTS, DenseArrayAttr.i32(arguments.size(), every.isPresent() ? 1 : 0));
    state.results(type.results());
  }

  @Override
  public void print(Operation op, OpPrinter printer) {
    var instance = (InstanceOp) op;
    printer.print(" ").printAttribute(instance.callee()).print("(").printOperands(instance.arguments()).print(")");
    instance.every().ifPresent(condition -> printer.print(" every ").printOperand(condition));
    printer.printOptionalAttributeDictionary(op, List.of("callee", OpDefinition.OPERAND_SEGMENTS));
    printer.print(" : ").printType(new FunctionType(instance.arguments().stream().map(mlr.ir.Value::type).toList(), op.resultTypes()));
  }
}
