package mlr.frontend.emit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import mlr.dialects.reactive.AllOp;
import mlr.dialects.reactive.ArrowOp;
import mlr.dialects.reactive.CallOp;
import mlr.dialects.reactive.CurrentOp;
import mlr.dialects.reactive.FbyOp;
import mlr.dialects.reactive.FinalOp;
import mlr.dialects.reactive.InitialOp;
import mlr.dialects.reactive.InstanceOp;
import mlr.dialects.reactive.LanguageCode;
import mlr.dialects.reactive.MergeOp;
import mlr.dialects.reactive.ParamOp;
import mlr.dialects.reactive.PostOp;
import mlr.dialects.reactive.PreOp;
import mlr.dialects.reactive.ReplayOp;
import mlr.dialects.reactive.WhenOp;
import mlr.dialects.reactive.WordOp;
import mlr.frontend.syntax.ClockCondition;
import mlr.frontend.typed.ElementwiseOperator;
import mlr.frontend.typed.Instances;
import mlr.frontend.typed.TypedExpression;
import mlr.frontend.typed.Variable;
import mlr.frontend.types.Scalar;
import mlr.frontend.types.ValueType;
import mlr.ir.Attribute;
import mlr.ir.Location;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.attributes.DenseArrayAttr;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.attributes.StringAttr;
import mlr.ir.attributes.SymbolRefAttr;
import mlr.ir.definition.OpDefinition;
import mlr.ir.types.IntegerType;
import mlr.ir.types.RankedTensorType;

/** Emits expressions of one body. Operators of the synchronous kernel act on each value of a tuple. */
final class ExpressionEmitter {
  private final ModuleEmitter module;
  private final BodyEmitter body;
  private final Ops ops;
  private final Tensors tensors;
  private final ConstantValues constants;

  ExpressionEmitter(ModuleEmitter module, BodyEmitter body) {
    this.module = module;
    this.body = body;
    this.ops = module.ops();
    this.tensors = new Tensors(ops);
    this.constants = new ConstantValues(body.node().solution());
  }

  /** The value of an expression that has one. */
  Value single(TypedExpression expression, Site site) {
    return emit(expression, site, List.of()).getFirst();
  }

  /** The values of an expression; {@code targets} are the variables that they are given to, for the names that locations carry. */
  List<Value> emit(TypedExpression expression, Site site, List<Optional<Variable>> targets) {
    return switch (expression) {
      case TypedExpression.Tuple tuple -> tuple(tuple, site, targets);
      case TypedExpression.Pre e -> each(e, List.of(e.operand()), site, targets, (at, x) -> create(PreOp.DEFINITION, at, x));
      case TypedExpression.Temporal e -> each(e, List.of(e.left(), e.right()), site, targets, (at, x) -> create(switch (e.kind()) {
        case ARROW -> ArrowOp.DEFINITION;
        case FBY -> FbyOp.DEFINITION;
        case POST -> PostOp.DEFINITION;
      }, at, x));
      case TypedExpression.Conditional e -> {
        var condition = single(e.condition(), site);
        yield each(e, List.of(e.then(), e.otherwise()), site, targets, (at, x) -> ops.select(condition, x.getFirst(), x.getLast(), at));
      }
      case TypedExpression.Current e ->
          each(e, List.of(e.operand(), e.otherwise()), site, targets, (at, x) -> create(CurrentOp.DEFINITION, at, x));
      case TypedExpression.Replay e ->
          each(e, List.of(e.operand(), e.otherwise()), site, targets, (at, x) -> create(ReplayOp.DEFINITION, at, x));
      case TypedExpression.When e -> when(e, site, targets);
      case TypedExpression.Merge e -> {
        var condition = single(e.condition(), site);
        var cases = DenseArrayAttr.i64(IntStream.range(0, e.branches().size()).mapToLong(i -> i).toArray());
        yield each(e, e.branches(), site, targets, (at, x) -> site.builder().create(OperationState.of(MergeOp.DEFINITION, at)
            .operand(condition).operands(x).result(x.getFirst().type()).attribute("cases", cases)).result());
      }
      case TypedExpression.Exit e -> exit(e, site, targets);
      case TypedExpression.Apply e -> apply(e, site, targets);
      default -> List.of(value(expression, site, location(expression, targets, 0)));
    };
  }

