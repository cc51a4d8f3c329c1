package mlr.ir.definition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import mlr.ir.Attribute;
import mlr.ir.FixedList;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.dataflow.IntegerRange;
import mlr.ir.dataflow.RangeRule;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.eval.EvalRule;
import mlr.ir.eval.Kernel;
import mlr.ir.rewrite.RewritePattern;
import mlr.ir.text.DeclarativeFormat;

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
  private final String dialect;
  private final String mnemonic;
  private final TraitSet traits;
  private final Optional<Set<Effect>> effects;
  private final Builder<T> spec;

  private OpDefinition(Builder<T> spec, boolean registered) {
    this.name = spec.name;
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
    return name.hashCode();
  }

  /** Starts the declaration of an operation {@code dialect.mnemonic}. */
  public static <T extends Operation> Builder<T> named(String name, Class<T> kind, Function<OperationState, T> factory) {
    return new Builder<>(name, kind, factory);
  }

  /** The definition of an operation about which nothing is known. */
  public static OpDefinition<Operation> unregistered(String name) {
    return new OpDefinition<>(new Builder<>(name, Operation.class, Operation::new), false);
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
  public T cast(Operation op) {
    return kind.cast(op);
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

  /** Gathers a declaration. Groups are numbered in the order they are declared in. */
  public static final class Builder<T extends Operation> {
    private final String name;
    private final Class<T> kind;
    private final Function<OperationState, T> factory;
    private final List<OperandHandle> operands = new ArrayList<>();
    private final List<ResultHandle> results = new ArrayList<>();
    private final List<AttributeHandle<?>> attributes = new ArrayList<>();
    private final List<RegionHandle> regions = new ArrayList<>();
    private final EnumSet<Trait> traits = EnumSet.noneOf(Trait.class);
    private final List<Supplier<? extends List<? extends RewritePattern>>> canonicalizers = new ArrayList<>();
    private final List<TypeMatch> typeMatches = new ArrayList<>();
    private String defaultDialect = "";
    private String summary = "";
    private String description = "";
    private int successorCount;
    private boolean variadicRegions;
    private Set<Effect> effects;
    private AssemblyFormat format;
    private OpVerifier<T> verifier;
    private Folder<T> folder;
    private EvalRule<T> eval;
    private RangeRule<? super T> ranges;
    private Function<OperationState, List<Type>> inference;

    private Builder(String name, Class<T> kind, Function<OperationState, T> factory) {
      this.name = name;
      this.kind = kind;
      this.factory = factory;
    }

    public Builder<T> summary(String text) {
      summary = text;
      return this;
    }

    public Builder<T> description(String markdown) {
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
    public Builder<T> defaultDialect(String namespace) {
      defaultDialect = namespace;
      return this;
    }

    /** The type of the operand or result {@code to} is {@code transform} of that of {@code from}; custom syntax need not write it. */
    public Builder<T> typesMatchWith(String from, String to, Function<Type, Type> transform) {
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
    public Builder<T> variadicRegions() {
      variadicRegions = true;
      return this;
    }

    public Builder<T> successors(int count) {
      successorCount = count;
      return this;
    }

    public Builder<T> traits(Trait... more) {
      traits.addAll(List.of(more));
      return this;
    }

    public Builder<T> effects(Effect... all) {
      effects = Set.of(all);
      return this;
    }

    /** Custom syntax in upstream's declarative form: {@code "$lhs `,` $rhs attr-dict `:` type($result)"}. */
    public Builder<T> assembly(String declarative) {
      format = new DeclarativeFormat(declarative);
      return this;
    }

    /** Custom syntax read and written by code. */
    public Builder<T> assembly(AssemblyFormat custom) {
      format = custom;
      return this;
    }

    public Builder<T> verify(OpVerifier<T> check) {
      verifier = check;
      return this;
    }

    public Builder<T> fold(Folder<T> rule) {
      folder = rule;
      return this;
    }

    public Builder<T> eval(EvalRule<T> rule) {
      eval = rule;
      return this;
    }

    /** How the range of the single result, an integer, follows from those of the operands. */
    public Builder<T> ranges(RangeRule<? super T> rule) {
      ranges = rule;
      return this;
    }

    public Builder<T> infer(Function<OperationState, List<Type>> types) {
      inference = types;
      return this;
    }

    public Builder<T> canonicalize(RewritePattern... patterns) {
      return canonicalize(() -> List.of(patterns));
    }

    /** Patterns that are made when they are first needed. */
    public Builder<T> canonicalize(Supplier<? extends List<? extends RewritePattern>> patterns) {
      canonicalizers.add(patterns);
      return this;
    }

    public OpDefinition<T> build() {
      return new OpDefinition<>(this, true);
    }
  }
}
