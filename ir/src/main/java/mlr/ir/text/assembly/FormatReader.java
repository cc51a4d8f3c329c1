package mlr.ir.text.assembly;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mlr.ir.Attribute;
import mlr.ir.OperationState;
import mlr.ir.Region;
import mlr.ir.SymbolTable;
import mlr.ir.Type;
import mlr.ir.attributes.DenseArrayAttr;
import mlr.ir.attributes.StringAttr;
import mlr.ir.attributes.SymbolRefAttr;
import mlr.ir.attributes.TypeAttr;
import mlr.ir.attributes.UnitAttr;
import mlr.ir.definition.Arity;
import mlr.ir.definition.AttributeHandle;
import mlr.ir.definition.AttributeSyntax;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.OperandHandle;
import mlr.ir.definition.Trait;
import mlr.ir.text.OpParser;
import mlr.ir.text.assembly.FormatElement.TypeSource;

/** Reads one operation by the elements of its format. */
final class FormatReader {
  /** Room for what most lists hold, less than they take by themselves. */
  private static final int FEW = 4;

  private final OpParser in;
  private final OperationState state;
  private final OpDefinition<?> definition;

  /** The operands read so far. */
  private final GroupedList<OpParser.UnresolvedOperand> operands;
  private final GroupTypes types;
  private Optional<List<OpParser.UnresolvedOperand>> allOperands = Optional.empty();

  FormatReader(OpParser in, OperationState state) {
    this.in = in;
    this.state = state;
    this.definition = state.definition();
    this.operands = new GroupedList<>(definition.operands().size());
    this.types = new GroupTypes(definition, in);
  }

  void read(FormatSequence elements) {
    readElements(elements, 0);
    if (definition.hasTrait(Trait.SINGLE_BLOCK)) {
      for (int i = 0; i < state.regions().size(); i++) {
        if (state.regions().get(i).isEmpty()) {
          state.regions().get(i).addBlock();
        }
      }
    }
    resolve();
  }

  private void readElements(FormatSequence elements, int from) {
    for (int i = from; i < elements.size(); i++) {
      readElement(elements.get(i));
    }
  }

  // The most common classes first, without a switch: see FormatWriter.
  private void readElement(FormatElement element) {
    if (element instanceof FormatElement.Literal literal) {
      if (literal.isKeyword()) {
        in.parseKeyword(literal.text());
      } else {
        in.parsePunctuation(literal.text());
      }
    } else if (element instanceof FormatElement.Operand operand && operand.handle().arity() == Arity.ONE) {
      operands.add(operand.handle().group(), in.parseOperand());
    } else if (element instanceof FormatElement.AttributeDictionary(boolean keyword)) {
      if (keyword) {
        in.parseOptionalAttributeDictionaryWithKeyword(state);
      } else {
        in.parseOptionalAttributeDictionary(state);
      }
    } else if (element instanceof FormatElement.TypeOf(var source, var _)) {
      if (isSingle(source)) {
        types.set(source, in.parseType());
      } else {
        types.set(source, readTypes());
      }
    } else if (element instanceof FormatElement.Optional group) {
      readGroup(group);
    } else if (element instanceof FormatElement.Attribute attribute) {
      readAttribute(attribute.handle());
    } else {
      readOther(element);
    }
  }

  private void readOther(FormatElement element) {
    if (element instanceof FormatElement.Region region) {
      in.parseRegion(state.regions().get(region.handle().index()), List.of());
    } else if (element instanceof FormatElement.Successor) {
      state.successor(in.parseSuccessor());
    } else if (element instanceof FormatElement.FunctionalType functional) {
      var type = in.parseFunctionType();
      types.set(functional.inputs(), type.inputs());
      types.set(functional.results(), type.results());
    } else if (!(element instanceof FormatElement.Whitespace)) {
      readOptional(element);
    }
  }

