package mlr.ir.conversion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import mlr.ir.Block;
import mlr.ir.Location;
import mlr.ir.OpBuilder;
import mlr.ir.OpResult;
import mlr.ir.Operation;
import mlr.ir.Region;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.builtin.UnrealizedConversionCastOp;
import mlr.ir.conversion.TypeConverter.Kind;
import mlr.ir.rewrite.PatternRewriter;
import mlr.ir.rewrite.RewriteListener;

/**
 * How conversion patterns change the IR. Replacements may have other types than what they replace, and be more or fewer: remaining
 * uses then see a {@code builtin.unrealized_conversion_cast} back to the old type.
 */
public final class ConversionRewriter extends PatternRewriter {
  private final TypeConverter converter;
  private final ConversionCasts casts;
  private final ArrayList<Operation> newOperations = new ArrayList<>();
  private final Consumer<Operation> gather = newOperations::add;
  private Operation root;

  ConversionRewriter(Operation root, TypeConverter converter, ConversionCasts casts, RewriteListener listener) {
    super(OpBuilder.atEnd(new Block()), listener);
    this.root = root;
    this.converter = converter;
    this.casts = casts;
  }

  /** Stands before {@code op}, which is converted next: one rewriter serves them all, as most patterns take less to run than a rewriter of their own would. */
  void turnTo(Operation op) {
    root = op;
    newOperations.clear();
    builder().setInsertionPoint(op);
  }

  /** What was created since, nested operations after those around them, the latest last. */
  List<Operation> newOperations() {
    return newOperations;
  }

  @Override
  public <T extends Operation> T created(T op) {
    if (op.regionCount() == 0) {
      newOperations.add(op);
    } else {
      op.walkPreOrder(gather);
    }
    return super.created(op);
  }

  /** The rules by which this conversion changes types. */
  public TypeConverter typeConverter() {
    return converter;
  }

  /** What a type becomes. */
  public Optional<Type> convert(Type type) {
    return converter.convert(type);
  }

  @Override
  public void replaceOp(Operation op, Value value) {
    super.replaceOp(op, castToTypeOf(op.result(), value));
  }

  @Override
  public void replaceOp(Operation op, List<? extends Value> values) {
    super.replaceOp(op, haveResultTypes(op, values) ? values : castToResultTypes(op, values));
  }

  private static boolean haveResultTypes(Operation op, List<? extends Value> values) {
    for (int i = 0, count = values.size(); i < count; i++) {
      if (values.get(i).type() != op.result(i).type()) {
        return false;
      }
    }
    return true;
  }

  private List<Value> castToResultTypes(Operation op, List<? extends Value> values) {
    var sameTypes = new ArrayList<Value>(values.size());
    for (int i = 0; i < values.size(); i++) {
      sameTypes.add(castToTypeOf(op.result(i), values.get(i)));
    }
    return sameTypes;
  }

  private Value castToTypeOf(OpResult result, Value value) {
    return value.type() == result.type() ? value : cast(Kind.SOURCE, OpBuilder.before(result.owner()), value, result.type(), result.location());
  }

  /** Replaces each result of {@code op} by any number of values. */
  public void replaceOpWithSeveral(Operation op, List<? extends List<Value>> values) {
    var builder = OpBuilder.before(op);
    var sameTypes = new ArrayList<Value>(values.size());
    for (int i = 0; i < values.size(); i++) {
      sameTypes.add(cast(Kind.SOURCE, builder, values.get(i), List.of(op.result(i).type()), op.location()).getFirst());
    }
    super.replaceOp(op, sameTypes);
  }

  /** Casts that only {@code op} used go with it: there may be as many as operations, and few of them need last to the end. */
  @Override
  public void eraseOp(Operation op) {
    var used = castsUsed(op);
    super.eraseOp(op);
    for (int i = 0; i < used.size(); i++) {
      var cast = used.get(i);
      if (cast.isInBlock() && cast.isUnused()) {
        cast.erase();
        casts.erased(cast);
      }
    }
  }

  @Override
  public void moveBefore(Operation op, Operation position) {
    boolean elsewhere = !root.isAncestorOf(op);
    super.moveBefore(op, position);
    if (elsewhere) {
      created(op);
    }
  }

