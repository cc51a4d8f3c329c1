package mlr.frontend.emit;

import java.util.List;
import java.util.Map;
import mlr.ir.Attribute;
import mlr.ir.DialectRegistry;
import mlr.ir.Location;
import mlr.ir.OpBuilder;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.attributes.DenseElementsAttr;
import mlr.ir.attributes.FloatAttr;
import mlr.ir.attributes.IntegerAttr;
import mlr.ir.definition.OpDefinition;
import mlr.ir.types.FloatType;
import mlr.ir.types.IntegerType;
import mlr.ir.types.RankedTensorType;

/** Creates the operations within an instant, scalar or tensor alike, at an insertion point that moves between regions. */
final class Ops {
  private final DialectRegistry registry;
  private OpBuilder builder;

  Ops(DialectRegistry registry, OpBuilder builder) {
    this.registry = registry;
    this.builder = builder;
  }

  OpBuilder builder() {
    return builder;
  }

  /** Creates further operations elsewhere and returns where they were created before. */
  OpBuilder moveTo(OpBuilder elsewhere) {
    var before = builder;
    builder = elsewhere;
    return before;
  }

  /** The definition of an operation by name. */
  OpDefinition<?> definition(String name) {
    return registry.operation(name).orElseThrow(() -> new IllegalStateException("no operation " + name + " is registered"));
  }

  /** Creates an operation with one result. */
  Value create(String name, Location location, List<? extends Value> operands, Type result, Map<String, ? extends Attribute> attributes) {
    return createOp(name, location, operands, List.of(result), attributes).result();
  }

  Value create(String name, Location location, Type result, Value... operands) {
    return create(name, location, List.of(operands), result, Map.of());
  }

  Operation createOp(String name, Location location, List<? extends Value> operands, List<Type> results,
      Map<String, ? extends Attribute> attributes) {
    return builder.create(OperationState.of(definition(name), location).operands(operands).results(results).attributes(attributes));
  }

  /** A constant; a tensor type gives it in every element. */
  Value integer(long value, Type type, Location location) {
    return constant(type instanceof RankedTensorType tensor ? DenseElementsAttr.splat(tensor, value) : new IntegerAttr(type, value), type, location);
  }

  /** A constant of a float type; a tensor type gives it in every element. */
  Value real(double value, Type type, Location location) {
    var format = (FloatType) elementOf(type);
    var attribute = FloatAttr.of(format, value);
    return constant(type instanceof RankedTensorType tensor ? DenseElementsAttr.splat(tensor, attribute.bits()) : attribute, type, location);
  }

  /** Zero, {@code false} or 0.0 of any type. */
  Value zero(Type type, Location location) {
    return elementOf(type) instanceof FloatType ? real(0.0, type, location) : integer(0, type, location);
  }

  Value constant(Attribute value, Type type, Location location) {
    return create("arith.constant", location, List.of(), type, Map.of("value", value));
  }

  Value select(Value condition, Value then, Value otherwise, Location location) {
    return create("arith.select", location, then.type(), condition, then, otherwise);
  }

  Value compareIntegers(IntegerComparison predicate, Value a, Value b, Location location) {
    return create("arith.cmpi", location, List.of(a, b), truth(a.type()), Map.of("predicate", IntegerAttr.i64(predicate.ordinal())));
  }

  Value compareFloats(FloatComparison predicate, Value a, Value b, Location location) {
    return create("arith.cmpf", location, List.of(a, b), truth(a.type()), Map.of("predicate", IntegerAttr.i64(predicate.ordinal())));
  }

  /** Upstream's {@code arith.cmpi} predicates, in their numbering. */
  enum IntegerComparison { EQ, NE, SLT, SLE, SGT, SGE, ULT, ULE, UGT, UGE }

  /** Upstream's {@code arith.cmpf} predicates, in their numbering. */
  enum FloatComparison { FALSE, OEQ, OGT, OGE, OLT, OLE, ONE, ORD, UEQ, UGT, UGE, ULT, ULE, UNE, UNO, TRUE }

  /** The type of a comparison of two values of {@code type}. */
  static Type truth(Type type) {
    return withElement(type, IntegerType.I1);
  }

  /** {@code type} with another element type. */
  static Type withElement(Type type, Type element) {
    return type instanceof RankedTensorType tensor ? RankedTensorType.of(element, tensor.shape()) : element;
  }

  /** The type of one element. */
  static Type elementOf(Type type) {
    return type instanceof RankedTensorType tensor ? tensor.element() : type;
  }
}
