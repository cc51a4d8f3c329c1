package mlr.ir.text.reader;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import mlr.ir.Attribute;
import mlr.ir.Block;
import mlr.ir.DialectRegistry;
import mlr.ir.Location;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Region;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.attributes.LocationAttr;
import mlr.ir.attributes.SymbolRefAttr;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.Trait;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.diagnostics.SourceFile;
import mlr.ir.text.OpParser;
import mlr.ir.text.ParseFailure;
import mlr.ir.text.ParserOptions;
import mlr.ir.text.Spelling;
import mlr.ir.types.FunctionType;

/** Reads operations, blocks and regions, in generic and in custom form. After an error it goes on with the next operation. */
public final class OperationReader extends AttributeReader implements OpParser {
  private final Map<String, OpDefinition<?>> unregistered = new LinkedHashMap<>();
  private final Deque<String> defaultDialects = new ArrayDeque<>(List.of("builtin"));
  private final List<DeferredLocation> deferredLocations = new ArrayList<>();
  private ValueScope scope = new ValueScope(Optional.empty(), true);
  private List<ResultGroup> resultGroups = List.of();
  private Optional<OpDefinition<?>> current = Optional.empty();

  /** {@code %name:count} on the left of an operation. */
  private record ResultGroup(String name, int count, Location location) {}

  /** A location alias that is defined behind its use. */
  private record DeferredLocation(String alias, Location use, Consumer<Location> target) {}

  public OperationReader(SourceFile source, DialectRegistry registry, ParserOptions options, DiagnosticEngine diagnostics) {
    super(source, registry, options, diagnostics);
  }

  /** Reads a whole text, aliases and operations, into {@code block}. Errors are reported, never thrown. */
  public void readTopLevel(Block block) {
    while (!at(TokenKind.END)) {
      int start = lexer.start();
      try {
        if (at(TokenKind.ATTRIBUTE)) {
          readAttributeAlias();
        } else if (at(TokenKind.TYPE)) {
          readTypeAlias();
        } else if (atPunctuation("{-#")) {
          throw error("file metadata (dialect resources) is not supported");
        } else {
          readOperation(block);
        }
      } catch (ParseFailure _) {
        recover(start);
        if (atPunctuation("}")) {
          lexer.advance();
        }
      }
    }
    closeScope();
    for (var deferred : deferredLocations) {
      if (attributeAliases.get(deferred.alias()) instanceof LocationAttr known) {
        deferred.target().accept(known.value());
      } else {
        report(deferred.use(), "undefined location alias '#" + deferred.alias() + "'" + Spelling.suggestion(deferred.alias(), attributeAliases.keySet()));
      }
    }
  }

  private void readAttributeAlias() {
    var where = location();
    var name = take().substring(1);
    checkAlias(where, name, attributeAliases.containsKey(name));
    parsePunctuation("=");
    attributeAliases.put(name, parseAttribute());
  }

  private void readTypeAlias() {
    var where = location();
    var name = take().substring(1);
    checkAlias(where, name, typeAliases.containsKey(name));
    parsePunctuation("=");
    typeAliases.put(name, parseType());
  }

  private void checkAlias(Location where, String name, boolean known) {
    if (name.indexOf('.') >= 0) {
      throw errorAt(where, "names with a '.' are reserved for dialects; '" + name + "' cannot be an alias");
    }
    if (known) {
      throw errorAt(where, "redefinition of alias '" + name + "'");
    }
  }

  // Operations

  private void readOperation(Block block) {
    var outerGroups = resultGroups;
    var outerDefinition = current;
    resultGroups = List.of();
    try {
      resultGroups = readResultGroups();
      var op = at(TokenKind.STRING) ? readGeneric() : readCustom();
      block.append(op);
      readTrailingLocation(op::setLocation).ifPresent(op::setLocation);
      defineResults(op);
    } catch (ParseFailure failure) {
      resultGroups.forEach(group -> scope.poison(group.name()));
      throw failure;
    } finally {
      resultGroups = outerGroups;
      current = outerDefinition;
    }
  }

