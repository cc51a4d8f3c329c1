package mlr.ir.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import mlr.ir.Attribute;
import mlr.ir.Dialect;
import mlr.ir.DialectRegistry;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.attributes.DenseArrayAttr;
import mlr.ir.attributes.DenseElementsAttr;
import mlr.ir.attributes.FloatAttr;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.attributes.StringAttr;
import mlr.ir.attributes.SymbolRefAttr;
import mlr.ir.attributes.TypeAttr;
import mlr.ir.attributes.UnitAttr;
import mlr.ir.definition.AssemblyFormat;
import mlr.ir.definition.AttributeHandle;
import mlr.ir.definition.AttributeSyntax;
import mlr.ir.definition.EnumAttr;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;
import mlr.ir.interfaces.AsmNames;
import mlr.ir.types.FunctionType;
import mlr.ir.types.IntegerType;
import mlr.ir.types.MemRefType;
import mlr.ir.types.ShapedType;

/** A few of upstream's operations, declared with their upstream formats, so that what we print can be held against upstream. */
record TwinDialect(String namespace, List<OpDefinition<?>> operations) implements Dialect {
  static DialectRegistry registry() {
    var registry = new DialectRegistry();
    registry.register("func", () -> new TwinDialect("func", List.of(FUNC, op("func.return", b -> b.variadicOperand("operands", Types.ANY),
        "attr-dict ($operands^ `:` type($operands))?", Trait.TERMINATOR), call())));
    registry.register("arith", () -> new TwinDialect("arith", List.of(CONSTANT, same("arith.addi"), same("arith.mulf"), compare(), select(),
        op("arith.index_cast", b -> {
          b.operand("in", Types.ANY);
          b.result("out", Types.ANY);
        }, "$in attr-dict `:` type($in) `to` type($out)"))));
    registry.register("cf", () -> new TwinDialect("cf", List.of(branch(), conditionalBranch())));
    registry.register("memref", () -> new TwinDialect("memref", List.of(load(), store(), alloc())));
    registry.register("vector", () -> new TwinDialect("vector", List.of(transpose())));
    registry.register("test", () -> new TwinDialect("test", List.of(pieces(), segments(), region())));
    return registry;
  }

  @Override
  public String description() {
    return "";
  }

  private static OpDefinition<Operation> op(String name, Consumer<OpSpec<Operation>> declare, String format, Trait... traits) {
    var builder = OpDefinition.named(name, Operation.class, Operation::new);
    declare.accept(builder);
    return builder.traits(traits).assembly(format).build();
  }

  private static OpDefinition<Operation> same(String name) {
    return op(name, b -> {
      b.operand("lhs", Types.ANY);
      b.operand("rhs", Types.ANY);
      b.result("result", Types.ANY);
    }, "$lhs `,` $rhs attr-dict `:` type($result)", Trait.SAME_OPERANDS_AND_RESULT_TYPE);
  }

  private static OpDefinition<Operation> compare() {
    return op("arith.cmpi", b -> {
      b.enumAttribute("predicate", EnumAttr.numbered(IntegerType.I64, "eq", "ne", "slt", "sle", "sgt", "sge", "ult", "ule", "ugt", "uge"), "");
      b.operand("lhs", Types.ANY);
      b.operand("rhs", Types.ANY);
      b.result("result", Types.I1);
    }, "$predicate `,` $lhs `,` $rhs attr-dict `:` type($lhs)", Trait.SAME_TYPE_OPERANDS);
  }

  private static OpDefinition<Operation> select() {
    return op("arith.select", b -> {
      b.operand("condition", Types.I1);
      b.operand("true_value", Types.ANY);
      b.operand("false_value", Types.ANY);
      b.result("result", Types.ANY);
      b.typesMatchWith("result", "true_value", t -> t).typesMatchWith("result", "false_value", t -> t);
    }, "$condition `,` $true_value `,` $false_value attr-dict `:` type($result)");
  }

  private static OpDefinition<Operation> call() {
    return op("func.call", b -> {
      b.attribute("callee", SymbolRefAttr.class, "");
      b.variadicOperand("operands", Types.ANY);
      b.variadicResult("results", Types.ANY);
    }, "$callee `(` $operands `)` attr-dict `:` functional-type($operands, results)");
  }

