package mlr.passes.looptollvm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mlr.dialects.func.CallOp;
import mlr.dialects.func.FuncOp;
import mlr.dialects.func.ReturnOp;
import mlr.dialects.llvm.KeywordAttr;
import mlr.ir.DialectRegistry;
import mlr.ir.OperationState;
import mlr.ir.Value;
import mlr.ir.attributes.DenseArrayAttr;
import mlr.ir.attributes.SymbolRefAttr;
import mlr.ir.conversion.ConversionPattern;
import mlr.ir.conversion.ConversionRewriter;
import mlr.ir.conversion.MatchResult;

/** Functions, calls and returns. Private functions with a body are internal to the object; several results travel in a struct. */
record FunctionPatterns(DialectRegistry registry, LlvmTypes types, FunctionAttributes attributes) {
  List<ConversionPattern> all() {
    return List.of(
        ConversionPattern.on(FuncOp.class, FuncOp.DEFINITION.name(), "function", this::function),
        ConversionPattern.on(CallOp.class, CallOp.DEFINITION.name(), "call", this::call),
        ConversionPattern.on(ReturnOp.class, ReturnOp.DEFINITION.name(), "return", this::leave));
  }

  private MatchResult function(FuncOp op, List<Value> operands, ConversionRewriter rewriter) {
    var type = types.function(op.functionType());
    if (type.isEmpty() || !rewriter.convertArguments(op.body())) {
      return MatchResult.failure("its type " + op.functionType() + " has no counterpart");
    }
    var linkage = op.isPrivate() && !op.isDeclaration() ? KeywordAttr.INTERNAL : KeywordAttr.EXTERNAL;
    var state = mlr.dialects.llvm.FuncOp.of(op.symbol(), type.get(), linkage, op.location()).attributes(attributes.of(op));
    var function = (mlr.dialects.llvm.FuncOp) rewriter.create(state);
    rewriter.inlineRegion(op.body(), function.body());
    rewriter.eraseOp(op);
    return MatchResult.applied();
  }

  private MatchResult call(CallOp op, List<Value> operands, ConversionRewriter rewriter) {
    var converted = rewriter.typeConverter().convertAll(op.resultTypes());
    if (converted.isEmpty()) {
      return MatchResult.failure("it returns " + op.resultTypes());
    }
    var results = converted.get();
    var emit = new Emission(registry, rewriter, op.location());
    var state = emit.state("call").attribute("callee", new SymbolRefAttr(op.callee().root())).operands(operands);
    if (results.isEmpty()) {
      rewriter.create(state);
      rewriter.eraseOp(op);
      return MatchResult.applied();
    }
    var returned = rewriter.create(state.result(LlvmTypes.packed(results))).result();
    if (results.size() == 1) {
      rewriter.replaceOp(op, returned);
      return MatchResult.applied();
    }
    var parts = new ArrayList<Value>();
    for (int i = 0; i < results.size(); i++) {
      parts.add(emit.create("extractvalue", results.get(i), Map.of("position", DenseArrayAttr.i64(i)), returned));
    }
    rewriter.replaceOp(op, parts);
    return MatchResult.applied();
  }

  private MatchResult leave(ReturnOp op, List<Value> operands, ConversionRewriter rewriter) {
    var emit = new Emission(registry, rewriter, op.location());
    var state = OperationState.of(mlr.dialects.llvm.ReturnOp.DEFINITION, op.location());
    if (operands.size() == 1) {
      state.operand(operands.getFirst());
    } else if (operands.size() > 1) {
      var type = LlvmTypes.packed(operands.stream().map(Value::type).toList());
      var all = emit.create("mlir.poison", type);
      for (int i = 0; i < operands.size(); i++) {
        all = emit.create("insertvalue", type, Map.of("position", DenseArrayAttr.i64(i)), all, operands.get(i));
      }
      state.operand(all);
    }
    rewriter.create(state);
    rewriter.eraseOp(op);
    return MatchResult.applied();
  }
}
