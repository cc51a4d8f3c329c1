package mlr.ir.definition;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import mlr.ir.Attribute;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.dataflow.RangeRule;
import mlr.ir.eval.EvalRule;
import mlr.ir.rewrite.RewritePattern;
import mlr.ir.text.DeclarativeFormat;

/**
 * What is declared of an operation, gathered piece by piece; {@link #build} makes the definition. Groups are numbered in the order they are declared in.
 *
 * @param <T> the class of its operations
 */
public final class OpSpec<T extends Operation> {
  final String name;
  final Class<T> kind;
  final Function<OperationState, T> factory;
  final List<OperandHandle> operands = new ArrayList<>();
  final List<ResultHandle> results = new ArrayList<>();
  final List<AttributeHandle<?>> attributes = new ArrayList<>();
  final List<RegionHandle> regions = new ArrayList<>();
  final EnumSet<Trait> traits = EnumSet.noneOf(Trait.class);
  final List<Supplier<? extends List<? extends RewritePattern>>> canonicalizers = new ArrayList<>();
  final List<TypeMatch> typeMatches = new ArrayList<>();
  String defaultDialect = "";
  String summary = "";
  String description = "";
  int successorCount;
  boolean variadicRegions;
  Set<Effect> effects;
  AssemblyFormat format;
  OpVerifier<T> verifier;
  Folder<T> folder;
  EvalRule<T> eval;
  RangeRule<? super T> ranges;
  Function<OperationState, List<Type>> inference;

  OpSpec(String name, Class<T> kind, Function<OperationState, T> factory) {
    this.name = name;
    this.kind = kind;
    this.factory = factory;
  }

  public OpSpec<T> summary(String text) {
    summary = text;
    return this;
  }

  public OpSpec<T> description(String markdown) {
    description = markdown;
    return this;
  }

  public OperandHandle operand(String operandName, TypeConstraint constraint) {
    return operand(operandName, constraint, Arity.ONE);
  }

  public OperandHandle optionalOperand(String operandName, TypeConstraint constraint) {
    return operand(operandName, constraint, Arity.OPTIONAL);
  }

  public OperandHandle variadicOperand(String operandName, TypeConstraint constraint) {
    return operand(operandName, constraint, Arity.VARIADIC);
  }

  private OperandHandle operand(String operandName, TypeConstraint constraint, Arity arity) {
    var handle = new OperandHandle(operandName, constraint, arity, operands.size());
    operands.add(handle);
    return handle;
  }

  public ResultHandle result(String resultName, TypeConstraint constraint) {
    return result(resultName, constraint, Arity.ONE);
  }

  public ResultHandle optionalResult(String resultName, TypeConstraint constraint) {
    return result(resultName, constraint, Arity.OPTIONAL);
  }

  public ResultHandle variadicResult(String resultName, TypeConstraint constraint) {
    return result(resultName, constraint, Arity.VARIADIC);
  }

  private ResultHandle result(String resultName, TypeConstraint constraint, Arity arity) {
    var handle = new ResultHandle(resultName, constraint, arity, results.size());
    results.add(handle);
    return handle;
  }

  /** A required attribute. */
  public <A extends Attribute> AttributeHandle<A> attribute(String attributeName, Class<A> attributeKind, String what) {
    return attribute(new AttributeHandle<>(attributeName, attributeKind, true, what, _ -> true));
  }

  /** An attribute that may be missing. */
  public <A extends Attribute> AttributeHandle<A> optionalAttribute(String attributeName, Class<A> attributeKind, String what) {
    return attribute(new AttributeHandle<>(attributeName, attributeKind, false, what, _ -> true));
  }

  /** An attribute that may be missing; {@code test} must accept it otherwise. */
  public <A extends Attribute> AttributeHandle<A> optionalAttribute(String attributeName, Class<A> attributeKind, String what, Predicate<A> test) {
    return attribute(new AttributeHandle<>(attributeName, attributeKind, false, what, test));
  }