  private static boolean isSingle(TypeSource source) {
    return source instanceof TypeSource.OfResult(var result) ? result.arity() == Arity.ONE
        : source instanceof TypeSource.OfOperand(var operand) && operand.arity() == Arity.ONE;
  }

  private List<Type> readTypes() {
    var all = new ArrayList<Type>(FEW);
    var next = in.parseOptionalType();
    while (next.isPresent()) {
      all.add(next.get());
      next = in.parseOptionalPunctuation(",") ? Optional.of(in.parseType()) : Optional.empty();
    }
    return all;
  }

  private void readGroup(FormatElement.Optional group) {
    var then = group.then();
    int first = 0;
    while (then.get(first) instanceof FormatElement.Whitespace) {
      first++;
    }
    if (!readOptional(then.get(first))) {
      readElements(group.otherwise(), 0);
      return;
    }
    if (group.anchor() instanceof FormatElement.Attribute anchor && anchor.handle().kind() == UnitAttr.class) {
      state.attribute(anchor.handle().name(), UnitAttr.UNIT);
    }
    readElements(then, first + 1);
  }

  /** Reads an element if it comes next, and says whether it did. */
  private boolean readOptional(FormatElement element) {
    if (element instanceof FormatElement.Literal literal) {
      return literal.isKeyword() ? in.parseOptionalKeyword(literal.text()) : in.parseOptionalPunctuation(literal.text());
    }
    if (element instanceof FormatElement.Attribute attribute) {
      return readOptionalAttribute(attribute.handle());
    }
    if (element instanceof FormatElement.Operand operand) {
      boolean several = operand.handle().arity() == Arity.VARIADIC;
      return readOperands(operand.handle(), several ? in.parseOperandList() : in.parseOptionalOperand().stream().toList());
    }
    if (element instanceof FormatElement.AttributeDictionary) {
      var read = in.parseOptionalAttributeMap();
      state.attributes(read);
      return !read.isEmpty();
    }
    return readOptionalOther(element);
  }

  private boolean readOptionalOther(FormatElement element) {
    return switch (element) {
      case FormatElement.Operands _ -> {
        allOperands = Optional.of(in.parseOperandList());
        yield !allOperands.get().isEmpty();
      }
      case FormatElement.Region region -> in.parseOptionalRegion(state.regions().get(region.handle().index()), List.of());
      case FormatElement.Regions _ -> {
        var first = new Region();
        boolean present = in.parseOptionalRegion(first, List.of());
        if (present) {
          state.region(first);
        }
        while (present && in.parseOptionalPunctuation(",")) {
          in.parseRegion(state.addRegion(), List.of());
        }
        yield present;
      }
      case FormatElement.Successor _, FormatElement.Successors _ -> {
        var successor = in.parseOptionalSuccessor();
        successor.ifPresent(state::successor);
        while (element instanceof FormatElement.Successors && successor.isPresent() && in.parseOptionalPunctuation(",")) {
          state.successor(in.parseSuccessor());
        }
        yield successor.isPresent();
      }
      case FormatElement.TypeOf of -> {
        var read = isSingle(of.source()) ? in.parseOptionalType().stream().toList() : readTypes();
        types.set(of.source(), read);
        yield !read.isEmpty();
      }
      default -> throw new IllegalArgumentException("assembly format of " + definition.name() + ": an optional group starts with what can't be looked for");
    };
  }

  private boolean readOperands(OperandHandle handle, List<OpParser.UnresolvedOperand> read) {
    operands.addAll(handle.group(), read);
    return !read.isEmpty();
  }

  // Attributes

  private void readAttribute(AttributeHandle<?> handle) {
    if (handle.kind() == UnitAttr.class) {
      return;
    }
    var where = in.location();
    var value = parse(handle);
    if (!handle.kind().isInstance(value)) {
      throw in.errorAt(where, "'" + definition.name() + "' op attribute '" + handle.name() + "' cannot be " + value + (handle.description().isEmpty() ? "" : ": expected " + handle.description()));
    }
    state.attribute(handle.name(), value);
  }

