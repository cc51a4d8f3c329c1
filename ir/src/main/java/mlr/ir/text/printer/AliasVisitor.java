package mlr.ir.text.printer;

import java.util.Collection;
import java.util.List;
import mlr.ir.Attribute;
import mlr.ir.Block;
import mlr.ir.Location;
import mlr.ir.Operation;
import mlr.ir.Region;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.text.OpPrinter;
import mlr.ir.text.PrintDetail;
import mlr.ir.text.PrintOptions;

/** Goes through what would be printed, in upstream's order, and notes the attributes, types and locations on the way. */
final class AliasVisitor implements OpPrinter {
  private final PrintOptions options;
  private final Aliases aliases = new Aliases();

  private AliasVisitor(PrintOptions options) {
    this.options = options;
  }

  /** The aliases that the text of {@code root} uses. */
  static Aliases aliases(Operation root, PrintOptions options) {
    var visitor = new AliasVisitor(options);
    visitor.visit(root);
    visitor.aliases.name();
    return visitor.aliases;
  }

  private void visit(Operation op) {
    if (options.debugInfo()) {
      aliases.visitTrailing(op.location());
    }
    if (!options.generic() && op.definition().hasCustomForm()) {
      op.definition().print(op, this);
      return;
    }
    op.regions().forEach(region -> printRegion(region, true, true));
    op.operands().forEach(operand -> aliases.visit(operand.type()));
    op.resultTypes().forEach(aliases::visit);
    op.attributes().asMap().values().forEach(aliases::visit);
    op.definition().defaultedAttributes().forEach(handle -> aliases.visit(handle.defaultValue().orElseThrow()));
  }

  @Override
  public OpPrinter print(String text) {
    return this;
  }

  @Override
  public OpPrinter printOperand(Value value) {
    return this;
  }

  @Override
  public OpPrinter printOperands(Collection<? extends Value> values) {
    return this;
  }

  @Override
  public OpPrinter printType(Type type) {
    aliases.visit(type);
    return this;
  }

  @Override
  public OpPrinter printTypes(Collection<? extends Type> types) {
    types.forEach(aliases::visit);
    return this;
  }

  @Override
  public OpPrinter printFunctionType(List<? extends Type> inputs, List<? extends Type> results) {
    return printTypes(inputs).printTypes(results);
  }

  @Override
  public OpPrinter printOptionalArrowTypeList(List<? extends Type> types) {
    return printTypes(types);
  }

  @Override
  public OpPrinter printAttribute(Attribute attribute) {
    aliases.visit(attribute);
    return this;
  }

  @Override
  public OpPrinter printAttributeWithoutType(Attribute attribute) {
    return printAttribute(attribute);
  }

  @Override
  public OpPrinter printSymbol(String name) {
    return this;
  }

  @Override
  public OpPrinter printString(String value) {
    return this;
  }

  @Override
  public OpPrinter printOptionalAttributeDictionary(Operation op, List<String> elided) {
    OperationPrinter.writtenAttributes(op, elided).values().forEach(aliases::visit);
    return this;
  }

  @Override
  public OpPrinter printOptionalAttributeDictionaryWithKeyword(Operation op, List<String> elided) {
    return printOptionalAttributeDictionary(op, elided);
  }

  @Override
  public OpPrinter printRegion(Region region, boolean printEntryArguments, boolean printTerminator) {
    if (options.shows(PrintDetail.SKIP_REGIONS)) {
      return this;
    }
    for (var block : region.blocks()) {
      boolean entry = block == region.entry();
      visit(block, !entry || printEntryArguments, !entry || printTerminator);
    }
    return this;
  }

  private void visit(Block block, boolean arguments, boolean terminator) {
    if (arguments) {
      printArgumentList(block.arguments());
    }
    for (var op : block) {
      if (terminator || op.nextInBlock().isPresent() || !op.definition().isTerminator()) {
        visit(op);
      }
    }
  }

  @Override
  public OpPrinter printArgument(Value argument) {
    return printType(argument.type()).printOptionalLocation(argument.location());
  }

  @Override
  public OpPrinter printArgumentList(Collection<? extends Value> arguments) {
    arguments.forEach(this::printArgument);
    return this;
  }

  @Override
  public OpPrinter printOptionalLocation(Location location) {
    if (options.debugInfo()) {
      aliases.visit(location);
    }
    return this;
  }

  @Override
  public OpPrinter printSuccessor(Block block) {
    return this;
  }

  @Override
  public OpPrinter newline() {
    return this;
  }
}