  private static OpDefinition<Operation> branch() {
    return op("cf.br", b -> {
      b.variadicOperand("destOperands", Types.ANY);
      b.successors(1);
    }, "$dest (`(` $destOperands^ `:` type($destOperands) `)`)? attr-dict", Trait.TERMINATOR);
  }

  private static OpDefinition<Operation> conditionalBranch() {
    return op("cf.cond_br", b -> {
      b.operand("condition", Types.I1);
      b.variadicOperand("trueDestOperands", Types.ANY);
      b.variadicOperand("falseDestOperands", Types.ANY);
      b.successors(2);
    }, """
        $condition `,`
        $trueDest(`(` $trueDestOperands^ `:` type($trueDestOperands) `)`)? `,`
        $falseDest(`(` $falseDestOperands^ `:` type($falseDestOperands) `)`)?
        attr-dict""", Trait.TERMINATOR, Trait.ATTR_SIZED_OPERAND_SEGMENTS);
  }

  private static OpDefinition<Operation> load() {
    return op("memref.load", b -> {
      b.operand("memref", Types.MEMREF);
      b.variadicOperand("indices", Types.INDEX);
      b.result("result", Types.ANY);
      b.infer(state -> List.of(((ShapedType) state.operands().getFirst().type()).element()));
    }, "$memref `[` $indices `]` attr-dict `:` type($memref)");
  }

  private static OpDefinition<Operation> store() {
    return op("memref.store", b -> {
      b.operand("value", Types.ANY);
      b.operand("memref", Types.MEMREF);
      b.variadicOperand("indices", Types.INDEX);
      b.typesMatchWith("memref", "value", t -> ((MemRefType) t).element());
    }, "$value `,` $memref `[` $indices `]` attr-dict `:` type($memref)");
  }

  /** {@code memref.alloc}, whose result is called {@code %alloc}. */
  static final class Alloc extends Operation implements AsmNames {
    Alloc(OperationState state) {
      super(state);
    }

    @Override
    public void nameResults(BiConsumer<Value, String> names) {
      names.accept(result(0), "alloc");
    }
  }

  private static OpDefinition<Alloc> alloc() {
    var builder = OpDefinition.named("memref.alloc", Alloc.class, Alloc::new);
    builder.variadicOperand("dynamicSizes", Types.INDEX);
    builder.variadicOperand("symbolOperands", Types.INDEX);
    builder.result("memref", Types.MEMREF);
    builder.optionalAttribute("alignment", IntegerAttr.class, "");
    return builder.traits(Trait.ATTR_SIZED_OPERAND_SEGMENTS)
        .assembly("`(`$dynamicSizes`)` (`` `[` $symbolOperands^ `]`)? attr-dict `:` type($memref)").build();
  }

  private static OpDefinition<Operation> transpose() {
    return op("vector.transpose", b -> {
      b.operand("vector", Types.VECTOR);
      b.typedAttribute("permutation", DenseArrayAttr.class, IntegerType.I64, "");
      b.result("result", Types.VECTOR);
    }, "$vector `,` $permutation attr-dict `:` type($vector) `to` type($result)");
  }

  /** Every kind of format element that the others leave out; no twin. */
  private static OpDefinition<Operation> pieces() {
    return op("test.pieces", b -> {
      b.optionalAttribute("flag", UnitAttr.class, "");
      b.attribute(new AttributeHandle<>("count", IntegerAttr.class, true, "", _ -> true).written(new AttributeSyntax.Typed(IntegerType.I32)).orElse(IntegerAttr.i32(7)));
      b.optionalAttribute("label", StringAttr.class, "");
      b.optionalOperand("extra", Types.ANY);
    }, "(`flagged` $flag^)? (`count` `=` $count^)? (`<` $label^ `>`):(`anonymous`)? ($extra^ `:` type($extra))? attr-dict");
  }

  private static OpDefinition<Operation> segments() {
    return op("test.segments", b -> {
      b.variadicOperand("first", Types.ANY);
      b.variadicOperand("second", Types.ANY);
      b.variadicResult("results", Types.ANY);
    }, "$first `|` $second attr-dict `:` functional-type(operands, results)", Trait.ATTR_SIZED_OPERAND_SEGMENTS);
  }

