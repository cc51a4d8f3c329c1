package mlr.dialects;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import mlr.dialects.func.FuncOp;
import mlr.dialects.func.ReturnOp;
import mlr.ir.Operation;
import mlr.ir.Value;
import mlr.ir.builtin.ModuleOp;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.diagnostics.SourceFile;
import mlr.ir.eval.Evaluation;
import mlr.ir.eval.Kernel;
import mlr.ir.text.IrParser;
import mlr.ir.text.ParserOptions;

/** Functions of one block whose operations all have an evaluation rule, run operation by operation. */
public final class StraightLine {
  private record Step(Operation op, Kernel kernel, int[] operands, int firstResult) {}

  private final List<Step> steps = new ArrayList<>();
  private final int[] returned;
  private final int slots;

  public StraightLine(FuncOp function) {
    Map<Value, Integer> places = new IdentityHashMap<>();
    function.arguments().forEach(argument -> places.put(argument, places.size()));
    int[] result = {};
    for (var op : function.body().entry()) {
      var operands = op.operands().stream().mapToInt(places::get).toArray();
      if (op instanceof ReturnOp) {
        result = operands;
      } else {
        steps.add(new Step(op, op.definition().kernel(op).orElseThrow(), operands, places.size()));
        op.results().forEach(value -> places.put(value, places.size()));
      }
    }
    returned = result;
    slots = places.size();
  }

  /** The module that a text describes. */
  public static ModuleOp parse(String text) {
    var diagnostics = new DiagnosticEngine();
    return IrParser.parse(new SourceFile("test.mlir", text), AllDialects.registry(), ParserOptions.DEFAULT, diagnostics)
        .orElseThrow(() -> new AssertionError(diagnostics.all().stream().map(d -> d.location() + ": " + d.message()).toList().toString()));
  }

  /** The only function of a text. */
  public static StraightLine of(String text) {
    return new StraightLine(parse(text).collect(FuncOp.class).getFirst());
  }

  /** A function with the given parameters, result type and one operation. */
  public static StraightLine operation(String parameters, String operation, String resultType) {
    return of("func.func @f(" + parameters + ") -> " + resultType + " {\n  %r = " + operation + "\n  return %r : " + resultType + "\n}");
  }

  /** The results for given arguments, in boxed form. */
  public Object[] run(Object... arguments) {
    var values = new Object[slots];
    System.arraycopy(arguments, 0, values, 0, arguments.length);
    for (var step : steps) {
      var inputs = new Object[step.operands().length];
      for (int i = 0; i < inputs.length; i++) {
        inputs[i] = values[step.operands()[i]];
      }
      var results = Evaluation.run(step.op(), step.kernel(), inputs);
      System.arraycopy(results, 0, values, step.firstResult(), results.length);
    }
    var results = new Object[returned.length];
    for (int i = 0; i < results.length; i++) {
      results[i] = values[returned[i]];
    }
    return results;
  }

  /** The single result. */
  public Object result(Object... arguments) {
    return run(arguments)[0];
  }
}
