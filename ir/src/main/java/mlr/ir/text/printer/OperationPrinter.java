package mlr.ir.text.printer;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import mlr.ir.Attribute;
import mlr.ir.Block;
import mlr.ir.Location;
import mlr.ir.NamedAttributes;
import mlr.ir.Operation;
import mlr.ir.Region;
import mlr.ir.Type;
import mlr.ir.Value;
import mlr.ir.attributes.LocationAttr;
import mlr.ir.definition.OpDefinition;
import mlr.ir.text.AttributeText;
import mlr.ir.text.KeptNames;
import mlr.ir.text.OpPrinter;
import mlr.ir.text.PrintDetail;
import mlr.ir.text.PrintOptions;
import mlr.ir.text.PrintedText;
import mlr.ir.text.Quoting;

/** Writes one operation with everything in it, in upstream's layout. */
public final class OperationPrinter implements OpPrinter {
  private static final int RECENT = 4;

  private final PrintOptions options;
  private final boolean showsUsers;
  private final Map<Type, String> types = new HashMap<>();

  /** A few of these, found without hashing. */
  private final Type[] recentTypes = new Type[RECENT];
  private final String[] recentTexts = new String[RECENT];
  private int nextRecent;
  private SsaNames names;
  private final PrintedShortenings shortenings;
  private final AttributeText attributes;
  private final PrintedText out = new PrintedText();
  private final Deque<String> defaultDialects = new ArrayDeque<>(List.of("builtin"));
  private int indentation;

  private OperationPrinter(Operation op, Operation namingRoot, PrintOptions options, Optional<KeptNames> kept) {
    this.options = options;
    this.showsUsers = options.shows(PrintDetail.VALUE_USERS);
    this.names = new SsaNames(namingRoot, options, kept);
    this.shortenings = new PrintedShortenings(op, options);
    this.attributes = shortenings.text();
  }

  /** The text of {@code op}, aliases first, without a line break behind it. Values are named as they are within {@code namingRoot}. */
  public static PrintedText print(Operation op, Operation namingRoot, PrintOptions options, Optional<KeptNames> kept) {
    var printer = new OperationPrinter(op, namingRoot, options, kept);
    printer.printOperation(op);
    return printer.shortenings.around(printer.out);
  }

  private void printOperation(Operation op) {
    if (op.resultCount() > 0) {
      out.append(names.results(op)).append(" = ");
    }
    var outer = names;
    names = outer.inside(op);
    if (options.generic() || !op.definition().hasCustomForm()) {
      printGeneric(op);
    } else {
      out.append(shortName(op.definition()));
      op.definition().print(op, this);
    }
    names = outer;
    if (options.debugInfo()) {
      printLocation(op.location(), attributes.location(op.location()));
    }
    if (showsUsers) {
      out.append(new UserComments(names).of(op));
    }
  }

  private String shortName(OpDefinition<?> definition) {
    var name = definition.name();
    boolean elided = definition.dialect().equals(defaultDialects.peek()) && name.indexOf('.') == name.lastIndexOf('.');
    return elided ? definition.mnemonic() : name;
  }

  @Override
  public OpPrinter printOptionalLocation(Location location) {
    return options.debugInfo() ? printLocation(location, attributes.attributeInFull(new LocationAttr(location))) : this;
  }

  private OpPrinter printLocation(Location location, String text) {
    return print(" ").print(options.shows(PrintDetail.PRETTY_DEBUG_INFO) ? PrettyLocation.of(location) : text);
  }

  private void printGeneric(Operation op) {
    out.append(Quoting.quote(op.name())).append('(');
    printOperands(op.operands());
    out.append(')');
    if (op.successorCount() > 0) {
      separated("[", op.successors(), "]", this::printSuccessor);
    }
    op.properties().ifPresent(properties -> out.append(" <").append(attributes.attribute(properties)).append('>'));
    var inherent = inherentAttributes(op);
    if (!inherent.isEmpty()) {
      out.append(" <").append(attributes.dictionary(inherent)).append('>');
    }
    if (!op.regions().isEmpty()) {
      separated(" (", op.regions(), ")", region -> printRegion(region, true, true, true));
    }
    var discardable = attributesWhere(op, name -> !op.definition().isInherent(name));
    if (!discardable.isEmpty()) {
      out.append(' ').append(attributes.dictionary(discardable));
    }
    out.append(" : ");
    printFunctionType(op.operandTypes(), op.resultTypes());
  }

