package mlr.dialects;

import mlr.dialects.arith.ArithDialect;
import mlr.dialects.cf.ControlFlowDialect;
import mlr.dialects.func.FuncDialect;
import mlr.dialects.llvm.LlvmDialect;
import mlr.dialects.loop.LoopDialect;
import mlr.dialects.math.MathDialect;
import mlr.dialects.memref.MemRefDialect;
import mlr.dialects.reactive.ReactiveDialect;
import mlr.dialects.sched.SchedDialect;
import mlr.dialects.tensor.TensorDialect;
import mlr.dialects.vector.VectorDialect;
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
        .register("llvm", LlvmDialect::new)
        .register("loop", LoopDialect::new)
        .register("math", MathDialect::new)
        .register("memref", MemRefDialect::new)
        .register("reactive", ReactiveDialect::new)
        .register("sched", SchedDialect::new)
        .register("tensor", TensorDialect::new)
        .register("vector", VectorDialect::new);
  }
}