  /** An attribute with a constraint of its own. */
  public <A extends Attribute> AttributeHandle<A> attribute(AttributeHandle<A> handle) {
    attributes.add(handle);
    return handle;
  }

  /** A required attribute that {@code test} must accept. */
  public <A extends Attribute> AttributeHandle<A> attribute(String attributeName, Class<A> attributeKind, String what, Predicate<A> test) {
    return attribute(new AttributeHandle<>(attributeName, attributeKind, true, what, test));
  }

  /** A required attribute that custom syntax writes as a keyword. */
  public AttributeHandle<? extends Attribute> enumAttribute(String attributeName, EnumAttr cases, String what) {
    return attribute(AttributeHandle.keyword(attributeName, cases.kind(), cases, what));
  }

  /** A required attribute whose type (element type, for arrays) is always {@code type}, so that custom syntax leaves it out. */
  public <A extends Attribute> AttributeHandle<A> typedAttribute(String attributeName, Class<A> attributeKind, Type type, String what) {
    return attribute(AttributeHandle.typed(attributeName, attributeKind, type, what));
  }

  /** Operations of {@code namespace} are written without prefix in the regions of this one. */
  public OpSpec<T> defaultDialect(String namespace) {
    defaultDialect = namespace;
    return this;
  }

  /** The type of the operand or result {@code to} is {@code transform} of that of {@code from}; custom syntax need not write it. */
  public OpSpec<T> typesMatchWith(String from, String to, Function<Type, Type> transform) {
    typeMatches.add(new TypeMatch(from, to, transform));
    return this;
  }

  /** A region of any number of blocks. */
  public RegionHandle region(String regionName) {
    return region(new RegionHandle(regionName, regions.size(), false));
  }

  /** A region of exactly one block. */
  public RegionHandle regionOfOneBlock(String regionName) {
    return region(new RegionHandle(regionName, regions.size(), true));
  }

  private RegionHandle region(RegionHandle handle) {
    regions.add(handle);
    return handle;
  }

  /** Any number of further regions may follow the declared ones. */
  public OpSpec<T> variadicRegions() {
    variadicRegions = true;
    return this;
  }

  public OpSpec<T> successors(int count) {
    successorCount = count;
    return this;
  }

  public OpSpec<T> traits(Trait... more) {
    traits.addAll(List.of(more));
    return this;
  }

  public OpSpec<T> effects(Effect... all) {
    effects = Set.of(all);
    return this;
  }

  /** Custom syntax in upstream's declarative form: {@code "$lhs `,` $rhs attr-dict `:` type($result)"}. */
  public OpSpec<T> assembly(String declarative) {
    format = new DeclarativeFormat(declarative);
    return this;
  }

  /** Custom syntax read and written by code. */
  public OpSpec<T> assembly(AssemblyFormat custom) {
    format = custom;
    return this;
  }

  public OpSpec<T> verify(OpVerifier<T> check) {
    verifier = check;
    return this;
  }

  public OpSpec<T> fold(Folder<T> rule) {
    folder = rule;
    return this;
  }

  public OpSpec<T> eval(EvalRule<T> rule) {
    eval = rule;
    return this;
  }

  /** How the range of the single result, an integer, follows from those of the operands. */
  public OpSpec<T> ranges(RangeRule<? super T> rule) {
    ranges = rule;
    return this;
  }

  public OpSpec<T> infer(Function<OperationState, List<Type>> types) {
    inference = types;
    return this;
  }

  public OpSpec<T> canonicalize(RewritePattern... patterns) {
    return canonicalize(() -> List.of(patterns));
  }

  /** Patterns that are made when they are first needed. */
  public OpSpec<T> canonicalize(Supplier<? extends List<? extends RewritePattern>> patterns) {
    canonicalizers.add(patterns);
    return this;
  }

  public OpDefinition<T> build() {
    return new OpDefinition<>(this, true);
  }
}