  /** The attributes of the operation's meaning; what is missing and has a default is written, as upstream does. */
  static Map<String, Attribute> inherentAttributes(Operation op) {
    var given = attributesWhere(op, name -> op.definition().isInherent(name));
    var defaulted = op.definition().defaultedAttributes();
    if (defaulted.isEmpty()) {
      return given;
    }
    var all = new TreeMap<>(given);
    for (var handle : defaulted) {
      all.putIfAbsent(handle.name(), handle.defaultValue().orElseThrow());
    }
    return all;
  }

  private static Map<String, Attribute> attributesWhere(Operation op, Predicate<String> condition) {
    var all = op.attributes();
    Map<String, Attribute> kept = Map.of();
    for (int i = 0; i < all.size(); i++) {
      if (condition.test(all.name(i))) {
        kept = kept.isEmpty() ? new LinkedHashMap<>() : kept;
        kept.put(all.name(i), all.value(i));
      }
    }
    return kept;
  }

  private <T> OpPrinter separated(String open, Collection<? extends T> elements, String close, Consumer<T> element) {
    out.append(open);
    boolean first = true;
    for (var each : elements) {
      if (!first) {
        out.append(", ");
      }
      first = false;
      element.accept(each);
    }
    out.append(close);
    return this;
  }

  @Override
  public OpPrinter print(String text) {
    out.append(text);
    return this;
  }

  @Override
  public OpPrinter printOperand(Value value) {
    return print(names.value(value));
  }

  @Override
  public OpPrinter printOperands(Collection<? extends Value> values) {
    boolean first = true;
    for (var value : values) {
      out.append(first ? "" : ", ").append(names.value(value));
      first = false;
    }
    return this;
  }

  @Override
  public OpPrinter printType(Type type) {
    for (int i = 0; i < RECENT; i++) {
      if (recentTypes[i] == type) {
        return print(recentTexts[i]);
      }
    }
    var text = types.get(type);
    if (text == null) {
      text = attributes.type(type);
      types.put(type, text);
    }
    recentTypes[nextRecent] = type;
    recentTexts[nextRecent] = text;
    nextRecent = (nextRecent + 1) % RECENT;
    return print(text);
  }

  @Override
  public OpPrinter printTypes(Collection<? extends Type> all) {
    boolean first = true;
    for (var type : all) {
      print(first ? "" : ", ").printType(type);
      first = false;
    }
    return this;
  }

  @Override
  public OpPrinter printFunctionType(List<? extends Type> inputs, List<? extends Type> results) {
    return print(attributes.functionType(inputs, results));
  }

  @Override
  public OpPrinter printOptionalArrowTypeList(List<? extends Type> types) {
    return types.isEmpty() ? this : print(attributes.functionType(List.of(), types).substring("()".length()));
  }

  @Override
  public OpPrinter printAttribute(Attribute attribute) {
    return print(attributes.attribute(attribute));
  }

  @Override
  public OpPrinter printAttributeWithoutType(Attribute attribute) {
    return print(attributes.withoutType(attribute));
  }

  @Override
  public OpPrinter printSymbol(String name) {
    return print(Quoting.symbol(name));
  }

  @Override
  public OpPrinter printString(String value) {
    return print(Quoting.quote(value));
  }

  @Override
  public OpPrinter printOptionalAttributeDictionary(Operation op, List<String> elided) {
    return printDictionary(" ", op, elided);
  }

  @Override
  public OpPrinter printOptionalAttributeDictionaryWithKeyword(Operation op, List<String> elided) {
    return printDictionary(" attributes ", op, elided);
  }

  private OpPrinter printDictionary(String prefix, Operation op, List<String> elided) {
    if (areAll(op.attributes(), elided)) {
      return this;
    }
    var written = writtenAttributes(op, elided);
    return written.isEmpty() ? this : print(prefix).print(attributes.dictionary(written));
  }

