package mlr.ir.testing;

import java.util.List;
import java.util.Optional;
import mlr.ir.Attribute;
import mlr.ir.Dialect;
import mlr.ir.DialectRegistry;
import mlr.ir.Location;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Region;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.attributes.StringAttr;
import mlr.ir.attributes.SymbolRefAttr;
import mlr.ir.builtin.BuiltinDialect;
import mlr.ir.definition.Effect;
import mlr.ir.definition.FoldResult;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OpSpec;
import mlr.ir.definition.Trait;
import mlr.ir.definition.Types;
import mlr.ir.eval.Kernel;
import mlr.ir.eval.UndefinedBehavior;
import mlr.ir.interfaces.BranchInterface;
import mlr.ir.interfaces.CallInterface;
import mlr.ir.interfaces.CallableInterface;
import mlr.ir.rewrite.RewritePattern;

/** A few operations that between them have every property the general code of this module looks at. */
public final class TestDialect implements Dialect {
  /** This dialect and {@code builtin}. */
  public static DialectRegistry registry() {
    return new DialectRegistry().register("builtin", BuiltinDialect::new).register("test", TestDialect::new);
  }

  @Override
  public String namespace() {
    return "test";
  }

  @Override
  public String description() {
    return "For the tests of this module.";
  }

  @Override
  public List<OpDefinition<?>> operations() {
    return List.of(Constant.DEFINITION, Add.DEFINITION, Divide.DEFINITION, Negate.DEFINITION, Delay.DEFINITION, Store.DEFINITION, Function.DEFINITION,
        Return.DEFINITION, Call.DEFINITION, Branch.DEFINITION, Graph.DEFINITION, Block.DEFINITION, Nest.DEFINITION, Checked.DEFINITION);
  }

  @Override
  public Optional<OperationState> materializeConstant(Attribute value, Type type, Location location) {
    return Optional.of(OperationState.of(Constant.DEFINITION, location).attribute("value", value).result(type));
  }

  /** An integer constant. */
  public static final class Constant extends Operation {
    private static final OpSpec<Constant> SPEC = OpDefinition.named("test.constant", Constant.class, Constant::new);
    static {
      SPEC.attribute("value", IntegerAttr.class, "an integer attribute");
      SPEC.result("result", Types.INTEGER);
    }

    public static final OpDefinition<Constant> DEFINITION = SPEC.traits(Trait.PURE, Trait.CONSTANT_LIKE).build();

    private Constant(OperationState state) {
      super(state);
    }
  }

  /** Adds; folds x + 0; its canonical form of x + x is a call of nothing else but itself. */
  public static final class Add extends Operation {
    private static final OpSpec<Add> SPEC = OpDefinition.named("test.add", Add.class, Add::new);
    static {
      SPEC.operand("lhs", Types.INTEGER_LIKE);
      SPEC.operand("rhs", Types.INTEGER_LIKE);
      SPEC.result("result", Types.INTEGER_LIKE);
    }

    public static final OpDefinition<Add> DEFINITION = SPEC.traits(Trait.PURE, Trait.COMMUTATIVE, Trait.SAME_OPERANDS_AND_RESULT_TYPE)
        .eval(_ -> (Kernel.LongBinary) Long::sum)
        .fold((op, constants) -> constants.get(1).filter(c -> c instanceof IntegerAttr a && a.value() == 0)
            .map(_ -> new FoldResult.Existing(op.operand(0))))
        .build();

    private Add(OperationState state) {
      super(state);
    }
  }

  /** Divides; by zero it is undefined. */
  public static final class Divide extends Operation {
    private static final OpSpec<Divide> SPEC = OpDefinition.named("test.divide", Divide.class, Divide::new);
    static {
      SPEC.operand("lhs", Types.INTEGER);
      SPEC.operand("rhs", Types.INTEGER);
      SPEC.result("result", Types.INTEGER);
    }

    public static final OpDefinition<Divide> DEFINITION = SPEC.traits(Trait.SAME_OPERANDS_AND_RESULT_TYPE).effects()
        .eval(_ -> (Kernel.LongBinary) (a, b) -> {
          if (b == 0) {
            throw new UndefinedBehavior("division by zero");
          }
          return a / b;
        }).build();

    private Divide(OperationState state) {
      super(state);
    }
  }

  /** Its own inverse. */
  public static final class Negate extends Operation {
    private static final OpSpec<Negate> SPEC = OpDefinition.named("test.negate", Negate.class, Negate::new);
    static {
      SPEC.operand("operand", Types.INTEGER);
      SPEC.result("result", Types.INTEGER);
    }

    public static final OpDefinition<Negate> DEFINITION = SPEC.traits(Trait.PURE, Trait.INVOLUTION, Trait.SAME_OPERANDS_AND_RESULT_TYPE).build();

    private Negate(OperationState state) {
      super(state);
    }
  }

  /** Remembers its operand. */
  public static final class Delay extends Operation {
    private static final OpSpec<Delay> SPEC = OpDefinition.named("test.delay", Delay.class, Delay::new);
    static {
      SPEC.operand("operand", Types.ANY);
      SPEC.result("result", Types.ANY);
    }

    public static final OpDefinition<Delay> DEFINITION = SPEC.traits(Trait.STATEFUL, Trait.SAME_OPERANDS_AND_RESULT_TYPE).build();

