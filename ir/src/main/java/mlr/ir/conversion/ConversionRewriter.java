package mlr.ir.conversion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mlr.ir.Block;
import mlr.ir.Location;
import mlr.ir.OpBuilder;
import mlr.ir.Operation;
import mlr.ir.Region;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.builtin.UnrealizedConversionCastOp;
import mlr.ir.rewrite.PatternRewriter;
import mlr.ir.rewrite.RewriteListener;

/**
 * How conversion patterns change the IR. Replacements may have other types than what they replace: remaining uses then see
 * a {@code builtin.unrealized_conversion_cast} back to the old type.
 */
public final class ConversionRewriter extends PatternRewriter {
  private final TypeConverter converter;

  ConversionRewriter(Operation root, TypeConverter converter, RewriteListener listener) {
    super(root, listener);
    this.converter = converter;
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
  public void replaceOp(Operation op, List<? extends Value> values) {
    var builder = OpBuilder.before(op);
    var sameTypes = new ArrayList<Value>();
    for (int i = 0; i < values.size(); i++) {
      sameTypes.add(cast(builder, values.get(i), op.result(i).type(), op.location()));
    }
    super.replaceOp(op, sameTypes);
  }

  /** The value that stands for {@code value} in this conversion, of its converted type; empty when its type can't be converted. */
  public Optional<Value> remap(Value value) {
    return convert(value.type()).map(type -> cast(builder(), value, type, value.location()));
  }

  /** {@code value} as one of {@code type}: itself, what it was cast from, or a new cast. */
  public Value cast(Value value, Type type, Location location) {
    return cast(builder(), value, type, location);
  }

  private static Value cast(OpBuilder builder, Value value, Type type, Location location) {
    return CastReconciliation.source(value, type)
        .orElseGet(() -> builder.create(UnrealizedConversionCastOp.DEFINITION, location, List.of(value), List.of(type)).result());
  }

  /** Converts the types of the arguments of all blocks of {@code region}; returns false, having changed nothing, when one has no conversion. */
  public boolean convertArguments(Region region) {
    if (!region.blocks().stream().flatMap(block -> block.arguments().stream()).allMatch(argument -> convert(argument.type()).isPresent())) {
      return false;
    }
    region.blocks().forEach(this::convertArguments);
    return true;
  }

  private void convertArguments(Block block) {
    for (int i = 0; i < block.arguments().size(); i++) {
      var old = block.argument(i);
      var type = convert(old.type()).orElseThrow();
      if (!type.equals(old.type())) {
        var converted = block.insertArgument(i, type, old.location());
        if (!old.isUnused()) {
          old.replaceAllUsesWith(cast(OpBuilder.atStart(block), converted, old.type(), old.location()));
        }
        block.eraseArgument(i + 1);
      }
    }
  }
}
