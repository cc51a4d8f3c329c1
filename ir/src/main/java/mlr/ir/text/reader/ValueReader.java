package mlr.ir.text.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mlr.ir.Block;
import mlr.ir.DialectRegistry;
import mlr.ir.OperationState;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.diagnostics.DiagnosticEngine;
import mlr.ir.diagnostics.SourceFile;
import mlr.ir.text.OpParser;
import mlr.ir.text.ParseFailure;
import mlr.ir.text.ParserOptions;
import mlr.ir.text.Spelling;

/** Reads the names of values and blocks and finds what they stand for, in the scope of the region being read. */
abstract class ValueReader extends AttributeReader implements OpParser {
  private ValueScope scope = new ValueScope(Optional.empty(), true);

  ValueReader(SourceFile source, DialectRegistry registry, ParserOptions options, DiagnosticEngine diagnostics) {
    super(source, registry, options, diagnostics);
  }

  /** The scope of the innermost region being read. */
  final ValueScope scope() {
    return scope;
  }

  final void openScope(boolean isolated) {
    scope = new ValueScope(Optional.of(scope), isolated);
  }

  final void leaveScope() {
    scope = scope.leave().orElseThrow();
  }

  @Override
  public UnresolvedOperand parseOperand() {
    if (!at(TokenKind.VALUE)) {
      throw expected("an SSA operand");
    }
    int start = lexer.start();
    int end = lexer.end();
    var name = takeName();
    int number = 0;
    if (at(TokenKind.ATTRIBUTE) && lexer.start() == end) {
      try {
        number = Integer.parseInt(lexer.name());
      } catch (NumberFormatException _) {
        throw error("invalid SSA value result number");
      }
      lexer.advance();
    }
    return new UnresolvedOperand(name, number, source, start);
  }

  @Override
  public Optional<UnresolvedOperand> parseOptionalOperand() {
    return at(TokenKind.VALUE) ? Optional.of(parseOperand()) : Optional.empty();
  }

  @Override
  public List<UnresolvedOperand> parseOperandList() {
    if (!at(TokenKind.VALUE)) {
      return List.of();
    }
    var all = new ArrayList<UnresolvedOperand>(FEW);
    do {
      all.add(parseOperand());
    } while (parseOptionalPunctuation(","));
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
    var definition = scope.lookup(operand.name());
    if (definition == null) {
      var forward = scope.forward(operand.name(), operand.resultNumber(), type, operand.offset());
      checkUse(operand, type, forward.placeholder().type(), forward.use());
      return forward.placeholder();
    }
    if (operand.resultNumber() >= definition.count()) {
      var message = "reference to invalid result number: '%" + operand.name() + "' has " + definition.count() + " results";
      report(operand.location(), message).note(source.location(definition.offset()), "defined here");
      throw new ParseFailure(message);
    }
    var value = definition.value(operand.resultNumber());
    checkUse(operand, type, value.type(), definition.offset());
    return value;
  }

  private void checkUse(UnresolvedOperand operand, Type type, Type known, int earlier) {
    if (type != known && !type.equals(known) && !scope.isPoisoned(operand.name())) {
      var message = "use of value '%" + operand.name() + "' expects different type than prior uses: '" + type + "' vs '" + known + "'";
      report(operand.location(), message).note(source.location(earlier), "prior use here");
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

  /** Gives a name its value, or {@code count} results from {@code first} on, and settles the earlier uses of it. */
  final void define(String name, Value first, int count, int where) {
    var earlier = scope.lookup(name);
    if (earlier != null) {
      var message = "redefinition of SSA value '%" + name + "'";
      report(source.location(where), message).note(source.location(earlier.offset()), "previously defined here");
      throw new ParseFailure(message);
    }
    var definition = scope.define(name, first, count, where);
    if (scope.hasForwards()) {
      settle(definition);
    }
  }

  private void settle(DefinitionTable.Definition definition) {
    var name = definition.name();
    int count = definition.count();
    int where = definition.offset();
    for (var use : scope.settle(name)) {
      if (use.number() >= count) {
        report(source.location(use.use()), "reference to invalid result number: '%" + name + "' has " + count + " results").note(source.location(where), "defined here");
        continue;
      }
      var value = definition.value(use.number());
      if (!value.type().equals(use.placeholder().type())) {
        report(source.location(where), "definition of SSA value '%" + name + "#" + use.number() + "' has type '" + value.type() + "'")
            .note(source.location(use.use()), "previously used here with type '" + use.placeholder().type() + "'");
      }
      use.placeholder().replaceAllUsesWith(value);
    }
  }

  /** Reports the names that the region has used but not defined, where no region further out can define them. */
  final void closeScope() {
    if (scope.hasForwards()) {
      reportUndefinedValues();
    }
    if (!scope.blocks().isEmpty()) {
      reportUndefinedBlocks();
    }
  }

  private void reportUndefinedValues() {
    for (var use : scope.close()) {
      report(source.location(use.use()), "use of undeclared SSA value name '%" + use.name() + "'" + use.suggestion().map(s -> "; did you mean '%" + s + "'?").orElse(""));
    }
  }

  private void reportUndefinedBlocks() {
    scope.blocks().forEach((name, block) -> {
      if (!block.defined()) {
        var defined = scope.blocks().entrySet().stream().filter(e -> e.getValue().defined()).<String>map(Map.Entry::getKey).toList();
        report(source.location(block.offset()), "reference to an undefined block '^" + name + "'" + Spelling.closest(name, defined).map(s -> "; did you mean '^" + s + "'?").orElse(""));
      }
    });
  }

  @Override
  public Block parseSuccessor() {
    if (!at(TokenKind.BLOCK)) {
      throw expected("a block name");
    }
    int where = lexer.start();
    return scope.block(takeName(), where);
  }

  @Override
  public Optional<Block> parseOptionalSuccessor() {
    return at(TokenKind.BLOCK) ? Optional.of(parseSuccessor()) : Optional.empty();
  }
}
