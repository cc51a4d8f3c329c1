package mlr.ir.definition;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import mlr.ir.Attribute;
import mlr.ir.FixedList;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.UnregisteredOp;
import mlr.ir.dataflow.IntegerRange;
import mlr.ir.dataflow.RangeRule;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.eval.EvalRule;
import mlr.ir.eval.Kernel;
import mlr.ir.rewrite.RewritePattern;
import mlr.ir.text.OpParser;
import mlr.ir.text.OpPrinter;

/**
 * Everything there is to know of one kind of operation, declared once: from it come builders, verifier,
 * parser, printer, folding, interpreter, random programs and the reference page.
 *
 * @param <T> the class of its operations
 */
public final class OpDefinition<T extends Operation> {
  private final String name;
  private final Function<OperationState, T> factory;
  private final Class<T> kind;
  private final boolean registered;
  private final FixedList<OperandHandle> operands;
  private final FixedList<ResultHandle> results;
  private final FixedList<AttributeHandle<?>> attributes;
  private final FixedList<AttributeHandle<?>> defaultedAttributes;
  private final FixedList<RegionHandle> regions;
  private final FixedList<TypeMatch> typeMatches;
  private final GroupLayout operandLayout;
  private final GroupLayout resultLayout;
  private final int hash;
  private final String dialect;
  private final String mnemonic;
  private final TraitSet traits;
  private final Optional<Set<Effect>> effects;
  private final OpSpec<T> spec;

  OpDefinition(OpSpec<T> spec, boolean registered) {
    this.name = spec.name;
    this.hash = name.hashCode();
    this.factory = spec.factory;
    this.registered = registered;
    this.spec = spec;
    this.kind = spec.kind;
    this.operands = FixedList.copyOf(spec.operands);
    this.results = FixedList.copyOf(spec.results);
    this.attributes = FixedList.copyOf(spec.attributes);
    this.defaultedAttributes = FixedList.copyOf(attributes.stream().filter(attribute -> attribute.defaultValue().isPresent()).toList());
    this.regions = FixedList.copyOf(spec.regions);
    this.typeMatches = FixedList.copyOf(spec.typeMatches);
    this.traits = TraitSet.of(spec.traits);
    this.effects = traits.contains(Trait.PURE) ? Optional.of(Set.of()) : Optional.ofNullable(spec.effects);
    this.operandLayout = new GroupLayout(operands.stream().map(OperandHandle::arity).toList(), traits.contains(Trait.ATTR_SIZED_OPERAND_SEGMENTS) ? OPERAND_SEGMENTS : "");
    this.resultLayout = new GroupLayout(results.stream().map(ResultHandle::arity).toList(), traits.contains(Trait.ATTR_SIZED_RESULT_SEGMENTS) ? RESULT_SEGMENTS : "");
    int dot = name.indexOf('.');
    this.dialect = name.substring(0, Math.max(dot, 0));
    this.mnemonic = name.substring(dot + 1);
  }

  /** The name's, which costs less than one by identity; definitions are equal only to themselves. */
  @Override
  public int hashCode() {
    return hash;
  }

  /** Starts the declaration of an operation {@code dialect.mnemonic}. */
  public static <T extends Operation> OpSpec<T> named(String name, Class<T> kind, Function<OperationState, T> factory) {
    return new OpSpec<>(name, kind, factory);
  }

  /** The definition of an operation about which nothing is known. */
  public static OpDefinition<UnregisteredOp> unregistered(String name) {
    return new OpDefinition<>(new OpSpec<>(name, UnregisteredOp.class, UnregisteredOp::new), false);
  }

  public String name() {
    return name;
  }

  /** The class of its operations. */
  public Class<T> kind() {
    return kind;
  }

  public String dialect() {
    return dialect;
  }

  /** The name without its dialect. */
  public String mnemonic() {
    return mnemonic;
  }

  public boolean isRegistered() {
    return registered;
  }

  public String summary() {
    return spec.summary;
  }

  /** Meaning, shapes, errors and source, in Markdown. */
  public String description() {
    return spec.description;
  }

  public FixedList<OperandHandle> operands() {
    return operands;
  }

  public FixedList<ResultHandle> results() {
    return results;
  }

  public FixedList<AttributeHandle<?>> attributes() {
    return attributes;
  }

  /** The attributes that mean something when they are missing. */
  public FixedList<AttributeHandle<?>> defaultedAttributes() {
    return defaultedAttributes;
  }

  /** Whether {@code attribute} is declared, that is part of the operation's meaning. */
  public boolean isInherent(String attribute) {
    for (var declared : attributes) {
      if (declared.name().equals(attribute)) {
        return true;
      }
    }
    return hasTrait(Trait.ATTR_SIZED_OPERAND_SEGMENTS) && attribute.equals(OPERAND_SEGMENTS)
        || hasTrait(Trait.ATTR_SIZED_RESULT_SEGMENTS) && attribute.equals(RESULT_SEGMENTS);
  }

  public FixedList<RegionHandle> regions() {
    return regions;
  }

  /** Number of successor blocks, -1 for any. */
  public int successorCount() {
    return spec.successorCount;
  }

