package mlr.ir.text.reader;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import mlr.ir.Attribute;
import mlr.ir.Block;
import mlr.ir.DialectRegistry;
import mlr.ir.Location;
import mlr.ir.Operation;
import mlr.ir.OperationState;
import mlr.ir.Region;
import mlr.ir.Type;
import mlr.ir.attributes.DictionaryAttr;
import mlr.ir.definition.OpDefinition;
import mlr.ir.definition.Trait;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.diagnostics.SourceFile;
import mlr.ir.text.ExternalResources;
import mlr.ir.text.ParseFailure;
import mlr.ir.text.ParserOptions;

/** Reads operations, blocks and regions, in generic and in custom form. After an error it goes on with the next operation. */
public final class OperationReader extends ValueReader {
  private static final ResultGroup[] NO_GROUPS = {};
  private static final OpDefinition<?> NO_DEFINITION = OpDefinition.unregistered("");

  private final OperationNames names;
  private final Deque<String> defaultDialects = new ArrayDeque<>(List.of("builtin"));
  private final AliasReader aliases = new AliasReader(this);
  private ResultGroup[] resultGroups = NO_GROUPS;

  /** The definition of the operation being read; outside of operations one that says nothing. */
  private OpDefinition<?> current = NO_DEFINITION;

  /** {@code %name:count} on the left of an operation. */
  private record ResultGroup(String name, int count, int offset) {}

  private final ExternalResources external;

  /** @param external what tools keep in the text is added to it */
  public OperationReader(SourceFile source, DialectRegistry registry, ParserOptions options, DiagnosticEngine diagnostics, ExternalResources external) {
    super(source, registry, options, diagnostics);
    this.names = new OperationNames(registry, options.allowUnregisteredDialect(), this);
    this.external = external;
  }

  /** Reads a whole text, aliases and operations, into {@code block}. Errors are reported, never thrown. */
  public void readTopLevel(Block block) {
    while (!at(TokenKind.END)) {
      int start = lexer.start();
      try {
        if (at(TokenKind.ATTRIBUTE)) {
          aliases.readAttribute();
        } else if (at(TokenKind.TYPE)) {
          aliases.readType();
        } else if (parseOptionalPunctuation("}")) {
          report(source.location(start), "'}' closes nothing");
        } else if (atPunctuation("{-#")) {
          new MetadataReader(this, external).read();
        } else {
          readOperation(block);
        }
      } catch (ParseFailure _) {
        recover(start);
      }
    }
    closeScope();
    aliases.resolve();
  }

  // Operations

  private void readOperation(Block block) {
    var outerGroups = resultGroups;
    var outerDefinition = current;
    resultGroups = NO_GROUPS;
    try {
      readResultGroups();
      var op = at(TokenKind.STRING) ? readGeneric() : readCustom();
      block.append(op);
      if (atWord("loc")) {
        aliases.readTrailingLocation(op::setLocation);
      }
      defineResults(op);
    } catch (ParseFailure failure) {
      for (var group : resultGroups) {
        scope().poison(group.name());
      }
      throw failure;
    } finally {
      resultGroups = outerGroups;
      current = outerDefinition;
    }
  }

  private void readResultGroups() {
    if (!at(TokenKind.VALUE)) {
      return;
    }
    var first = readResultGroup();
    resultGroups = atPunctuation(",") ? furtherResultGroups(first) : new ResultGroup[] {first};
    parsePunctuation("=");
  }

  private ResultGroup[] furtherResultGroups(ResultGroup first) {
    var groups = new ArrayList<>(List.of(first));
    while (parseOptionalPunctuation(",")) {
      groups.add(readResultGroup());
    }
    return groups.toArray(NO_GROUPS);
  }

