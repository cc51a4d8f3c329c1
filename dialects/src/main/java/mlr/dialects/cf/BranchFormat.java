package mlr.dialects.cf;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.attributes.DenseArrayAttr;
import mlr.ir.definition.AssemblyFormat;
import mlr.ir.definition.AttributeHandle;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.Trait;
import mlr.ir.text.OpParser;
import mlr.ir.text.OpPrinter;
import mlr.ir.types.IntegerType;

/**
 * {@code %c weights([1, 2]), ^bb1(%a : T), ^bb2}: an i1 operand, if there is a condition, then successors with their arguments; for branches of cf and llvm.
 *
 * @param weights the attribute that says how often each successor is taken, where there is one
 * @param written the attributes that do not stand in the dictionary
 */
public record BranchFormat(boolean conditional, Optional<AttributeHandle<DenseArrayAttr>> weights, List<String> written) implements AssemblyFormat {
  /** One successor. */
  public static final BranchFormat UNCONDITIONAL = new BranchFormat(false, Optional.empty(), List.of(OpDefinition.OPERAND_SEGMENTS));

  /** Two successors, and the condition that decides between them. */
  public static final BranchFormat CONDITIONAL = new BranchFormat(true, Optional.empty(), List.of(OpDefinition.OPERAND_SEGMENTS));

  /** The same with weights. */
  public BranchFormat weighted(AttributeHandle<DenseArrayAttr> attribute) {
    return new BranchFormat(conditional, Optional.of(attribute), List.of(OpDefinition.OPERAND_SEGMENTS, attribute.name()));
  }

  @Override
  public void parse(OpParser parser, OperationState state) {
    // As many as the operation has; of more targets, the verifier tells.
    var sizes = new int[3];
    int groups = 0;
    if (conditional) {
      parser.resolveOperand(parser.parseOperand(), IntegerType.I1, state);
      if (weights.isPresent()) {
        parseWeights(weights.get(), parser, state);
      }
      parser.parsePunctuation(",");
      sizes[groups++] = 1;
    }
    do {
      if (groups == sizes.length) {
        sizes = Arrays.copyOf(sizes, 2 * groups);
      }
      sizes[groups++] = parseTarget(parser, state);
    } while (parser.parseOptionalPunctuation(","));
    parser.parseOptionalAttributeDictionary(state);
    if (state.definition().hasTrait(Trait.ATTR_SIZED_OPERAND_SEGMENTS)) {
      state.attribute(OpDefinition.OPERAND_SEGMENTS, DenseArrayAttr.i32(groups == sizes.length ? sizes : Arrays.copyOf(sizes, groups)));
    }
  }

  private static void parseWeights(AttributeHandle<DenseArrayAttr> attribute, OpParser parser, OperationState state) {
    if (parser.parseOptionalKeyword("weights")) {
      parser.parsePunctuation("(");
      state.attribute(attribute.name(), parser.parseBareArray(IntegerType.I32));
      parser.parsePunctuation(")");
    }
  }

  @Override
  public void print(Operation op, OpPrinter printer) {
    if (conditional) {
      printer.print(" ").printOperand(op.operand(0));
      if (weights.isPresent() && op.hasAttribute(weights.get().name())) {
        printer.print(" weights([" + weights.get().in(op).numbers() + "])");
      }
    }
    for (int i = 0; i < op.successorCount(); i++) {
      printer.print(i == 0 && !conditional ? " " : ", ");
      var arguments = op.definition().operands().get(conditional ? i + 1 : 0);
      printTarget(op, i, arguments.start(op), arguments.size(op), printer);
    }
    printer.printOptionalAttributeDictionary(op, written);
  }

  /** Reads {@code ^bb(%a, %b : T, U)} into the state; the number of arguments. */
  public static int parseTarget(OpParser parser, OperationState state) {
    state.successor(parser.parseSuccessor());
    if (!parser.parseOptionalPunctuation("(")) {
      return 0;
    }
    var operands = parser.parseOperandList();
    var types = parser.parseColonTypeList();
    parser.parsePunctuation(")");
    parser.resolveOperands(operands, types, state);
    return operands.size();
  }

  /** Writes a successor with its arguments, which are {@code count} operands from {@code start} on; where those of the next successor start. */
  public static int printTarget(Operation op, int successor, int start, int count, OpPrinter printer) {
    printer.printSuccessor(op.successor(successor));
    if (count > 0) {
      for (int i = 0; i < count; i++) {
        printer.print(i == 0 ? "(" : ", ").printOperand(op.operand(start + i));
      }
      for (int i = 0; i < count; i++) {
        printer.print(i == 0 ? " : " : ", ").printType(op.operand(start + i).type());
      }
      printer.print(")");
    }
    return start + count;
  }

  @Override
  public String syntax() {
    return !conditional ? "$dest (`(` operands `:` types `)`)? attr-dict"
        : "$condition" + (weights.isPresent() ? " (`weights` `(` $branch_weights `)`)?" : "") + " `,` $trueDest (`(` operands `:` types `)`)? `,` $falseDest (`(` operands `:` types `)`)? attr-dict";
  }
}