  private List<ResultGroup> readResultGroups() {
    if (!at(TokenKind.VALUE)) {
      return List.of();
    }
    var groups = new ArrayList<ResultGroup>();
    do {
      var where = location();
      if (!at(TokenKind.VALUE)) {
        throw expected("an SSA name");
      }
      var name = take().substring(1);
      int count = 1;
      if (parseOptionalPunctuation(":")) {
        var countLocation = location();
        long read = parseInteger();
        if (read < 1 || read > Integer.MAX_VALUE) {
          throw errorAt(countLocation, "expected named operation to have at least 1 result");
        }
        count = (int) read;
      }
      groups.add(new ResultGroup(name, count, where));
    } while (parseOptionalPunctuation(","));
    resultGroups = groups;
    parsePunctuation("=");
    return groups;
  }

  private void defineResults(Operation op) {
    if (resultGroups.isEmpty()) {
      return;
    }
    long expected = 0;
    for (var group : resultGroups) {
      expected += group.count();
    }
    if (expected != op.resultCount()) {
      throw errorAt(resultGroups.getFirst().location(), op.resultCount() == 0 ? "cannot name an operation with no results: '" + op.name() + "'"
          : "operation defines " + op.resultCount() + " results but was provided " + expected + " to bind");
    }
    int at = 0;
    for (var group : resultGroups) {
      define(group.name(), op.results().subList(at, at + group.count()), group.location());
      at += group.count();
    }
  }

  private Operation readGeneric() {
    var where = location();
    var name = parseString();
    var state = new OperationState(genericDefinition(name, where), where);
    current = Optional.of(state.definition());
    var operands = new ArrayList<UnresolvedOperand>();
    parseCommaSeparated("(", ")", () -> operands.add(parseOperand()));
    if (atPunctuation("[")) {
      parseCommaSeparated("[", "]", () -> state.successor(parseSuccessor()));
    }
    if (parseOptionalPunctuation("<")) {
      state.attributes(parseAttributeDictionary());
      parsePunctuation(">");
    }
    if (atPunctuation("(")) {
      parseCommaSeparated("(", ")", () -> parseRegion(state.addRegion(), List.of()));
    }
    parseOptionalAttributeDictionary(state);
    parsePunctuation(":");
    var type = parseFunctionType();
    if (type.inputs().size() != operands.size()) {
      throw errorAt(where, "expected " + operands.size() + " operand types but had " + type.inputs().size());
    }
    resolveOperands(operands, type.inputs(), state);
    state.results(type.results());
    return state.definition().instantiate(state);
  }

  private OpDefinition<?> genericDefinition(String name, Location where) {
    var known = registry.operation(name);
    if (known.isPresent()) {
      return known.get();
    }
    int dot = name.indexOf('.');
    var namespace = dot < 0 ? "" : name.substring(0, dot);
    var dialect = registry.dialect(namespace);
    if (dialect.isPresent()) {
      throw errorAt(where, "unregistered operation '" + name + "' found in dialect ('" + namespace + "') that does not allow unknown operations"
          + Spelling.suggestion(name, namesOf(namespace)));
    }
    if (!options.allowUnregisteredDialect()) {
      throw errorAt(where, "operation '" + name + "' is of an unregistered dialect" + Spelling.suggestion(namespace, registry.namespaces())
          + "; --allow-unregistered-dialect accepts it");
    }
    return unregistered.computeIfAbsent(name, OpDefinition::unregistered);
  }

  private List<String> namesOf(String namespace) {
    return registry.dialect(namespace).stream().flatMap(dialect -> dialect.operations().stream()).<String>map(OpDefinition::name).toList();
  }

