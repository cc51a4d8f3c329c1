package mlr.dialects.func;

import java.util.List;
import java.util.Optional;
import mlr.ir.Attribute;
import mlr.ir.Dialect;
import mlr.ir.Location;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.attributes.SymbolRefAttr;
import mlr.ir.definition.OpDefinition;
import mlr.ir.types.FunctionType;

/** Upstream's func dialect: functions and calls. */
public final class FuncDialect implements Dialect {
  @Override
  public String namespace() {
    return "func";
  }

  @Override
  public String description() {
    return "Functions and calls, with upstream MLIR's names, syntax and meaning. Functions are symbols; their bodies use no value from outside.";
  }

  @Override
  public List<OpDefinition<?>> operations() {
    return List.of(FuncOp.DEFINITION, ReturnOp.DEFINITION, CallOp.DEFINITION, CallIndirectOp.DEFINITION, ConstantOp.DEFINITION);
  }

  @Override
  public List<String> dependentDialects() {
    return List.of("arith");
  }

  @Override
  public Optional<OperationState> materializeConstant(Attribute value, Type type, Location location) {
    return value instanceof SymbolRefAttr symbol && type instanceof FunctionType
        ? Optional.of(OperationState.of(ConstantOp.DEFINITION, location).attribute("value", symbol).result(type)) : Optional.empty();
  }
}
