package mlr.dialects;

import mlr.dialects.arith.ArithDialect;
import mlr.dialects.cf.ControlFlowDialect;
import mlr.dialects.func.FuncDialect;
import mlr.dialects.reactive.ReactiveDialect;
import mlr.dialects.sched.SchedDialect;
import mlr.ir.DialectRegistry;

/** The dialects that every tool knows, besides builtin. */
public final class AllDialects {
  private AllDialects() {}

  /** A new registry of them, each loaded when its namespace is first asked for. */
  public static DialectRegistry registry() {
    return new DialectRegistry()
        .register("arith", ArithDialect::new)
        .register("cf", ControlFlowDialect::new)
        .register("func", FuncDialect::new)
        .register("reactive", ReactiveDialect::new)
        .register("sched", SchedDialect::new);
  }
}