  private Operation readCustom() {
    if (!at(TokenKind.WORD)) {
      throw expected("an operation");
    }
    var where = location();
    var definition = customDefinition(take(), where);
    current = Optional.of(definition);
    var format = definition.assemblyFormat()
        .orElseThrow(() -> errorAt(where, "'" + definition.name() + "' has no custom form; write the generic one: \"" + definition.name() + "\"(…) : (…) -> (…)"));
    var state = new OperationState(definition, where);
    format.parse(this, state);
    if (state.resultTypes().isEmpty() && definition.infersResultTypes()) {
      state.results(inferredResultTypes(definition, state, where));
    }
    return definition.instantiate(state);
  }

  // Inference runs before the verifier has seen the operands, so it may meet what it can't work on.
  private List<Type> inferredResultTypes(OpDefinition<?> definition, OperationState state, Location where) {
    try {
      return definition.inferResultTypes(state);
    } catch (IllegalArgumentException | IllegalStateException | ClassCastException | NoSuchElementException | IndexOutOfBoundsException | ArithmeticException cause) {
      throw errorAt(where, "'" + definition.name() + "' op cannot have result types inferred from operands of type ("
          + String.join(", ", state.operands().stream().map(v -> v.type().toString()).toList()) + ")");
    }
  }

  private OpDefinition<?> customDefinition(String name, Location where) {
    var fallback = defaultDialects.peek();
    boolean bare = name.indexOf('.') < 0;
    var known = registry.operation(name).or(() -> bare ? registry.operation(fallback + "." + name) : Optional.empty())
        .or(() -> bare ? registry.operation("builtin." + name) : Optional.empty());
    if (known.isPresent()) {
      return known.get();
    }
    var candidates = new ArrayList<String>();
    if (bare) {
      for (var namespace : new String[] {fallback, "builtin"}) {
        namesOf(namespace).forEach(full -> candidates.add(full.substring(namespace.length() + 1)));
      }
      throw errorAt(where, "custom op '" + name + "' is unknown" + Spelling.suggestion(name, candidates));
    }
    var namespace = name.substring(0, name.indexOf('.'));
    if (registry.dialect(namespace).isPresent()) {
      throw errorAt(where, "custom op '" + name + "' is unknown" + Spelling.suggestion(name, namesOf(namespace)));
    }
    throw errorAt(where, "custom op '" + name + "' is unknown: there is no dialect '" + namespace + "'" + Spelling.suggestion(namespace, registry.namespaces()));
  }

  /** Skips to what looks like the start of the next operation of the same block, or to its closing brace; in any case further than {@code start}. */
  private void recover(int start) {
    if (lexer.start() == start && !at(TokenKind.END)) {
      lexer.advance();
    }
    int depth = 0;
    while (!at(TokenKind.END)) {
      boolean startsLine = lexer.slice(lexer.previousEnd(), lexer.start()).indexOf('\n') >= 0;
      boolean startsOperation = at(TokenKind.VALUE) || at(TokenKind.WORD) || at(TokenKind.STRING) || at(TokenKind.BLOCK) || at(TokenKind.ATTRIBUTE) || at(TokenKind.TYPE);
      if (depth == 0 && (startsLine && startsOperation || atPunctuation("}"))) {
        return;
      }
      depth += atPunctuation("{") ? 1 : atPunctuation("}") ? -1 : 0;
      lexer.advance();
    }
  }

  // Values

  @Override
  public UnresolvedOperand parseOperand() {
    return parseOptionalOperand().orElseThrow(() -> expected("an SSA operand"));
  }

  @Override
  public Optional<UnresolvedOperand> parseOptionalOperand() {
    if (!at(TokenKind.VALUE)) {
      return Optional.empty();
    }
    var where = location();
    int end = lexer.end();
    var name = take().substring(1);
    int number = 0;
    if (at(TokenKind.ATTRIBUTE) && lexer.start() == end) {
      try {
        number = Integer.parseInt(lexer.spelling().substring(1));
      } catch (NumberFormatException _) {
        throw error("invalid SSA value result number");
      }
      lexer.advance();
    }
    return Optional.of(new UnresolvedOperand(name, number, where));
  }

