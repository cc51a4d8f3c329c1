package mlr.dialects.tensor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mlr.dialects.arith.ConstantOp;
import mlr.dialects.elementwise.Constants;
import mlr.ir.Attribute;
import mlr.ir.Dialect;
import mlr.ir.Location;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.definition.OpDefinition;
import mlr.ir.text.TypeParser;

/** Tensor algebra with value semantics. */
public final class TensorDialect implements Dialect {
  @Override
  public String namespace() {
    return "tensor";
  }

  @Override
  public String description() {
    return """
        Tensor algebra with value semantics and static shapes. `extract`, `insert`, `extract_slice`, `insert_slice`, `from_elements`, `splat`,
        `concat` and `empty` are upstream MLIR's; the products, reductions and rearrangements are ours. Contractions accumulate by fused multiply-add
        from +0.0 with the contracted index ascending, other sums add in order, so that every engine agrees bit for bit. Elementwise
        arithmetic on tensors is arith's and math's.""";
  }

  @Override
  public List<OpDefinition<?>> operations() {
    return Stream.of(Elements.all(), Slicing.all(), Products.all(), Rearrangement.all(), Reductions.all(),
        List.<OpDefinition<?>>of(GenericOp.DEFINITION, YieldOp.DEFINITION), Buffers.all()).<OpDefinition<?>>flatMap(List::stream).toList();
  }

  @Override
  public Optional<Attribute> parseAttribute(String mnemonic, TypeParser parser) {
    return mnemonic.equals("reduction") ? Optional.of(ReductionKind.parse(parser)) : Optional.empty();
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
