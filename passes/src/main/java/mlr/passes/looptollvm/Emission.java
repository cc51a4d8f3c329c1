package mlr.passes.looptollvm;

import java.util.Map;
import mlr.dialects.llvm.Literals;
import mlr.ir.Attribute;
import mlr.ir.DialectRegistry;
import mlr.ir.Location;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.attributes.DenseElementsAttr;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.conversion.ConversionRewriter;
import mlr.ir.definition.OpDefinition;
import mlr.ir.types.ShapedType;

/** Creates operations of the llvm dialect by their mnemonics, in the place where a pattern works. */
record Emission(DialectRegistry registry, ConversionRewriter rewriter, Location location) {
  /** A one-result operation {@code llvm.mnemonic}. */
  Value create(String mnemonic, Type result, Value... operands) {
    return create(mnemonic, result, Map.of(), operands);
  }

  /** A one-result operation {@code llvm.mnemonic} with attributes. */
  Value create(String mnemonic, Type result, Map<String, Attribute> attributes, Value... operands) {
    return rewriter.create(state(mnemonic).operands(operands).attributes(attributes).result(result)).result();
  }

  /** Starts an operation {@code llvm.mnemonic}. */
  OperationState state(String mnemonic) {
    return OperationState.of(definition(registry, mnemonic), location);
  }

  /** The definition of {@code llvm.mnemonic}. */
  static OpDefinition<?> definition(DialectRegistry registry, String mnemonic) {
    var definition = registry.operation("llvm." + mnemonic);
    if (definition.isEmpty()) {
      throw new IllegalStateException("no operation llvm." + mnemonic);
    }
    return definition.get();
  }

  /** A constant integer, in every lane of a vector. */
  Value integer(Type type, long value) {
    return constant(type, type instanceof ShapedType vector ? DenseElementsAttr.splat(vector, IntegerAttr.wrap(vector.element(), value)) : new IntegerAttr(type, value));
  }

  /** A constant of a type that its attribute has. */
  Value constant(Type type, Attribute value) {
    return rewriter.create(OperationState.of(Literals.ConstantOp.DEFINITION, location).attribute("value", value).result(type)).result();
  }
}