  private ResultGroup readResultGroup() {
    int where = lexer.start();
    if (!at(TokenKind.VALUE)) {
      throw expected("an SSA name");
    }
    var name = takeName();
    int count = 1;
    if (parseOptionalPunctuation(":")) {
      var countLocation = location();
      long read = parseInteger();
      if (read < 1 || read > Integer.MAX_VALUE) {
        throw errorAt(countLocation, "expected named operation to have at least 1 result");
      }
      count = (int) read;
    }
    return new ResultGroup(name, count, where);
  }

  private void defineResults(Operation op) {
    if (resultGroups.length == 0) {
      return;
    }
    long expected = 0;
    for (var group : resultGroups) {
      expected += group.count();
    }
    if (expected != op.resultCount()) {
      throw errorAt(source.location(resultGroups[0].offset()), op.resultCount() == 0 ? "cannot name an operation with no results: '" + op.name() + "'"
          : "operation defines " + op.resultCount() + " results but was provided " + expected + " to bind");
    }
    int at = 0;
    for (var group : resultGroups) {
      define(group.name(), op.result(at), group.count(), group.offset());
      at += group.count();
    }
  }

  private Operation readGeneric() {
    var where = location();
    var name = parseString();
    var state = new OperationState(names.generic(name, where), where);
    current = state.definition();
    var operands = new ArrayList<UnresolvedOperand>();
    parseCommaSeparated("(", ")", () -> operands.add(parseOperand()));
    if (atPunctuation("[")) {
      parseCommaSeparated("[", "]", () -> state.successor(parseSuccessor()));
    }
    var properties = readOptionalProperties();
    if (atPunctuation("(")) {
      parseCommaSeparated("(", ")", () -> parseRegion(state.addRegion(), List.of()));
    }
    parseOptionalAttributeDictionary(state);
    properties.ifPresent(given -> setProperties(state, given));
    parsePunctuation(":");
    var type = parseFunctionType();
    if (type.inputs().size() != operands.size()) {
      throw errorAt(where, "expected " + operands.size() + " operand types but had " + type.inputs().size());
    }
    resolveOperands(operands, type.inputs(), state);
    state.results(type.results());
    return state.definition().instantiate(state);
  }

  private Optional<Attribute> readOptionalProperties() {
    if (!parseOptionalPunctuation("<")) {
      return Optional.empty();
    }
    var properties = parseAttribute();
    if (!parseOptionalPunctuation(">")) {
      throw expected("'>' to close properties");
    }
    return Optional.of(properties);
  }

  /** Those of a known operation are attributes of it, and stronger than what its dictionary gives the same names. */
  private void setProperties(OperationState state, Attribute properties) {
    if (!state.definition().isRegistered()) {
      state.properties(Optional.of(properties));
    } else if (properties instanceof DictionaryAttr named) {
      state.attributes(named.entries());
    } else {
      throw errorAt(state.location(), "invalid properties " + properties + " for op " + state.definition().name() + ": expected DictionaryAttr to set properties");
    }
  }

