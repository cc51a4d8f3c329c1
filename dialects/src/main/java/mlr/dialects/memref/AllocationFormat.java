package mlr.dialects.memref;

import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.attributes.AffineMapAttr;
import mlr.ir.attributes.DenseArrayAttr;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.attributes.StridedLayoutAttr;
import mlr.ir.attributes.UnitAttr;
import mlr.ir.definition.AssemblyFormat;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.text.OpParser;
import mlr.ir.text.OpPrinter;
import mlr.ir.types.IndexType;
import mlr.ir.types.IntegerType;
import mlr.ir.types.MemRefType;
import mlr.ir.types.ShapedType;

/** {@code (%n, %m)[%s] {…} : memref<?x?xf32>}: what allocations share. */
record AllocationFormat() implements AssemblyFormat {
  static <T extends Operation> OpSpec<T> define(String name, Class<T> kind, Function<OperationState, T> factory) {
    var spec = OpDefinition.named(name, kind, factory);
    spec.variadicOperand("dynamicSizes", Types.INDEX);
    spec.variadicOperand("symbolOperands", Types.INDEX);
    spec.optionalAttribute("alignment", IntegerAttr.class, "alignment in bytes, not below zero", IntegerAttr.of(IntegerType.I64).and(a -> a.value() >= 0));
    spec.result("memref", Types.MEMREF);
    return spec.traits(Trait.ATTR_SIZED_OPERAND_SEGMENTS).assembly(new AllocationFormat()).verify(AllocationFormat::check);
  }

  static List<Value> dynamicSizes(Operation op) {
    var range = op.definition().operandRange(op, 0);
    return op.operands().subList(range.start(), range.end());
  }

  private static void check(Operation op, DiagnosticEngine diagnostics) {
    var type = (MemRefType) op.result().type();
    long open = type.shape().stream().filter(d -> d == ShapedType.DYNAMIC).count();
    if (dynamicSizes(op).size() != open) {
      diagnostics.opError(op, "dimension operand count does not equal memref dynamic dimension count: " + dynamicSizes(op).size() + " for " + open);
    }
    int symbols = symbolCount(type);
    int given = op.operandCount() - dynamicSizes(op).size();
    if (given != symbols) {
      diagnostics.opError(op, "symbol operand count does not equal memref symbol count: expected " + symbols + ", got " + given);
    }
  }

  /** What the layout of a type leaves open. */
  private static int symbolCount(MemRefType type) {
    return switch (type.layout().orElse(UnitAttr.UNIT)) {
      case StridedLayoutAttr strided -> (int) LongStream.concat(LongStream.of(strided.offset()), strided.strides().stream().mapToLong(Long::longValue))
          .filter(number -> number == ShapedType.DYNAMIC).count();
      case AffineMapAttr map -> map.symbols();
      default -> 0;
    };
  }

  @Override
  public void parse(OpParser parser, OperationState state) {
    var sizes = parser.parseParenthesizedOperandList();
    List<OpParser.UnresolvedOperand> symbols = List.of();
    if (parser.parseOptionalPunctuation("[")) {
      symbols = parser.parseOperandList();
      parser.parsePunctuation("]");
    }
    parser.parseOptionalAttributeDictionary(state);
    parser.parsePunctuation(":");
    state.result(parser.parseType());
    parser.resolveOperands(sizes, Collections.nCopies(sizes.size(), IndexType.INDEX), state);
    parser.resolveOperands(symbols, Collections.nCopies(symbols.size(), IndexType.INDEX), state);
    state.attribute(OpDefinition.OPERAND_SEGMENTS, DenseArrayAttr.i32(sizes.size(), symbols.size()));
  }

  @Override
  public void print(Operation op, OpPrinter printer) {
    var sizes = dynamicSizes(op);
    printer.print("(").printOperands(sizes).print(")");
    if (sizes.size() < op.operandCount()) {
      printer.print("[").printOperands(op.operands().subList(sizes.size(), op.operandCount())).print("]");
    }
    printer.printOptionalAttributeDictionary(op, List.of(OpDefinition.OPERAND_SEGMENTS)).print(" : ").printType(op.result().type());
  }

  @Override
  public String syntax() {
    return "`(` $dynamicSizes `)` (`[` $symbolOperands^ `]`)? attr-dict `:` type($memref)";
  }
}
