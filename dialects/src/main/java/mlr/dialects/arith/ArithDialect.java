package mlr.dialects.arith;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mlr.dialects.elementwise.Constants;
import mlr.dialects.elementwise.FlagsAttr;
import mlr.ir.Attribute;
import mlr.ir.Dialect;
import mlr.ir.Location;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.definition.OpDefinition;
import mlr.ir.text.TypeParser;

/** Upstream's arith dialect: integer and floating-point arithmetic on scalars, vectors and tensors. */
public final class ArithDialect implements Dialect {
  static final String NAMESPACE = "arith";

  @Override
  public String namespace() {
    return NAMESPACE;
  }

  @Override
  public String description() {
    return """
        Integer and floating-point arithmetic, comparison, selection and conversion, element by element on scalars, vectors and
        tensors. Names, syntax and meaning are upstream MLIR's. Integers are signless and wrap; floating point is IEEE 754, round
        to nearest even, never contracted or reassociated, and all NaNs count as one value.""";
  }

  @Override
  public List<OpDefinition<?>> operations() {
    return Stream.of(List.<OpDefinition<?>>of(ConstantOp.DEFINITION), IntegerArithmetic.all(), BitArithmetic.all(), FloatArithmetic.all(),
        MinMax.all(), Comparison.all(),
        IntegerConversions.all(), FloatConversions.all()).<OpDefinition<?>>flatMap(List::stream).toList();
  }

  @Override
  public Optional<Attribute> parseAttribute(String mnemonic, TypeParser parser) {
    return FlagsAttr.parseNamed(NAMESPACE, mnemonic, parser);
  }

  @Override
  public Optional<OperationState> materializeConstant(Attribute value, Type type, Location location) {
    return Constants.typeOf(value).equals(Optional.of(type)) ? Optional.of(ConstantOp.of(value, location)) : Optional.empty();
  }
}
