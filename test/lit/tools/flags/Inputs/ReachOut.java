import mlr.ir.Operation;
import mlr.ir.attributes.UnitAttr;
import mlr.ir.pass.Pass;
import mlr.ir.pass.PassContext;
import mlr.ir.pass.PassDefinition;

/** Marks the function behind its own, which another thread may be working on. */
record ReachOut() implements Pass {
  static final PassDefinition DEFINITION = PassDefinition.named("reach-out").summary("wrong on purpose").anchor("func.func").creates(new ReachOut());

  @Override
  public void run(Operation function, PassContext context) {
    function.nextInBlock().ifPresent(next -> next.setAttribute("reached", UnitAttr.UNIT));
  }
}
