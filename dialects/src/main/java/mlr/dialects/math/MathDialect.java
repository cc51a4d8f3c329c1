package mlr.dialects.math;

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

/** Upstream's math dialect: elementary functions on scalars, vectors and tensors. */
public final class MathDialect implements Dialect {
  /** The resource with the elementary functions as MLIR text, one {@code func.func @mlr_…} each, that agree with evaluation bit for bit. */
  public static final String LIBRARY = "/mlr/math/library.mlir";

  @Override
  public String namespace() {
    return "math";
  }

  @Override
  public String description() {
    return """
        Elementary functions, element by element on scalars, vectors and tensors. Names, syntax and meaning are upstream MLIR's. Results come from
        functions of our own, made of additions, multiplications, fused multiply-adds, divisions and integer operations of the operand's own
        width, so that evaluation and every target give the same bits; their errors are stated with them.""";
  }

  @Override
  public List<OpDefinition<?>> operations() {
    return Stream.of(Exponentials.all(), Trigonometry.all(), Rounding.all(), List.<OpDefinition<?>>of(FmaOp.DEFINITION, FPowIOp.DEFINITION),
        IntegerFunctions.all())
        .<OpDefinition<?>>flatMap(List::stream).toList();
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