  @Override
  public List<UnresolvedOperand> parseOperandList() {
    var all = new ArrayList<UnresolvedOperand>();
    if (at(TokenKind.VALUE)) {
      do {
        all.add(parseOperand());
      } while (parseOptionalPunctuation(","));
    }
    return all;
  }

  @Override
  public List<UnresolvedOperand> parseParenthesizedOperandList() {
    var all = new ArrayList<UnresolvedOperand>();
    parseCommaSeparated("(", ")", () -> all.add(parseOperand()));
    return all;
  }

  @Override
  public Value resolveOperand(UnresolvedOperand operand, Type type) {
    var known = scope.lookup(operand.name());
    if (known.isEmpty()) {
      var forward = scope.forward(operand.name(), operand.resultNumber(), type, operand.location());
      checkUse(operand, type, forward.placeholder().type(), forward.use());
      return forward.placeholder();
    }
    var definition = known.get();
    if (operand.resultNumber() >= definition.values().size()) {
      var message = "reference to invalid result number: '%" + operand.name() + "' has " + definition.values().size() + " results";
      report(operand.location(), message).note(definition.location(), "defined here");
      throw new ParseFailure(message);
    }
    var value = definition.values().get(operand.resultNumber());
    checkUse(operand, type, value.type(), definition.location());
    return value;
  }

  private void checkUse(UnresolvedOperand operand, Type type, Type known, Location earlier) {
    if (!type.equals(known) && !scope.isPoisoned(operand.name())) {
      var message = "use of value '%" + operand.name() + "' expects different type than prior uses: '" + type + "' vs '" + known + "'";
      report(operand.location(), message).note(earlier, "prior use here");
      throw new ParseFailure(message);
    }
  }

  @Override
  public void resolveOperand(UnresolvedOperand operand, Type type, OperationState state) {
    state.operand(resolveOperand(operand, type));
  }

  @Override
  public void resolveOperands(List<UnresolvedOperand> operands, List<Type> types, OperationState state) {
    if (operands.size() != types.size()) {
      throw errorAt(operands.isEmpty() ? location() : operands.getFirst().location(),
          "number of operands and types do not match: got " + operands.size() + " operands and " + types.size() + " types");
    }
    for (int i = 0; i < types.size(); i++) {
      resolveOperand(operands.get(i), types.get(i), state);
    }
  }

  private void define(String name, List<? extends Value> values, Location where) {
    var earlier = scope.lookup(name);
    if (earlier.isPresent()) {
      var message = "redefinition of SSA value '%" + name + "'";
      report(where, message).note(earlier.get().location(), "previously defined here");
      throw new ParseFailure(message);
    }
    for (var use : scope.define(name, new ValueScope.Definition(values, where))) {
      if (use.number() >= values.size()) {
        report(use.use(), "reference to invalid result number: '%" + name + "' has " + values.size() + " results").note(where, "defined here");
        continue;
      }
      var value = values.get(use.number());
      if (!value.type().equals(use.placeholder().type())) {
        report(where, "definition of SSA value '%" + name + "#" + use.number() + "' has type '" + value.type() + "'")
            .note(use.use(), "previously used here with type '" + use.placeholder().type() + "'");
      }
      use.placeholder().replaceAllUsesWith(value);
    }
  }

  private void closeScope() {
    for (var use : scope.close()) {
      report(use.use(), "use of undeclared SSA value name '%" + use.name() + "'" + use.suggestion().map(s -> "; did you mean '%" + s + "'?").orElse(""));
    }
    scope.blocks().forEach((name, block) -> {
      if (!block.defined()) {
        var defined = scope.blocks().entrySet().stream().filter(e -> e.getValue().defined()).<String>map(Map.Entry::getKey).toList();
        report(block.location(), "reference to an undefined block '^" + name + "'" + Spelling.closest(name, defined).map(s -> "; did you mean '^" + s + "'?").orElse(""));
      }
    });
  }

  // Types and attributes