  private Location location(TypedExpression expression, List<Optional<Variable>> targets, int index) {
    return index < targets.size() && targets.get(index).isPresent() ? body.location(expression.range(), targets.get(index).get())
        : body.location(expression.range());
  }

  private List<Value> tuple(TypedExpression.Tuple tuple, Site site, List<Optional<Variable>> targets) {
    var all = new ArrayList<Value>();
    for (var element : tuple.elements()) {
      int from = Math.min(all.size(), targets.size());
      all.addAll(emit(element, site, targets.subList(from, targets.size())));
    }
    return all;
  }

  /** Applies an operation to the operands' first values, then to their second ones, and so on. */
  private List<Value> each(TypedExpression expression, List<TypedExpression> operands, Site site, List<Optional<Variable>> targets,
      BiFunction<Location, List<Value>, Value> operation) {
    var values = operands.stream().map(o -> emit(o, site, List.of())).toList();
    var results = new ArrayList<Value>();
    for (int i = 0; i < values.getFirst().size(); i++) {
      int at = i;
      results.add(operation.apply(location(expression, targets, i), values.stream().map(v -> v.get(at)).toList()));
    }
    return results;
  }

  private Value create(OpDefinition<? extends Operation> definition, Location location, List<Value> operands) {
    return ops.builder().create(OperationState.of(definition, location).operands(operands).result(operands.getFirst().type())).result();
  }

  private List<Value> when(TypedExpression.When when, Site site, List<Optional<Variable>> targets) {
    var place = body.location(when.clock().range());
    var condition = when.clock() instanceof ClockCondition.Periodic(var prefix, var period, _)
        ? site.builder().create(OperationState.of(WordOp.DEFINITION, place).result(IntegerType.I1)
            .attribute("word", new StringAttr(prefix + "(" + period + ")"))).result()
        : single(when.condition().orElseThrow(), site);
    long value = switch (when.clock()) {
      case ClockCondition.Flag flag -> flag.value() ? 1 : 0;
      case ClockCondition.Constructor test -> module.program().program().constructor(test.constructor().text()).orElseThrow().index();
      case ClockCondition.Periodic _ -> 1;
    };
    return each(when, List.of(when.operand()), site, targets, (at, x) -> site.builder().create(OperationState.of(WhenOp.DEFINITION, at)
        .operand(x.getFirst()).operand(condition).result(x.getFirst().type()).attribute("value", IntegerAttr.i64(value))).result());
  }

  private List<Value> exit(TypedExpression.Exit exit, Site site, List<Optional<Variable>> targets) {
    // What an exit takes out is a stream of the 'do' part, also where the exit stands in 'then'.
    var inside = site.body().orElse(site);
    var before = ops.moveTo(inside.builder());
    var operands = emit(exit.operand(), inside, List.of());
    ops.moveTo(before);
    var results = new ArrayList<Value>();
    for (int i = 0; i < operands.size(); i++) {
      results.add(site.builder().create(OperationState.of(switch (exit.kind()) {
        case INITIAL -> InitialOp.DEFINITION;
        case FINAL -> FinalOp.DEFINITION;
        case ALL -> AllOp.DEFINITION;
      }, location(exit, targets, i)).operand(operands.get(i)).result(type(exit.types().get(i)))).result());
    }
    return results;
  }