    private Delay(OperationState state) {
      super(state);
    }
  }

  /** Writes to memory. */
  public static final class Store extends Operation {
    private static final OpSpec<Store> SPEC = OpDefinition.named("test.store", Store.class, Store::new);
    static {
      SPEC.variadicOperand("operands", Types.ANY);
    }

    public static final OpDefinition<Store> DEFINITION = SPEC.effects(Effect.WRITE).build();

    private Store(OperationState state) {
      super(state);
    }
  }

  /** A function. */
  public static final class Function extends Operation implements CallableInterface {
    private static final OpSpec<Function> SPEC = OpDefinition.named("test.func", Function.class, Function::new);
    static {
      SPEC.attribute("sym_name", StringAttr.class, "string attribute");
      SPEC.region("body");
    }

    public static final OpDefinition<Function> DEFINITION = SPEC.traits(Trait.SYMBOL, Trait.ISOLATED_FROM_ABOVE).build();

    private Function(OperationState state) {
      super(state);
    }

    @Override
    public Region callableRegion() {
      return region(0);
    }
  }

  /** Returns from a function and ends other regions. */
  public static final class Return extends Operation {
    private static final OpSpec<Return> SPEC = OpDefinition.named("test.return", Return.class, Return::new);
    static {
      SPEC.variadicOperand("operands", Types.ANY);
    }

    public static final OpDefinition<Return> DEFINITION = SPEC.traits(Trait.TERMINATOR, Trait.RETURN_LIKE).build();

    private Return(OperationState state) {
      super(state);
    }
  }

  /** Calls a function. */
  public static final class Call extends Operation implements CallInterface {
    private static final OpSpec<Call> SPEC = OpDefinition.named("test.call", Call.class, Call::new);
    static {
      SPEC.attribute("callee", SymbolRefAttr.class, "symbol reference attribute");
      SPEC.variadicOperand("operands", Types.ANY);
      SPEC.variadicResult("results", Types.ANY);
    }

    public static final OpDefinition<Call> DEFINITION = SPEC.build();

    private Call(OperationState state) {
      super(state);
    }

    @Override
    public SymbolRefAttr callee() {
      return attribute("callee", SymbolRefAttr.class);
    }

    @Override
    public List<Value> arguments() {
      return operands();
    }
  }

  /** Branches to one of its successors, all of which take all operands. */
  public static final class Branch extends Operation implements BranchInterface {
    private static final OpSpec<Branch> SPEC = OpDefinition.named("test.branch", Branch.class, Branch::new);
    static {
      SPEC.variadicOperand("operands", Types.ANY);
    }

    public static final OpDefinition<Branch> DEFINITION = SPEC.successors(-1).traits(Trait.TERMINATOR, Trait.PURE).build();

    private Branch(OperationState state) {
      super(state);
    }

    @Override
    public List<Value> successorOperands(int successor) {
      return operands();
    }

    @Override
    public void setSuccessorOperands(int successor, List<? extends Value> values) {
      setOperands(values);
    }
  }

  /** Has a graph region. */
  public static final class Graph extends Operation {
    private static final OpSpec<Graph> SPEC = OpDefinition.named("test.graph", Graph.class, Graph::new);
    static {
      SPEC.region("body");
    }

    public static final OpDefinition<Graph> DEFINITION = SPEC.traits(Trait.GRAPH_REGION, Trait.RECURSIVE_EFFECTS).build();

    private Graph(OperationState state) {
      super(state);
    }
  }

  /** Has a region whose operations run in order. */
  public static final class Block extends Operation {
    private static final OpSpec<Block> SPEC = OpDefinition.named("test.block", Block.class, Block::new);
    static {
      SPEC.region("body");
      SPEC.variadicResult("results", Types.ANY);
    }

    public static final OpDefinition<Block> DEFINITION = SPEC.traits(Trait.SINGLE_BLOCK, Trait.RECURSIVE_EFFECTS).build();

    private Block(OperationState state) {
      super(state);
    }
  }

  /** Has a region of any number of blocks. */
  public static final class Nest extends Operation {
    private static final OpSpec<Nest> SPEC = OpDefinition.named("test.nest", Nest.class, Nest::new);
    static {
      SPEC.region("body");
      SPEC.variadicResult("results", Types.ANY);
    }

    public static final OpDefinition<Nest> DEFINITION = SPEC.traits(Trait.RECURSIVE_EFFECTS).build();

    private Nest(OperationState state) {
      super(state);
    }
  }

  /** Has a verifier and a canonicalization of its own: what is marked raw becomes marked clean. */
  public static final class Checked extends Operation {
    public static final OpDefinition<Checked> DEFINITION = OpDefinition.named("test.checked", Checked.class, Checked::new)
        .effects(Effect.WRITE)
        .verify((op, diagnostics) -> {
          if (op.hasAttribute("wrong")) {
            diagnostics.opError(op, "is marked wrong");
          }
        })
        .canonicalize(RewritePattern.on(Checked.class, "test.checked", "CleanRaw", (op, rewriter) -> {
          if (!op.hasAttribute("raw")) {
            return false;
          }
          rewriter.modify(op, () -> op.removeAttribute("raw"));
          return true;
        }))
        .build();

    private Checked(OperationState state) {
      super(state);
    }
  }
}