  private static boolean areAll(NamedAttributes attributes, List<String> names) {
    for (int i = 0; i < attributes.size(); i++) {
      if (!names.contains(attributes.name(i))) {
        return false;
      }
    }
    return true;
  }

  /** The attributes that the custom form writes into its dictionary: those not written elsewhere, without those that have their default value. */
  static Map<String, Attribute> writtenAttributes(Operation op, List<String> elided) {
    var written = new LinkedHashMap<String, Attribute>();
    for (int i = 0; i < op.attributes().size(); i++) {
      if (!elided.contains(op.attributes().name(i))) {
        written.put(op.attributes().name(i), op.attributes().value(i));
      }
    }
    for (var handle : op.definition().defaultedAttributes()) {
      written.remove(handle.name(), handle.defaultValue().orElseThrow());
    }
    return written;
  }

  @Override
  public OpPrinter printArgument(Value argument) {
    return printOperand(argument).print(": ").printType(argument.type()).printOptionalLocation(argument.location());
  }

  @Override
  public OpPrinter printArgumentList(Collection<? extends Value> arguments) {
    return separated("(", arguments, ")", this::printArgument);
  }

  @Override
  public OpPrinter printSuccessor(Block block) {
    return print(names.block(block));
  }

  @Override
  public OpPrinter newline() {
    out.append('\n').spaces(indentation);
    return this;
  }

  @Override
  public OpPrinter printRegion(Region region, boolean printEntryArguments, boolean printTerminator) {
    return printRegion(region, printEntryArguments, printTerminator, false);
  }

  private OpPrinter printRegion(Region region, boolean printEntryArguments, boolean printTerminator, boolean printEmptyBlock) {
    if (options.shows(PrintDetail.SKIP_REGIONS)) {
      return print("{...}");
    }
    out.append("{\n");
    defaultDialects.push(options.generic() ? "" : region.parentOp().map(op -> op.definition().defaultDialect()).orElse(""));
    if (!region.isEmpty()) {
      boolean printEntryHeader = printEmptyBlock && region.entry().isEmpty() || printEntryArguments && region.entry().argumentCount() > 0;
      printBlocks(region, printEntryHeader, printTerminator);
    }
    defaultDialects.pop();
    out.spaces(indentation).append('}');
    return this;
  }

  private void printBlocks(Region region, boolean printEntryHeader, boolean printEntryTerminator) {
    if (region.blockCount() == 1 && !printEntryHeader) {
      printBlock(region.entry(), printEntryTerminator);
      return;
    }
    var predecessors = new Predecessors(region);
    for (int i = 0; i < region.blockCount(); i++) {
      if (i > 0 || printEntryHeader) {
        printBlockHeader(region.block(i), i, predecessors);
      }
      printBlock(region.block(i), i > 0 || printEntryTerminator);
    }
  }

  private void printBlock(Block block, boolean printTerminator) {
    indentation += 2;
    if (showsUsers) {
      block.arguments().forEach(argument -> out.spaces(indentation).append(new UserComments(names).of(argument)).append('\n'));
    }
    for (var op : block) {
      if (printTerminator || !op.isLastInBlock() || !op.definition().isTerminator()) {
        out.spaces(indentation);
        printOperation(op);
        out.append('\n');
      }
    }
    indentation -= 2;
  }

  private void printBlockHeader(Block block, int place, Predecessors predecessors) {
    out.spaces(indentation).append(names.block(block));
    for (int i = 0; i < block.argumentCount(); i++) {
      out.append(i == 0 ? "(" : ", ");
      printArgument(block.argument(i));
    }
    out.append(block.argumentCount() > 0 ? "):" : ":");
    int count = predecessors.count(place);
    if (count == 0) {
      out.append(place == 0 ? "" : "  // no predecessors");
    } else if (count == 1) {
      out.append("  // pred: ");
    } else {
      out.append("  // ").append(Integer.toString(count)).append(" preds: ");
    }
    for (int i = 0; i < count; i++) {
      out.append(i == 0 ? "" : ", ").append(names.block(predecessors.get(place, i)));
    }
    out.append('\n');
  }
}