  /** What comes from beside the operation that is converted counts as new, as in {@link #moveBefore}: it may not have been looked at where it was. */
  @Override
  public void inlineRegion(Region source, Region target) {
    var parent = source.parentOp();
    boolean elsewhere = parent.isEmpty() || !root.isAncestorOf(parent.get());
    var blocks = elsewhere ? List.copyOf(source.blocks()) : List.<Block>of();
    super.inlineRegion(source, target);
    for (var block : blocks) {
      block.operations().forEach(this::created);
    }
  }

  private static List<UnrealizedConversionCastOp> castsUsed(Operation op) {
    List<UnrealizedConversionCastOp> casts = List.of();
    for (int i = 0; i < op.operandCount(); i++) {
      if (op.operand(i) instanceof OpResult result && result.owner() instanceof UnrealizedConversionCastOp cast) {
        if (casts.isEmpty()) {
          casts = new ArrayList<>();
        }
        casts.add(cast);
      }
    }
    return casts;
  }

  /** The value that stands for {@code value} in this conversion, of its converted type; empty when it becomes several, or nothing says what. */
  public Optional<Value> remap(Value value) {
    var type = converter.convert(value.type());
    return type.isEmpty() ? Optional.empty() : Optional.of(cast(value, type.get(), value.location()));
  }

  /** The values that stand for {@code value} in this conversion; empty when its type can't be converted. */
  public Optional<List<Value>> remapToSeveral(Value value) {
    var types = converter.convertToSeveral(value.type());
    return types.isEmpty() ? Optional.empty() : Optional.of(cast(Kind.TARGET, builder(), List.of(value), types.get(), value.location()));
  }

  /** {@code value} as one of {@code type}: itself, what it was cast from, or a new cast. */
  public Value cast(Value value, Type type, Location location) {
    return value.type() == type ? value : cast(Kind.TARGET, builder(), value, type, location);
  }

  private Value cast(Kind kind, OpBuilder builder, Value value, Type type, Location location) {
    var source = CastReconciliation.source(value, type);
    return source.isPresent() ? source.get() : newCast(kind, builder, List.of(value), List.of(type), location).result();
  }

  private List<Value> cast(Kind kind, OpBuilder builder, List<Value> values, List<Type> types, Location location) {
    var source = CastReconciliation.source(values, types);
    return source.isPresent() ? source.get() : List.copyOf(newCast(kind, builder, values, types, location).results());
  }

  private UnrealizedConversionCastOp newCast(Kind kind, OpBuilder builder, List<? extends Value> values, List<Type> types, Location location) {
    var cast = builder.create(UnrealizedConversionCastOp.DEFINITION, location, values, types);
    casts.made(cast, kind, converter.materializes());
    return cast;
  }

  /** Converts the types of the arguments of all blocks of {@code region}; returns false, having changed nothing, when one has no conversion. */
  public boolean convertArguments(Region region) {
    for (int i = 0; i < region.blockCount(); i++) {
      var block = region.block(i);
      for (int n = 0; n < block.argumentCount(); n++) {
        if (converter.convertToSeveral(block.argument(n).type()).isEmpty()) {
          return false;
        }
      }
    }
    for (int i = 0; i < region.blockCount(); i++) {
      convertArguments(region.block(i));
    }
    return true;
  }

  /** Converts the types of the arguments of {@code block}, each of which has a conversion. */
  public void convertArguments(Block block) {
    for (int i = 0; i < block.argumentCount(); ) {
      var type = block.argument(i).type();
      var types = converter.convertToSeveral(type).orElseThrow();
      int count = types.size();
      if (count != 1 || !types.get(0).equals(type)) {
        convertArgument(block, i, types);
      }
      i += count;
    }
  }

  private void convertArgument(Block block, int at, List<Type> types) {
    var old = block.argument(at);
    int end = at + types.size();
    for (int i = at; i < end; i++) {
      block.insertArgument(i, types.get(i - at), old.location());
    }
    if (!old.isUnused()) {
      var converted = block.arguments().subList(at, end);
      old.replaceAllUsesWith(newCast(Kind.ARGUMENT, OpBuilder.atStart(block), converted, List.of(old.type()), old.location()).result());
    }
    block.eraseArgument(end);
  }
}