  private List<Value> apply(TypedExpression.Apply apply, Site site, List<Optional<Variable>> targets) {
    var arguments = apply.arguments().stream().flatMap(a -> emit(a, site, List.of()).stream()).toList();
    var every = apply.every().map(c -> single(c, site));
    var instance = Instances.resolve(apply.callee(), body.node().solution());
    if (module.isAnticausal(instance)) {
      return inline(apply, instance.toString(), arguments, site);
    }
    var names = IntStream.range(0, apply.types().size()).mapToObj(i -> location(apply, targets, i)).distinct().toList();
    var place = names.size() == 1 ? names.getFirst() : new Location.Fused(names, Optional.empty());
    var types = apply.types().stream().map(this::type).toList();
    var callee = new SymbolRefAttr(module.symbol(instance));
    var operands = new ArrayList<>(arguments);
    if (instance.declaration().isExternal()) {
      return List.copyOf(site.builder().create(OperationState.of(CallOp.DEFINITION, place).operands(operands).results(types)
          .attribute("callee", callee)).results());
    }
    every.ifPresent(operands::add);
    return List.copyOf(site.builder().create(OperationState.of(InstanceOp.DEFINITION, place).operands(operands).results(types)
        .attribute("callee", callee)
        .attribute(OpDefinition.OPERAND_SEGMENTS, DenseArrayAttr.i32(arguments.size(), every.isPresent() ? 1 : 0))).results());
  }

  private List<Value> inline(TypedExpression.Apply apply, String instance, List<Value> arguments, Site site) {
    if (site.part() == Site.Part.THEN) {
      module.report().error(LanguageCode.MISPLACED, apply.range(), "'" + instance + "' is anticausal, so it stands in the 'do' part of a segment, not in 'then'");
    }
    if (apply.every().isPresent()) {
      module.report().notYet(apply.range(), "'every' on an anticausal node is");
    }
    var callee = module.program().nodes().get(instance);
    return new BodyEmitter(module, callee, Optional.of(body.location(apply.range()))).body(site.with(Frame.outermost()), arguments);
  }

  private Type type(ValueType type) {
    return IrTypes.of(resolve(type));
  }

  private ValueType resolve(ValueType type) {
    return body.node().solution().resolve(type);
  }

  private Scalar scalar(TypedExpression expression) {
    return (Scalar) resolve(expression.type()).element();
  }

  private Value value(TypedExpression expression, Site site, Location at) {
    var type = type(expression.type());
    // Of operators only the sign is looked through, so that long sums are not searched for constants again and again.
    boolean mayBeConstant = !(expression instanceof TypedExpression.Elementwise e) || e.operator() == ElementwiseOperator.NEGATE;
    var constant = mayBeConstant ? constants.attribute(expression) : Optional.<Attribute>empty();
    if (constant.isPresent()) {
      return ops.constant(constant.get(), type, at);
    }
    return switch (expression) {
      case TypedExpression.Read e -> site.frame().read(e.variable());
      case TypedExpression.ParamRead e -> {
        var state = OperationState.of(ParamOp.DEFINITION, at).attribute("param", new StringAttr(e.name())).result(type);
        module.params().value(e.name()).ifPresent(v -> state.attribute("value", v));
        yield site.builder().create(state).result();
      }
      case TypedExpression.Elementwise e -> {
        var operands = e.operands().stream().map(o -> single(o, site)).toList();
        UnaryOperator<Value> fit = x -> tensors.broadcast(x, Ops.withElement(type, Ops.elementOf(x.type())), at);
        yield new Arithmetic(ops).emit(e.operator(), resolve(e.operands().getFirst().type()).element(), operands.stream().map(fit).toList(), at);
      }
      case TypedExpression.Convert e -> new Conversions(ops).emit(single(e.operand(), site), scalar(e.operand()), scalar(e), at);
      case TypedExpression.Tensor e -> tensors.function(e.function(), e.operands().stream().map(o -> single(o, site)).toList(),
          e.axes().stream().map(a -> body.node().solution().resolve(a).constant().orElseThrow()).toList(),
          resolve(e.operands().getFirst().type()).element() instanceof Scalar scalar && scalar.isUnsigned(), type, at);
      case TypedExpression.Stack e -> tensors.stack(elements(e, site), (RankedTensorType) type, at);
      case TypedExpression.Replicate e -> tensors.broadcast(single(e.operand(), site), type, at);
      case TypedExpression.Join e -> tensors.concat(List.of(single(e.left(), site), single(e.right(), site)), type, at);
      case TypedExpression.Slice e -> slice(e, site, type, at);
      case TypedExpression.Gather e -> gather(e, site, type, at);
      case TypedExpression.Update e -> update(e, site, at);
      default -> throw new IllegalStateException("no emission for " + expression.getClass().getSimpleName() + " at " + expression.range());
    };
  }

