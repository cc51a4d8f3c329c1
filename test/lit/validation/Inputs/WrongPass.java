import mlr.ir.Operation;
import mlr.ir.pass.Pass;
import mlr.ir.pass.PassContext;
import mlr.ir.pass.PassDefinition;

/** Takes subtraction for commutative. */
record WrongPass() implements Pass {
  static final PassDefinition DEFINITION = PassDefinition.named("sort-operands").summary("wrong on purpose").creates(new WrongPass());

  @Override
  public void run(Operation module, PassContext context) {
    module.walk(op -> {
      if (op.name().equals("arith.subi")) {
        var first = op.operand(0);
        op.setOperand(0, op.operand(1));
        op.setOperand(1, first);
      }
    });
  }
}