  @Override
  public List<Type> parseTypeList() {
    var all = new ArrayList<Type>();
    do {
      all.add(parseType());
    } while (parseOptionalPunctuation(","));
    return all;
  }

  @Override
  public List<Type> parseColonTypeList() {
    parsePunctuation(":");
    return parseTypeList();
  }

  @Override
  public List<Type> parseOptionalArrowTypeList() {
    return parseOptionalPunctuation("->") ? parseResultTypes() : List.of();
  }

  @Override
  public FunctionType parseFunctionType() {
    var where = location();
    if (!atPunctuation("(")) {
      throw expected("a function type");
    }
    return parseType() instanceof FunctionType type ? type : failFunctionType(where);
  }

  private FunctionType failFunctionType(Location where) {
    throw errorAt(where, "expected a function type");
  }

  @Override
  public Map<String, Attribute> parseOptionalAttributeMap() {
    return atPunctuation("{") ? parseAttributeDictionary() : Map.of();
  }

  @Override
  public void parseOptionalAttributeDictionary(OperationState state) {
    state.attributes(parseOptionalAttributeMap());
  }

  @Override
  public void parseOptionalAttributeDictionaryWithKeyword(OperationState state) {
    if (parseOptionalKeyword("attributes")) {
      if (!atPunctuation("{")) {
        throw expected("'{'");
      }
      parseOptionalAttributeDictionary(state);
    }
  }

  @Override
  public SymbolRefAttr parseSymbol() {
    return parseOptionalSymbol().orElseThrow(() -> expected("a symbol '@name'"));
  }

  @Override
  public Optional<SymbolRefAttr> parseOptionalSymbol() {
    return at(TokenKind.SYMBOL) ? Optional.of(builtinAttributes().symbolReference()) : Optional.empty();
  }

  @Override
  public String parseSymbolName() {
    return parseSymbolText();
  }

  @Override
  public Optional<String> parseOptionalSymbolName() {
    return at(TokenKind.SYMBOL) ? Optional.of(parseSymbolText()) : Optional.empty();
  }

  @Override
  public Optional<Location> parseOptionalLocation() {
    if (!atWord("loc")) {
      return Optional.empty();
    }
    lexer.advance();
    parsePunctuation("(");
    var read = parseLocationBody();
    parsePunctuation(")");
    return Optional.of(read);
  }

  /** {@code loc(…)} if it comes next; the target of an alias defined further on is told later. */
  private Optional<Location> readTrailingLocation(Consumer<Location> later) {
    if (!atWord("loc")) {
      return Optional.empty();
    }
    int start = lexer.start();
    lexer.advance();
    parsePunctuation("(");
    var name = at(TokenKind.ATTRIBUTE) ? lexer.spelling().substring(1) : "";
    if (!name.isEmpty() && name.indexOf('.') < 0 && !attributeAliases.containsKey(name)) {
      deferredLocations.add(new DeferredLocation(name, location(), later));
      lexer.advance();
      parsePunctuation(")");
      return Optional.empty();
    }
    lexer.reset(start);
    return parseOptionalLocation();
  }

  // Regions and blocks

  @Override
  public Argument parseArgument() {
    return parseOptionalArgument().orElseThrow(() -> expected("a region argument '%name: type'"));
  }

  @Override
  public Optional<Argument> parseOptionalArgument() {
    return parseOptionalOperand().map(name -> {
      if (name.resultNumber() != 0) {
        throw errorAt(name.location(), "a region argument has no result number");
      }
      parsePunctuation(":");
      var type = parseType();
      return new Argument(name, type, parseOptionalLocation().orElse(name.location()));
    });
  }

  @Override
  public List<Argument> parseArgumentList() {
    var all = new ArrayList<Argument>();
    parseCommaSeparated("(", ")", () -> all.add(parseArgument()));
    return all;
  }

  @Override
  public boolean parseOptionalRegion(Region region, List<Argument> arguments) {
    if (!atPunctuation("{")) {
      return false;
    }
    parseRegion(region, arguments);
    return true;
  }

