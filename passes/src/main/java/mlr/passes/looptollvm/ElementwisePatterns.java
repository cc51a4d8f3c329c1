package mlr.passes.looptollvm;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import mlr.dialects.elementwise.FlagsAttr;
import mlr.ir.DialectRegistry;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.conversion.ConversionPattern;
import mlr.ir.conversion.ConversionRewriter;
import mlr.ir.conversion.MatchResult;
import mlr.ir.definition.OpDefinition;

/** Operations of arith and math that the llvm dialect has one by one. */
final class ElementwisePatterns {
  private static final List<String> OPERATIONS = List.of(
      "arith.addi add", "arith.subi sub", "arith.muli mul", "arith.divsi sdiv", "arith.divui udiv", "arith.remsi srem", "arith.remui urem",
      "arith.andi and", "arith.ori or", "arith.xori xor", "arith.shli shl", "arith.shrsi ashr", "arith.shrui lshr",
      "arith.maxsi intr.smax", "arith.maxui intr.umax", "arith.minsi intr.smin", "arith.minui intr.umin",
      "arith.addf fadd", "arith.subf fsub", "arith.mulf fmul", "arith.divf fdiv", "arith.negf fneg",
      "arith.cmpi icmp", "arith.cmpf fcmp", "arith.select select",
      "arith.extsi sext", "arith.extui zext", "arith.trunci trunc", "arith.extf fpext", "arith.truncf fptrunc", "arith.sitofp sitofp",
      "arith.uitofp uitofp", "arith.fptosi fptosi", "arith.fptoui fptoui", "arith.bitcast bitcast",
      "math.fma intr.fma", "vector.fma intr.fma", "math.sqrt intr.sqrt", "math.absf intr.fabs", "math.floor intr.floor", "math.ceil intr.ceil",
      "math.trunc intr.trunc", "math.round intr.round", "math.roundeven intr.roundeven", "math.copysign intr.copysign", "math.ctpop intr.ctpop",
      "math.ctlz intr.ctlz", "math.cttz intr.cttz", "math.absi intr.abs");

  private ElementwisePatterns() {}

  /** A pattern for each of them, and one that refuses for each that stands for a function, which LLVM would look for in a library. */
  static List<ConversionPattern> all(DialectRegistry registry) {
    var patterns = new ArrayList<ConversionPattern>();
    var functions = new LinkedHashSet<String>(List.of("arith.remf"));
    registry.dialect("math").ifPresent(math -> math.operations().forEach(definition -> functions.add(definition.name())));
    for (var entry : OPERATIONS) {
      var names = entry.split(" ");
      var target = Emission.definition(registry, names[1]);
      patterns.add(ConversionPattern.on(Operation.class, names[0], names[0] + " to llvm." + names[1], (op, operands, rewriter) -> rewrite(op, target, operands, rewriter)));
      functions.remove(names[0]);
    }
    for (var name : functions) {
      patterns.add(ConversionPattern.on(Operation.class, name, name + " to an instruction", (_, _, _) -> MatchResult.failure("there is none; run expand-math before convert-loop-to-llvm")));
    }
    return patterns;
  }

  private static MatchResult rewrite(Operation op, OpDefinition<?> target, List<Value> operands, ConversionRewriter rewriter) {
    var type = rewriter.convert(op.result().type());
    if (type.isEmpty()) {
      return MatchResult.failure("its result is of type '" + op.result().type() + "'");
    }
    var state = OperationState.of(target, op.location()).operands(operands).result(type.get());
    addAttributes(op, target.mnemonic(), state);
    rewriter.replaceOp(op, rewriter.create(state).result());
    return MatchResult.applied();
  }

  /** Predicates have upstream's numbers in both dialects; flags change their dialect and name. */
  private static void addAttributes(Operation op, String mnemonic, OperationState state) {
    if (!op.attributes().isEmpty()) {
      var predicate = op.attribute("predicate");
      if (predicate.isPresent()) {
        state.attribute("predicate", predicate.get());
      }
      if (op.attribute("overflowFlags").orElse(null) instanceof FlagsAttr flags && !flags.isEmpty() && !mnemonic.equals("trunc")) {
        state.attribute("overflowFlags", new FlagsAttr("llvm", flags.kind(), flags.flags()));
      }
      if (op.attribute("fastmath").orElse(null) instanceof FlagsAttr flags && !flags.isEmpty()) {
        state.attribute("fastmathFlags", new FlagsAttr("llvm", flags.kind(), flags.flags()));
      }
    }
    switch (mnemonic) {
      case "intr.ctlz", "intr.cttz" -> state.attribute("is_zero_poison", IntegerAttr.FALSE);
      case "intr.abs" -> state.attribute("is_int_min_poison", IntegerAttr.FALSE);
      default -> { }
    }
  }
}
