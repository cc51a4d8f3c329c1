package mlr.passes.schedtoloop;

import java.util.LinkedHashMap;
import java.util.Map;
import mlr.dialects.memref.GetGlobalOp;
import mlr.dialects.memref.GlobalOp;
import mlr.ir.Block;
import mlr.ir.Location;
import mlr.ir.OpBuilder;
import mlr.ir.Value;
import mlr.ir.attributes.DenseElementsAttr;
import mlr.ir.types.MemRefType;
import mlr.ir.types.ShapedType;
import mlr.passes.sched.StructLayout;

/** The read-only globals of one machine, {@code @f_c0}, {@code @f_c1}, …: one for each distinct value. */
final class ConstantTable {
  private final String prefix;
  private final Map<DenseElementsAttr, GlobalOp> globals = new LinkedHashMap<>();
  private final OpBuilder builder;

  /** Globals called {@code prefix} and a number, appended to {@code block}. */
  ConstantTable(String prefix, Block block) {
    this.prefix = prefix;
    this.builder = OpBuilder.atEnd(block);
  }

  /** The memory that holds {@code value}, got by an operation at {@code use}. */
  Value get(DenseElementsAttr value, Location location, OpBuilder use) {
    var type = memref(value.type());
    var global = globals.computeIfAbsent(value, _ -> (GlobalOp) builder.create(GlobalOp.constant(prefix + globals.size(), type, value, location)));
    return use.create(GetGlobalOp.of(global.symbol(), type, location)).result();
  }

  /** Bytes of all globals. */
  long bytes() {
    return globals.values().stream().mapToLong(global -> StructLayout.bytes(global.type())).sum();
  }

  private static MemRefType memref(ShapedType type) {
    return MemRefType.of(type.element(), type.shape());
  }
}