  @Override
  public void parseRegion(Region region, List<Argument> arguments, OpDefinition<?> terminator) {
    var where = location();
    parseRegion(region, arguments);
    if (region.isEmpty()) {
      region.addBlock();
    }
    if (region.blocks().size() == 1 && region.entry().terminator().isEmpty()) {
      region.entry().append(OperationState.of(terminator, where).create());
    }
  }

  @Override
  public void parseRegion(Region region, List<Argument> arguments) {
    if (!atPunctuation("{")) {
      throw expected("'{' to begin a region");
    }
    nested(() -> readRegion(region, arguments));
  }

  private void readRegion(Region region, List<Argument> arguments) {
    var open = location();
    lexer.advance();
    scope = new ValueScope(Optional.of(scope), current.filter(d -> d.hasTrait(Trait.ISOLATED_FROM_ABOVE)).isPresent());
    defaultDialects.push(current.map(OpDefinition::defaultDialect).orElse(""));
    try {
      if (!arguments.isEmpty() || !atPunctuation("}") && !at(TokenKind.BLOCK)) {
        var entry = region.addBlock();
        for (var argument : arguments) {
          var value = entry.addArgument(argument.type(), argument.location());
          define(argument.name().name(), List.of(value), argument.name().location());
        }
        readOperations(entry);
      }
      while (at(TokenKind.BLOCK)) {
        readBlock(region);
      }
      if (at(TokenKind.END)) {
        var message = "expected '}' to close a region";
        report(source.location(lexer.previousEnd()), message).note(open, "the region starts here");
        throw new ParseFailure(message);
      }
      lexer.advance();
      closeScope();
    } finally {
      scope = scope.parent().orElseThrow();
      defaultDialects.pop();
    }
  }

  private void readBlock(Region region) {
    var where = location();
    var name = take().substring(1);
    var known = Optional.ofNullable(scope.blocks().get(name));
    boolean redefined = known.filter(ValueScope.BlockName::defined).isPresent();
    if (redefined) {
      report(where, "redefinition of block '^" + name + "'").note(known.get().location(), "previously defined here");
    }
    var block = redefined ? new Block() : known.map(ValueScope.BlockName::block).orElseGet(Block::new);
    region.addBlock(block);
    scope.blocks().put(name, new ValueScope.BlockName(block, true, where));
    try {
      if (atPunctuation("(")) {
        parseCommaSeparated("(", ")", () -> readBlockArgument(block));
      }
      parsePunctuation(":");
    } catch (ParseFailure _) {
      recover(lexer.start());
    }
    readOperations(block);
  }

  private void readBlockArgument(Block block) {
    var name = parseOperand();
    try {
      parsePunctuation(":");
      var argument = block.addArgument(parseType(), name.location());
      readTrailingLocation(argument::setLocation).ifPresent(argument::setLocation);
      define(name.name(), List.of(argument), name.location());
    } catch (ParseFailure failure) {
      scope.poison(name.name());
      throw failure;
    }
  }

  private void readOperations(Block block) {
    while (!atPunctuation("}") && !at(TokenKind.BLOCK) && !at(TokenKind.END)) {
      int start = lexer.start();
      try {
        readOperation(block);
      } catch (ParseFailure _) {
        recover(start);
      }
    }
  }

  @Override
  public Block parseSuccessor() {
    return parseOptionalSuccessor().orElseThrow(() -> expected("a block name"));
  }

  @Override
  public Optional<Block> parseOptionalSuccessor() {
    if (!at(TokenKind.BLOCK)) {
      return Optional.empty();
    }
    var where = location();
    var name = take().substring(1);
    return Optional.of(scope.blocks().computeIfAbsent(name, _ -> new ValueScope.BlockName(new Block(), false, where)).block());
  }

  @Override
  public List<String> resultNames() {
    return resultGroups.stream().map(ResultGroup::name).toList();
  }
}
