package mlr.dialects.memref;

import java.util.List;
import java.util.Optional;
import mlr.dialects.arith.ConstantOp;
import mlr.ir.Attribute;
import mlr.ir.Dialect;
import mlr.ir.Location;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.definition.OpDefinition;

/** Upstream's memref dialect: memory with a shape. */
public final class MemRefDialect implements Dialect {
  @Override
  public String namespace() {
    return "memref";
  }

  @Override
  public String description() {
    return """
        Memory with a shape: allocation, access, and windows on memory, with upstream MLIR's names, syntax and meaning. Elements take the
        whole bytes of their width (i1 one byte), row-major unless the type has a strided layout. An index outside its extent is
        undefined behaviour.""";
  }

  @Override
  public List<OpDefinition<?>> operations() {
    return List.of(AllocaOp.DEFINITION, AllocOp.DEFINITION, DeallocOp.DEFINITION, LoadOp.DEFINITION, StoreOp.DEFINITION, CopyOp.DEFINITION,
        DimOp.DEFINITION,
        CastOp.DEFINITION, ViewOp.DEFINITION, SubViewOp.DEFINITION, ReinterpretCastOp.DEFINITION, GlobalOp.DEFINITION, GetGlobalOp.DEFINITION);
  }

  @Override
  public List<String> dependentDialects() {
    return List.of("arith");
  }

  @Override
  public Optional<OperationState> materializeConstant(Attribute value, Type type, Location location) {
    return value instanceof IntegerAttr number && number.type().equals(type) ? Optional.of(ConstantOp.of(value, location)) : Optional.empty();
  }
}