  private Operation readCustom() {
    if (!at(TokenKind.WORD)) {
      throw expected("an operation");
    }
    var where = location();
    var definition = names.custom(take(), defaultDialects.peek(), where);
    current = definition;
    if (!definition.hasCustomForm()) {
      throw errorAt(where, "'" + definition.name() + "' has no custom form; write the generic one: \"" + definition.name() + "\"(…) : (…) -> (…)");
    }
    var state = new OperationState(definition, where);
    definition.parse(this, state);
    if (state.resultCount() == 0 && definition.infersResultTypes()) {
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

  /**
   * Skips what is left of the broken operation that starts at {@code start}: to what looks like the start of the next one of the same
   * block, or to the block's closing brace. Braces are counted from the operation's start, since the error may lie between two.
   */
  private void recover(int start) {
    int failure = Math.max(lexer.start(), start + 1);
    lexer.reset(start);
    if (atPunctuation("}")) {
      return;
    }
    int depth = 0;
    for (; !at(TokenKind.END); lexer.advance()) {
      boolean closes = atPunctuation("}");
      if (depth == 0 && lexer.start() > start && (closes || (lexer.start() > failure || lexer.start() == failure && !at(TokenKind.ERROR)) && atOperationStart())) {
        return;
      }
      depth += atPunctuation("{") ? 1 : closes ? -1 : 0;
    }
  }

  private boolean atOperationStart() {
    boolean startsLine = lexer.slice(lexer.previousEnd(), lexer.start()).indexOf('\n') >= 0;
    return startsLine && switch (lexer.kind()) {
      case VALUE, WORD, STRING, BLOCK, ATTRIBUTE, TYPE, ERROR -> true;
      default -> false;
    };
  }

  // Regions and blocks

  @Override
  public Argument parseArgument() {
    if (!at(TokenKind.VALUE)) {
      throw expected("a region argument '%name: type'");
    }
    var where = location();
    var name = parseOperand();
    if (name.resultNumber() != 0) {
      throw errorAt(where, "a region argument has no result number");
    }
    parsePunctuation(":");
    var type = parseType();
    return new Argument(name, type, parseOptionalLocation().orElse(where));
  }

  @Override
  public Optional<Argument> parseOptionalArgument() {
    return at(TokenKind.VALUE) ? Optional.of(parseArgument()) : Optional.empty();
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
    if (region.blockCount() == 1 && region.entry().terminator().isEmpty()) {
      region.entry().append(OperationState.of(terminator, where).create());
    }
  }

  @Override
  public void parseRegion(Region region, List<Argument> arguments) {
    if (!atPunctuation("{")) {
      throw expected("'{' to begin a region");
    }
    // The stack of default dialects grows by one a region.
    checkNesting(defaultDialects.size() - 1);
    readRegion(region, arguments);
  }

  private void readRegion(Region region, List<Argument> arguments) {
    var open = location();
    lexer.advance();
    openScope(current.hasTrait(Trait.ISOLATED_FROM_ABOVE));
    defaultDialects.push(current.defaultDialect());
    try {
      if (!arguments.isEmpty() || !atPunctuation("}") && !at(TokenKind.BLOCK)) {
        var entry = region.addBlock();
        for (int i = 0; i < arguments.size(); i++) {
          var argument = arguments.get(i);
          var value = entry.addArgument(argument.type(), argument.location());
          define(argument.name().name(), value, 1, argument.name().offset());
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
      leaveScope();
      defaultDialects.pop();
    }
  }

  private void readBlock(Region region) {
    int start = lexer.start();
    var name = takeName();
    var known = scope().blocks().get(name);
    boolean redefined = known != null && known.defined();
    if (redefined) {
      report(source.location(start), "redefinition of block '^" + name + "'").note(source.location(known.offset()), "previously defined here");
    }
    var block = redefined || known == null ? new Block() : known.block();
    region.addBlock(block);
    scope().blocks().put(name, new ValueScope.BlockName(block, true, start));
    try {
      if (parseOptionalPunctuation("(")) {
        readBlockArguments(block);
      }
      parsePunctuation(":");
    } catch (ParseFailure _) {
      recover(start);
    }
    readOperations(block);
  }

  private void readBlockArguments(Block block) {
    if (parseOptionalPunctuation(")")) {
      return;
    }
    do {
      readBlockArgument(block);
    } while (parseOptionalPunctuation(","));
    parsePunctuation(")");
  }

  private void readBlockArgument(Block block) {
    var where = location();
    var name = parseOperand();
    try {
      parsePunctuation(":");
      var argument = block.addArgument(parseType(), where);
      if (atWord("loc")) {
        aliases.readTrailingLocation(argument::setLocation);
      }
      define(name.name(), argument, 1, name.offset());
    } catch (ParseFailure failure) {
      scope().poison(name.name());
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
  public List<String> resultNames() {
    return Arrays.stream(resultGroups).map(ResultGroup::name).toList();
  }
}