  private static OpDefinition<Operation> region() {
    return op("test.region", b -> b.region("body"), "$body attr-dict");
  }

  /** {@code arith.constant}, which names its result. */
  static final class Constant extends Operation implements AsmNames {
    Constant(OperationState state) {
      super(state);
    }

    @Override
    public void nameResults(BiConsumer<Value, String> names) {
      names.accept(result(0), switch (attribute("value").orElseThrow()) {
        case IntegerAttr number when number.type().equals(IntegerType.I1) -> number.toString();
        case IntegerAttr number -> "c" + number.value() + (number.type() instanceof IntegerType type ? "_" + type : "");
        default -> "cst";
      });
    }
  }

  private static final OpDefinition<Constant> CONSTANT = constant();

  private static OpDefinition<Constant> constant() {
    var builder = OpDefinition.named("arith.constant", Constant.class, Constant::new);
    builder.attribute("value", Attribute.class, "");
    builder.result("result", Types.ANY);
    return builder.infer(state -> List.of(switch (state.attributes().get("value").orElseThrow()) {
      case IntegerAttr number -> number.type();
      case FloatAttr number -> number.type();
      case DenseElementsAttr dense -> dense.type();
      default -> throw new IllegalArgumentException("no constant");
    })).assembly(new AssemblyFormat() {
      @Override
      public void parse(OpParser parser, OperationState state) {
        parser.parseOptionalAttributeDictionary(state);
        state.attribute("value", parser.parseAttribute());
      }

      @Override
      public void print(Operation op, OpPrinter printer) {
        printer.printOptionalAttributeDictionary(op, List.of("value")).print(" ").printAttribute(op.attribute("value").orElseThrow());
      }
    }).build();
  }

  private static final OpDefinition<Operation> FUNC = function();

  private static OpDefinition<Operation> function() {
    var builder = OpDefinition.named("func.func", Operation.class, Operation::new);
    builder.attribute("sym_name", StringAttr.class, "");
    builder.attribute("function_type", TypeAttr.class, "");
    builder.optionalAttribute("sym_visibility", StringAttr.class, "");
    builder.region("body");
    return builder.traits(Trait.SYMBOL, Trait.ISOLATED_FROM_ABOVE).defaultDialect("func").assembly(new FunctionSyntax()).build();
  }

  private static final class FunctionSyntax implements AssemblyFormat {
    @Override
    public void parse(OpParser parser, OperationState state) {
      parser.parseOptionalKeywordOf(List.of("private", "public")).ifPresent(v -> state.attribute("sym_visibility", new StringAttr(v)));
      state.attribute("sym_name", new StringAttr(parser.parseSymbolName()));
      var arguments = new ArrayList<OpParser.Argument>();
      var types = new ArrayList<Type>();
      parser.parseCommaSeparated("(", ")", () -> parser.parseOptionalArgument().ifPresentOrElse(a -> {
        arguments.add(a);
        types.add(a.type());
      }, () -> types.add(parser.parseType())));
      state.attribute("function_type", new TypeAttr(new FunctionType(types, parser.parseOptionalArrowTypeList())));
      parser.parseOptionalAttributeDictionaryWithKeyword(state);
      parser.parseOptionalRegion(state.addRegion(), arguments);
    }

    @Override
    public void print(Operation op, OpPrinter printer) {
      op.attribute("sym_visibility").ifPresent(v -> printer.print(" " + ((StringAttr) v).value()));
      printer.print(" ").printSymbol(op.attribute("sym_name", StringAttr.class).value());
      var type = (FunctionType) op.attribute("function_type", TypeAttr.class).value();
      if (op.region(0).isEmpty()) {
        printer.print("(").printTypes(type.inputs()).print(")");
      } else {
        printer.printArgumentList(op.region(0).entry().arguments());
      }
      printer.printOptionalArrowTypeList(type.results());
      printer.printOptionalAttributeDictionaryWithKeyword(op, List.of("sym_name", "function_type", "sym_visibility"));
      if (!op.region(0).isEmpty()) {
        printer.print(" ").printRegion(op.region(0), false, true);
      }
    }
  }
}
