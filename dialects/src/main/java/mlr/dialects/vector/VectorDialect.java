package mlr.dialects.vector;

import java.util.List;
import java.util.Optional;
import mlr.dialects.arith.ConstantOp;
import mlr.dialects.elementwise.Constants;
import mlr.ir.Attribute;
import mlr.ir.Dialect;
import mlr.ir.Location;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.definition.OpDefinition;
import mlr.ir.text.TypeParser;

/** Upstream's vector dialect, as far as loops of ours are vectorised with it. */
public final class VectorDialect implements Dialect {
  @Override
  public String namespace() {
    return "vector";
  }

  @Override
  public String description() {
    return """
        Vectors of fixed length: transfers from and to memory, broadcasts, lane access and reductions, with upstream MLIR's names, syntax and
        meaning. Arithmetic on vectors is arith's and math's.""";
  }

  @Override
  public List<OpDefinition<?>> operations() {
    return List.of(LoadOp.DEFINITION, StoreOp.DEFINITION, BroadcastOp.DEFINITION, SplatOp.DEFINITION, FMAOp.DEFINITION, ExtractOp.DEFINITION,
        InsertOp.DEFINITION,
        ExtractElementOp.DEFINITION, InsertElementOp.DEFINITION, ShuffleOp.DEFINITION, ReductionOp.DEFINITION);
  }

  @Override
  public Optional<Attribute> parseAttribute(String mnemonic, TypeParser parser) {
    return mnemonic.equals("kind") ? Optional.of(CombiningKind.parse(parser)) : Optional.empty();
  }

  @Override
  public List<String> dependentDialects() {
    return List.of("arith");
  }

  @Override
  public Optional<OperationState> materializeConstant(Attribute value, Type type, Location location) {
    return Constants.typeOf(value).filter(type::equals).map(_ -> ConstantOp.of(value, location));
  }
}
