package mlr.ir.builtin;

import java.util.List;
import mlr.ir.Dialect;
import mlr.ir.definition.OpDefinition;

/** The dialect of what all others need. Its types and attributes are read by the parser itself. */
public final class BuiltinDialect implements Dialect {
  @Override
  public String namespace() {
    return "builtin";
  }

  @Override
  public String description() {
    return "What every level of IR needs: the module, and the cast that stands between types during a conversion.";
  }

  @Override
  public List<OpDefinition<?>> operations() {
    return List.of(ModuleOp.DEFINITION, UnrealizedConversionCastOp.DEFINITION);
  }
}