  private Attribute parse(AttributeHandle<?> handle) {
    if (handle.syntax() instanceof AttributeSyntax.Keyword(var cases)) {
      return cases.attribute(in.parseCaseOf(cases.names())).orElseThrow();
    }
    if (handle.syntax() instanceof AttributeSyntax.Typed(Type type)) {
      return handle.kind() == DenseArrayAttr.class ? in.parseBareArray(type) : in.parseAttribute(type);
    }
    if (handle.syntax() instanceof AttributeSyntax.Stripped(String dialect, String mnemonic)) {
      return in.parseStrippedAttribute(dialect, mnemonic);
    }
    if (handle.name().equals(SymbolTable.NAME_ATTRIBUTE)) {
      return new StringAttr(in.parseSymbolName());
    }
    if (handle.kind() == SymbolRefAttr.class) {
      return in.parseSymbol();
    }
    if (handle.kind() == TypeAttr.class) {
      return new TypeAttr(in.parseType());
    }
    return handle.kind() == StringAttr.class ? new StringAttr(in.parseString()) : in.parseAttribute();
  }

  private boolean readOptionalAttribute(AttributeHandle<?> handle) {
    Optional<? extends Attribute> read = handle.syntax() instanceof AttributeSyntax.Keyword(var cases)
        ? in.parseOptionalCaseOf(cases.names()).flatMap(cases::attribute) : readOptionalPlain(handle);
    if (read.isPresent()) {
      state.attribute(handle.name(), read.get());
    }
    return read.isPresent();
  }

  private Optional<? extends Attribute> readOptionalPlain(AttributeHandle<?> handle) {
    if (!(handle.syntax() instanceof AttributeSyntax.Plain)) {
      throw new IllegalArgumentException("assembly format of " + definition.name() + ": '$" + handle.name() + "' cannot start an optional group");
    }
    if (handle.name().equals(SymbolTable.NAME_ATTRIBUTE)) {
      return in.parseOptionalSymbolName().map(StringAttr::new);
    }
    if (handle.kind() == SymbolRefAttr.class) {
      return in.parseOptionalSymbol();
    }
    if (handle.kind() == TypeAttr.class) {
      return in.parseOptionalType().map(TypeAttr::new);
    }
    return handle.kind() == StringAttr.class ? in.parseOptionalString().map(StringAttr::new) : in.parseOptionalAttribute();
  }

  // Operands and types

  private void resolve() {
    resolveOperands();
    if (allOperands.isEmpty() && definition.hasTrait(Trait.ATTR_SIZED_OPERAND_SEGMENTS)) {
      state.attribute(OpDefinition.OPERAND_SEGMENTS, DenseArrayAttr.i32(definition.operands().stream().mapToInt(group -> operands.size(group.group())).toArray()));
    }
    types.addResults(state);
  }

  private void resolveOperands() {
    if (types.allOperands().isPresent()) {
      var all = allOperands.orElseGet(() -> definition.operands().stream().flatMap(group -> operands.get(group.group()).stream()).toList());
      in.resolveOperands(all, types.allOperands().get(), state);
    } else if (allOperands.isPresent()) {
      // Without types of their own, all operands follow the first group's.
      in.resolveOperands(allOperands.get(), types.of(definition.operands().getFirst(), allOperands.get().size()), state);
    } else {
      var groups = definition.operands();
      for (int i = 0; i < groups.size(); i++) {
        var group = groups.get(i);
        int number = group.group();
        if (operands.size(number) == 1 && (types.size(group) == 1 || types.size(group) == 0 && group.arity() == Arity.ONE)) {
          in.resolveOperand(operands.first(number), types.single(group), state);
        } else {
          in.resolveOperands(operands.get(number), types.of(group, operands.size(number)), state);
        }
      }
    }
  }
}
