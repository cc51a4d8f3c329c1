package mlr.dialects.llvm;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mlr.dialects.elementwise.Constants;
import mlr.dialects.elementwise.FlagsAttr;
import mlr.dialects.llvm.types.LlvmTypeReader;
import mlr.ir.Attribute;
import mlr.ir.Dialect;
import mlr.ir.Location;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.definition.OpDefinition;
import mlr.ir.text.TypeParser;

/** Upstream's llvm dialect, as far as our lowering needs it. */
public final class LlvmDialect implements Dialect {
  static final String NAMESPACE = "llvm";

  @Override
  public String namespace() {
    return NAMESPACE;
  }

  @Override
  public String description() {
    return """
        LLVM's instructions as operations, with upstream MLIR's names, syntax and meaning: the last level before machine code. Types of it are
        `!llvm.ptr`, `!llvm.array<…>`, `!llvm.struct<…>`, `!llvm.func<…>` and `!llvm.void`; integers, floats and vectors are builtin's.""";
  }

  @Override
  public List<OpDefinition<?>> operations() {
    return Stream.of(List.<OpDefinition<?>>of(FuncOp.DEFINITION, CallOp.DEFINITION, ReturnOp.DEFINITION), Branches.all(), Memory.all(),
        Globals.all(), Literals.all(),
        IntegerArithmetic.all(), FloatArithmetic.all(), Comparison.all(), Conversions.all(), Aggregates.all(), Intrinsics.all())
        .<OpDefinition<?>>flatMap(List::stream).toList();
  }

  @Override
  public Optional<Type> parseType(String mnemonic, TypeParser parser) {
    return LlvmTypeReader.read(mnemonic, parser);
  }

  @Override
  public Optional<Attribute> parseAttribute(String mnemonic, TypeParser parser) {
    return FlagsAttr.parseNamed(NAMESPACE, mnemonic, parser).or(() -> KeywordAttr.parse(mnemonic, parser));
  }

  @Override
  public Optional<OperationState> materializeConstant(Attribute value, Type type, Location location) {
    return Constants.typeOf(value).filter(type::equals).map(_ -> Literals.constant(value, type, location));
  }
}