  /** Whether regions beyond the declared ones may follow. */
  public boolean hasVariadicRegions() {
    return spec.variadicRegions;
  }

  public boolean hasTrait(Trait trait) {
    return traits.contains(trait);
  }

  public TraitSet traits() {
    return traits;
  }

  public boolean isTerminator() {
    return hasTrait(Trait.TERMINATOR);
  }

  /** Effects on memory; empty when nothing is known and the worst must be assumed. */
  public Optional<Set<Effect>> effects() {
    return effects;
  }

  public Optional<AssemblyFormat> assemblyFormat() {
    return Optional.ofNullable(spec.format);
  }

  /** Whether the custom form is written in a way of its own. */
  public boolean hasCustomForm() {
    return spec.format != null;
  }

  /** Reads what stands behind the name in custom form, which there must be. */
  public void parse(OpParser parser, OperationState state) {
    spec.format.parse(parser, state);
  }

  /** Writes what stands behind the name of {@code op}, an operation of this definition, in custom form, which there must be. */
  public void print(Operation op, OpPrinter printer) {
    spec.format.print(op, printer);
  }

  public Optional<OpVerifier<T>> verifier() {
    return Optional.ofNullable(spec.verifier);
  }

  public Optional<Folder<T>> folder() {
    return Optional.ofNullable(spec.folder);
  }

  /** Executable meaning, for operations that compute results from operands alone. */
  public Optional<EvalRule<T>> eval() {
    return Optional.ofNullable(spec.eval);
  }

  /** The kernel that gives {@code op}, an operation of this definition, its meaning; empty when none is declared. */
  public Optional<Kernel> kernel(Operation op) {
    return eval().map(rule -> rule.kernel(cast(op)));
  }

  /** Runs the declared verifier on {@code op}, an operation of this definition. */
  public void verify(Operation op, DiagnosticEngine diagnostics) {
    if (spec.verifier != null) {
      spec.verifier.verify(cast(op), diagnostics);
    }
  }

  /** Runs the declared folder on {@code op}, an operation of this definition. */
  public Optional<FoldResult> fold(Operation op, List<Optional<Attribute>> constants) {
    return spec.folder == null ? Optional.empty() : spec.folder.fold(cast(op), constants);
  }

  /** How the range of the result follows from those of the operands. */
  public Optional<RangeRule<? super T>> ranges() {
    return Optional.ofNullable(spec.ranges);
  }

  /** The range of the result of {@code op}, an operation of this definition; empty when no rule is declared. */
  public Optional<IntegerRange> range(Operation op, List<IntegerRange> operands) {
    return ranges().map(rule -> rule.infer(cast(op), operands));
  }

  /** The rewrites that bring this operation into canonical form. */
  public List<RewritePattern> canonicalizationPatterns() {
    return spec.canonicalizers.stream().<RewritePattern>flatMap(patterns -> patterns.get().stream()).toList();
  }

  /** Creates a detached operation as {@code state} says, without checks. */
  public T instantiate(OperationState state) {
    return factory.apply(state);
  }

  /** {@code op} as this definition's class. */
  // Operations get their definition from the state that their definition makes them of; to ask their class costs a call into the runtime.
  @SuppressWarnings("unchecked")
  public T cast(Operation op) {
    return is(op) ? (T) op : kind.cast(op);
  }

  /** Whether {@code op} is of this definition. */
  public boolean is(Operation op) {
    return op.definition() == this;
  }

  /** The result types that operands and attributes determine; empty when they don't. */
  public List<Type> inferResultTypes(OperationState state) {
    if (spec.inference != null) {
      return spec.inference.apply(state);
    }
    if (hasTrait(Trait.SAME_OPERANDS_AND_RESULT_TYPE) && !state.operands().isEmpty()) {
      Type type = state.operands().getFirst().type();
      return Collections.nCopies(results.size(), type);
    }
    return List.of();
  }

  /** Whether {@link #inferResultTypes} gives the result types. */
  public boolean infersResultTypes() {
    return spec.inference != null || hasTrait(Trait.SAME_OPERANDS_AND_RESULT_TYPE);
  }

  /** The dialect whose operations are written without prefix in the regions of this one; empty for none. */
  public String defaultDialect() {
    return spec.defaultDialect;
  }

  /** Which types follow from which others, for custom syntax that leaves them out. */
  public FixedList<TypeMatch> typeMatches() {
    return typeMatches;
  }

  /** The attribute that holds the sizes of operand groups. */
  public static final String OPERAND_SEGMENTS = "operandSegmentSizes";

  /** The attribute that holds the sizes of result groups. */
  public static final String RESULT_SEGMENTS = "resultSegmentSizes";

  /** Where the operand groups lie among all operands. */
  public GroupLayout operandLayout() {
    return operandLayout;
  }

  /** Where the result groups lie among all results. */
  public GroupLayout resultLayout() {
    return resultLayout;
  }

  /** Where an operand group lies in {@code op}. */
  public Range operandRange(Operation op, int group) {
    return operandLayout.range(op, group, op.operandCount());
  }

  /** Where a result group lies in {@code op}. */
  public Range resultRange(Operation op, int group) {
    return resultLayout.range(op, group, op.resultCount());
  }

  @Override
  public String toString() {
    return name;
  }
}
