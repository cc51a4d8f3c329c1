package mlr.passes.math;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mlr.dialects.arith.FloatArithmetic.RemFOp;
import mlr.dialects.arith.FloatConversions.ExtFOp;
import mlr.dialects.arith.FloatConversions.TruncFOp;
import mlr.dialects.func.CallOp;
import mlr.dialects.func.FuncOp;
import mlr.dialects.vector.FMAOp;
import mlr.ir.OpBuilder;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.builtin.ModuleOp;
import mlr.ir.pass.Pass;
import mlr.ir.pass.PassContext;
import mlr.ir.pass.PassDefinition;
import mlr.ir.pass.PassOption;
import mlr.ir.types.FloatType;
import mlr.ir.types.ShapedType;
import mlr.ir.types.VectorType;

/**
 * Leaves no floating-point operation for which LLVM would call libm. Elementary functions become calls of this compiler's
 * own, copied into the module, so that every target computes the same bits; what the target has no instruction for becomes exact
 * integer arithmetic. Formats of 16 bits are computed in f32 and rounded.
 *
 * <pre>{@code
 * %y = math.tanh %x : f32    ->    %y = func.call @mlr_tanhf(%x) : (f32) -> f32
 * }</pre>
 *
 * @param lacks what the target has no instruction for
 */
public record ExpandMath(TargetLacks lacks) implements Pass {
  private static final Set<String> INSTRUCTIONS = Set.of("fma", "sqrt", "absf", "copysign", "floor", "ceil", "trunc", "round", "roundeven");

  public static final PassDefinition DEFINITION = PassDefinition.named("expand-math")
      .summary("replace elementary functions, and what the target has no instruction for, by calls of functions in the module")
      .option("lacks", PassOption.Kind.STRING_LIST, "", "what the target has no instruction for: some of " + String.join(", ", TargetLacks.KNOWN))
      .creates(options -> new ExpandMath(TargetLacks.of(options.list("lacks"))));

  @Override
  public void run(Operation op, PassContext context) {
    var module = (ModuleOp) op;
    if (module.collect(Operation.class).stream().anyMatch(ExpandMath::isCandidate)) {
      expandAll(module, new MathLibraries(context.registry()));
    }
  }

  /** Functions that are copied in are expanded in turn. */
  private void expandAll(ModuleOp module, MathLibraries libraries) {
    Set<Operation> done = new LinkedHashSet<>();
    var pending = new ArrayDeque<Operation>(module.body().operations());
    while (!pending.isEmpty()) {
      var function = pending.remove();
      done.add(function);
      for (var candidate : function.collect(Operation.class)) {
        if (isCandidate(candidate)) {
          expand(candidate, module, libraries);
        }
      }
      module.body().operations().stream().filter(other -> other instanceof FuncOp && !done.contains(other) && !pending.contains(other)).forEach(pending::add);
    }
  }

  private static boolean isCandidate(Operation op) {
    return op.resultCount() == 1 && ShapedType.elementOrSelf(op.result().type()) instanceof FloatType
        && (op.dialect().equals("math") || op instanceof FMAOp || op instanceof RemFOp);
  }

  private void expand(Operation op, ModuleOp module, MathLibraries libraries) {
    var builder = OpBuilder.before(op);
    call(op, module, libraries, builder).ifPresent(value -> {
      op.replaceAllUsesWith(List.of(value));
      op.erase();
    });
  }

  private Optional<Value> call(Operation op, ModuleOp module, MathLibraries libraries, OpBuilder builder) {
    var format = (FloatType) ShapedType.elementOrSelf(op.result().type());
    if (format.width() == 16) {
      return Optional.of(inSinglePrecision(op, module, libraries, builder));
    }
    return symbol(op, format, module, libraries).map(symbol -> Lanes.map(op.operands(),
        elements -> builder.create(CallOp.of(symbol, elements, List.of(format), op.location())).result(), op.location(), builder));
  }

  private Optional<String> symbol(Operation op, FloatType format, ModuleOp module, MathLibraries libraries) {
    var mnemonic = op.definition().mnemonic();
    if (op instanceof RemFOp) {
      return Optional.of(libraries.software("fmod", format, module));
    }
    if (lacks.lacks(mnemonic, format)) {
      return Optional.of(libraries.software(mnemonic, format, module));
    }
    return op instanceof FMAOp || INSTRUCTIONS.contains(mnemonic) ? Optional.empty() : libraries.elementary(mnemonic, format, module);
  }

  private Value inSinglePrecision(Operation op, ModuleOp module, MathLibraries libraries, OpBuilder builder) {
    var location = op.location();
    var operands = new ArrayList<Value>();
    for (var operand : op.operands()) {
      operands.add(ShapedType.elementOrSelf(operand.type()) instanceof FloatType
          ? builder.create(ExtFOp.DEFINITION, location, List.of(operand), List.of(single(operand.type()))).result() : operand);
    }
    var wide = builder.create(OperationState.of(op.definition(), location).operands(operands).results(List.of(single(op.result().type()))).attributes(op.attributes().asMap()));
    var narrow = builder.create(TruncFOp.DEFINITION, location, List.of(wide.result()), List.of(op.result().type()));
    expand(wide, module, libraries);
    return narrow.result();
  }

  private static Type single(Type type) {
    return type instanceof VectorType vector ? vector.with(vector.shape(), FloatType.F32) : FloatType.F32;
  }
}