  /** The elements of a literal; nested literals of scalars become one operation. */
  private List<Value> elements(TypedExpression.Stack stack, Site site) {
    boolean nested = stack.elements().stream().allMatch(e -> e instanceof TypedExpression.Stack inner && isOfScalars(inner));
    return nested ? stack.elements().stream().flatMap(e -> elements((TypedExpression.Stack) e, site).stream()).toList()
        : stack.elements().stream().map(e -> single(e, site)).toList();
  }

  private boolean isOfScalars(TypedExpression.Stack stack) {
    return stack.elements().stream().allMatch(e -> resolve(e.type()).shape().rank() == 0
        || e instanceof TypedExpression.Stack inner && isOfScalars(inner));
  }

  private Value slice(TypedExpression.Slice slice, Site site, Type type, Location at) {
    var solution = body.node().solution();
    var offsets = slice.extents().stream().map(x -> solution.resolve(x.first()).constant().orElseThrow()).toList();
    var lengths = slice.extents().stream().map(x -> solution.resolve(x.length()).constant().orElseThrow()).toList();
    return tensors.slice(single(slice.tensor(), site), offsets, lengths, type, at);
  }

  private Value gather(TypedExpression.Gather gather, Site site, Type type, Location at) {
    var positions = gather.indices().stream().map(i -> single(i, site)).toList();
    var value = tensors.gather(single(gather.tensor(), site), clamped(gather.tensor(), gather.indices(), positions, at), type, at);
    if (gather.otherwise().isEmpty()) {
      return value;
    }
    var otherwise = single(gather.otherwise().get(), site);
    return inRange(gather.tensor(), gather.indices(), positions, at).map(c -> ops.select(c, value, otherwise, at)).orElse(value);
  }

  private Value update(TypedExpression.Update update, Site site, Location at) {
    var tensor = single(update.tensor(), site);
    var positions = update.indices().stream().map(i -> single(i, site)).toList();
    var changed = tensors.update(tensor, clamped(update.tensor(), update.indices(), positions, at), single(update.value(), site), at);
    boolean known = update.indices().stream().allMatch(TypedExpression.IntegerConstant.class::isInstance);
    return known ? changed
        : inRange(update.tensor(), update.indices(), positions, at).map(c -> ops.select(c, changed, tensor, at)).orElse(changed);
  }

  private List<Value> clamped(TypedExpression tensor, List<TypedExpression> indices, List<Value> positions, Location at) {
    var extents = IrTypes.extents(resolve(tensor.type()));
    var all = new ArrayList<Value>();
    for (int i = 0; i < positions.size(); i++) {
      all.add(tensors.clamped(positions.get(i), scalar(indices.get(i)), extents.get(i), at));
    }
    return all;
  }

  private Optional<Value> inRange(TypedExpression tensor, List<TypedExpression> indices, List<Value> positions, Location at) {
    var extents = IrTypes.extents(resolve(tensor.type()));
    var all = new ArrayList<Value>();
    for (int i = 0; i < positions.size(); i++) {
      tensors.inRange(positions.get(i), scalar(indices.get(i)), extents.get(i), at).ifPresent(all::add);
    }
    return all.stream().reduce((a, b) -> ops.create("arith.andi", at, a.type(), a, b));
  }
}
