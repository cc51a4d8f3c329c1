package mlr.passes.math;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mlr.dialects.arith.ConstantOp;
import mlr.dialects.arith.FloatArithmetic.DivFOp;
import mlr.dialects.arith.FloatArithmetic.RemFOp;
import mlr.dialects.arith.FloatConversions.SIToFPOp;
import mlr.dialects.arith.IntegerConversions.IndexCastOp;
import mlr.dialects.func.CallOp;
import mlr.dialects.func.FuncOp;
import mlr.dialects.math.FPowIOp;
import mlr.dialects.math.IntegerFunctions.IPowIOp;
import mlr.dialects.math.Rounding.RsqrtOp;
import mlr.dialects.math.Rounding.SqrtOp;
import mlr.dialects.vector.FMAOp;
import mlr.ir.OpBuilder;
import mlr.ir.Operation;
import mlr.ir.Value;
import mlr.ir.builtin.ModuleOp;
import mlr.ir.pass.Pass;
import mlr.ir.pass.PassContext;
import mlr.ir.pass.PassDefinition;
import mlr.ir.pass.PassOption;
import mlr.ir.types.FloatType;
import mlr.ir.types.IndexType;
import mlr.ir.types.IntegerType;
import mlr.ir.types.RankedTensorType;
import mlr.ir.types.ShapedType;
import mlr.ir.types.UnrankedTensorType;

/**
 * Leaves no operation for which LLVM would call libm, and no power of integers. Elementary functions become calls of this compiler's
 * own, copied into the module, so that every target computes the same bits; what the target has no instruction for becomes exact
 * integer arithmetic. Formats of 16 bits are computed in f32 and rounded. Nodes and machines, which call no functions, and
 * tensors, which are no operands of instructions, keep their operations until they are functions on numbers and vectors.
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
    if (module.collect(FuncOp.class).stream().flatMap(function -> function.collect(Operation.class).stream()).anyMatch(ExpandMath::isCandidate)) {
      expandAll(module, new MathLibraries(context.registry()));
    }
  }

  /** Functions that are copied in are expanded in turn. */
  private void expandAll(ModuleOp module, MathLibraries libraries) {
    Set<Operation> done = new LinkedHashSet<>();
    var pending = new ArrayDeque<Operation>(module.body().operations().stream().filter(FuncOp.class::isInstance).toList());
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
    return op.resultTypes().stream().noneMatch(type -> type instanceof RankedTensorType || type instanceof UnrankedTensorType) && (isFunction(op) || HalfPrecision.isCandidate(op));
  }

  private static boolean isFunction(Operation op) {
    return op instanceof IPowIOp || op.resultCount() == 1 && ShapedType.elementOrSelf(op.result().type()) instanceof FloatType
        && (op.dialect().equals("math") || op instanceof FMAOp || op instanceof RemFOp);
  }

  private void expand(Operation op, ModuleOp module, MathLibraries libraries) {
    var builder = OpBuilder.before(op);
    if (HalfPrecision.isCandidate(op)) {
      new HalfPrecision(module, libraries).expand(op).filter(ExpandMath::isFunction).ifPresent(wide -> expand(wide, module, libraries));
    } else if (op instanceof RsqrtOp root) {
      expand(reciprocalOfRoot(root, builder), module, libraries);
    } else {
      var format = ShapedType.elementOrSelf(op.result().type());
      symbol(op, module, libraries).ifPresent(symbol -> {
        var value = Lanes.map(operands(op, builder), format, lanes -> builder.create(CallOp.of(symbol, lanes, List.of(format), op.location())).result(), op.location(), builder);
        op.replaceAllUsesWith(List.of(value));
        op.erase();
      });
    }
  }

  // rsqrt(x) = 1 / sqrt(x), both rounded; returns the square root
  private static Operation reciprocalOfRoot(RsqrtOp op, OpBuilder builder) {
    var root = builder.create(SqrtOp.DEFINITION, op.location(), op.operand());
    var one = builder.create(ConstantOp.floating(op.result().type(), 1, op.location())).result();
    op.replaceAllUsesWith(List.of(builder.create(DivFOp.DEFINITION, op.location(), one, root.result()).result()));
    op.erase();
    return root;
  }

  // fpowi(x, n) = powf(x, n), with n converted
  private static List<Value> operands(Operation op, OpBuilder builder) {
    if (!(op instanceof FPowIOp power)) {
      return op.operands();
    }
    var exponent = power.exponent();
    if (ShapedType.elementOrSelf(exponent.type()) instanceof IndexType) {
      var type = exponent.type() instanceof ShapedType shaped ? shaped.with(shaped.shape(), IntegerType.I64) : IntegerType.I64;
      exponent = builder.create(IndexCastOp.DEFINITION, op.location(), List.of(exponent), List.of(type)).result();
    }
    return List.of(power.base(), builder.create(SIToFPOp.DEFINITION, op.location(), List.of(exponent), List.of(power.base().type())).result());
  }

  /** The function that computes an operation; empty for an instruction of the target. */
  private Optional<String> symbol(Operation op, ModuleOp module, MathLibraries libraries) {
    var mnemonic = op.definition().mnemonic();
    if (!(ShapedType.elementOrSelf(op.result().type()) instanceof FloatType format)) {
      return Optional.of(libraries.integer(mnemonic, ShapedType.elementOrSelf(op.result().type()), module));
    }
    if (op instanceof RemFOp) {
      return Optional.of(libraries.software("fmod", format, module));
    }
    if (lacks.lacks(mnemonic, format)) {
      return Optional.of(libraries.software(mnemonic, format, module));
    }
    return op instanceof FMAOp || INSTRUCTIONS.contains(mnemonic) ? Optional.empty() : libraries.elementary(mnemonic, format, module);
  }
}
